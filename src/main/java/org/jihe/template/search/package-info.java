/** Reads forms whose cells were torn or shifted: the reading that best explains what is printed. */
@NullMarked
package org.jihe.template.search;

import org.jspecify.annotations.NullMarked;
