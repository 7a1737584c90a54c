/** The steps of a review: each a typed request and a typed result. */
@NullMarked
package org.jihe.review;

import org.jspecify.annotations.NullMarked;
