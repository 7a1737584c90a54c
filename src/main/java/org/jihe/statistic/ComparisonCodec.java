package org.jihe.statistic;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jihe.statistic.comparison.Compared;
import org.jihe.statistic.comparison.Compared.Limits;
import org.jihe.statistic.inference.Interval;
import org.jihe.statistic.inference.Ranks.Rank;
import org.jihe.table.StatisticSchemas;
import org.jspecify.annotations.Nullable;

/** Comparisons to rows of {@link StatisticSchemas#COMPARISON}. */
public final class ComparisonCodec {

  private ComparisonCodec() {}

  /** The row of a department's figure. */
  public static Row toRow(Compared one) {
    Rank rank = one.rank();
    Limits limits = one.limits();
    Limits adjusted = one.adjusted();
    return RowFactory.create(
        one.year(),
        one.department(),
        one.measure().key(),
        one.n(),
        number(one.value()),
        lower(one.interval()),
        upper(one.interval()),
        number(one.district()),
        lower(limits.p95()),
        upper(limits.p95()),
        lower(limits.p998()),
        upper(limits.p998()),
        number(one.z()),
        number(one.zAdjusted()),
        number(one.p()),
        one.verdict().key(),
        rank == null ? null : rank.rank(),
        rank == null ? null : rank.lower(),
        rank == null ? null : rank.upper(),
        rank == null ? null : one.ranked(),
        lower(adjusted.p95()),
        upper(adjusted.p95()),
        lower(adjusted.p998()),
        upper(adjusted.p998()));
  }

  private static @Nullable Double lower(@Nullable Interval interval) {
    return interval == null ? null : number(interval.lower());
  }

  private static @Nullable Double upper(@Nullable Interval interval) {
    return interval == null ? null : number(interval.upper());
  }

  /** What is no number is not known. */
  static @Nullable Double number(@Nullable Double value) {
    return value == null || !Double.isFinite(value) ? null : value;
  }
}
