package org.jihe.statistic.comparison;

import java.util.Arrays;
import java.util.List;
import org.jihe.statistic.inference.CountInterval;
import org.jihe.statistic.inference.Funnel;
import org.jihe.statistic.inference.Interval;
import org.jihe.statistic.inference.Overdispersion;
import org.jihe.statistic.inference.Ranks;
import org.jihe.statistic.inference.Ranks.Rank;
import org.jihe.statistic.inference.Tail;
import org.jspecify.annotations.Nullable;

/** Counts per form. Limits are of counted ÷ expected, shown as counts per form. */
final class CountScale extends Scale {

  private final @Nullable Overdispersion spread;

  CountScale(List<MeasureState> states) {
    super(states);
    spread =
        all.hits() == 0
            ? null
            : Overdispersion.ofCounts(
                states.stream().mapToLong(MeasureState::hits).toArray(),
                states.stream().mapToDouble(this::expected).toArray());
  }

  private double expected(MeasureState state) {
    return (double) state.all() * all.hits() / all.all();
  }

  @Override
  @Nullable Overdispersion spread() {
    return spread;
  }

  @Override
  Interval interval(int at) {
    return scaled(CountInterval.garwood(states.get(at).hits()), 1.0 / states.get(at).all());
  }

  @Override
  @Nullable Interval limit(int at, Tail tail) {
    Interval ratio = Funnel.ratio(expected(states.get(at)), tail);
    return ratio == null ? null : scaled(ratio, district());
  }

  @Override
  Interval adjustedLimit(int at, Tail tail) {
    return scaled(known().ratio(expected(states.get(at)), tail), district());
  }

  private static Interval scaled(Interval interval, double by) {
    return new Interval(interval.lower() * by, interval.upper() * by);
  }

  @Override
  double p(int at) {
    MeasureState state = states.get(at);
    double tail = Math.min(1, 2 * Funnel.tailOfCount(expected(state), state.hits()));
    return Math.max(Tail.twoSided(adjusted(at)), tail);
  }

  @Override
  List<Rank> ranks(int[] ranked) {
    MeasureState[] of = of(ranked);
    double[] values =
        Arrays.stream(of).mapToDouble(one -> (double) one.hits() / one.all()).toArray();
    return Ranks.of(
        values,
        Arrays.stream(values).map(Math::sqrt).toArray(),
        Arrays.stream(of).mapToDouble(one -> 1 / (2 * Math.sqrt((double) one.all()))).toArray());
  }
}
