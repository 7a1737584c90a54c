/** What a review came to, counted and held against the identities. */
@NullMarked
package org.jihe.review.summary;

import org.jspecify.annotations.NullMarked;
