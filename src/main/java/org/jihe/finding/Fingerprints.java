package org.jihe.finding;

import java.util.List;
import org.jihe.form.Field;
import org.jihe.form.FormBlock;
import org.jihe.form.FormKey;
import org.jihe.form.FormPath;
import org.jihe.form.Indicator;
import org.jihe.form.SelfEvaluation;
import org.jihe.form.Texts;

/**
 * Names of findings that stay when rows are inserted: an indicator goes by its category, aspect and
 * name in place of its row, and among equals by its place among them.
 */
public final class Fingerprints {

  private Fingerprints() {}

  /**
   * Fingerprint of what a rule finds in a form.
   *
   * @param formId the form, with or without a number behind its key
   * @param subject path of the value in the form
   */
  public static String of(String formId, SelfEvaluation form, String rule, String subject) {
    return FormKey.of(FormKey.withoutNumber(formId), rule, lasting(form, subject));
  }

  private static String lasting(SelfEvaluation form, String subject) {
    int row = FormPath.rowOf(subject);
    List<Indicator> indicators = form.indicators();
    if (row < 0 || row >= indicators.size()) {
      return subject;
    }
    Indicator indicator = indicators.get(row);
    int number = 1;
    for (int i = 0; i < row; i++) {
      number += isEqual(indicators.get(i), indicator) ? 1 : 0;
    }
    String which =
        text(indicator.category())
            + "|"
            + text(indicator.aspect())
            + "|"
            + text(indicator.name())
            + (number == 1 ? "" : "#" + number);
    return FormBlock.INDICATORS.key() + "[" + which + subject.substring(subject.indexOf(']'));
  }

  private static boolean isEqual(Indicator one, Indicator other) {
    return text(one.name()).equals(text(other.name()))
        && text(one.aspect()).equals(text(other.aspect()))
        && text(one.category()).equals(text(other.category()));
  }

  /** What was understood, for one template prints 数量 where another prints 数量指标. */
  private static String text(Field<String> field) {
    String value = field.value();
    return Texts.normalised(value == null ? field.printed() : value);
  }
}
