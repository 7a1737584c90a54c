package org.jihe.rule.fact.group;

import java.io.Serializable;
import org.jihe.form.DepartmentName;
import org.jihe.form.ProjectNames;
import org.jihe.form.SelfEvaluation;
import org.jspecify.annotations.Nullable;

/**
 * Whose project a form is about, and of which year.
 *
 * @param year the budget year, or null where it cannot be read
 * @param department 主管部门 as printed
 * @param agency 实施单位 whatever its spelling, see {@link DepartmentName}
 * @param project 项目名称 as printed, or null where blank
 */
public record ProjectIdentity(
    @Nullable Integer year, @Nullable String department, String agency, @Nullable String project)
    implements Serializable {

  static ProjectIdentity of(SelfEvaluation form) {
    return new ProjectIdentity(
        form.year().value(),
        form.supervisingDepartment().printed(),
        DepartmentName.identity(form.implementingAgency().printed()),
        form.projectName().isBlank() ? null : form.projectName().printed());
  }

  /** The same project of the same agency in another year has the same. */
  String acrossYears() {
    return agency + "\u001f" + ProjectNames.acrossYears(project);
  }
}
