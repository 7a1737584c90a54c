/** What became of findings between two runs. */
@NullMarked
package org.jihe.review.change;

import org.jspecify.annotations.NullMarked;
