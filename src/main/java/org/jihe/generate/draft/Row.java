package org.jihe.generate.draft;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** An indicator of a form that is being made up: its figures, and how its cells will be printed. */
public final class Row {

  public final Spec spec;
  public @Nullable String category;
  public @Nullable String aspect;
  public @Nullable String name;
  public @Nullable String target;
  public @Nullable String actual;
  public @Nullable String max;
  public @Nullable String score;
  public @Nullable String explanation;

  /** The figures behind target and actual value; 0 for words and dates. */
  public BigDecimal goal = BigDecimal.ZERO;

  public BigDecimal reached = BigDecimal.ZERO;
  public BigDecimal points = BigDecimal.ZERO;
  public BigDecimal earned = BigDecimal.ZERO;

  public Row(Spec spec, String name) {
    this.spec = spec;
    this.name = name;
    this.category = spec.category();
    this.aspect = spec.aspect() + "指标";
  }

  /** The same cells and figures, to be changed apart. */
  public Row copy() {
    Row copy = new Row(spec, "");
    copy.category = category;
    copy.aspect = aspect;
    copy.name = name;
    copy.target = target;
    copy.actual = actual;
    copy.max = max;
    copy.score = score;
    copy.explanation = explanation;
    copy.goal = goal;
    copy.reached = reached;
    copy.points = points;
    copy.earned = earned;
    return copy;
  }

  public Shape shape() {
    return spec.shape();
  }

  public boolean isOutput() {
    return "产出指标".equals(category);
  }

  public boolean isBenefit() {
    return "效益指标".equals(category);
  }

  public boolean isSatisfaction() {
    return spec.aspect().equals(Spec.SATISFACTION);
  }

  public boolean isAspect(String wanted) {
    return aspect != null && aspect.contains(wanted);
  }

  public boolean isFull() {
    return points.signum() > 0 && points.compareTo(earned) == 0;
  }

  /** A number as forms print it. */
  public static String plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
  }

  public String named() {
    return name == null ? "" : name;
  }

  /** Prints target and actual value as they follow from the figures. */
  public void print() {
    switch (shape()) {
      case COUNT, RATE -> {
        target = "≥" + plain(goal) + spec.unit();
        actual = plain(reached) + spec.unit();
      }
      case AT_MOST -> {
        target = "≤" + plain(goal) + spec.unit();
        actual = plain(reached) + spec.unit();
      }
      case ZERO -> {
        target = "=0" + spec.unit();
        actual = "0" + spec.unit();
      }
      default -> {
        // words are put by who knows them
      }
    }
  }

  /** Other points, of which as much is earned as was reached. */
  void worth(BigDecimal other) {
    points = other;
    if (shape().isHigher() && explanation != null && reached.compareTo(goal) < 0) {
      earned = points.multiply(reached).divide(goal, 2, RoundingMode.HALF_UP);
    } else {
      full();
    }
  }

  /** All points. */
  public void full() {
    earned = points;
    explanation = null;
  }
}
