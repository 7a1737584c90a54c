package org.jihe.rule.fact.group;

import java.io.Serializable;
import org.jihe.form.Indicator;
import org.jihe.form.Texts;
import org.jihe.layout.Position;
import org.jihe.rule.answer.Attainment;
import org.jihe.rule.fact.IndicatorFact;
import org.jihe.rule.jurisdiction.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * What rules on several forms need of one indicator.
 *
 * @param name 三级指标 without punctuation and spacing; empty where blank
 * @param printedName 三级指标 as printed
 * @param target 年度指标值 as printed, or null
 * @param actual 实际完成值 as printed, or null
 * @param moreIsBetter true where a higher actual value is better for certain
 * @param explanation 偏差原因分析及改进措施 without punctuation; empty where blank or "none"
 * @param printedExplanation the same as printed, or null
 * @param cell where the name is printed
 */
public record IndicatorDigest(
    String name,
    @Nullable String printedName,
    @Nullable String target,
    @Nullable String actual,
    boolean moreIsBetter,
    String explanation,
    @Nullable String printedExplanation,
    @Nullable Position cell)
    implements Serializable {

  static IndicatorDigest of(Indicator indicator, IndicatorFact fact, Parameters parameters) {
    String explanation = Texts.normalised(indicator.varianceExplanation().printed());
    boolean none =
        indicator.varianceExplanation().isBlank() || parameters.isOne("noDeviation", explanation);
    return new IndicatorDigest(
        indicator.name().isBlank() ? "" : Texts.normalised(indicator.name().printed()),
        indicator.name().printed(),
        indicator.target().isBlank() ? null : indicator.target().printed(),
        indicator.actual().isBlank() ? null : indicator.actual().printed(),
        fact.direction() == Attainment.Direction.HIGHER,
        none ? "" : explanation,
        none ? null : indicator.varianceExplanation().printed(),
        indicator.name().position());
  }

  /** The target with white space dropped and comparators written one way; empty where blank. */
  String comparableTarget() {
    if (target == null) {
      return "";
    }
    return Texts.folded(target)
        .replaceAll(">=|≧|⩾", "≥")
        .replaceAll("<=|≦|⩽", "≤")
        .replaceAll("^[=═]", "");
  }
}
