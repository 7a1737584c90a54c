package org.jihe.source.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jihe.source.workbook.NumberPattern.Kind;
import org.jihe.source.workbook.NumberPattern.Piece;
import org.jihe.source.workbook.NumberPattern.Section;
import org.jspecify.annotations.Nullable;

/** Takes a number format apart, section by section. */
final class PatternScanner {

  private static final Pattern CONDITION =
      Pattern.compile("(<=|>=|<>|=|<|>)\\s*(-?\\d+(?:\\.\\d+)?)");
  private static final Pattern CURRENCY = Pattern.compile("\\$([^-]*)(?:-([0-9A-Fa-f]+))?");
  private static final Pattern ELAPSED = Pattern.compile("h+|m+|s+", Pattern.CASE_INSENSITIVE);
  private static final List<String> HALF_DAYS = List.of("AM/PM", "A/P", "上午/下午");
  private static final List<String> GENERALS = List.of("General", "G/通用格式");

  /** Dates and times as the system shows them. */
  private static final String LONG_DATE = "yyyy\"年\"m\"月\"d\"日\"";

  private static final String LONG_TIME = "h:mm:ss";

  /** Letters of dates; those of the era print nothing, as in the calendar of all workbooks here. */
  private static final String DATES = "ymdhsaeg";

  private final String code;
  private int at;
  private boolean ended;
  private List<Piece> pieces = new ArrayList<>();
  private @Nullable String comparison;
  private double bound;
  private boolean isDate;

  PatternScanner(String code) {
    this.code = code;
  }

  boolean more() {
    return !ended;
  }

  Section section() {
    pieces = new ArrayList<>();
    comparison = null;
    bound = 0;
    isDate = false;
    while (at < code.length()) {
      if (code.charAt(at) == ';') {
        at++;
        return new Section(pieces, comparison, bound, isDate);
      }
      String system = word() ? null : piece(code.charAt(at));
      if (system != null) {
        return systems(system);
      }
    }
    ended = true;
    return new Section(pieces, comparison, bound, isDate);
  }

  /** The section of a format that means the system's own, whatever else stands in this one. */
  private Section systems(String format) {
    int end = code.indexOf(';', at);
    ended = end < 0;
    at = ended ? code.length() : end + 1;
    return new PatternScanner(format).section();
  }

  /** Takes a word that means something as a whole; false where none stands here. */
  private boolean word() {
    String general = word(GENERALS);
    String half = general == null ? word(HALF_DAYS) : null;
    if (general != null) {
      pieces.add(new Piece(Kind.GENERAL, general));
    } else if (half != null) {
      pieces.add(new Piece(Kind.HALF_DAY, half));
      isDate = true;
    }
    return general != null || half != null;
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

  /** Takes the next piece; a format that means the system's own is given back. */
  private @Nullable String piece(char c) {
    switch (c) {
      case '[' -> {
        return bracket(until(']'));
      }
      case '"' -> pieces.add(new Piece(Kind.LITERAL, until('"')));
      case '\\', '!' -> pieces.add(new Piece(Kind.LITERAL, next()));
      case '_' -> {
        next();
        pieces.add(new Piece(Kind.LITERAL, " "));
      }
      case '*' -> next();
      default -> {
        if (isExponent(c)) {
          pieces.add(new Piece(Kind.EXPONENT, code.substring(at, at + 2)));
          at += 2;
        } else if (DATES.indexOf(Character.toLowerCase(c)) >= 0) {
          date(c);
        } else {
          pieces.add(new Piece(kind(c), code.substring(at, at + 1)));
          at++;
        }
      }
    }
    return null;
  }

  private @Nullable String bracket(String inside) {
    Matcher condition = CONDITION.matcher(inside);
    if (condition.matches()) {
      comparison = condition.group(1);
      bound = Double.parseDouble(condition.group(2));
      return null;
    }
    if (ELAPSED.matcher(inside).matches()) {
      pieces.add(new Piece(Kind.ELAPSED, inside.toLowerCase(Locale.ROOT)));
      isDate = true;
      return null;
    }
    return currency(inside);
  }

  /** Adds a currency's sign; a format that means the system's own gives that one back. */
  private @Nullable String currency(String inside) {
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

  private boolean isExponent(char c) {
    return (c == 'e' || c == 'E')
        && at + 1 < code.length()
        && "+-".indexOf(code.charAt(at + 1)) >= 0;
  }

  /** Takes as many of a date's letters as stand together. */
  private void date(char c) {
    int end = at;
    while (end < code.length()
        && Character.toLowerCase(code.charAt(end)) == Character.toLowerCase(c)) {
      end++;
    }
    pieces.add(new Piece(Kind.DATE, code.substring(at, end).toLowerCase(Locale.ROOT)));
    at = end;
    isDate = true;
  }

  private static Kind kind(char c) {
    return switch (c) {
      case '0', '#', '?' -> Kind.DIGIT;
      case '.' -> Kind.POINT;
      case ',' -> Kind.COMMA;
      case '%' -> Kind.PERCENT;
      case '/' -> Kind.SLASH;
      case '@' -> Kind.TEXT;
      default -> Kind.LITERAL;
    };
  }

  private String until(char end) {
    int close = code.indexOf(end, at + 1);
    int to = close < 0 ? code.length() : close;
    String inside = code.substring(at + 1, to);
    at = Math.min(code.length(), to + 1);
    return inside;
  }

  /** The character behind this one, passing over both. */
  private String next() {
    String next = at + 1 < code.length() ? code.substring(at + 1, at + 2) : "";
    at = Math.min(code.length(), at + 2);
    return next;
  }
}
