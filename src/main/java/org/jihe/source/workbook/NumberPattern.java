package org.jihe.source.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A spreadsheet's number format: up to four sections for positive and negative numbers, for zero
 * and for text, or sections with conditions of their own.
 */
final class NumberPattern {

  private static final Pattern CONDITION =
      Pattern.compile("(<=|>=|<>|=|<|>)\\s*(-?\\d+(?:\\.\\d+)?)");
  private static final Pattern CURRENCY = Pattern.compile("\\$([^-]*)(?:-([0-9A-Fa-f]+))?");
  private static final Pattern ELAPSED = Pattern.compile("h+|m+|s+", Pattern.CASE_INSENSITIVE);
  private static final List<String> HALF_DAYS = List.of("AM/PM", "A/P", "上午/下午");
  private static final List<String> GENERALS = List.of("General", "G/通用格式");

  /** Dates and times as the system shows them. */
  private static final String LONG_DATE = "yyyy\"年\"m\"月\"d\"日\"";

  private static final String LONG_TIME = "h:mm:ss";

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

  private record Section(
      List<Piece> pieces, @Nullable String comparison, double bound, boolean isDate) {

    boolean has(Kind kind) {
      return pieces.stream().anyMatch(piece -> piece.kind == kind);
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

  private final String code;
  private final List<Section> sections;

  private NumberPattern(String code, List<Section> sections) {
    this.code = code;
    this.sections = sections;
  }

  static NumberPattern of(String code) {
    List<Section> sections = new ArrayList<>();
    Scanner scanner = new Scanner(code);
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
    boolean below = section.comparison != null && section.comparison.startsWith("<");
    boolean saidBySection = below || (index == 1 && section.comparison == null);
    String sign = value < 0 && !saidBySection ? "-" : "";
    return (section.isDate
            ? DatePattern.shown(value, section.pieces, numbers.dates())
            : sign + shown(Math.abs(value), section, numbers))
        .strip();
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

  private int index(double value) {
    int numeric = Math.min(3, sections.size());
    boolean conditions = sections.stream().anyMatch(section -> section.comparison != null);
    if (conditions) {
      for (int i = 0; i < numeric; i++) {
        boolean last = i == numeric - 1;
        if (sections.get(i).comparison != null ? sections.get(i).holds(value) : last || value < 0) {
          return i;
        }
      }
      return -1;
    }
    if (value > 0 || numeric == 1 || (value == 0 && numeric == 2)) {
      return 0;
    }
    return value < 0 ? 1 : 2;
  }

  /** Takes a format apart. */
  private static final class Scanner {

    private final String code;
    private int at;
    private boolean ended;

    Scanner(String code) {
      this.code = code;
    }

    boolean more() {
      return !ended;
    }

    Section section() {
      List<Piece> pieces = new ArrayList<>();
      String comparison = null;
      double bound = 0;
      boolean date = false;
      while (at < code.length()) {
        char c = code.charAt(at);
        String word = word(GENERALS);
        String half = word == null ? word(HALF_DAYS) : null;
        if (word != null) {
          pieces.add(new Piece(Kind.GENERAL, word));
        } else if (half != null) {
          pieces.add(new Piece(Kind.HALF_DAY, half));
          date = true;
        } else if (c == ';') {
          at++;
          return new Section(pieces, comparison, bound, date);
        } else if (c == '[') {
          String inside = until(']');
          Matcher condition = CONDITION.matcher(inside);
          if (condition.matches()) {
            comparison = condition.group(1);
            bound = Double.parseDouble(condition.group(2));
          } else if (ELAPSED.matcher(inside).matches()) {
            pieces.add(new Piece(Kind.ELAPSED, inside.toLowerCase(Locale.ROOT)));
            date = true;
          } else {
            String system = currency(inside, pieces);
            if (system != null) {
              while (at < code.length() && code.charAt(at) != ';') {
                at++;
              }
              Section whole = new Scanner(system).section();
              ended = at >= code.length();
              return whole;
            }
          }
        } else {
          date |= piece(c, pieces);
        }
      }
      ended = true;
      return new Section(pieces, comparison, bound, date);
    }

    /** Adds a currency's sign; a format that means the system's own gives that one back. */
    private static @Nullable String currency(String inside, List<Piece> pieces) {
      Matcher currency = CURRENCY.matcher(inside);
      if (!currency.matches()) {
        return null; // a colour, a writing of digits
      }
      String locale = currency.group(2) == null ? "" : currency.group(2).toUpperCase(Locale.ROOT);
      if (locale.equals("F800")) {
        return LONG_DATE;
      }
      if (locale.equals("F400")) {
        return LONG_TIME;
      }
      pieces.add(new Piece(Kind.LITERAL, currency.group(1)));
      return null;
    }

    private @Nullable String word(List<String> words) {
      for (String word : words) {
        if (code.regionMatches(true, at, word, 0, word.length())) {
          at += word.length();
          return word;
        }
      }
      return null;
    }

    private String until(char end) {
      int close = code.indexOf(end, at + 1);
      int to = close < 0 ? code.length() : close;
      String inside = code.substring(at + 1, to);
      at = Math.min(code.length(), to + 1);
      return inside;
    }

    /** Takes the next piece; true where it is part of a date. */
    private boolean piece(char c, List<Piece> pieces) {
      switch (c) {
        case '"' -> pieces.add(new Piece(Kind.LITERAL, until('"')));
        case '\\', '!' -> pieces.add(new Piece(Kind.LITERAL, next()));
        case '_' -> {
          next();
          pieces.add(new Piece(Kind.LITERAL, " "));
        }
        case '*' -> next();
        case '0', '#', '?' -> one(Kind.DIGIT, pieces);
        case '.' -> one(Kind.POINT, pieces);
        case ',' -> one(Kind.COMMA, pieces);
        case '%' -> one(Kind.PERCENT, pieces);
        case '/' -> one(Kind.SLASH, pieces);
        case '@' -> one(Kind.TEXT, pieces);
        case 'y', 'Y', 'm', 'M', 'd', 'D', 'h', 'H', 's', 'S', 'a', 'A', 'e', 'E' -> {
          boolean exponent =
              (c == 'e' || c == 'E')
                  && at + 1 < code.length()
                  && "+-".indexOf(code.charAt(at + 1)) >= 0;
          if (exponent) {
            pieces.add(new Piece(Kind.EXPONENT, code.substring(at, at + 2)));
            at += 2;
            return false;
          }
          int end = at;
          while (end < code.length()
              && Character.toLowerCase(code.charAt(end)) == Character.toLowerCase(c)) {
            end++;
          }
          pieces.add(new Piece(Kind.DATE, code.substring(at, end).toLowerCase(Locale.ROOT)));
          at = end;
          return true;
        }
        default -> one(Kind.LITERAL, pieces);
      }
      return false;
    }

    /** The character behind this one, passing over both. */
    private String next() {
      String next = at + 1 < code.length() ? code.substring(at + 1, at + 2) : "";
      at = Math.min(code.length(), at + 2);
      return next;
    }

    private void one(Kind kind, List<Piece> pieces) {
      pieces.add(new Piece(kind, code.substring(at, at + 1)));
      at++;
    }
  }
}
