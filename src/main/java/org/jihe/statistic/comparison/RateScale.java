package org.jihe.statistic.comparison;

import java.util.Arrays;
import java.util.List;
import org.jihe.statistic.inference.Interval;
import org.jihe.statistic.inference.Overdispersion;
import org.jihe.statistic.inference.Ranks;
import org.jihe.statistic.inference.Ranks.Rank;
import org.jihe.statistic.inference.Tail;
import org.jspecify.annotations.Nullable;

/**
 * Pooled rates. A department's standard error is that of its own forms; one that has too few of
 * them to know it, or none that differs, gets that of the district's forms at its own budget.
 */
final class RateScale extends Scale {

  private final int fewest;
  private final double[] errors;
  private final @Nullable Overdispersion spread;

  RateScale(List<MeasureState> states, int fewest) {
    super(states);
    this.fewest = fewest;
    double district = all.rate().error();
    this.errors = new double[states.size()];
    boolean known = district > 0;
    for (int i = 0; i < errors.length; i++) {
      double own = states.get(i).forms() < fewest ? Double.NaN : states.get(i).rate().error();
      double scaled = district * Math.sqrt((double) all.all() / states.get(i).all());
      errors[i] = own > 0 ? own : scaled;
    }
    spread =
        known
            ? Overdispersion.ofMeans(
                states.stream().mapToDouble(one -> one.rate().rate()).toArray(), errors)
            : null;
  }

  @Override
  @Nullable Overdispersion spread() {
    return spread;
  }

  @Override
  double value(int at) {
    return states.get(at).rate().rate();
  }

  @Override
  double district() {
    return all.rate().rate();
  }

  @Override
  @Nullable Interval interval(int at) {
    return states.get(at).rate().interval(fewest);
  }

  @Override
  Interval limit(int at, Tail tail) {
    double width = tail.z() * errors[at];
    return new Interval(Math.max(0, district() - width), district() + width);
  }

  @Override
  Interval adjustedLimit(int at, Tail tail) {
    Interval wide = known().mean(district(), errors[at], tail);
    return new Interval(Math.max(0, wide.lower()), wide.upper());
  }

  @Override
  double p(int at) {
    return Tail.twoSided(adjusted(at));
  }

  @Override
  List<Rank> ranks(int[] ranked) {
    double[] rates = Arrays.stream(of(ranked)).mapToDouble(one -> one.rate().rate()).toArray();
    return Ranks.of(rates, rates, Arrays.stream(ranked).mapToDouble(i -> errors[i]).toArray());
  }
}
