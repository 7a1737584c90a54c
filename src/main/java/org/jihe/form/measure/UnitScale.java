package org.jihe.form.measure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reckons a number from one unit into another of its kind. Months and days, or days and working
 * days, are of different kinds: how many of one the other has is not certain.
 */
final class UnitScale {

  /** Units of one kind, each with what it holds of the kind's smallest. */
  private static final List<Map<String, BigDecimal>> SCALES =
      List.of(
          scale("公里 1000 千米 1000 km 1000 KM 1000 里 500 米 1 m 1 厘米 0.01 毫米 0.001"),
          scale("平方公里 3000000 公顷 30000 亩 2000 平方米 3 ㎡ 3 m² 3 m2 3 平米 3 平方 3"), // 3 亩 are 2000 ㎡
          scale("立方米 1 m³ 1 m3 1 升 0.001 毫升 0.000001"),
          scale("吨 1000 t 1000 公斤 1 千克 1 kg 1 斤 0.5 克 0.001"),
          scale("% 10 ‰ 1"),
          scale("个百分点 1 百分点 1"),
          scale("小时 60 个小时 60 钟头 60 刻钟 15 分钟 1 天 1440 日 1440 周 10080 星期 10080 个星期 10080"),
          scale("工作日 1 个工作日 1 工作天 1 个工作天 1"),
          scale("年 12 年度 12 个半年 6 季度 3 个季度 3 月 1 个月 1"),
          scale("学时 1 课时 1"),
          scale("千瓦时 1 度 1"),
          scale("人 1 名 1 位 1"),
          scale("起 1 宗 1 桩 1 例 1 件 1"),
          scale("TB 1048576 GB 1024 MB 1"));

  /** Measure words for the same things: what is one 场 is one 次. */
  private static final Set<String> COUNTS = Set.of("项 个 套 场 场次 次 份 篇".split(" ", -1));

  private static final Set<String> MACHINES = Set.of("台 辆 部 台套 架 艘".split(" ", -1));

  /** Measure words that 个 may stand for. */
  private static final Set<String> OF_ANY =
      Set.of("件 台 本 册 期 所 家 座 条 间 块 门 批 类 种 点 例 起 宗 名 位 人".split(" ", -1));

  private UnitScale() {}

  private static Map<String, BigDecimal> scale(String line) {
    String[] words = line.split(" ", -1);
    Map<String, BigDecimal> scale = new HashMap<>();
    for (int i = 0; i < words.length; i += 2) {
      scale.put(words[i], new BigDecimal(words[i + 1]));
    }
    return Map.copyOf(scale);
  }

  /**
   * The number in the other unit; null where it cannot be reckoned. What is behind a slash stays.
   */
  static @Nullable BigDecimal reckoned(BigDecimal number, String from, String to) {
    int slash = from.indexOf('/');
    int other = to.indexOf('/');
    if (slash > 0 || other > 0) {
      return slash > 0 && other > 0 && from.substring(slash).equals(to.substring(other))
          ? reckoned(number, from.substring(0, slash), to.substring(0, other))
          : null;
    }
    if (sameCount(from, to)) {
      return number;
    }
    for (Map<String, BigDecimal> scale : SCALES) {
      BigDecimal one = scale.get(from);
      BigDecimal into = scale.get(to);
      if (one != null && into != null) {
        return number.multiply(one).divide(into, MathContext.DECIMAL64).stripTrailingZeros();
      }
    }
    return null;
  }

  /** True where both count the same things, as 场 and 次 do. */
  static boolean sameCount(String one, String other) {
    return (COUNTS.contains(one) && COUNTS.contains(other))
        || (MACHINES.contains(one) && MACHINES.contains(other))
        || (one.equals("个") && OF_ANY.contains(other))
        || (other.equals("个") && OF_ANY.contains(one));
  }
}
