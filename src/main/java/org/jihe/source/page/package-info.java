/** Pages of glyphs and rulings: where their tables and lines are. */
@NullMarked
package org.jihe.source.page;

import org.jspecify.annotations.NullMarked;
