package org.jihe.statistic.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jihe.statistic.comparison.Compared.Limits;
import org.jihe.statistic.comparison.Compared.Verdict;
import org.jihe.statistic.comparison.Comparison.DepartmentSums;
import org.jihe.statistic.inference.Interval;
import org.jihe.statistic.inference.ManyLooks;
import org.jihe.statistic.inference.Ranks.Rank;
import org.jspecify.annotations.Nullable;

/** One measure of one year: the departments that can be judged, held against the district. */
final class Judging {

  private static final double SIGNIFICANT = .05;

  private final int year;
  private final ComparedMeasure measure;
  private final int fewest;
  private final List<DepartmentSums> departments;

  Judging(int year, ComparedMeasure measure, int fewest, List<DepartmentSums> departments) {
    this.year = year;
    this.measure = measure;
    this.fewest = fewest;
    this.departments = departments;
  }

  List<Compared> done() {
    List<MeasureState> states = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < departments.size(); i++) {
      MeasureState state = departments.get(i).of(measure);
      if (state.all() > 0) {
        places.add(i);
        states.add(state);
      }
    }
    Scale scale = states.isEmpty() ? null : Scale.of(measure.kind(), states, fewest);
    Scale judging = scale != null && states.size() > 1 && scale.isJudged() ? scale : null;
    boolean judged = judging != null;
    double[] q = judging != null ? q(judging, states) : new double[states.size()];
    List<Rank> ranks = judging != null ? ranks(judging, states) : List.of();
    List<Compared> all = new ArrayList<>();
    int next = 0;
    int rank = 0;
    for (int i = 0; i < departments.size(); i++) {
      DepartmentSums department = departments.get(i);
      if (next == places.size() || places.get(next) != i) {
        all.add(nothing(department, scale));
        continue;
      }
      boolean enough = isEnough(states.get(next));
      Rank own = judged && enough ? ranks.get(rank++) : null;
      all.add(compared(department.name, scale, next, judged, enough ? q[next] : null, own, ranks));
      next++;
    }
    return all;
  }

  private boolean isEnough(MeasureState state) {
    return state.forms() >= fewest;
  }

  /** Benjamini's and Hochberg's q of those that are judged, 1 for the others. */
  private double[] q(Scale scale, List<MeasureState> states) {
    List<Integer> judged = new ArrayList<>();
    for (int i = 0; i < states.size(); i++) {
      if (isEnough(states.get(i))) {
        judged.add(i);
      }
    }
    double[] p = judged.stream().mapToDouble(scale::p).toArray();
    double[] adjusted = ManyLooks.benjaminiHochberg(p);
    double[] q = new double[states.size()];
    Arrays.fill(q, 1);
    for (int i = 0; i < adjusted.length; i++) {
      q[judged.get(i)] = adjusted[i];
    }
    return q;
  }

  private List<Rank> ranks(Scale scale, List<MeasureState> states) {
    int[] ranked = IntStream.range(0, states.size()).filter(i -> isEnough(states.get(i))).toArray();
    return ranked.length == 0 ? List.of() : scale.ranks(ranked);
  }

  private Compared compared(
      String department,
      @Nullable Scale scale,
      int at,
      boolean judged,
      @Nullable Double q,
      @Nullable Rank rank,
      List<Rank> ranks) {
    if (scale == null) {
      throw new IllegalStateException("a department without a scale");
    }
    double value = scale.value(at);
    Interval interval = scale.interval(at);
    long n = scale.n(at);
    if (!judged) {
      return new Compared(
          year,
          department,
          measure,
          n,
          value,
          interval,
          scale.district(),
          Limits.NONE,
          Limits.NONE,
          null,
          null,
          null,
          Verdict.NOT_JUDGED,
          null,
          0);
    }
    return new Compared(
        year,
        department,
        measure,
        n,
        value,
        interval,
        scale.district(),
        scale.limits(at),
        scale.adjustedLimits(at),
        scale.z(at),
        scale.adjusted(at),
        q,
        verdict(scale, at, q),
        rank,
        ranks.size());
  }

  private static Verdict verdict(Scale scale, int at, @Nullable Double q) {
    if (q == null) {
      return Verdict.TOO_FEW;
    }
    if (q > SIGNIFICANT) {
      return Verdict.WITHIN;
    }
    return scale.adjusted(at) > 0 ? Verdict.HIGH : Verdict.LOW;
  }

  private Compared nothing(DepartmentSums department, @Nullable Scale scale) {
    return new Compared(
        year,
        department.name,
        measure,
        0,
        null,
        null,
        scale == null ? null : scale.district(),
        Limits.NONE,
        Limits.NONE,
        null,
        null,
        null,
        Verdict.NOT_JUDGED,
        null,
        0);
  }
}
