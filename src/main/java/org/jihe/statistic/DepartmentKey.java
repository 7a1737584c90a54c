package org.jihe.statistic;

import org.jihe.form.SelfEvaluation;
import org.jihe.table.AcceptedForm;
import org.jspecify.annotations.Nullable;

/** A supervising department's agency in one year. */
record DepartmentKey(
    String dossier,
    @Nullable String supervisingDepartment,
    @Nullable String implementingAgency,
    @Nullable Integer year) {

  static DepartmentKey of(AcceptedForm accepted) {
    SelfEvaluation form = accepted.form();
    return new DepartmentKey(
        accepted.dossier(),
        tight(form.supervisingDepartment().printed()),
        tight(form.implementingAgency().printed()),
        form.year().value());
  }

  /** One department is printed with and without spaces and in both widths of brackets. */
  private static @Nullable String tight(@Nullable String name) {
    return name == null
        ? null
        : java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFKC)
            .replaceAll("\\s+", "");
  }
}
