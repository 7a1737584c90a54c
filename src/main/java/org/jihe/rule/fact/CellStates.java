package org.jihe.rule.fact;

import java.util.List;
import org.jihe.form.Field;
import org.jihe.form.FormFields;
import org.jihe.form.Indicator;
import org.jihe.form.SelfEvaluation;
import org.jihe.rule.fact.wording.Labels;
import org.jihe.rule.jurisdiction.Parameters;
import org.jspecify.annotations.Nullable;

/** Which cells of one form are blank, and which are printed and cannot be read. */
public final class CellStates {

  private final State[] form;
  private final State[][] indicators;
  private final boolean categoryPoints;

  /** What can be said of a cell before its value counts. */
  enum State {
    READABLE,
    BLANK,
    UNREADABLE
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
    State[] states = new State[Cells.formCount()];
    for (int i = 0; i < states.length; i++) {
      states[i] = state(Cells.formField(form, i));
    }
    int grade = Cells.formIndex(Cells.GRADE);
    String printedGrade = form.total().grade().printed();
    if (states[grade] == State.READABLE && parameters.gradeNamed(printedGrade) == null) {
      states[grade] = State.UNREADABLE;
    }
    List<Indicator> rows = form.indicators();
    State[][] cells = new State[rows.size()][Cells.indicatorCount()];
    int category = Cells.indexOf(FormFields.CATEGORY);
    int aspect = Cells.indexOf(FormFields.ASPECT);
    int target = Cells.indexOfMeasure(FormFields.TARGET);
    int actual = Cells.indexOfMeasure(FormFields.ACTUAL);
    for (int row = 0; row < cells.length; row++) {
      Indicator indicator = rows.get(row);
      for (int i = 0; i < cells[row].length; i++) {
        cells[row][i] = state(Cells.indicatorField(indicator, i));
      }
      Labels labels = set.row(row).labels();
      if (cells[row][category] == State.READABLE && labels.isUnknownCategory()) {
        cells[row][category] = State.UNREADABLE;
      }
      if (cells[row][aspect] == State.READABLE && labels.isUnknownAspect()) {
        cells[row][aspect] = State.UNREADABLE;
      }
      if (set.row(row).targetMeasure().uncertain()) {
        cells[row][target] = State.UNREADABLE;
      }
      if (set.row(row).actualMeasure().uncertain()) {
        cells[row][actual] = State.UNREADABLE;
      }
    }
    return new CellStates(states, cells, set.statesCategoryPoints());
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
      case UNREADABLE -> "unreadable";
    };
  }
}
