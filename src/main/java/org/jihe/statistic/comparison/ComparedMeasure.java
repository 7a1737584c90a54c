package org.jihe.statistic.comparison;

import java.math.BigDecimal;
import java.util.List;
import org.jihe.statistic.measure.FormMeasures;
import org.jihe.statistic.measure.FormMeasures.Marks;
import org.jspecify.annotations.Nullable;

/**
 * What departments are compared by: numerator and denominator, each summed over a department's
 * forms of a year that are not cancelled.
 */
public enum ComparedMeasure {
  /** Forms with an error that stands ÷ forms. */
  FORMS_WITH_ERROR("formsWithError", Kind.SHARE, Good.LOW) {
    @Override
    long hits(FormMeasures form) {
      return form.found().errors() > 0 ? 1 : 0;
    }
  },
  /** Forms that claim more than half a point above their range ÷ forms with a range. */
  OVERCLAIMED("overclaimed", Kind.SHARE, Good.LOW) {
    @Override
    long hits(FormMeasures form) {
      Double over = form.score().inflation();
      return over != null && over > MARGIN ? 1 : 0;
    }

    @Override
    long all(FormMeasures form) {
      return form.score().inflation() == null ? 0 : 1;
    }
  },
  /** Forms with every indicator full ÷ forms with indicators. */
  FULL_MARKS("fullMarks", Kind.SHARE, Good.NEITHER) {
    @Override
    long hits(FormMeasures form) {
      return form.marks().allFull() ? 1 : 0;
    }

    @Override
    long all(FormMeasures form) {
      return form.marks().indicators() > 0 ? 1 : 0;
    }
  },
  /** Indicators without an actual value ÷ indicators. */
  BLANK_ACTUALS("blankActuals", Kind.SHARE, Good.LOW) {
    @Override
    long hits(FormMeasures form) {
      return form.marks().blankActuals();
    }

    @Override
    long all(FormMeasures form) {
      return form.marks().indicators();
    }
  },
  /** Forms whose achievement repeats the objective ÷ forms with both texts. */
  COPIED_OBJECTIVES("copiedObjectives", Kind.SHARE, Good.LOW) {
    @Override
    long hits(FormMeasures form) {
      Marks marks = form.marks();
      return marks.bothObjectives() && marks.copiedObjective() ? 1 : 0;
    }

    @Override
    long all(FormMeasures form) {
      return form.marks().bothObjectives() ? 1 : 0;
    }
  },
  /** Targets in words alone ÷ targets that could be read. */
  QUALITATIVE_TARGETS("qualitativeTargets", Kind.SHARE, Good.NEITHER) {
    @Override
    long hits(FormMeasures form) {
      return form.marks().qualitative();
    }

    @Override
    long all(FormMeasures form) {
      return form.marks().targetsRead();
    }
  },
  /** Forms without an indicator of cost ÷ forms. */
  NO_COST_INDICATOR("noCostIndicator", Kind.SHARE, Good.LOW) {
    @Override
    long hits(FormMeasures form) {
      return form.marks().cost() ? 0 : 1;
    }
  },
  /** Indicators that lost points and do not say why ÷ indicators that lost points. */
  UNEXPLAINED_LOSS("unexplainedLoss", Kind.SHARE, Good.LOW) {
    @Override
    long hits(FormMeasures form) {
      return form.marks().unexplained();
    }

    @Override
    long all(FormMeasures form) {
      return form.marks().lost();
    }
  },
  /** Forms of the best grade ÷ forms with a total. */
  TOP_GRADE("topGrade", Kind.SHARE, Good.NEITHER) {
    @Override
    long hits(FormMeasures form) {
      return form.score().total() != null && form.score().top() ? 1 : 0;
    }

    @Override
    long all(FormMeasures form) {
      return form.score().total() == null ? 0 : 1;
    }
  },
  /** Errors per form. */
  ERRORS_PER_FORM("errorsPerForm", Kind.COUNT, Good.LOW) {
    @Override
    long hits(FormMeasures form) {
      return form.found().errors();
    }
  },
  /** Doubts per form. */
  DOUBTS_PER_FORM("doubtsPerForm", Kind.COUNT, Good.LOW) {
    @Override
    long hits(FormMeasures form) {
      return form.found().doubts();
    }
  },
  /** Mean of the printed totals. */
  SCORE("score", Kind.MEAN, Good.NEITHER) {
    @Override
    public void add(MeasureState state, FormMeasures form) {
      BigDecimal total = form.score().total();
      if (total != null) {
        state.add(total.doubleValue());
      }
    }
  },
  /** Mean of claimed points − the most that is supported. */
  INFLATION("inflation", Kind.MEAN, Good.LOW) {
    @Override
    public void add(MeasureState state, FormMeasures form) {
      Double over = form.score().inflation();
      if (over != null) {
        state.add(over);
      }
    }
  },
  /** Σ expenditure ÷ Σ final budget. */
  EXECUTION("execution", Kind.RATE, Good.NEITHER) {
    @Override
    public void add(MeasureState state, FormMeasures form) {
      BigDecimal budget = form.money().finalBudget();
      BigDecimal spent = form.money().actualExpenditure();
      if (budget != null && spent != null && budget.signum() > 0) {
        state.add(spent.doubleValue(), budget.doubleValue());
      }
    }
  };

  /** A claim is not above its range before it is so by this many points. */
  public static final double MARGIN = .5;

  /** What kind of figure it is, and so how chance works on it. */
  public enum Kind {
    SHARE,
    COUNT,
    MEAN,
    RATE
  }

  /** Which figures are good. */
  public enum Good {
    LOW,
    NEITHER
  }

  private final String key;
  private final Kind kind;
  private final Good good;

  ComparedMeasure(String key, Kind kind, Good good) {
    this.key = key;
    this.kind = kind;
    this.good = good;
  }

  /** The measure's name in tables and on the command line. */
  public String key() {
    return key;
  }

  public Kind kind() {
    return kind;
  }

  public Good good() {
    return good;
  }

  /** What a form adds to the numerator. */
  long hits(FormMeasures form) {
    throw new UnsupportedOperationException(key);
  }

  /** What it adds to the denominator. */
  long all(FormMeasures form) {
    return 1;
  }

  /** Adds a form that is not cancelled. */
  public void add(MeasureState state, FormMeasures form) {
    state.addHits(hits(form), all(form));
  }

  /** The measure of a name, or null. */
  public static @Nullable ComparedMeasure named(String key) {
    for (ComparedMeasure one : values()) {
      if (one.key.equalsIgnoreCase(key)) {
        return one;
      }
    }
    return null;
  }

  /** The names of all. */
  public static List<String> keys() {
    return List.of(values()).stream().map(ComparedMeasure::key).toList();
  }
}
