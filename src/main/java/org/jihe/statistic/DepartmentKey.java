package org.jihe.statistic;

import org.jihe.form.DepartmentName;
import org.jihe.table.AcceptedForm;

/**
 * A supervising department's agency in one year.
 *
 * @param dossier key of the department and year
 * @param agency what tells the agency from others, whatever its spelling
 */
record DepartmentKey(String dossier, String agency) {

  static DepartmentKey of(AcceptedForm accepted) {
    return new DepartmentKey(
        accepted.dossier(),
        DepartmentName.identity(accepted.form().implementingAgency().printed()));
  }
}
