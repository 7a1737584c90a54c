package org.jihe.source.workbook;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A spreadsheet's number format: up to four sections for positive and negative numbers, for zero
 * and for text, or sections with conditions of their own.
 */
final class NumberPattern {

  /** What a piece of a format stands for. */
  enum Kind {
    LITERAL,
    DIGIT,
    POINT,
    COMMA,
    PERCENT,
    EXPONENT,
    SLASH,
    GENERAL,
    TEXT,
    DATE,
    ELAPSED,
    HALF_DAY
  }

  record Piece(Kind kind, String text) {}

  record Section(List<Piece> pieces, @Nullable String comparison, double bound, boolean isDate) {

    boolean has(Kind kind) {
      return pieces.stream().anyMatch(piece -> piece.kind == kind);
    }

    boolean isConditional() {
      return comparison != null;
    }

    boolean holds(double value) {
      if (comparison == null) {
        return true;
      }
      return switch (comparison) {
        case "<" -> value < bound;
        case "<=" -> value <= bound;
        case ">" -> value > bound;
        case ">=" -> value >= bound;
        case "=" -> value == bound;
        default -> value != bound;
      };
    }
  }

  /** The mark with which a date is written in Chinese numerals. */
  private static final String CHINESE = "[DBNum1]";

  private final String code;
  private final List<Section> sections;

  private NumberPattern(String code, List<Section> sections) {
    this.code = code;
    this.sections = sections;
  }

  static NumberPattern of(String code) {
    List<Section> sections = new ArrayList<>();
    PatternScanner scanner = new PatternScanner(code);
    do {
      sections.add(scanner.section());
    } while (scanner.more());
    return new NumberPattern(code, List.copyOf(sections));
  }

  /** The number as this format shows it; white space that only aligns is left out. */
  String shown(double value, ShownNumbers numbers) {
    int index = index(value);
    if (index < 0) {
      return ShownNumbers.general(value);
    }
    Section section = sections.get(index);
    String sign = value < 0 && !saysTheSign(index) ? "-" : "";
    boolean chinese = section.isDate && code.contains(CHINESE);
    return (chinese
            ? ChineseDigits.of(DatePattern.shown(value, section.pieces, numbers.dates()))
            : section.isDate
                ? DatePattern.shown(value, section.pieces, numbers.dates())
                : sign + shown(Math.abs(value), section, numbers))
        .strip();
  }

  /** Zero as the format's first section shows it, for one whose own section shows a dash. */
  String zero() {
    Section first = sections.get(0);
    boolean digits = first.has(Kind.DIGIT) && !first.has(Kind.SLASH) && !first.isDate;
    String shown = digits ? DigitPattern.shown(0, first.pieces).strip() : "";
    return shown.indexOf('0') < 0 ? "0" : shown;
  }

  /**
   * True for the section of the numbers below zero, which prints their sign itself or means to
   * print none: the second one, or the one whose condition says so. To a section for other numbers
   * a sign is added, even where its condition happens to let negative ones in.
   */
  private boolean saysTheSign(int index) {
    Section section = sections.get(index);
    if (section.isConditional()) {
      return section.bound == 0
          && ("<".equals(section.comparison) || "<=".equals(section.comparison));
    }
    if (index != 1) {
      return false;
    }
    Section first = sections.get(0);
    boolean parted =
        first.bound == 0 && (">".equals(first.comparison) || ">=".equals(first.comparison));
    return !first.isConditional() || parted || numeric() > 2;
  }

  private String shown(double value, Section section, ShownNumbers numbers) {
    if (section.has(Kind.SLASH) && section.has(Kind.DIGIT)) {
      return numbers.fraction(value, code);
    }
    if (section.has(Kind.DIGIT)) {
      return DigitPattern.shown(value, section.pieces);
    }
    StringBuilder shown = new StringBuilder();
    for (Piece piece : section.pieces) {
      boolean number = piece.kind == Kind.GENERAL || piece.kind == Kind.TEXT;
      shown.append(number ? ShownNumbers.general(value) : piece.text);
    }
    return shown.toString();
  }

  /**
   * How many sections are for numbers; the last one is for text where it is the fourth or says so.
   */
  private int numeric() {
    int last = sections.size() - 1;
    boolean forText = last > 0 && last < 3 && sections.get(last).has(Kind.TEXT);
    return forText ? last : Math.min(3, sections.size());
  }

  /** The section for a number, or -1 where none is. */
  private int index(double value) {
    int numeric = numeric();
    if (sections.stream().anyMatch(Section::isConditional)) {
      return conditional(value, numeric);
    }
    if (numeric == 1 || value > 0 || (value == 0 && numeric == 2)) {
      return 0;
    }
    return value < 0 ? 1 : 2;
  }

  private int conditional(double value, int numeric) {
    for (int i = 0; i < numeric; i++) {
      Section section = sections.get(i);
      boolean rest = i == numeric - 1 || value < 0;
      if (section.isConditional() ? section.holds(value) : rest) {
        return i;
      }
    }
    return -1;
  }
}
