package org.jihe.template.row;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How unlike what each column usually prints a text is.
 *
 * @param name as an indicator's name
 * @param target as a target
 * @param actual as an actual value
 * @param points as points or a score
 * @param explanation as an explanation
 */
public record ColumnCosts(
    double name, double target, double actual, double points, double explanation) {

  private static final double NOT_POINTS = 9;
  private static final int LONG_VALUE = 40;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final String DIGITS = "0123456789.,";
  private static final String SPACES = " \t\n\u000b\f\r";
  private static final String COMPARATORS = "<>≥≤≧≦=＝═＞＜";
  private static final Pattern VALUE_INSIDE = Pattern.compile("\\p{IsHan}\\s*[<>≥≤≧≦=＝═＞＜]\\s*\\d");
  private static final List<String> NAME_ENDS =
      List.of(
          "率", "数", "量", "性", "度", "情况", "水平", "工作", "时间", "成本", "机制", "制度", "服务", "作用", "效果",
          "能力");

  private static final String LAST_OF_NAMES =
      NAME_ENDS.stream().map(end -> end.substring(end.length() - 1)).collect(Collectors.joining());

  /**
   * What a text looks like.
   *
   * @param number the number of points that it prints, or null
   */
  public static ColumnCosts of(String text, @Nullable BigDecimal number) {
    boolean chinese = holdsChinese(text);
    boolean value = !chinese && isValue(text);
    boolean likeName = endsLikeName(text);
    double length = text.length() > LONG_VALUE ? 0.3 : 0;
    return new ColumnCosts(
        name(text, chinese, value, likeName),
        length + (likeName && text.length() > 4 ? 0.2 : 0),
        length,
        isPoints(text, number) ? 0 : NOT_POINTS,
        explanation(text, value));
  }

  private static double name(String text, boolean chinese, boolean value, boolean likeName) {
    double name = likeName ? 0 : 0.2;
    if (value) {
      name += 3;
    } else if (COMPARATORS.indexOf(text.charAt(0)) >= 0) {
      name += 2;
    }
    boolean valueInside = chinese && holdsComparator(text) && VALUE_INSIDE.matcher(text).find();
    return name + (valueInside || !chinese ? 1 : 0);
  }

  private static boolean isPoints(String text, @Nullable BigDecimal number) {
    return number != null && number.compareTo(HUNDRED) <= 0 && PrintedNumber.isWellPrinted(text);
  }

  private static double explanation(String text, boolean value) {
    if (value) {
      return 5;
    }
    return text.length() < 4 ? 1 : 0;
  }

  /** Digits, points and commas, perhaps with a comparator in front and a sign % behind. */
  private static boolean isValue(String text) {
    int from = COMPARATORS.indexOf(text.charAt(0)) >= 0 ? 1 : 0;
    while (from < text.length() && SPACES.indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    int end = text.endsWith("%") ? text.length() - 1 : text.length();
    for (int i = from; i < end; i++) {
      if (DIGITS.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return from < end;
  }

  private static boolean endsLikeName(String text) {
    if (LAST_OF_NAMES.indexOf(text.charAt(text.length() - 1)) < 0) {
      return false;
    }
    for (String end : NAME_ENDS) {
      if (text.endsWith(end)) {
        return true;
      }
    }
    return false;
  }

  private static boolean holdsComparator(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (COMPARATORS.indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean holdsChinese(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isIdeographic(text.codePointAt(i))) {
        return true;
      }
    }
    return false;
  }
}
