package org.jihe.statistic;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jihe.statistic.comparison.ComparedMeasure;
import org.jihe.statistic.comparison.MeasureState;
import org.jihe.statistic.inference.Difference;
import org.jihe.statistic.inference.Interval;
import org.jihe.statistic.inference.PooledRate;
import org.jihe.statistic.inference.ShareInterval;
import org.jihe.statistic.rollup.Coverage;
import org.jihe.statistic.rollup.Rollup;
import org.jihe.statistic.rollup.RollupState;
import org.jihe.table.SparkMaps;
import org.jihe.table.StatisticSchemas;
import org.jspecify.annotations.Nullable;

/** Figures of all levels to rows of {@link StatisticSchemas#ROLLUP}. */
public final class RollupCodec {

  private static final Map<String, Integer> SCORES =
      new TreeMap<>(Map.of("score90", 90, "score98", 98, "score100", 100));

  private RollupCodec() {}

  /**
   * The row of a line.
   *
   * @param fewest forms below which a rate has no interval
   */
  public static Row toRow(Rollup.Line line, int fewest) {
    RollupState state = line.state();
    PooledRate rate = state.of(ComparedMeasure.EXECUTION).rate();
    Interval interval = rate.interval(fewest);
    MeasureState score = state.of(ComparedMeasure.SCORE);
    MeasureState inflation = state.of(ComparedMeasure.INFLATION);
    double[] quartiles = state.quartiles();
    Coverage coverage = line.coverage();
    return RowFactory.create(
        line.level().key(),
        line.name(),
        line.within(),
        line.year(),
        state.forms(),
        state.cancelled(),
        state.unknown(),
        state.suspect(),
        state.guessed(),
        state.originalBudget(),
        state.finalBudget(),
        state.expenditure(),
        state.robustBudget(),
        state.robustExpenditure(),
        ComparisonCodec.number(rate.rate()),
        interval == null ? null : ComparisonCodec.number(interval.lower()),
        interval == null ? null : ComparisonCodec.number(interval.upper()),
        state.scored(),
        ComparisonCodec.number(score.mean()),
        ComparisonCodec.number(state.weightedMean()),
        quartiles == null ? null : quartiles[0],
        quartiles == null ? null : quartiles[1],
        quartiles == null ? null : quartiles[2],
        state.distinctScores(),
        compression(quartiles, line.district().quartiles()),
        ComparisonCodec.number(inflation.mean()),
        inflation.all(),
        state.overPoints(),
        state.overMoney(),
        SparkMaps.of(state.grades()),
        SparkMaps.of(state.gradeMoney()),
        state.errors(),
        state.doubts(),
        state.notes(),
        SparkMaps.of(shares(state, line.before())),
        executionChange(rate, line.before(), fewest),
        scoreChange(score, line.before()),
        coverage == null ? null : coverage.listed(),
        coverage == null ? null : coverage.received(),
        coverage == null ? null : money(coverage.money()),
        coverage == null ? null : money(coverage.moneyReceived()),
        SparkMaps.of(state.findingsByRule()));
  }

  /** Without a ledger there is no money to be told. */
  private static @Nullable BigDecimal money(BigDecimal sum) {
    return sum.signum() == 0 ? null : sum;
  }

  /** 1 − interquartile range ÷ that of the district; null where the district has none. */
  private static @Nullable Double compression(
      double @Nullable [] own, double @Nullable [] district) {
    if (own == null || district == null || district[2] == district[0]) {
      return null;
    }
    return 1 - (own[2] - own[0]) / (district[2] - district[0]);
  }

  private static Map<String, Row> shares(RollupState state, @Nullable RollupState before) {
    Map<String, Row> shares = new TreeMap<>();
    for (ComparedMeasure measure : ComparedMeasure.values()) {
      if (measure.kind() == ComparedMeasure.Kind.SHARE) {
        MeasureState now = state.of(measure);
        MeasureState then = before == null ? new MeasureState() : before.of(measure);
        shares.put(measure.key(), share(now.hits(), now.all(), then.hits(), then.all()));
      }
    }
    SCORES.forEach(
        (name, points) ->
            shares.put(
                name,
                share(
                    state.scoredFrom(points),
                    state.scored(),
                    before == null ? 0 : before.scoredFrom(points),
                    before == null ? 0 : before.scored())));
    return shares;
  }

  private static Row share(long hits, long all, long hitsBefore, long allBefore) {
    Interval interval = ShareInterval.wilson(hits, all);
    Interval change = Difference.ofShares(hits, all, hitsBefore, allBefore);
    return RowFactory.create(
        hits,
        all,
        all == 0 ? null : (double) hits / all,
        interval == null ? null : interval.lower(),
        interval == null ? null : interval.upper(),
        change == null ? null : (double) hits / all - (double) hitsBefore / allBefore,
        change == null ? null : change.lower(),
        change == null ? null : change.upper());
  }

  private static @Nullable Row executionChange(
      PooledRate now, @Nullable RollupState before, int fewest) {
    if (before == null) {
      return null;
    }
    PooledRate then = before.of(ComparedMeasure.EXECUTION).rate();
    return Math.min(now.n(), then.n()) < fewest
        ? null
        : change(now.rate(), now.error(), then.rate(), then.error());
  }

  private static @Nullable Row scoreChange(MeasureState now, @Nullable RollupState before) {
    if (before == null) {
      return null;
    }
    MeasureState then = before.of(ComparedMeasure.SCORE);
    return Math.min(now.all(), then.all()) < 2
        ? null
        : change(now.mean(), now.error(), then.mean(), then.error());
  }

  private static Row change(double now, double error, double then, double errorThen) {
    Interval interval = Difference.of(now, error, then, errorThen);
    return RowFactory.create(now - then, interval.lower(), interval.upper());
  }
}
