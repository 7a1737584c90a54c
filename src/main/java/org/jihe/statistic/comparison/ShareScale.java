package org.jihe.statistic.comparison;

import java.util.Arrays;
import java.util.List;
import org.jihe.statistic.inference.Funnel;
import org.jihe.statistic.inference.Interval;
import org.jihe.statistic.inference.Overdispersion;
import org.jihe.statistic.inference.Ranks;
import org.jihe.statistic.inference.Ranks.Rank;
import org.jihe.statistic.inference.ShareInterval;
import org.jihe.statistic.inference.Tail;
import org.jspecify.annotations.Nullable;

/** Shares: hits among all. */
final class ShareScale extends Scale {

  private final @Nullable Overdispersion spread;

  ShareScale(List<MeasureState> states) {
    super(states);
    spread =
        Overdispersion.ofShares(
            states.stream().mapToLong(MeasureState::hits).toArray(),
            states.stream().mapToLong(MeasureState::all).toArray());
  }

  @Override
  @Nullable Overdispersion spread() {
    return spread;
  }

  @Override
  @Nullable Interval interval(int at) {
    return ShareInterval.wilson(states.get(at).hits(), states.get(at).all());
  }

  @Override
  @Nullable Interval limit(int at, Tail tail) {
    return Funnel.share(district(), states.get(at).all(), tail);
  }

  @Override
  Interval adjustedLimit(int at, Tail tail) {
    return known().share(states.get(at).all(), tail);
  }

  @Override
  double p(int at) {
    MeasureState state = states.get(at);
    double tail = Math.min(1, 2 * Funnel.tailOfShare(district(), state.hits(), state.all()));
    return Math.max(Tail.twoSided(adjusted(at)), tail);
  }

  @Override
  List<Rank> ranks(int[] ranked) {
    MeasureState[] of = of(ranked);
    return Ranks.ofShares(
        Arrays.stream(of).mapToLong(MeasureState::hits).toArray(),
        Arrays.stream(of).mapToLong(MeasureState::all).toArray());
  }
}
