/** Statistics over the tables: mergeable state first, metrics last. */
@NullMarked
package org.jihe.statistic;

import org.jspecify.annotations.NullMarked;
