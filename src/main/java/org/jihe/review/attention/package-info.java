/** Which forms a reviewer looks at first, and why. */
@NullMarked
package org.jihe.review.attention;

import org.jspecify.annotations.NullMarked;
