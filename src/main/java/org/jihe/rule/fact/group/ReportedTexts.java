package org.jihe.rule.fact.group;

import java.io.Serializable;
import org.jihe.form.Field;
import org.jihe.form.Indicator;
import org.jihe.form.SelfEvaluation;
import org.jihe.rule.jurisdiction.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * What a form says in words of the year.
 *
 * @param planned 预期目标 as printed, or null where blank
 * @param achieved 实际完成情况 as printed, or null where blank
 * @param deferral a word of deferral in what is said of the year, or null
 */
public record ReportedTexts(
    @Nullable String planned, @Nullable String achieved, @Nullable String deferral)
    implements Serializable {

  static ReportedTexts of(SelfEvaluation form, Parameters parameters) {
    return new ReportedTexts(
        text(form.annualObjective().planned()),
        text(form.annualObjective().achieved()),
        deferral(form, parameters));
  }

  private static @Nullable String text(Field<String> field) {
    return field.isBlank() ? null : field.printed();
  }

  private static @Nullable String deferral(SelfEvaluation form, Parameters parameters) {
    String word = parameters.firstWord("deferral", form.annualObjective().achieved().printed());
    for (Indicator indicator : form.indicators()) {
      if (word == null) {
        word = parameters.firstWord("deferral", indicator.varianceExplanation().printed());
      }
      if (word == null) {
        word = parameters.firstWord("deferral", indicator.actual().printed());
      }
    }
    return word;
  }
}
