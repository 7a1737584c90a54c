package org.jihe.form.measure;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The unit behind a number.
 *
 * @param name the unit, empty where there is none; amounts of money in 元
 * @param factor what the number is multiplied by to be in this unit
 * @param object what is counted, as {@code 场所} in {@code 28个场所}; mostly empty
 */
record Unit(String name, BigDecimal factor, String object) {

  /** Every unit of time; what is said of one of them holds for all. */
  private static final String DURATION_NAMES =
      "年 年度 个年度 个年头 个半年 学年 个学年 学期 个学期 季 季度 个季度 月 个月 旬 周 星期 个星期 礼拜 个礼拜"
          + " 天 日 昼夜 个昼夜 工作日 个工作日 工作天 个工作天 自然日 个自然日 日历日 个日历日 日历天 个日历天 交易日 个交易日"
          + " 小时 个小时 钟头 个钟头 刻钟 分钟 秒 秒钟 毫秒";

  /** The units of time as a regular expression, the longest first. */
  static final String DURATION =
      Stream.of(DURATION_NAMES.split(" ", -1))
          .sorted(Comparator.comparing(String::length).reversed())
          .collect(Collectors.joining("|", "(?:", ")"));

  /** Measure words and units that forms use, the longest first. */
  private static final List<String> KNOWN =
      Stream.of(
              "% ‰ 个百分点 百分点 人次 人天 人日 人月 人 名 位 户 家 个 件 次 场次 场 项 套 台套 台 份 篇 本 册 张 枚 支 辆 艘 架 座",
              "栋 幢 间 处 条 段 块 片 棵 株 根 口 期 届 班次 班 批次 门 节 课时 学时 类 种 门次 车次 架次 例 起 宗 桩 单 笔 组 队 所",
              "村 镇 乡 点 具 只 头 羽 尾 盏 部 路 面 幅 袋 箱 瓶 盒 包 桶 吨 公斤 千克 克 斤 千瓦时 千瓦 度 公里 千米 米 厘米 毫米",
              "平方米 ㎡ m² m2 平方公里 平米 平方 亩 公顷 立方米 m³ m3 升 毫升",
              "元 分 倍 级 星 字 条次 页 kg KM km m t GB TB MB Mbps",
              DURATION_NAMES)
          .flatMap(line -> Stream.of(line.split(" ", -1)))
          .sorted(Comparator.comparing(String::length).reversed())
          .toList();

  /** Times say how long; what stands behind them is no object that they count. */
  private static final Set<String> DURATIONS = Set.of(DURATION_NAMES.split(" ", -1));

  /** Units of one kind each: one can be reckoned into the other, or is another word for it. */
  private static final List<Set<String>> KINDS =
      Stream.of(
              "% ‰ 个百分点 百分点",
              "人 名 位",
              "起 宗 桩 例",
              "公里 千米 km KM 米 m 厘米 毫米",
              "平方公里 公顷 亩 平方米 ㎡ m² m2 平米 平方",
              "立方米 m³ m3 升 毫升",
              "吨 t 公斤 千克 kg 克 斤",
              DURATION_NAMES,
              "学时 课时",
              "千瓦时 度",
              "TB GB MB")
          .map(line -> Set.of(line.split(" ", -1)))
          .toList();

  private static final Set<String> RANKS = Set.of("级", "星");

  /** Behind a number in words, only these count objects; 一次验收 and 一件事 are no counts. */
  private static final Set<String> COUNTING = Set.of("家", "份", "台", "名", "篇", "场", "本", "辆", "座");

  private static final Pattern PER = Pattern.compile("^/[\\p{IsHan}A-Za-z²³·/]{1,8}");
  private static final Pattern OBJECT = Pattern.compile("[\\p{IsHan}A-Za-z·“”]{0,12}");

  /** The rest of a number, no object: a half, a fraction, or a digit of the next lower unit. */
  private static final Pattern REST_OF_NUMBER =
      Pattern.compile("半.*|之.*|[" + ChineseNumerals.CHARACTERS + "]+");

