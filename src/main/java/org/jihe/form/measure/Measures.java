package org.jihe.form.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jihe.form.Texts;
import org.jihe.form.measure.Measure.Comparator;
import org.jihe.form.measure.Measure.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Reads what targets and actual values say. A text is a quantity only where nothing in it is left
 * unexplained: comparator, one number, unit, notes in brackets. Whatever else holds a digit is
 * uncertain, so that nobody is accused on a misreading.
 */
public final class Measures {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private static final int LONGEST = 200;

  private record Sign(String text, Comparator comparator) {}

  /** Longer ones first where one begins with another. */
  private static final List<Sign> BEFORE =
      List.of(
          new Sign(">=", Comparator.AT_LEAST),
          new Sign("=>", Comparator.AT_LEAST),
          new Sign("≥", Comparator.AT_LEAST),
          new Sign("≧", Comparator.AT_LEAST),
          new Sign("⩾", Comparator.AT_LEAST),
          new Sign("<=", Comparator.AT_MOST),
          new Sign("=<", Comparator.AT_MOST),
          new Sign("≤", Comparator.AT_MOST),
          new Sign("≦", Comparator.AT_MOST),
          new Sign("⩽", Comparator.AT_MOST),
          new Sign("==", Comparator.EQUAL),
          new Sign(">", Comparator.ABOVE),
          new Sign("<", Comparator.BELOW),
          new Sign("=", Comparator.EQUAL),
          new Sign("═", Comparator.EQUAL),
          new Sign("不低于", Comparator.AT_LEAST),
          new Sign("不少于", Comparator.AT_LEAST),
          new Sign("不小于", Comparator.AT_LEAST),
          new Sign("大于等于", Comparator.AT_LEAST),
          new Sign("大于或等于", Comparator.AT_LEAST),
          new Sign("高于等于", Comparator.AT_LEAST),
          new Sign("高于或等于", Comparator.AT_LEAST),
          new Sign("至少", Comparator.AT_LEAST),
          new Sign("达到", Comparator.AT_LEAST),
          new Sign("达", Comparator.AT_LEAST),
          new Sign("不超过", Comparator.AT_MOST),
          new Sign("不超", Comparator.AT_MOST),
          new Sign("不高于", Comparator.AT_MOST),
          new Sign("不大于", Comparator.AT_MOST),
          new Sign("不多于", Comparator.AT_MOST),
          new Sign("小于等于", Comparator.AT_MOST),
          new Sign("小于或等于", Comparator.AT_MOST),
          new Sign("低于等于", Comparator.AT_MOST),
          new Sign("低于或等于", Comparator.AT_MOST),
          new Sign("至多", Comparator.AT_MOST),
          new Sign("最多", Comparator.AT_MOST),
          new Sign("超过", Comparator.ABOVE),
          new Sign("大于", Comparator.ABOVE),
          new Sign("高于", Comparator.ABOVE),
          new Sign("多于", Comparator.ABOVE),
          new Sign("低于", Comparator.BELOW),
          new Sign("小于", Comparator.BELOW),
          new Sign("少于", Comparator.BELOW),
          new Sign("等于", Comparator.EQUAL));

  private static final List<Sign> BEHIND =
      List.of(
          new Sign("及以上", Comparator.AT_LEAST),
          new Sign("或以上", Comparator.AT_LEAST),
          new Sign("以上", Comparator.AT_LEAST),
          new Sign("及以下", Comparator.AT_MOST),
          new Sign("或以下", Comparator.AT_MOST),
          new Sign("以下", Comparator.AT_MOST),
          new Sign("以内", Comparator.AT_MOST),
          new Sign("之内", Comparator.AT_MOST),
          new Sign("内", Comparator.AT_MOST));

  /** Words before a number that say nothing of its size. */
  private static final Pattern LEAD =
      Pattern.compile(
          "^(?:平均|实际|完成|合计|共计?|总计|累计|全年|年均|人均|控制在|已|为|举办|开展|组织|召开|实施|建设|采购|购置|发放|新增|培训|[￥¥]"
              + "|[\\p{IsHan}]{0,8}(?:率|满意度|覆盖面|比例|占比)(?:为|是|[:：])?)+"
              + "(?=[\\d.>=<≥≤≧≦⩾⩽═]|不[低少小超高大多]|至[少多]|最多|大于|小于|[高低少多]于|等于|达|超过|百分|[一二两三四五六七八九十百千廿]+[\\p{IsHan}])");

