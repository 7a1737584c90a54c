package org.jihe.generate.defect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jihe.generate.draft.Draft;
import org.jspecify.annotations.Nullable;

/** What was planted in the forms of one department. */
public final class Truth {

  /** Whether something was planted or follows of necessity from what was. */
  public enum Of {
    PLANTED,
    FOLLOWS;

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One thing that a review should find.
   *
   * @param form the form; null for what is wrong with the department's year
   * @param department the department's own name
   * @param project the project, or empty
   * @param rule a rule's name; an outlier's measure behind {@code outlier:}; {@code copied:} and a
   *     number for a text that other departments have too
   * @param subject path of the cell, or what the rule says instead
   */
  public record Line(
      @Nullable Draft form,
      String department,
      String project,
      int year,
      String rule,
      String subject,
      Of kind) {}

  private final List<Line> lines = new ArrayList<>();

  public void add(Line line) {
    lines.add(line);
  }

  public List<Line> lines() {
    return lines;
  }

  /** Forms of a year in which one of the rules was planted or follows. */
  public long forms(int year, List<String> rules) {
    return lines.stream()
        .filter(line -> line.year() == year && line.form() != null && rules.contains(line.rule()))
        .map(Line::form)
        .distinct()
        .count();
  }
}
