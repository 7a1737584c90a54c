package org.jihe.version;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jihe.form.Texts;

/**
 * What the name of a file says of its version, its folders among it: a date, a number, or only that
 * it was corrected.
 *
 * @param date the last date in the name as yyyymmdd, its year 0 where only month and day are given;
 *     0 where there is none
 * @param number the number of a version, such as 2 of {@code v2} or 第二稿; 0 where there is none
 * @param corrected true where a word such as 修改, 更正 or 定稿 stands in the name
 */
record VersionMark(int date, int number, boolean corrected) {

  /** Which of two versions of a form is the later one. */
  enum Order {
    EARLIER,
    LATER,
    UNDECIDED
  }

  private static final int YEAR = 10_000;

  private static final Pattern FULL_DATE =
      Pattern.compile(
          "(?<!\\d)(20\\d\\d)(?:[-._年/]?)(1[0-2]|0?[1-9])(?:[-._月/]?)"
              + "(0[1-9]|[12]\\d|3[01]|[1-9](?!\\d))日?(?!\\d)");
  private static final Pattern MONTH_DAY =
      Pattern.compile("(?<!\\d)(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])(?!\\d)");
  private static final Pattern MONTH_AND_DAY =
      Pattern.compile("(?<!\\d)(1[0-2]|[1-9])月([1-9]|[12]\\d|3[01])日");
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?i)(?<![a-z])(?:v|ver|version|版本)[-_ .]?(\\d{1,3})(?!\\d)"
              + "|第([0-9一二三四五六七八九十]{1,3})(?:版|稿|次(?:修改|更正|修订|报送|上报))");
  private static final Pattern WORD =
      Pattern.compile(
          "(?i)修改|更正|修订|订正|改后|更新|调整后|重报|重新报送|补正|定稿|终稿|最终"
              + "|(?<![a-z])(?:final|revised|corrected|updated)(?![a-z])");
  private static final String NUMERALS = "零一二三四五六七八九十";

  /**
   * The mark of a source.
   *
   * @param path the part of its path that differs from that of its rival
   */
  static VersionMark of(String path) {
    return new VersionMark(date(path), number(path), WORD.matcher(path).find());
  }

  /**
   * Whether the first of two sources is the earlier one. Their common folders say nothing. The
   * first of these that both have, and differently, decides: the number, the date; where only one
   * of them has a number above 1, or a word of correction, it is the later one.
   */
  static Order compare(String one, String other) {
    int common = commonFolders(one, other);
    VersionMark a = of(one.substring(common));
    VersionMark b = of(other.substring(common));
    if (a.number > 0 && b.number > 0 && a.number != b.number) {
      return order(Integer.compare(a.number, b.number));
    }
    if (a.date > 0 && b.date > 0 && a.comparable(b) != b.comparable(a)) {
      return order(Integer.compare(a.comparable(b), b.comparable(a)));
    }
    boolean aMarked = a.corrected || a.number > 1;
    boolean bMarked = b.corrected || b.number > 1;
    return aMarked == bMarked ? Order.UNDECIDED : aMarked ? Order.LATER : Order.EARLIER;
  }

  private static Order order(int comparison) {
    return comparison < 0 ? Order.EARLIER : comparison > 0 ? Order.LATER : Order.UNDECIDED;
  }

  /** The date; without its year where the other one has none. */
  private int comparable(VersionMark other) {
    return other.date < YEAR ? date % YEAR : date;
  }

  private static int commonFolders(String one, String other) {
    int common = 0;
    for (int i = 0; i < Math.min(one.length(), other.length()); i++) {
      if (one.charAt(i) != other.charAt(i)) {
        break;
      }
      if (one.charAt(i) == '/') {
        common = i + 1;
      }
    }
    return common;
  }

  private static int date(String path) {
    int date = 0;
    Matcher full = FULL_DATE.matcher(path);
    while (full.find()) {
      date =
          Integer.parseInt(full.group(1)) * YEAR
              + Integer.parseInt(full.group(2)) * 100
              + Integer.parseInt(full.group(3));
    }
    for (Pattern pattern : new Pattern[] {MONTH_AND_DAY, MONTH_DAY}) {
      Matcher part = pattern.matcher(path);
      while (date == 0 && part.find()) {
        date = Integer.parseInt(part.group(1)) * 100 + Integer.parseInt(part.group(2));
      }
    }
    return date;
  }

  private static int number(String path) {
    int number = 0;
    Matcher matcher = NUMBER.matcher(Texts.folded(path));
    while (matcher.find()) {
      number =
          matcher.group(1) == null ? numeral(matcher.group(2)) : Integer.parseInt(matcher.group(1));
    }
    return number;
  }

  private static int numeral(String text) {
    if (Character.isDigit(text.charAt(0))) {
      return text.matches("\\d+") ? Integer.parseInt(text) : 0;
    }
    int ten = text.indexOf('十');
    if (ten < 0) {
      return text.length() == 1 ? NUMERALS.indexOf(text.charAt(0)) : 0;
    }
    int tens = ten == 0 ? 1 : NUMERALS.indexOf(text.charAt(0));
    int ones = ten == text.length() - 1 ? 0 : NUMERALS.indexOf(text.charAt(ten + 1));
    return tens * 10 + ones;
  }
}
