package org.jihe.source.workbook;

import java.time.LocalDateTime;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jihe.source.workbook.NumberPattern.Kind;
import org.jihe.source.workbook.NumberPattern.Piece;
import org.jihe.source.workbook.ShownNumbers.Dates;

/** Days since a workbook's first one as a date format shows them. */
final class DatePattern {

  /** The last day that Excel knows, the end of the year 9999. */
  private static final double LAST = 2_958_466;

  private static final int SECONDS_A_DAY = 24 * 60 * 60;

  /** Decimals of seconds that Excel shows at most. */
  private static final int MOST_PLACES = 3;

  private DatePattern() {}

  /** The moment; a number that is no date as Excel sees it is shown without a format. */
  static String shown(double value, List<Piece> pieces, Dates dates) {
    if (value < 0 || value >= LAST) {
      return ShownNumbers.general(value);
    }
    int places = places(pieces);
    long scale = (long) Math.pow(10, places);
    long fractions = Math.round(value * SECONDS_A_DAY * scale);
    long seconds = fractions / scale;
    String decimals = Long.toString(scale + fractions % scale).substring(1);
    double rounded = (double) seconds / SECONDS_A_DAY;
    LocalDateTime moment =
        DateUtil.getLocalDateTime(rounded, dates == Dates.FROM_1904, /* roundSeconds= */ true);
    boolean zeroth = value < 1 && dates == Dates.FROM_1900; // shown as 1900/1/0
    boolean halves = pieces.stream().anyMatch(piece -> piece.kind() == Kind.HALF_DAY);
    StringBuilder shown = new StringBuilder();
    int decimal = 0;
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      switch (piece.kind()) {
        case DATE -> {
          boolean minutes = piece.text().charAt(0) == 'm' && areMinutes(pieces, i);
          shown.append(part(piece.text(), minutes, halves, zeroth, moment));
        }
        case ELAPSED -> shown.append(elapsed(piece.text(), seconds));
        case HALF_DAY -> shown.append(half(piece.text(), moment.getHour() < 12));
        case DIGIT ->
            shown.append(decimal < places ? decimals.substring(decimal, ++decimal) : piece.text());
        default -> shown.append(piece.text());
      }
    }
    return shown.toString();
  }

  /** Decimals of seconds that a format shows, as in {@code mm:ss.0}. */
  private static int places(List<Piece> pieces) {
    int places = 0;
    for (int i = 2; i < pieces.size() && places < MOST_PLACES; i++) {
      boolean first =
          pieces.get(i - 1).kind() == Kind.POINT
              && isTime(pieces.get(i - 2))
              && pieces.get(i - 2).text().charAt(0) == 's';
      if (pieces.get(i).kind() == Kind.DIGIT && (first || places > 0)) {
        places++;
      } else if (places > 0) {
        return places;
      }
    }
    return places;
  }

  /** True for minutes, which stand behind hours or before seconds; else it is a month. */
  private static boolean areMinutes(List<Piece> pieces, int at) {
    for (int i = at - 1; i >= 0; i--) {
      if (isTime(pieces.get(i))) {
        return pieces.get(i).text().charAt(0) == 'h';
      }
    }
    for (int i = at + 1; i < pieces.size(); i++) {
      if (isTime(pieces.get(i))) {
        return pieces.get(i).text().charAt(0) == 's';
      }
    }
    return false;
  }

  private static boolean isTime(Piece piece) {
    return piece.kind() == Kind.DATE || piece.kind() == Kind.ELAPSED;
  }

  private static String part(
      String letters, boolean minutes, boolean halves, boolean zeroth, LocalDateTime moment) {
    int width = letters.length();
    int year = zeroth ? 1900 : moment.getYear();
    return switch (letters.charAt(0)) {
      case 'y' -> width > 2 ? padded(year, 4) : padded(year % 100, 2);
      case 'e' -> Integer.toString(year);
      case 'm' -> minutes ? padded(moment.getMinute(), width) : month(width, zeroth, moment);
      case 'd' -> day(width, zeroth, moment);
      case 'a' -> (width > 3 ? "星期" : "") + "一二三四五六日".charAt(moment.getDayOfWeek().getValue() - 1);
      case 'h' -> padded(halves ? (moment.getHour() + 11) % 12 + 1 : moment.getHour(), width);
      case 'g' -> ""; // the era, of which there is one
      default -> padded(moment.getSecond(), width);
    };
  }

  private static String day(int width, boolean zeroth, LocalDateTime moment) {
    if (width < 3) {
      return padded(zeroth ? 0 : moment.getDayOfMonth(), width);
    }
    TextStyle style = width == 3 ? TextStyle.SHORT : TextStyle.FULL;
    return moment.getDayOfWeek().getDisplayName(style, Locale.ENGLISH);
  }

  private static String month(int width, boolean zeroth, LocalDateTime moment) {
    Month month = zeroth ? Month.JANUARY : moment.getMonth();
    if (width < 3) {
      return padded(month.getValue(), width);
    }
    TextStyle style = width == 3 ? TextStyle.SHORT : width == 4 ? TextStyle.FULL : TextStyle.NARROW;
    return month.getDisplayName(style, Locale.ENGLISH);
  }

  private static String elapsed(String letters, long seconds) {
    long units =
        switch (letters.charAt(0)) {
          case 'h' -> seconds / 3600;
          case 'm' -> seconds / 60;
          default -> seconds;
        };
    String text = Long.toString(units);
    return "0".repeat(Math.max(0, letters.length() - text.length())) + text;
  }

  private static String half(String letters, boolean morning) {
    String[] halves = letters.split("/", -1);
    return morning ? halves[0] : halves[1];
  }

  private static String padded(int number, int width) {
    String text = Integer.toString(number);
    return width >= 2 ? "0".repeat(Math.max(0, Math.min(4, width) - text.length())) + text : text;
  }
}
