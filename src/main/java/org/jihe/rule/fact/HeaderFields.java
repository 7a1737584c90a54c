package org.jihe.rule.fact;

import java.util.List;
import org.jihe.form.Field;
import org.jihe.form.SelfEvaluation;

/** The fields of a form's head that must be filled. */
final class HeaderFields {

  private static final List<String> PATHS =
      List.of("projectName", "supervisingDepartment", "implementingAgency", "year", "currencyUnit");

  private HeaderFields() {}

  static List<String> blank(SelfEvaluation form) {
    return PATHS.stream().filter(path -> isBlank(form, path)).toList();
  }

  private static boolean isBlank(SelfEvaluation form, String path) {
    Field<?> field = Cells.fieldAt(form, path);
    return field != null && field.isBlank();
  }
}