  /** Units behind which a numeral goes on counting, as in 5元五角; behind others it is a name. */
  private static final Set<String> MEASURED =
      Set.of("元 块 点 倍 度 公里 千米 米 厘米 公顷 亩 平方米 平方公里 立方米 升 吨 公斤 千克 克 斤".split(" ", -1));

  /** A unit that begins like a number is none: 3百人 are not 3 of something. */
  private static final Pattern NUMERAL_FIRST =
      Pattern.compile("(?:千(?![克米瓦卡伏])|[半几余多一二两三四五六七八九十百零〇廿卅]).*");

  private static final Pattern UNKNOWN = Pattern.compile("[\\p{IsHan}℃°]{1,2}|[A-Za-zμ/]{1,6}");
  private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
  private static final BigDecimal HUNDRED_MILLION = BigDecimal.valueOf(100_000_000);

  /** The unit that a text is, with what is counted behind it; null where it is something else. */
  static @Nullable Unit of(String text) {
    if (text.isEmpty()) {
      return new Unit("", BigDecimal.ONE, "");
    }
    if (text.startsWith("万")) {
      return multiplied(text.substring(1), TEN_THOUSAND);
    }
    if (text.startsWith("亿")) {
      return multiplied(text.substring(1), HUNDRED_MILLION);
    }
    String unit = leading(text);
    if (!unit.isEmpty()) {
      return known(unit, text.substring(unit.length()));
    }
    return UNKNOWN.matcher(text).matches() && !NUMERAL_FIRST.matcher(text).matches()
        ? new Unit(text, BigDecimal.ONE, "")
        : null;
  }

  /** The known unit that a text begins with; empty where there is none. */
  static String leading(String text) {
    for (String unit : KNOWN) {
      if (text.startsWith(unit) && !insideWord(text, unit.length())) {
        return unit;
      }
    }
    return "";
  }

  private static boolean insideWord(String text, int end) {
    return end < text.length() && isLatin(text.charAt(end - 1)) && isLatin(text.charAt(end));
  }

  private static boolean isLatin(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static @Nullable Unit multiplied(String text, BigDecimal factor) {
    Unit unit = of(text);
    return unit == null
        ? null
        : new Unit(unit.name(), unit.factor().multiply(factor), unit.object());
  }

  private static @Nullable Unit known(String unit, String behind) {
    String name = unit;
    String object = behind;
    Matcher per = PER.matcher(behind);
    if (per.find()) {
      name += per.group();
      object = behind.substring(per.end());
    }
    boolean alone = DURATIONS.contains(name) || RANKS.contains(name);
    boolean unfinished =
        REST_OF_NUMBER.matcher(object).matches()
            || (MEASURED.contains(name) && NUMERAL_FIRST.matcher(object).matches());
    return OBJECT.matcher(object).matches() && !(alone && !object.isEmpty()) && !unfinished
        ? new Unit(name, BigDecimal.ONE, object)
        : null;
  }

  /** True where the units are of one kind; what stands behind a slash must be the same. */
  static boolean convertible(String one, String other) {
    int slash = one.indexOf('/');
    int otherSlash = other.indexOf('/');
    if (slash > 0 || otherSlash > 0) {
      return slash > 0
          && otherSlash > 0
          && one.substring(slash).equals(other.substring(otherSlash))
          && convertible(one.substring(0, slash), other.substring(0, otherSlash));
    }
    return one.equals(other)
        || UnitScale.sameCount(one, other)
        || KINDS.stream().anyMatch(kind -> kind.contains(one) && kind.contains(other));
  }

  /** True for a length of time. */
  boolean duration() {
    return DURATIONS.contains(name);
  }

  /** True for the name of a unit of time, also for one of something: 小时 and 小时/天. */
  static boolean isDuration(String unit) {
    int slash = unit.indexOf('/');
    return DURATIONS.contains(slash < 0 ? unit : unit.substring(0, slash));
  }

  /** True where a number in words before it counts something. */
  boolean countsWords() {
    return !RANKS.contains(name)
        && KNOWN.contains(name)
        && (object.isEmpty() || COUNTING.contains(name));
  }

  boolean is(String unit) {
    return name.equals(unit);
  }
}
