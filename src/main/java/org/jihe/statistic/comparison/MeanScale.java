package org.jihe.statistic.comparison;

import java.util.Arrays;
import java.util.List;
import org.jihe.statistic.inference.Difference;
import org.jihe.statistic.inference.Funnel;
import org.jihe.statistic.inference.Interval;
import org.jihe.statistic.inference.Overdispersion;
import org.jihe.statistic.inference.Ranks;
import org.jihe.statistic.inference.Ranks.Rank;
import org.jihe.statistic.inference.Tail;
import org.jspecify.annotations.Nullable;

/** Means, by the standard deviation of the district's forms. */
final class MeanScale extends Scale {

  private final double deviation;
  private final @Nullable Overdispersion spread;

  MeanScale(List<MeasureState> states) {
    super(states);
    deviation = all.deviation();
    spread =
        deviation > 0
            ? Overdispersion.ofMeans(
                states.stream().mapToDouble(MeasureState::mean).toArray(),
                states.stream().mapToDouble(this::error).toArray())
            : null;
  }

  private double error(MeasureState state) {
    return deviation / Math.sqrt((double) state.all());
  }

  @Override
  @Nullable Overdispersion spread() {
    return spread;
  }

  @Override
  double value(int at) {
    return states.get(at).mean();
  }

  @Override
  double district() {
    return all.mean();
  }

  /** By the department's own standard deviation. */
  @Override
  @Nullable Interval interval(int at) {
    MeasureState state = states.get(at);
    if (state.all() < 2) {
      return null;
    }
    double error = state.deviation() / Math.sqrt((double) state.all());
    return Difference.of(state.mean(), error, 0, 0);
  }

  @Override
  @Nullable Interval limit(int at, Tail tail) {
    return Funnel.mean(district(), deviation, states.get(at).all(), tail);
  }

  @Override
  Interval adjustedLimit(int at, Tail tail) {
    return known().mean(district(), error(states.get(at)), tail);
  }

  @Override
  double p(int at) {
    return Tail.twoSided(adjusted(at));
  }

  @Override
  List<Rank> ranks(int[] ranked) {
    MeasureState[] of = of(ranked);
    double[] means = Arrays.stream(of).mapToDouble(MeasureState::mean).toArray();
    return Ranks.of(means, means, Arrays.stream(of).mapToDouble(this::error).toArray());
  }
}
