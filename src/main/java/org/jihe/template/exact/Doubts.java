package org.jihe.template.exact;

import java.util.ArrayList;
import java.util.List;
import org.jihe.form.FormColumn;
import org.jihe.form.FormFields;
import org.jihe.form.FormPath;
import org.jihe.form.FundingKind;
import org.jihe.form.FundingRow;
import org.jihe.form.Guess;
import org.jihe.form.Guess.Reason;
import org.jihe.form.Indicator;

/** What a person must look at since labels of a form are not known. */
final class Doubts {

  /** Columns that the total alone has. */
  private static final List<String> POINTS = List.of("maxScore", "executionRate", "score");

  private final List<Guess> guesses = new ArrayList<>();

  /** Tells of columns of the funding table. */
  void funding(UnknownColumns found) {
    for (FormColumn<FundingRow, ?> column : FormFields.FUNDING) {
      String name = column.name();
      for (FundingKind kind : FundingKind.values()) {
        boolean held = kind == FundingKind.TOTAL || !POINTS.contains(name);
        if (held) {
          add(FormPath.funding(kind, column), name, found);
        }
      }
    }
  }

  /** Tells of columns of the indicator table. */
  void indicators(UnknownColumns found) {
    for (FormColumn<Indicator, ?> column : FormFields.INDICATOR) {
      add(FormPath.indicator(FormPath.EVERY, column), column.name(), found);
    }
  }

  private void add(FormPath path, String name, UnknownColumns found) {
    if (found.recognised().contains(name)) {
      add(path, Reason.LABEL_RECOGNISED, found.label(name));
    } else if (found.missing().contains(name)) {
      add(path, Reason.COLUMN_UNRECOGNISED, "");
    }
  }

  /**
   * Tells of a place.
   *
   * @param printed what is printed there; may be empty
   */
  void add(FormPath path, Reason reason, String printed) {
    guesses.add(new Guess(path.toString(), reason, printed, ""));
  }

  List<Guess> guesses() {
    return guesses;
  }
}
