/** Departments and forms held against each other, and the tables that come of it. */
@NullMarked
package org.jihe.review.comparison;

import org.jspecify.annotations.NullMarked;
