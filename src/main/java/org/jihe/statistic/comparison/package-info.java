/**
 * Departments held against what chance alone explains: the measures compared and the verdict on
 * each.
 */
@NullMarked
package org.jihe.statistic.comparison;

import org.jspecify.annotations.NullMarked;
