package org.jihe.publish;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jihe.message.Language;
import org.jihe.message.Messages;
import org.jihe.publish.letter.DistrictReport;
import org.jihe.workspace.WorkspaceTable;

/** What the comparison of departments and the search for outliers say, for those who lead. */
final class StandingOut {

  private static final int FARTHEST = 10;

  private StandingOut() {}

  /** One project or department that stands out. */
  private record Far(double z, String line) {}

  /** Reads the tables; Chinese, as the report is. */
  static DistrictReport.Remarks of(ReviewData data) throws IOException {
    Messages messages = Messages.of(Language.ZH, "comparison");
    Map<String, List<String>> verdicts = new TreeMap<>();
    data.table(WorkspaceTable.COMPARISON)
        .forEach(
            (row, internal) -> {
              String verdict = row.getAs("verdict");
              if (verdict.equals("high") || verdict.equals("low")) {
                String department = row.getAs("department");
                verdicts
                    .computeIfAbsent(
                        row.<Integer>getAs("year") + "年" + department, key -> new ArrayList<>())
                    .add(
                        messages.text("measure." + row.<String>getAs("measure"))
                            + messages.text("verdict." + verdict));
              }
            });
    List<String> departments = new ArrayList<>();
    verdicts.forEach((who, what) -> departments.add(who + "：" + String.join("、", what) + "。"));
    List<Far> projects = new ArrayList<>();
    data.table(WorkspaceTable.OUTLIERS)
        .forEach(
            (row, internal) -> {
              String project = row.getAs("project");
              projects.add(
                  new Far(
                      Math.abs(row.<Double>getAs("robustZ")),
                      row.<Integer>getAs("year")
                          + "年"
                          + row.getAs("department")
                          + (project == null ? "" : "“" + project + "”")
                          + "："
                          + row.getAs("sentence")));
            });
    projects.sort(Comparator.comparingDouble((Far one) -> -one.z).thenComparing(Far::line));
    return new DistrictReport.Remarks(
        departments, projects.stream().limit(FARTHEST).map(Far::line).toList(), projects.size());
  }
}
