package org.jihe.rule.fact.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.jihe.form.Field;
import org.jihe.form.FormFields;
import org.jihe.form.Indicator;
import org.jihe.form.SelfEvaluation;
import org.jihe.rule.cell.Cells;
import org.jihe.rule.jurisdiction.Parameters;
import org.jspecify.annotations.Nullable;

/** Remains of web pages and single quotation marks (引号) in the cells. */
public final class Markup {

  private static final int CATEGORY = Cells.indexOf(FormFields.CATEGORY);
  private static final int ASPECT = Cells.indexOf(FormFields.ASPECT);

  private Markup() {}

  /**
   * One cell with such remains.
   *
   * @param path the cell
   * @param mark the first tag, or the quotation mark that has no other
   */
  public record Mark(String path, String mark) {}

  public static List<Mark> in(SelfEvaluation form, Parameters parameters) {
    List<Mark> marks = new ArrayList<>(0);
    for (int i = 0; i < Cells.formCount(); i++) {
      String mark = mark(Cells.formField(form, i), parameters);
      if (mark != null) {
        marks.add(new Mark(Cells.formPath(i), mark));
      }
    }
    for (int row = 0; row < form.indicators().size(); row++) {
      Indicator indicator = form.indicators().get(row);
      Indicator above = row == 0 ? null : form.indicators().get(row - 1);
      for (int i = 0; i < Cells.printedIndicatorCount(); i++) {
        Field<?> field = Cells.indicatorField(indicator, i);
        String mark = merged(field, above, i) ? null : mark(field, parameters);
        if (mark != null) {
          marks.add(new Mark(Cells.indicatorPath(row, i), mark));
        }
      }
    }
    return marks;
  }

  /** A merged label is one cell, though every indicator beside it has its text. */
  private static boolean merged(Field<?> field, @Nullable Indicator above, int cell) {
    if (above == null || (cell != CATEGORY && cell != ASPECT)) {
      return false;
    }
    String printed = field.printed();
    return printed != null && printed.equals(Cells.indicatorField(above, cell).printed());
  }

  private static @Nullable String mark(Field<?> field, Parameters parameters) {
    String printed = field.printed();
    if (printed == null || field.value() instanceof Number) {
      return null;
    }
    if (printed.indexOf('<') >= 0 || printed.indexOf('&') >= 0) {
      Matcher tag = parameters.firstMatch("markup", printed);
      if (tag != null) {
        return tag.group();
      }
    }
    return QuotationMarks.single(printed);
  }
}
