package org.jihe.statistic.comparison;

import java.util.List;
import org.jihe.statistic.comparison.Compared.Limits;
import org.jihe.statistic.inference.Interval;
import org.jihe.statistic.inference.Overdispersion;
import org.jihe.statistic.inference.Ranks.Rank;
import org.jihe.statistic.inference.Tail;
import org.jspecify.annotations.Nullable;

/** How chance works on one kind of figure, for all departments of a year that have one. */
abstract class Scale {

  final List<MeasureState> states;
  final MeasureState all = new MeasureState();
  private double @Nullable [] z;
  private double @Nullable [] adjusted;

  Scale(List<MeasureState> states) {
    this.states = states;
    states.forEach(all::add);
  }

  static Scale of(ComparedMeasure.Kind kind, List<MeasureState> states, int fewest) {
    return switch (kind) {
      case SHARE -> new ShareScale(states);
      case COUNT -> new CountScale(states);
      case MEAN -> new MeanScale(states);
      case RATE -> new RateScale(states, fewest);
    };
  }

  /** False where the definition says nothing: all departments are the same by its lights. */
  final boolean isJudged() {
    return spread() != null;
  }

  /** How much departments differ; null where they cannot be judged. */
  abstract @Nullable Overdispersion spread();

  final Overdispersion known() {
    Overdispersion spread = spread();
    if (spread == null) {
      throw new IllegalStateException("cannot be judged");
    }
    return spread;
  }

  long n(int at) {
    return states.get(at).all();
  }

  /** Hits among all, as far as a scale has nothing else. */
  double value(int at) {
    return (double) states.get(at).hits() / states.get(at).all();
  }

  /** The same of all departments together. */
  double district() {
    return (double) all.hits() / all.all();
  }

  abstract @Nullable Interval interval(int at);

  abstract @Nullable Interval limit(int at, Tail tail);

  abstract Interval adjustedLimit(int at, Tail tail);

  final Limits limits(int at) {
    return new Limits(limit(at, Tail.P95), limit(at, Tail.P998));
  }

  final Limits adjustedLimits(int at) {
    return new Limits(adjustedLimit(at, Tail.P95), adjustedLimit(at, Tail.P998));
  }

  final double z(int at) {
    if (z == null) {
      z = known().z();
    }
    return z[at];
  }

  final double adjusted(int at) {
    if (adjusted == null) {
      adjusted = known().adjusted();
    }
    return adjusted[at];
  }

  /** Probability of being so far from the district, before one considers how many one looks at. */
  abstract double p(int at);

  abstract List<Rank> ranks(int[] ranked);

  final MeasureState[] of(int[] ranked) {
    MeasureState[] of = new MeasureState[ranked.length];
    for (int i = 0; i < of.length; i++) {
      of[i] = states.get(ranked[i]);
    }
    return of;
  }
}
