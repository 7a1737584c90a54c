/** The cells of a form as rules name them: by their paths, and by the words printed on a form. */
@NullMarked
package org.jihe.rule.cell;

import org.jspecify.annotations.NullMarked;
