/** Figures of agencies, departments, groups, kinds and of all, added up of the same states. */
@NullMarked
package org.jihe.statistic.rollup;

import org.jspecify.annotations.NullMarked;
