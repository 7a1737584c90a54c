package org.jihe.rule.fact.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.jihe.form.Field;
import org.jihe.form.SelfEvaluation;
import org.jihe.rule.cell.Cells;
import org.jihe.rule.jurisdiction.Parameters;
import org.jspecify.annotations.Nullable;

/** Placeholders of the template that were left in the cells. */
public final class Placeholders {

  private Placeholders() {}

  /**
   * One placeholder.
   *
   * @param path the cell
   * @param text the placeholder
   */
  public record Placeholder(String path, String text) {}

  public static List<Placeholder> in(SelfEvaluation form, Parameters parameters) {
    List<Placeholder> found = new ArrayList<>(0);
    for (int i = 0; i < Cells.formCount(); i++) {
      String text = placeholder(Cells.formField(form, i), parameters);
      if (text != null) {
        found.add(new Placeholder(Cells.formPath(i), text));
      }
    }
    for (int row = 0; row < form.indicators().size(); row++) {
      for (int i = 0; i < Cells.printedIndicatorCount(); i++) {
        String text = placeholder(Cells.indicatorField(form.indicators().get(row), i), parameters);
        if (text != null) {
          found.add(new Placeholder(Cells.indicatorPath(row, i), text));
        }
      }
    }
    return found;
  }

  private static @Nullable String placeholder(Field<?> field, Parameters parameters) {
    String printed = field.printed();
    if (printed == null || field.value() instanceof Number) {
      return null;
    }
    if (parameters.begins("placeholderStart", printed)
        && parameters.isWhole("placeholderCell", printed)) {
      return printed;
    }
    if (!parameters.mentions("placeholderHint", printed)) {
      return null;
    }
    Matcher within = parameters.firstMatch("placeholderWithin", printed);
    return within == null ? null : within.group();
  }
}
