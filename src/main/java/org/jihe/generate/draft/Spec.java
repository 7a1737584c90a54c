package org.jihe.generate.draft;

/**
 * An indicator that kinds of projects have.
 *
 * @param aspect 二级指标 without its last word, such as 数量
 * @param suffix what follows the project's topic in the indicator's name
 * @param unit unit, or the target's words, or the whole target of a date
 * @param low least target of the first year
 * @param high greatest target of the first year
 */
public record Spec(String aspect, String suffix, Shape shape, String unit, int low, int high) {

  static final String SATISFACTION = "服务对象满意度";

  /** The category that the aspect belongs to. */
  String category() {
    return switch (aspect) {
      case "数量", "质量", "时效", "成本" -> "产出指标";
      case SATISFACTION -> "满意度指标";
      default -> "效益指标";
    };
  }
}
