/** The lists that a bureau holds: projects, ledger, departments. */
@NullMarked
package org.jihe.review.list;

import org.jspecify.annotations.NullMarked;
