package org.jihe.rule.fact;

import org.jihe.form.Field;
import org.jihe.form.FormColumn;
import org.jihe.form.FormFields;
import org.jihe.form.Indicator;
import org.jihe.form.SelfEvaluation;
import org.jihe.rule.cell.Cells;
import org.jihe.rule.cell.Requirement;
import org.jihe.rule.jurisdiction.Parameters;
import org.jspecify.annotations.Nullable;

/** Which cells of one form are blank, and which are printed and cannot be read. */
public final class CellStates {

  private static final int GRADE = Cells.formIndex(Cells.GRADE);
  private static final int CATEGORY = Cells.indexOf(FormFields.CATEGORY);
  private static final int ASPECT = Cells.indexOf(FormFields.ASPECT);
  private static final int TARGET = Cells.indexOfMeasure(FormFields.TARGET);
  private static final int ACTUAL = Cells.indexOfMeasure(FormFields.ACTUAL);

  private final State[] form;
  private final State[][] indicators;
  private final boolean categoryPoints;

  /** What can be said of a cell before its value counts. */
  enum State {
    READABLE,
    BLANK,
    UNREADABLE,
    /** Nothing was read though something may be printed: a label is not known. */
    UNREAD
  }

  private CellStates(State[] form, State[][] indicators, boolean categoryPoints) {
    this.form = form;
    this.indicators = indicators;
    this.categoryPoints = categoryPoints;
  }

  /** True where a category's label states its points. */
  public boolean hasCategoryPoints() {
    return categoryPoints;
  }

  static CellStates of(SelfEvaluation form, Parameters parameters, IndicatorSet set) {
    State[][] indicators = new State[form.indicators().size()][];
    for (int row = 0; row < indicators.length; row++) {
      indicators[row] = ofIndicator(form.indicators().get(row), set.row(row));
      for (int i = 0; i < Cells.printedIndicatorCount(); i++) {
        if (indicators[row][i] == State.BLANK && form.isUnread(Cells.indicatorPath(row, i))) {
          indicators[row][i] = State.UNREAD;
        }
      }
      unreadMeasure(indicators[row], FormFields.TARGET, TARGET);
      unreadMeasure(indicators[row], FormFields.ACTUAL, ACTUAL);
    }
    return new CellStates(ofForm(form, parameters), indicators, set.statesCategoryPoints());
  }

  /** A cell that was not read is not read as a number, either. */
  private static void unreadMeasure(
      State[] states, FormColumn<Indicator, String> column, int measure) {
    if (states[Cells.indexOf(column)] == State.UNREAD) {
      states[measure] = State.UNREAD;
    }
  }

  private static State[] ofForm(SelfEvaluation form, Parameters parameters) {
    State[] states = new State[Cells.formCount()];
    for (int i = 0; i < states.length; i++) {
      states[i] = state(Cells.formField(form, i));
      if (states[i] == State.BLANK && form.isUnread(Cells.formPath(i))) {
        states[i] = State.UNREAD;
      }
    }
    String grade = form.total().grade().printed();
    unreadableIf(parameters.gradeNamed(grade) == null, states, GRADE);
    return states;
  }

  private static State[] ofIndicator(Indicator indicator, IndicatorFact fact) {
    State[] states = new State[Cells.indicatorCount()];
    for (int i = 0; i < states.length; i++) {
      states[i] = state(Cells.indicatorField(indicator, i));
    }
    unreadableIf(fact.labels().isUnknownCategory(), states, CATEGORY);
    unreadableIf(fact.labels().isUnknownAspect(), states, ASPECT);
    if (fact.targetMeasure().uncertain()) {
      states[TARGET] = State.UNREADABLE;
    }
    if (fact.actualMeasure().uncertain()) {
      states[ACTUAL] = State.UNREADABLE;
    }
    return states;
  }

  /** A cell whose text means nothing to the jurisdiction is as if it could not be read. */
  private static void unreadableIf(boolean unknown, State[] states, int cell) {
    if (unknown && states[cell] == State.READABLE) {
      states[cell] = State.UNREADABLE;
    }
  }

  private static State state(Field<?> field) {
    if (field.isBlank()) {
      return State.BLANK;
    }
    return field.value() == null ? State.UNREADABLE : State.READABLE;
  }

  /**
   * Why a requirement is not met, as {@code path: blank} or {@code path: unreadable}, or null where
   * it is met. Of a cell that every indicator has, the first that is missing.
   */
  public @Nullable String missing(Requirement requirement) {
    int inForm = requirement.formIndex();
    if (inForm >= 0) {
      String why = why(form[inForm], requirement);
      return why == null ? null : Cells.formPath(inForm) + ": " + why;
    }
    int inIndicator = requirement.indicatorIndex();
    for (int row = 0; row < indicators.length; row++) {
      String why = why(indicators[row][inIndicator], requirement);
      if (why != null) {
        return Cells.indicatorPath(row, inIndicator) + ": " + why;
      }
    }
    return null;
  }

  /**
   * The path of a cell that the requirement names and that was not read; null where there is none.
   */
  public @Nullable String unread(Requirement requirement) {
    int inForm = requirement.formIndex();
    if (inForm >= 0) {
      return form[inForm] == State.UNREAD ? Cells.formPath(inForm) : null;
    }
    for (int row = 0; row < indicators.length; row++) {
      if (indicators[row][requirement.indicatorIndex()] == State.UNREAD) {
        return Cells.indicatorPath(row, requirement.indicatorIndex());
      }
    }
    return null;
  }

  /** True where every cell that the path names is blank. */
  public boolean isBlank(Requirement cell) {
    if (cell.formIndex() >= 0) {
      return form[cell.formIndex()] == State.BLANK;
    }
    for (State[] row : indicators) {
      if (row[cell.indicatorIndex()] != State.BLANK) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable String why(State state, Requirement requirement) {
    return switch (state) {
      case READABLE -> null;
      case BLANK -> requirement.mayBeBlank() ? null : "blank";
      case UNREADABLE, UNREAD -> "unreadable";
    };
  }
}
