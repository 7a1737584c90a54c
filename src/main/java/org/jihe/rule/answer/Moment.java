package org.jihe.rule.answer;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jihe.form.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The days that a text names: a date, a month, a quarter, half a year.
 *
 * @param first the first of them
 * @param last the last of them
 * @param dated true where the year is printed; else it is the year that was given
 */
record Moment(LocalDate first, LocalDate last, boolean dated) {

  private static final String YEAR = "(?:((?:19|20)\\d{2})年?度?|(次年|明年|下年|翌年|来年)|今年|当年|本年)";
  private static final Pattern DAY =
      Pattern.compile(
          "(?:" + YEAR + ")?(1[0-2]|0?[1-9])月(?:份)?(?:(3[01]|[12]\\d|0?[1-9])[日号]?)?([底末])?");
  private static final Pattern SIGNS =
      Pattern.compile("((?:19|20)\\d{2})[-./](1[0-2]|0?[1-9])(?:[-./](3[01]|[12]\\d|0?[1-9]))?");
  private static final Pattern QUARTER = Pattern.compile("(?:" + YEAR + ")?第?([一二三四1-4])季度?");
  private static final Pattern HALF = Pattern.compile("(?:" + YEAR + ")?([上下])半年");
  private static final Pattern END =
      Pattern.compile("(?:" + YEAR + "(?:年?底|末)|(?<![前近])(?:年底|年末))");
  private static final Pattern WITHIN = Pattern.compile("(?:" + YEAR + ")?(?:年内|年度内|全年)");
  private static final Pattern YEAR_ALONE = Pattern.compile(YEAR);
  private static final Pattern IN_WORDS = Pattern.compile("(十[一二]|[一二三四五六七八九十])(?=月(?!内))");

  /**
   * The last moment that a text names; null where it names none.
   *
   * @param year the year that is meant where none is printed
   */
  static @Nullable Moment in(String printed, int year) {
    String text = IN_WORDS.matcher(Texts.folded(printed)).replaceAll(found -> month(found.group()));
    try {
      return read(text, year);
    } catch (DateTimeException e) {
      return null; // a day that no month has
    }
  }

  private static String month(String numeral) {
    int ten = numeral.startsWith("十") ? 10 : 0;
    String digit = ten == 10 ? numeral.substring(1) : numeral;
    return Integer.toString(ten + "一二三四五六七八九".indexOf(digit.isEmpty() ? "x" : digit) + 1);
  }

  private static @Nullable Moment read(String text, int year) {
    Matcher signs = last(SIGNS, text);
    if (signs != null) {
      return day(Integer.parseInt(signs.group(1)), signs.group(2), signs.group(3), true);
    }
    Matcher day = last(DAY, text);
    if (day != null) {
      boolean dated = day.group(1) != null;
      return day(yearOf(day, year), day.group(3), day.group(4), dated);
    }
    Matcher quarter = last(QUARTER, text);
    if (quarter != null) {
      int number = "一二三四".indexOf(quarter.group(3));
      int index = number < 0 ? Integer.parseInt(quarter.group(3)) - 1 : number;
      return months(quarter, year, index * 3 + 1, 3);
    }
    Matcher half = last(HALF, text);
    if (half != null) {
      return months(half, year, "上".equals(half.group(3)) ? 1 : 7, 6);
    }
    Matcher end = last(END, text);
    if (end != null) {
      return months(end, year, 12, 1);
    }
    Matcher within = last(WITHIN, text);
    if (within != null) {
      return months(within, year, 1, 12);
    }
    Matcher alone = last(YEAR_ALONE, text);
    return alone == null ? null : months(alone, year, 1, 12);
  }

  private static @Nullable Matcher last(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    int found = -1;
    while (matcher.find()) {
      found = matcher.start();
    }
    return found >= 0 && matcher.find(found) ? matcher : null;
  }

  private static int yearOf(Matcher matcher, int year) {
    String printed = matcher.group(1);
    if (printed != null) {
      return Integer.parseInt(printed);
    }
    return matcher.group(2) == null ? year : year + 1;
  }

  private static Moment day(int year, String month, @Nullable String day, boolean dated) {
    YearMonth whole = YearMonth.of(year, Integer.parseInt(month));
    if (day == null) {
      return new Moment(whole.atDay(1), whole.atEndOfMonth(), dated);
    }
    LocalDate date = whole.atDay(Integer.parseInt(day));
    return new Moment(date, date, dated);
  }

  private static Moment months(Matcher matcher, int year, int from, int count) {
    YearMonth first = YearMonth.of(yearOf(matcher, year), from);
    boolean dated = matcher.group(1) != null;
    return new Moment(first.atDay(1), first.plusMonths(count - 1L).atEndOfMonth(), dated);
  }
}