  private static final Pattern APPROXIMATE =
      Pattern.compile("约|左右|上下|按实|据实|将近|接近|(?<=[\\d十百千万亿])[余多](?=[^\\d])|^近");

  private static final Pattern NUMBER =
      Pattern.compile("^([+-]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?)([万亿]|千(?![克米瓦卡伏]))?");

  private static final Pattern TO = Pattern.compile("^(?:-|~|～|—+|–|至|到)");

  private static final Pattern FRACTION = Pattern.compile("^(\\d{1,6})/(\\d{1,6})$");

  private static final Pattern PERCENT_IN_WORDS =
      Pattern.compile("^([百千])分之([一二两三四五六七八九十百零点\\d.]+)");

  private static final String ALL = "百分百";

  /** Numbers in words that are about right, or several, or for each of several. */
  private static final Pattern LOOSE_WORDS =
      Pattern.compile(
          "(?:.*(?:[各每近约数几]|[二两三四五六七八](?=[三四五六七八九])|半年|季度?)[一二两三四五六七八九十百千万亿]*(?:余|多|几)?"
              + "|[一二两三四五六七八九十百千万亿]+[余多几])(?:人次|次|场|人|个|件|家|份|台|套|项|名|位|期|篇|户|元|吨|辆)"
              + "|一半|过半|大半|零.*[、，,]零.*|[><=≥≤≧≦%]+");

  /** A space within a number: a torn cell. */
  private static final Pattern TORN = Pattern.compile("\\d\\s+\\d");

  private static final Pattern CHINESE_NUMBER =
      Pattern.compile(
          "^(?:[" + ChineseNumerals.CHARACTERS + "]+|" + ChineseNumerals.CHEQUE_NUMERAL + ")");

  /** Numbers in words and nothing else, or a fraction of them: a number, whatever it counts. */
  private static final Pattern BARE_NUMERAL =
      Pattern.compile(
          "[><=≥≤]*["
              + ChineseNumerals.CHARACTERS
              + "]+(?:分之["
              + ChineseNumerals.CHARACTERS
              + "]+)?(?:以上|以下|以内)?");

  private static final Pattern CHEQUE_NUMERAL = Pattern.compile(ChineseNumerals.CHEQUE_NUMERAL);

  /** What happens to nobody's liking: {@code 零投诉} and {@code 0发生} count none of it. */
  private static final Pattern NONE_OF =
      Pattern.compile(
          "^零$|^[0零](?:安全|责任|重大|有效|群众)?(?:发生|事故|投诉|故障|差错|纠纷|违规|违纪|违法|缺陷|上访|信访|伤亡|死亡|举报|延误|失误|事件|案件|舆情|逾期|增长|感染|遗漏|误差|中断)(?:率|数|发生)?$");

  private static final String DATE =
      "(?:(?:19|20)\\d{2}(?:年度?|[-./]\\d{1,2}(?:[-./]\\d{1,2})?)|(?:1[0-2]|0?[1-9])月份?|(?:[12]\\d|3[01]|0?[1-9])[日号])";

  /** Texts whose numbers are all of a calendar or of a deadline. */
  private static final Pattern TIME =
      Pattern.compile(
          "(?:\\D*(?:"
              + DATE
              + "(?:(?:-|~|～|—+|–|至|到|、)"
              + DATE
              + ")?|\\d{1,2}(?:-|~|～|—+|–|至|到)\\d{1,2}月份?|\\d+(?:\\.\\d+)?"
              + Unit.DURATION
              + "(?:以内|之内|内|前|以前|之前|后)|(?:19|20)\\d{2}(?:-|~|～|—+|–|至|到)(?:19|20)\\d{2}年度?|第?[1-4]季度|\\d{2}[:：]\\d{2}|\\d{1,2}[:：]\\d{2}(?=前|后|-|至)))+\\D*");

