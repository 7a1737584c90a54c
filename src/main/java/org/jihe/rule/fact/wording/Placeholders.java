package org.jihe.rule.fact.wording;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import org.jihe.form.Field;
import org.jihe.form.FormPath;
import org.jihe.form.Indicator;
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

  /** True for a row that holds the template's placeholder in place of a name, and no value. */
  public static boolean leftOver(Indicator indicator, Parameters parameters) {
    String name = indicator.name().printed();
    return name != null
        && parameters.begins("placeholderStart", name)
        && parameters.isWhole("placeholderCell", name)
        && vacant(indicator.target(), parameters)
        && vacant(indicator.actual(), parameters)
        && indicator.score().isBlank();
  }

  private static boolean vacant(Field<String> field, Parameters parameters) {
    return field.isBlank() || placeholder(field, parameters) != null;
  }

  /** The same with all rows that nobody filled in taken together, at the first of them. */
  public static List<Placeholder> told(SelfEvaluation form, Parameters parameters) {
    List<Placeholder> told = new ArrayList<>(0);
    int first = -1;
    Set<String> names = new LinkedHashSet<>();
    for (Placeholder one : in(form, parameters)) {
      int row = FormPath.rowOf(one.path());
      if (row < 0 || !leftOver(form.indicators().get(row), parameters)) {
        told.add(one);
      } else {
        first = first < 0 ? told.size() : first;
        if (names.isEmpty()) {
          told.add(one);
        }
        names.add(one.text());
      }
    }
    if (first >= 0) {
      told.set(first, new Placeholder(told.get(first).path(), String.join("、", names)));
    }
    return told;
  }

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
