package org.jihe.statistic;

import org.jspecify.annotations.Nullable;

/** The indicators of one category and aspect of a department's agency in one year. */
record IndicatorKey(DepartmentKey department, @Nullable String category, @Nullable String aspect) {}