  /** Deadlines and periods in words. */
  private static final Pattern TIME_IN_WORDS =
      Pattern.compile(
          "^(?:(?:在|于|全|当|本|每|按|上|下|第?[一二三四])*(?:半?年度?|季度?|月度?|周|日|天)(?:底|末|初|内|前|以前|之前)*(?:完成)?"
              + "|(?:[一二三四五六七八九十]+月份?|年|月|季)(?:底|末|初|内|前)*(?:完成)?"
              + "|[一二两三四五六七八九十百廿]+"
              + Unit.DURATION
              + "(?:以内|之内|内|前|以前|之前|后)(?:完成)?)$");

  /** Forms say the same few texts over and over; more different ones than this are forgotten. */
  private static final int MOST_KNOWN = 20_000;

  private static final Map<String, Measure> KNOWN = new ConcurrentHashMap<>();

  private Measures() {}

  /** Reads a text; never null, never throws. Safe for use by several threads. */
  public static Measure read(@Nullable String printed) {
    if (printed == null || Texts.isBlank(printed)) {
      return Measure.of(printed, Kind.BLANK, "");
    }
    Measure known = KNOWN.get(printed);
    if (known == null) {
      known = fresh(printed);
      if (KNOWN.size() >= MOST_KNOWN) {
        KNOWN.clear();
      }
      KNOWN.put(printed, known);
    }
    return known;
  }

  private static Measure fresh(String printed) {
    if (printed.length() > LONGEST) {
      return Measure.of(printed, hasDigit(printed) ? Kind.UNCERTAIN : Kind.TEXT, "");
    }
    if (TORN.matcher(printed).find()) {
      return Measure.of(printed, Kind.UNCERTAIN, "");
    }
    Brackets brackets = Brackets.of(printed);
    String text = brackets.outside();
    String note = brackets.inside();
    if (text.isEmpty()) {
      return Measure.of(printed, hasDigit(note) ? Kind.UNCERTAIN : Kind.TEXT, note);
    }
    if (LOOSE_WORDS.matcher(text).matches()) {
      return Measure.of(printed, Kind.UNCERTAIN, note);
    }
    if (!mayHoldNumber(text)) {
      return Measure.of(
          printed, TIME_IN_WORDS.matcher(text).matches() ? Kind.TIME : Kind.TEXT, note);
    }
    if (TIME.matcher(text).matches() || TIME_IN_WORDS.matcher(text).matches()) {
      return Measure.of(printed, Kind.TIME, note);
    }
    if (NONE_OF.matcher(text).matches()) {
      return new Measure(printed, Kind.QUANTITY, Comparator.NONE, BigDecimal.ZERO, null, "", note);
    }
    Measure quantity = new Scan(printed, text, note).quantity();
    if (quantity != null) {
      return quantity;
    }
    boolean number = hasDigit(text) || isNumeral(text);
    return Measure.of(printed, number ? Kind.UNCERTAIN : Kind.TEXT, note);
  }

  private static boolean isNumeral(String text) {
    return text.length() > 1
        && BARE_NUMERAL.matcher(text).matches()
        && (text.contains("分之") || ChineseNumerals.read(bare(text)) != null);
  }

  private static String bare(String text) {
    return text.replaceAll("[><=≥≤]|以上|以下|以内", "");
  }

  /**
   * A full-width digit, letter or sign as ASCII. The comma stays: between digits it may separate
   * thousands or two numbers.
   */
  private static char fold(char c) {
    return switch (c) {
      case '～', '，' -> c;
      case '−', '﹣' -> '-';
      case '﹪' -> '%';
      default -> c >= '！' && c < '～' ? (char) (c - '！' + '!') : c;
    };
  }

