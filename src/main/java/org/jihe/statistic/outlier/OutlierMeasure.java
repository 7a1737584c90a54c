package org.jihe.statistic.outlier;

import java.math.BigDecimal;
import org.jihe.statistic.measure.FormMeasures;
import org.jspecify.annotations.Nullable;

/** By what a form may stand out from its peers. */
public enum OutlierMeasure {
  /** Expenditure ÷ final budget. */
  EXECUTION_RATE("executionRate", .01, "funding.total.executionRate") {
    @Override
    @Nullable Double of(FormMeasures form) {
      return form.money().rate();
    }
  },
  /** log₁₀ of final ÷ original budget; amounts that are not above 0 have none. */
  ADJUSTMENT("adjustment", .05, "funding.total.finalBudget") {
    @Override
    @Nullable Double of(FormMeasures form) {
      return logRatio(form.money().finalBudget(), form.money().originalBudget());
    }
  },
  /** Points claimed above the most that is supported, 0 where none are. */
  OVERCLAIMED("overclaimed", .5, "total.score") {
    @Override
    @Nullable Double of(FormMeasures form) {
      Double over = form.score().inflation();
      return over == null ? null : Math.max(0, over);
    }
  },
  /** Score − 100 · execution rate, the rate cut at 1. */
  SCORE_MINUS_RATE("scoreMinusRate", .5, "total.score") {
    @Override
    @Nullable Double of(FormMeasures form) {
      Double rate = form.money().rate();
      BigDecimal total = form.score().total();
      return rate == null || total == null ? null : total.doubleValue() - 100 * Math.min(1, rate);
    }
  },
  /** Points above what would be left if every finding cost its weight: 6, 3 and 0.5. */
  SCORE_AGAINST_FINDINGS("scoreAgainstFindings", .5, "total.score") {
    @Override
    @Nullable Double of(FormMeasures form) {
      BigDecimal total = form.score().total();
      FormMeasures.Found found = form.found();
      double cost = 6.0 * found.errors() + 3.0 * found.doubts() + .5 * found.notes();
      return total == null ? null : total.doubleValue() - (100 - Math.min(100, cost));
    }
  },
  /**
   * log₁₀ of final budget ÷ planned quantity, among forms that count the same thing: the price,
   * whatever was spent and delivered of it.
   */
  UNIT_COST("unitCost", .05, "indicators") {
    @Override
    @Nullable Double of(FormMeasures form) {
      return form.marks().quantityName() == null
          ? null
          : logRatio(form.money().finalBudget(), form.marks().quantity());
    }
  },
  /** Number of indicators. */
  INDICATORS("indicators", 1, "indicators") {
    @Override
    Double of(FormMeasures form) {
      return (double) form.marks().indicators();
    }
  },
  /** Share of indicators with all of their points. */
  FULL_MARKS("fullMarks", .01, "indicators") {
    @Override
    @Nullable Double of(FormMeasures form) {
      int all = form.marks().indicators();
      return all == 0 ? null : (double) form.marks().full() / all;
    }

    @Override
    boolean isMuch(FormMeasures form, double value, double median) {
      return Math.abs(value - median) * form.marks().indicators() > FEW_INDICATORS;
    }
  },
  /** Score ÷ points of an indicator, among those of the same name, target and actual value. */
  INDICATOR_SCORE("indicatorScore", .01, "indicators") {
    @Override
    @Nullable Double of(FormMeasures form) {
      return null;
    }
  },
  /** A department's mean score, among departments with about as many errors per form. */
  DEPARTMENT_SCORE("departmentScore", .5, "") {
    @Override
    @Nullable Double of(FormMeasures form) {
      return null;
    }
  };

  /** Where most peers have all marks, one or two indicators more or less tell nothing. */
  private static final double FEW_INDICATORS = 2.5;

  private final String key;
  private final double resolution;
  private final String subject;

  OutlierMeasure(String key, double resolution, String subject) {
    this.key = key;
    this.resolution = resolution;
    this.subject = subject;
  }

  /** The measure's name in tables. */
  public String key() {
    return key;
  }

  /** The least difference that means something. */
  public double resolution() {
    return resolution;
  }

  /** Path of the part of a form that it is about; empty for a department's. */
  String subject() {
    return subject;
  }

  /** True for measures that are logarithms, to be shown as what they are of. */
  public boolean isLogarithm() {
    return this == ADJUSTMENT || this == UNIT_COST;
  }

  /** True where only a value above the peers' tells of a wrong score. */
  boolean isHighAlone() {
    return this == OVERCLAIMED
        || this == SCORE_MINUS_RATE
        || this == SCORE_AGAINST_FINDINGS
        || this == DEPARTMENT_SCORE;
  }

  /**
   * True where values have long tails, so that one must be beyond the outer fence to be listed:
   * findings crowd in some forms, and prices of one thing differ several fold.
   */
  boolean isFarAlone() {
    return this == SCORE_AGAINST_FINDINGS || this == UNIT_COST;
  }

  /** True where a value is so far from the median that it says something of this form. */
  boolean isMuch(FormMeasures form, double value, double median) {
    return true;
  }

  /** A form's value; null where it has none, or has none by itself. */
  abstract @Nullable Double of(FormMeasures form);

  private static @Nullable Double logRatio(@Nullable BigDecimal above, @Nullable BigDecimal below) {
    return above == null || below == null || above.signum() <= 0 || below.signum() <= 0
        ? null
        : Math.log10(above.doubleValue() / below.doubleValue());
  }

  /** The measure of a name, or null. */
  public static @Nullable OutlierMeasure named(String key) {
    for (OutlierMeasure one : values()) {
      if (one.key.equalsIgnoreCase(key)) {
        return one;
      }
    }
    return null;
  }
}
