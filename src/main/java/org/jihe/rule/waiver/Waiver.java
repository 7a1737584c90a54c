package org.jihe.rule.waiver;

import java.io.Serializable;
import java.time.LocalDate;
import org.jihe.form.DepartmentName;
import org.jihe.form.Texts;
import org.jihe.form.department.Departments;
import org.jspecify.annotations.Nullable;

/**
 * A decision that what a rule finds on some forms of a year is accepted (豁免).
 *
 * @param rule the rule
 * @param project 项目名称 of the form; null for all projects of the agency
 * @param agency 实施单位 of the form; null for any
 * @param department 主管部门 of the form; null for any
 * @param year the budget year
 * @param fingerprint the one finding that is accepted; null for all that the rule finds
 * @param reason why
 * @param approver who decided it
 * @param expires last day on which it holds
 */
public record Waiver(
    String rule,
    @Nullable String project,
    @Nullable String agency,
    @Nullable String department,
    int year,
    @Nullable String fingerprint,
    String reason,
    String approver,
    LocalDate expires)
    implements Serializable {

  /** True where it is of one finding alone, or of all that its rule finds on a form. */
  boolean isOf(@Nullable String finding) {
    return fingerprint == null || fingerprint.equals(finding);
  }

  /** Names are compared without punctuation and spacing, offices as {@link DepartmentName} says. */
  boolean covers(
      @Nullable String ofProject,
      @Nullable String ofAgency,
      @Nullable String ofDepartment,
      @Nullable Integer ofYear,
      Departments departments) {
    return ofYear != null
        && ofYear == year
        && (project == null || Texts.normalised(project).equals(Texts.normalised(ofProject)))
        && (agency == null
            || DepartmentName.identity(agency).equals(DepartmentName.identity(ofAgency)))
        && (department == null
            || departments.identity(department).equals(departments.identity(ofDepartment)));
  }

  /** Whom it concerns, why, by whom and until when, in one line. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (String name : new String[] {department, agency, project}) {
      if (name != null) {
        text.append(name).append(' ');
      }
    }
    text.append(year);
    if (fingerprint != null) {
      text.append(' ').append(fingerprint);
    }
    return text.append(" · ")
        .append(reason)
        .append(" · ")
        .append(approver)
        .append(" · ")
        .append(expires)
        .toString();
  }
}
