package org.jihe.finding;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The scores of one form beside what its own figures and words support (得分核算).
 *
 * @param formId the form
 * @param jurisdiction id of the jurisdiction (财政部门) by whose parameters the form was checked
 * @param grade the grade (等级) that the printed total earns there; null where it earns none
 * @param total 总分: the sums of the lines' ranges beside the claimed total
 * @param lines the funding row and every indicator, in printed order
 */
public record ScoreAudit(
    String formId, String jurisdiction, @Nullable String grade, Line total, List<Line> lines)
    implements Serializable {

  public ScoreAudit {
    lines = List.copyOf(lines);
  }

  /** On what a range rests. */
  public enum Basis {
    /** 预算执行: the jurisdiction's method on the total funding row. */
    EXECUTION,
    /** Target and actual are numbers of one unit. */
    QUANTITATIVE,
    /** Words that say the target was reached: 100–80 %. */
    MET,
    /** Words that say part of it was: 80–60 %. */
    PARTLY_MET,
    /** Words, or a 0, that say it was not: 60–0 %. */
    UNMET,
    /** Nothing is printed: nothing is earned. */
    BLANK,
    /** Neither figures nor words decide: anything from 0 to the points. */
    UNDECIDED,
    /** The sum of all lines. */
    TOTAL
  }

  /**
   * What is supported of one score, in points; null where a cell that decides it is blank or
   * unreadable.
   *
   * @param low least that is supported
   * @param high most that is supported
   */
  public record Range(@Nullable BigDecimal low, @Nullable BigDecimal high)
      implements Serializable {}

  /**
   * One score. Points; null where a cell that decides it is blank or unreadable.
   *
   * @param subject path of the score, such as {@code indicators[3].score}
   * @param name name of the indicator; empty for the funding row and the total
   * @param basis on what the range rests
   * @param maxScore 分值
   * @param claimed 得分 as printed
   * @param range what is supported
   * @param overClaimed the part of the claimed score above the range, 0 where there is none
   * @param arithmetic how the range comes about, such as {@code 37.24 ÷ 43.2 × 10 = 8.62}
   */
  public record Line(
      String subject,
      String name,
      Basis basis,
      @Nullable BigDecimal maxScore,
      @Nullable BigDecimal claimed,
      Range range,
      BigDecimal overClaimed,
      String arithmetic)
      implements Serializable {

    /** Least that is supported; null where that cannot be told. */
    public @Nullable BigDecimal low() {
      return range.low();
    }

    /** Most that is supported; null where that cannot be told. */
    public @Nullable BigDecimal high() {
      return range.high();
    }

    /** True where the claimed score is known and within the range. */
    public boolean supported() {
      BigDecimal score = claimed;
      BigDecimal low = low();
      BigDecimal high = high();
      return score != null
          && low != null
          && high != null
          && score.compareTo(low) >= 0
          && score.compareTo(high) <= 0;
    }
  }

  /** The points of all lines that are above their ranges, whatever other lines leave unclaimed. */
  public BigDecimal linesOverClaimed() {
    BigDecimal sum = BigDecimal.ZERO;
    for (Line line : lines) {
      sum = sum.add(line.overClaimed());
    }
    return sum;
  }
}
