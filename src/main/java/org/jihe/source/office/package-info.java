/** What the containers of office files have in common. */
@NullMarked
package org.jihe.source.office;

import org.jspecify.annotations.NullMarked;
