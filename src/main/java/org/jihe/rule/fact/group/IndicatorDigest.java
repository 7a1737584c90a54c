package org.jihe.rule.fact.group;

import java.io.Serializable;
import java.util.regex.Pattern;
import org.jihe.form.Indicator;
import org.jihe.form.Texts;
import org.jihe.form.measure.Measure;
import org.jihe.form.measure.Measures;
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

  private static final Pattern NOTE = Pattern.compile("[（(][^（）()]*[）)]");

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

  /**
   * What the target asks for, however it is worded: 不低于90% is ≥90%, and of 及时（按期运维） the note says
   * nothing that counts; empty where blank.
   */
  String comparableTarget() {
    if (target == null) {
      return "";
    }
    Measure measure = Measures.read(target);
    if (measure.quantitative() && measure.magnitude() != null) {
      return meaning(measure.comparator())
          + measure.magnitude().stripTrailingZeros().toPlainString()
          + measure.unit();
    }
    String bare = measure.qualitative() ? NOTE.matcher(target).replaceAll("") : target;
    return Texts.folded(bare.isBlank() ? target : bare)
        .replaceAll(">=|≧|⩾", "≥")
        .replaceAll("<=|≦|⩽", "≤")
        .replaceAll("^[=═]", "");
  }

  private static String meaning(Measure.Comparator comparator) {
    return switch (comparator) {
      case EQUAL, NONE -> "";
      default -> comparator.symbol();
    };
  }
}
