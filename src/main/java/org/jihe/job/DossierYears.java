package org.jihe.job;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.jihe.table.AcceptedForm;
import org.jihe.table.Run;
import org.jihe.table.Workspace;
import org.jihe.table.WorkspaceTable;

/** Which department and year a dossier is, and which dossier is that of the year before. */
final class DossierYears {

  private DossierYears() {}

  /** Key of the year before, by dossier, whether there are forms of it or not. */
  static Map<String, String> before(Workspace workspace, Run run) {
    Map<String, String> before = new TreeMap<>();
    for (Row row :
        workspace
            .read(run, WorkspaceTable.FORMS)
            .filter("year.value is not null")
            .groupBy("dossier")
            .agg(Map.of("year.value", "max", "supervisingDepartment.printed", "max"))
            .collectAsList()) {
      boolean yearFirst = row.get(1) instanceof Integer;
      int year = row.getInt(yearFirst ? 1 : 2);
      String department = row.getString(yearFirst ? 2 : 1);
      before.put(row.getString(0), AcceptedForm.dossier(year - 1, department));
    }
    return before;
  }

  /** The years that forms are of. */
  static Set<Integer> years(Workspace workspace, Run run) {
    Set<Integer> years = new TreeSet<>();
    workspace
        .read(run, WorkspaceTable.FORMS)
        .selectExpr("year.value")
        .filter("value is not null")
        .distinct()
        .collectAsList()
        .forEach(row -> years.add(row.getInt(0)));
    return years;
  }
}
