package org.jihe.form;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The unit behind a number.
 *
 * @param name the unit, empty where there is none; amounts of money in 元
 * @param factor what the number is multiplied by to be in this unit
 * @param object what is counted, as {@code 场所} in {@code 28个场所}; mostly empty
 * @param known true for a unit of the list, false for a short word that stands where one would
 */
record Unit(String name, BigDecimal factor, String object, boolean known) {

  /** Measure words and units that forms use, the longest first. */
  private static final List<String> KNOWN =
      Stream.of(
              "%",
              "‰", "个百分点", "百分点", "人次", "人天", "人日", "人月", "人", "名", "位", "户", "家", "个", "件", "次",
              "场次", "场", "项", "套", "台套", "台", "份", "篇", "本", "册", "张", "枚", "支", "辆", "艘", "架", "座",
              "栋", "幢", "间", "处", "条", "段", "块", "片", "棵", "株", "根", "口", "期", "届", "班次", "班", "批次",
              "门", "节", "课时", "学时", "类", "种", "门次", "车次", "架次", "例", "起", "宗", "桩", "单", "笔", "组",
              "队", "所", "村", "镇", "乡", "点", "点位", "个点", "具", "只", "头", "羽", "尾", "盏", "部", "路", "面",
              "幅", "块次", "袋", "箱", "瓶", "盒", "包", "桶", "吨", "公斤", "千克", "克", "斤", "千瓦时", "千瓦", "度",
              "公里", "千米", "米", "厘米", "毫米", "平方米", "㎡", "m²", "m2", "平方公里", "平米", "平方", "亩", "公顷",
              "立方米", "m³", "m3", "升", "毫升", "天", "日", "个工作日", "工作日", "小时", "个小时", "分钟", "秒", "个月",
              "年", "周", "个季度", "元", "分", "倍", "级", "星", "字", "条次", "页", "kg", "km", "KM", "m", "t",
              "GB", "TB", "M", "G", "T", "MB")
          .sorted(Comparator.comparing(String::length).reversed())
          .toList();

  private static final Pattern PER = Pattern.compile("^/[\\p{IsHan}A-Za-z²³·/]{1,8}");
  private static final Pattern WORD = Pattern.compile("[\\p{IsHan}A-Za-z℃°²³㎡·“”]*");
  private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
  private static final BigDecimal HUNDRED_MILLION = BigDecimal.valueOf(100_000_000);
  private static final int LONGEST_UNKNOWN = 4;
  private static final int LONGEST_OBJECT = 12;

  /** The unit that a text is, with what is counted behind it; null where it is something else. */
  static @Nullable Unit of(String text) {
    if (text.isEmpty()) {
      return new Unit("", BigDecimal.ONE, "", true);
    }
    if (text.startsWith("万")) {
      return multiplied(text.substring(1), TEN_THOUSAND);
    }
    if (text.startsWith("亿")) {
      return multiplied(text.substring(1), HUNDRED_MILLION);
    }
    for (String unit : KNOWN) {
      if (text.startsWith(unit)) {
        return known(unit, text.substring(unit.length()));
      }
    }
    return text.length() <= LONGEST_UNKNOWN && WORD.matcher(text).matches()
        ? new Unit(text, BigDecimal.ONE, "", false)
        : null;
  }

  private static @Nullable Unit multiplied(String text, BigDecimal factor) {
    Unit unit = of(text);
    return unit == null
        ? null
        : new Unit(unit.name(), unit.factor().multiply(factor), unit.object(), unit.known());
  }

  private static @Nullable Unit known(String unit, String behind) {
    String name = unit;
    String object = behind;
    Matcher per = PER.matcher(behind);
    if (per.find()) {
      name += per.group();
      object = behind.substring(per.end());
    }
    return object.length() <= LONGEST_OBJECT && WORD.matcher(object).matches()
        ? new Unit(name, BigDecimal.ONE, object, true)
        : null;
  }

  boolean is(String unit) {
    return name.equals(unit);
  }
}
