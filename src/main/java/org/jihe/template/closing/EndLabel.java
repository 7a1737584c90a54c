package org.jihe.template.closing;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the labels say that may stand at the end of a form in front of what they name. */
public enum EndLabel {
  /** The points that the form has in all (总分值). */
  MAX_SCORE,
  /** The points that it was given (总得分). */
  SCORE,
  /** The word for the score (等级). */
  GRADE;

  private static final Map<String, EndLabel> BY_KEY =
      Map.ofEntries(
          Map.entry("总分值", MAX_SCORE),
          Map.entry("分值", MAX_SCORE),
          Map.entry("总得分", SCORE),
          Map.entry("得分", SCORE),
          Map.entry("自评得分", SCORE),
          Map.entry("自评总分", SCORE),
          Map.entry("等级", GRADE),
          Map.entry("自评等级", GRADE),
          Map.entry("评价等级", GRADE),
          Map.entry("评定等级", GRADE),
          Map.entry("绩效等级", GRADE),
          Map.entry("自评结果", GRADE));

  /** What a label says, compared by its key; null for any other text. */
  public static @Nullable EndLabel of(String key) {
    return BY_KEY.get(key);
  }
}
