package org.jihe.rule.sheet;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.drools.model.Drools;
import org.jihe.form.Field;
import org.jihe.form.Indicator;
import org.jihe.form.Texts;
import org.jihe.rule.fact.Evidence;
import org.jihe.rule.fact.FormFact;
import org.jspecify.annotations.Nullable;

/**
 * One cell of a form, for rules that are rows of a rule table (规则表). Made only for the cells that
 * such a row asks for: {@link CellChoice#cells}.
 */
public final class CellFact {

  private static final Pattern SEPARATOR = Pattern.compile("[、，,;；|｜]");

  private final FormFact form;
  private final String subject;
  private final Field<?> field;
  private final @Nullable Indicator indicator;

  CellFact(FormFact form, String subject, Field<?> field, @Nullable Indicator indicator) {
    this.form = form;
    this.subject = subject;
    this.field = field;
    this.indicator = indicator;
  }

  /** The several values of one text, such as {@code 优、良}. */
  public static List<String> several(String text) {
    return Arrays.stream(SEPARATOR.split(text))
        .map(String::strip)
        .filter(s -> !s.isEmpty())
        .toList();
  }

  /** Path of the cell, such as {@code indicators[3].score}. */
  public String subject() {
    return subject;
  }

  /** What makes a comparison with the cell uncertain; null where nothing does. */
  public @Nullable String gap(Comparison comparison, String unit) {
    if (comparison.needs() == Comparison.Needs.NOTHING) {
      return null;
    }
    if (field.isBlank()) {
      return subject + ": blank";
    }
    boolean number = comparison.needs() == Comparison.Needs.NUMBER || !isText();
    return number && CellValue.of(field, unit) == null ? subject + ": unreadable" : null;
  }

  /**
   * True where the comparison holds, which it never does with a cell that is blank or cannot be
   * read, except for {@link Comparison#BLANK}.
   *
   * @param comparison name of a {@link Comparison}
   * @param value text to compare with; the number alone where a number is compared
   * @param unit unit of the number
   */
  public boolean is(String comparison, String value, String unit) {
    Comparison wanted = Comparison.valueOf(comparison);
    if (wanted.needs() == Comparison.Needs.NOTHING) {
      return field.isBlank() == (wanted == Comparison.BLANK);
    }
    return gap(wanted, unit) == null && holds(wanted, value, unit);
  }

  private boolean holds(Comparison wanted, String value, String unit) {
    return switch (wanted) {
      case EQUAL -> equal(value, unit);
      case NOT_EQUAL -> !equal(value, unit);
      case ABOVE, NOT_BELOW, BELOW, NOT_ABOVE -> wanted.allows(compare(value, unit));
      case CONTAINS -> contains(value);
      case NOT_CONTAINS -> !contains(value);
      case ONE_OF -> oneOf(value, unit);
      case NOT_ONE_OF -> !oneOf(value, unit);
      case BLANK, NOT_BLANK -> false;
    };
  }

  private boolean oneOf(String values, String unit) {
    return several(values).stream().anyMatch(one -> equal(one, unit));
  }

  private boolean isText() {
    return field.value() instanceof String;
  }

  private boolean equal(String value, String unit) {
    return isText()
        ? Texts.folded(value).equals(Texts.folded(field.printed()))
        : compare(value, unit) == 0;
  }

  private boolean contains(String value) {
    return Texts.folded(field.printed()).contains(Texts.folded(value));
  }

  private int compare(String value, String unit) {
    BigDecimal number = CellValue.of(field, unit);
    if (number == null) {
      throw new IllegalStateException("a cell without a number is compared: " + subject);
    }
    return number.compareTo(new BigDecimal(value));
  }

  /**
   * Reports the cell.
   *
   * @param comparison name of a {@link Comparison}
   * @param printed the value as it stands in the table
   */
  public Evidence report(Drools rule, String comparison, String printed) {
    Evidence evidence = form.report(rule, subject).with("value", printed);
    evidence.with("reported", field.isBlank() ? "—" : field.printed());
    String expected = Comparison.valueOf(comparison).opposite(printed);
    if (expected != null) {
      evidence.expected(expected);
    }
    if (indicator != null) {
      evidence
          .with("indicator", text(indicator.name()))
          .with("target", text(indicator.target()))
          .with("actual", text(indicator.actual()))
          .with("score", text(indicator.score()))
          .with("maxScore", text(indicator.maxScore()));
    }
    return evidence;
  }

  private static String text(Field<?> cell) {
    String printed = cell.printed();
    return printed == null || cell.isBlank() ? "—" : printed;
  }
}
