package org.jihe.rule.fact.wording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.jihe.form.Field;
import org.jihe.form.FormFields;
import org.jihe.form.Indicator;
import org.jihe.form.Reading;
import org.jihe.form.SelfEvaluation;
import org.jihe.layout.CellNote;
import org.jihe.rule.cell.Cells;
import org.jihe.rule.jurisdiction.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * Remains of web pages and single quotation marks (引号) in the cells, and tags that were taken out
 * of them when they were read.
 */
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
    Map<String, String> removed = removed(form, parameters);
    List<Mark> marks = new ArrayList<>(0);
    for (int i = 0; i < Cells.formCount(); i++) {
      String path = Cells.formPath(i);
      String mark = removed.getOrDefault(path, mark(Cells.formField(form, i), parameters));
      if (mark != null) {
        marks.add(new Mark(path, mark));
      }
    }
    for (int row = 0; row < form.indicators().size(); row++) {
      Indicator indicator = form.indicators().get(row);
      Indicator above = row == 0 ? null : form.indicators().get(row - 1);
      for (int i = 0; i < Cells.printedIndicatorCount(); i++) {
        Field<?> field = Cells.indicatorField(indicator, i);
        String path = Cells.indicatorPath(row, i);
        String remains = merged(field, above, i) ? null : mark(field, parameters);
        String mark = removed.getOrDefault(path, remains);
        if (mark != null) {
          marks.add(new Mark(path, mark));
        }
      }
    }
    return marks;
  }

  /** The first tag that was taken out of a cell when it was read, by the cell's path. */
  private static Map<String, String> removed(SelfEvaluation form, Parameters parameters) {
    Map<String, String> removed = new HashMap<>(0);
    for (Reading.Note note : form.notes()) {
      if (note.kind() == CellNote.Kind.MARKUP_REMOVED) {
        Matcher tag = parameters.firstMatch("markup", note.before());
        removed.putIfAbsent(note.subject(), tag == null ? note.before() : tag.group());
      }
    }
    return removed;
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