  private static boolean hasDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c >= '0' && c <= '9') || (c >= '０' && c <= '９')) {
        return true;
      }
    }
    return false;
  }

  private static boolean mayHoldNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c >= '0' && c <= '9') || "一二两三四五六七八九十百千零〇廿卅".indexOf(c) >= 0) {
        return true;
      }
    }
    return CHEQUE_NUMERAL.matcher(text).find();
  }

  /** A text without its notes in brackets, and the notes. */
  private record Brackets(String outside, String inside) {

    static Brackets of(String printed) {
      StringBuilder all = new StringBuilder(printed.length());
      StringBuilder outside = new StringBuilder(printed.length());
      StringBuilder inside = new StringBuilder();
      int depth = 0;
      boolean broken = false;
      for (int i = 0; i < printed.length(); i++) {
        char c = printed.charAt(i);
        if (Character.isWhitespace(c) || c == '\u3000' || c == '\u00a0') {
          continue;
        }
        char folded = fold(c);
        all.append(folded);
        if ("([【〔".indexOf(folded) >= 0) {
          if (depth++ == 0 && !inside.isEmpty()) {
            inside.append('；');
          }
        } else if (")]】〕".indexOf(folded) >= 0) {
          broken |= --depth < 0;
        } else if (depth == 0) {
          outside.append(folded);
        } else {
          inside.append(c);
        }
      }
      if (broken || depth != 0) {
        return new Brackets(all.toString(), "");
      }
      int end = outside.length();
      while (end > 0 && "。；;，,、.".indexOf(outside.charAt(end - 1)) >= 0) {
        end--;
      }
      return new Brackets(outside.substring(0, end), inside.toString());
    }
  }

  /** Reads comparator, number and unit from left to right. */
  private static final class Scan {

    private final String printed;
    private final String note;
    private String rest;
    private Comparator comparator = Comparator.NONE;

    Scan(String printed, String text, String note) {
      this.printed = printed;
      this.rest = text;
      this.note = note;
    }

    @Nullable Measure quantity() {
      if (APPROXIMATE.matcher(rest).find()) {
        return null;
      }
      rest = LEAD.matcher(rest).replaceFirst("");
      Sign before = before();
      if (before != null) {
        comparator = before.comparator();
        rest = rest.substring(before.text().length());
        if (before() != null) {
          return null;
        }
      }
      Matcher fraction = FRACTION.matcher(rest);
      if (fraction.matches()) {
        return share(new BigDecimal(fraction.group(1)), new BigDecimal(fraction.group(2)));
      }
      if (rest.startsWith(ALL)) {
        rest = Measure.PERCENT + rest.substring(ALL.length());
        return behind(HUNDRED, false);
      }
      Matcher percent = PERCENT_IN_WORDS.matcher(rest);
      if (percent.find()) {
        BigDecimal number = ChineseNumerals.read(percent.group(2));
        String unit = "百".equals(percent.group(1)) ? Measure.PERCENT : "‰";
        rest = unit + rest.substring(percent.end());
        return number == null ? null : behind(number, false);
      }
      Matcher number = NUMBER.matcher(rest);
      if (number.find()) {
        rest = rest.substring(number.end());
        BigDecimal value = value(number);
        String unit = Unit.leading(rest);
        Matcher to = TO.matcher(rest.substring(unit.length()));
        return to.find() ? range(value, unit, to.end()) : behind(value, false);
      }
      Matcher chinese = CHINESE_NUMBER.matcher(rest);
      if (chinese.find()) {
        BigDecimal value = ChineseNumerals.read(chinese.group());
        rest = rest.substring(chinese.end());
        Matcher to = TO.matcher(rest);
        if (value != null) {
          return to.find() ? rangeInWords(value, to.end()) : behind(value, true);
        }
      }
      return null;
    }

    private @Nullable Sign before() {
      for (Sign sign : BEFORE) {
        if (rest.startsWith(sign.text())) {
          return sign;
        }
      }
      return null;
    }

    private static BigDecimal value(Matcher number) {
      return new BigDecimal(number.group(1).replace(",", "")).multiply(times(number.group(2)));
    }

    private static BigDecimal times(@Nullable String unit) {
      return switch (unit == null ? "" : unit) {
        case "千" -> BigDecimal.valueOf(1_000);
        case "万" -> BigDecimal.valueOf(10_000);
        case "亿" -> BigDecimal.valueOf(100_000_000);
        default -> BigDecimal.ONE;
      };
    }

    /** {@code 20/20} of what was planned, in percent; a day of a month may be meant as well. */
    private @Nullable Measure share(BigDecimal part, BigDecimal whole) {
      boolean date =
          whole.compareTo(BigDecimal.valueOf(31)) <= 0
              && part.compareTo(BigDecimal.valueOf(12)) <= 0
              && part.compareTo(whole) != 0;
      if (whole.signum() <= 0 || part.compareTo(whole) > 0 || date) {
        return null;
      }
      BigDecimal percent = HUNDRED.multiply(part).divide(whole, 10, RoundingMode.HALF_UP);
      return measure(Kind.QUANTITY, percent.stripTrailingZeros(), null, Measure.PERCENT);
    }

    private @Nullable Measure range(BigDecimal from, String firstUnit, int skipped) {
      rest = rest.substring(firstUnit.length() + skipped);
      Matcher number = NUMBER.matcher(rest);
      if (!number.find()) {
        return null;
      }
      rest = rest.substring(number.end());
      BigDecimal low = firstUnit.isEmpty() ? from.multiply(times(number.group(2))) : from;
      return range(low, value(number), firstUnit);
    }

    private @Nullable Measure rangeInWords(BigDecimal low, int skipped) {
      rest = rest.substring(skipped);
      Matcher number = CHINESE_NUMBER.matcher(rest);
      if (!number.find()) {
        return null;
      }
      rest = rest.substring(number.end());
      BigDecimal high = ChineseNumerals.read(number.group());
      return high == null ? null : range(low.multiply(unitOf(low, number.group())), high, "");
    }

    /** 三至五百 are 300 to 500: a digit alone counts the unit of the digit behind it. */
    private static BigDecimal unitOf(BigDecimal low, String high) {
      boolean digits = high.length() == 2 && low.compareTo(BigDecimal.TEN) < 0;
      return switch (digits ? high.charAt(1) : ' ') {
        case '百' -> HUNDRED;
        case '千' -> BigDecimal.valueOf(1_000);
        case '万' -> BigDecimal.valueOf(10_000);
        case '亿' -> BigDecimal.valueOf(100_000_000);
        default -> BigDecimal.ONE;
      };
    }

    /** Small ones without a unit may be dates or floors as well, and those of time deadlines. */
    private @Nullable Measure range(BigDecimal low, BigDecimal high, String firstUnit) {
      Unit unit = Unit.of(rest);
      if (unit == null
          || comparator != Comparator.NONE
          || low.compareTo(high) >= 0
          || unit.duration()
          || (!firstUnit.isEmpty() && !unit.is(firstUnit))) {
        return null;
      }
      boolean bare = Unit.leading(rest).isEmpty() && unit.factor().compareTo(BigDecimal.ONE) == 0;
      return bare && (!rest.isEmpty() || low.compareTo(HUNDRED) < 0)
          ? null
          : measure(
              Kind.RANGE, low.multiply(unit.factor()), high.multiply(unit.factor()), unit.name());
    }

    /** The number's unit, and a comparator behind it. */
    private @Nullable Measure behind(BigDecimal number, boolean inWords) {
      String tail = rest;
      for (Sign sign : BEHIND) {
        if (tail.endsWith(sign.text())) {
          boolean contradicts =
              comparator != Comparator.NONE
                  && comparator != sign.comparator()
                  && !(comparator == Comparator.AT_LEAST && sign.text().endsWith("以上"));
          if (contradicts) {
            return null;
          }
          comparator = sign.comparator();
          tail = tail.substring(0, tail.length() - sign.text().length());
          break;
        }
      }
      Unit unit = Unit.of(tail);
      if (unit == null || (inWords && !unit.countsWords())) {
        return null;
      }
      return measure(Kind.QUANTITY, number.multiply(unit.factor()), null, unit.name());
    }

    private Measure measure(
        Kind kind, BigDecimal magnitude, @Nullable BigDecimal upper, String unit) {
      return new Measure(printed, kind, comparator, magnitude, upper, unit, note);
    }
  }
}
