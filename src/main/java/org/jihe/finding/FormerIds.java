package org.jihe.finding;

import org.jihe.form.FormKey;
import org.jihe.form.SelfEvaluation;
import org.jihe.form.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The names that version 0.1 gave to forms, dossiers and findings, from a department's spelling and
 * an indicator's row. Kept so that what was written under them is found again.
 */
public final class FormerIds {

  private FormerIds() {}

  /** Former id of a form, see {@link SelfEvaluation#key}. */
  public static String key(SelfEvaluation form) {
    return FormKey.of(
        String.valueOf(form.year().value()),
        Texts.normalised(form.supervisingDepartment().printed()),
        Texts.normalised(form.implementingAgency().printed()),
        Texts.normalised(form.projectName().printed()));
  }

  /** Former key of a department and year. */
  public static String dossier(@Nullable Integer year, @Nullable String department) {
    return FormKey.of(String.valueOf(year), Texts.normalised(department));
  }

  /** Former fingerprint of what a rule finds in a form, see {@link Fingerprints#of}. */
  public static String fingerprint(SelfEvaluation form, String rule, String subject) {
    return FormKey.of(key(form), rule, subject);
  }

  /**
   * The id of a stored form by today's names: its own, or where version 0.1 gave it, the one that
   * it would get now, with the number behind it that it has.
   */
  public static String present(String formId, SelfEvaluation form) {
    String key = FormKey.withoutNumber(formId);
    return key.equals(key(form)) ? form.key() + formId.substring(key.length()) : formId;
  }
}
