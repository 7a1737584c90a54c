package org.jihe.source.workbook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jihe.source.workbook.NumberPattern.Kind;
import org.jihe.source.workbook.NumberPattern.Piece;

/** Digits into the places that a number format has for them. */
final class DigitPattern {

  /** A format that asks for more digits is no format of a clerk. */
  private static final int MOST_PLACES = 100;

  private DigitPattern() {}

  /** The number, which is not negative, in the format's places. */
  static String shown(double value, List<Piece> pieces) {
    int exponent = first(pieces, Kind.EXPONENT, pieces.size());
    int point = first(pieces, Kind.POINT, exponent);
    int places = Math.min(MOST_PLACES, count(pieces, Kind.DIGIT, point, exponent));
    BigDecimal number =
        ShownNumbers.decimal(value)
            .scaleByPowerOfTen(
                2 * count(pieces, Kind.PERCENT, 0, pieces.size())
                    - 3 * thousands(pieces, exponent));
    if (exponent < pieces.size()) {
      return scientific(number, pieces, point, exponent, places);
    }
    return fixed(number, pieces, point, exponent, places);
  }

  private static String fixed(
      BigDecimal number, List<Piece> pieces, int point, int end, int places) {
    BigDecimal rounded = number.setScale(places, RoundingMode.HALF_UP);
    String digits = rounded.unscaledValue().toString();
    int whole = digits.length() - places;
    String before = rounded.signum() == 0 || whole <= 0 ? "" : digits.substring(0, whole);
    String behind = "0".repeat(Math.max(0, -whole)) + digits.substring(Math.max(0, whole));
    return whole(before, pieces, point) + decimals(behind, pieces, point, end);
  }

  private static String scientific(
      BigDecimal number, List<Piece> pieces, int point, int exponent, int places) {
    int width = Math.max(1, count(pieces, Kind.DIGIT, 0, point));
    int power = 0;
    if (number.signum() != 0) {
      power = Math.floorDiv(number.precision() - number.scale() - 1, width) * width;
      BigDecimal mantissa = number.scaleByPowerOfTen(-power).setScale(places, RoundingMode.HALF_UP);
      if (mantissa.precision() - mantissa.scale() > width) {
        power += width; // 9.99 became 10.0
      }
    }
    String powers = Integer.toString(Math.abs(power));
    int least = count(pieces, Kind.DIGIT, exponent, pieces.size());
    String sign = power < 0 ? "-" : pieces.get(exponent).text().endsWith("+") ? "+" : "";
    return fixed(number.scaleByPowerOfTen(-power), pieces, point, exponent, places)
        + "E"
        + sign
        + "0".repeat(Math.max(0, Math.min(MOST_PLACES, least) - powers.length()))
        + powers;
  }

  /** The digits before the point, from the right; those without a place stand at the left one. */
  private static String whole(String digits, List<Piece> pieces, int point) {
    int first = first(pieces, Kind.DIGIT, point);
    boolean grouped = isGrouped(pieces, first, point);
    StringBuilder reversed = new StringBuilder();
    int left = digits.length();
    int written = 0;
    for (int i = point - 1; i >= 0; i--) {
      Piece piece = pieces.get(i);
      if (piece.kind() != Kind.DIGIT) {
        reversed.append(new StringBuilder(literal(piece)).reverse());
        continue;
      }
      do {
        char digit = left > 0 ? digits.charAt(--left) : padding(piece);
        if (digit != 0) {
          if (grouped && written > 0 && written % 3 == 0) {
            reversed.append(',');
          }
          reversed.append(digit);
          written++;
        }
      } while (i == first && left > 0);
    }
    if (first == point) {
      reversed.append(new StringBuilder(digits).reverse()); // as in ".00"
    }
    return reversed.reverse().toString();
  }

  private static char padding(Piece piece) {
    return switch (piece.text()) {
      case "0" -> '0';
      case "?" -> ' ';
      default -> 0;
    };
  }

  /** The digits behind the point; zeros at the end only where the format insists on them. */
  private static String decimals(String digits, List<Piece> pieces, int point, int end) {
    int needed = digits.length();
    while (needed > 0 && digits.charAt(needed - 1) == '0') {
      needed--;
    }
    StringBuilder decimals = new StringBuilder();
    int next = 0;
    for (int i = point; i < end; i++) {
      Piece piece = pieces.get(i);
      if (piece.kind() == Kind.POINT && i == point) {
        decimals.append('.');
      } else if (piece.kind() != Kind.DIGIT) {
        decimals.append(literal(piece));
      } else if (next < digits.length()) {
        char digit = next < needed ? digits.charAt(next) : padding(piece);
        next++;
        if (digit != 0) {
          decimals.append(digit);
        }
      }
    }
    return decimals.toString();
  }

  private static String literal(Piece piece) {
    return piece.kind() == Kind.COMMA ? "" : piece.text();
  }

  private static int first(List<Piece> pieces, Kind kind, int otherwise) {
    for (int i = 0; i < otherwise; i++) {
      if (pieces.get(i).kind() == kind) {
        return i;
      }
    }
    return otherwise;
  }

  private static int count(List<Piece> pieces, Kind kind, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      if (pieces.get(i).kind() == kind) {
        count++;
      }
    }
    return count;
  }

  /** A comma between two places groups; those behind the last place divide by a thousand each. */
  private static boolean isGrouped(List<Piece> pieces, int first, int point) {
    for (int i = first + 1; i < point; i++) {
      if (pieces.get(i).kind() == Kind.COMMA && count(pieces, Kind.DIGIT, i, point) > 0) {
        return true;
      }
    }
    return false;
  }

  private static int thousands(List<Piece> pieces, int end) {
    int last = end - 1;
    while (last >= 0 && pieces.get(last).kind() != Kind.DIGIT) {
      last--;
    }
    int thousands = 0;
    for (int i = last + 1; last >= 0 && i < end && pieces.get(i).kind() == Kind.COMMA; i++) {
      thousands++;
    }
    return thousands;
  }
}
