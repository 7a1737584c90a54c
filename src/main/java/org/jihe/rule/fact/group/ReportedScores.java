package org.jihe.rule.fact.group;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jihe.form.measure.Figures;
import org.jihe.rule.fact.Execution;
import org.jihe.rule.fact.FormFact;
import org.jihe.rule.jurisdiction.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * How a form scores itself.
 *
 * @param rate how the printed execution rate rounds the exact one
 * @param total 总分
 * @param topGrade true where the score earns the best grade
 * @param fullMarks true where there are indicators and every one has its full points
 * @param cancelled true for a project whose budget was taken back before anything was spent: it is
 *     in no figure of a department's scores
 */
public record ReportedScores(
    Rounding rate,
    @Nullable BigDecimal total,
    boolean topGrade,
    boolean fullMarks,
    boolean cancelled)
    implements Serializable {

  /** How a printed rate rounds the exact one. */
  public enum Rounding {
    /** The rate is exact at its decimals, or unknown, or no rounding of the exact one. */
    NONE,
    UP,
    DOWN
  }

  static ReportedScores of(FormFact form) {
    Parameters parameters = form.parameters();
    BigDecimal total = form.totalScore();
    Parameters.Grade grade = parameters.gradeOf(total);
    boolean top = grade != null && grade.equals(parameters.grades().get(0));
    boolean fullMarks = form.indicators().count() > 0 && form.indicators().allFull();
    return new ReportedScores(rounding(form.execution()), total, top, fullMarks, form.cancelled());
  }

  private static Rounding rounding(Execution execution) {
    BigDecimal printed = execution.rate();
    BigDecimal exact = execution.exactRate();
    if (printed == null || exact == null || !execution.rateFits()) {
      return Rounding.NONE;
    }
    BigDecimal inUnit = Figures.isRounding(printed, exact) ? exact : exact.movePointLeft(2);
    int scale = Math.max(printed.scale(), 0);
    if (inUnit.compareTo(inUnit.setScale(scale, RoundingMode.FLOOR)) == 0) {
      return Rounding.NONE;
    }
    return printed.compareTo(inUnit) > 0 ? Rounding.UP : Rounding.DOWN;
  }
}
