/**
 * What figures of departments of different size can and cannot tell: intervals, limits, ranks and
 * outliers. Java alone: nothing here knows a form, a table or Spark.
 */
@NullMarked
package org.jihe.statistic.inference;

import org.jspecify.annotations.NullMarked;
