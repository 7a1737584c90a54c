package org.jihe.rule.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jihe.form.FormFields;
import org.jihe.form.SelfEvaluation;
import org.jihe.rule.cell.Cells;

/** The fields of a form's head that must be filled. */
final class HeaderFields {

  private static final int[] CELLS =
      Stream.of(
              FormFields.PROJECT_NAME,
              FormFields.SUPERVISING_DEPARTMENT,
              FormFields.IMPLEMENTING_AGENCY,
              FormFields.YEAR,
              FormFields.CURRENCY_UNIT)
          .mapToInt(column -> Cells.formIndex(column.name()))
          .toArray();

  private HeaderFields() {}

  static List<String> blank(SelfEvaluation form) {
    List<String> blank = new ArrayList<>(0);
    for (int cell : CELLS) {
      if (Cells.formField(form, cell).isBlank()) {
        blank.add(Cells.formPath(cell));
      }
    }
    return blank;
  }
}
