package org.jihe.publish;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.jihe.form.department.JoinedNames;
import org.jihe.workspace.WorkspaceTable;

/** Which printed names are read as one department or agency by a guess, for those who know. */
final class NamePublication {

  private NamePublication() {}

  /** A line for every guess. */
  static Publication csv() {
    return new Publication(
        WorkspaceTable.FORMS,
        (folder, data) -> {
          CsvFile csv =
              new CsvFile(
                  folder.resolve("department_names.csv"),
                  List.of("reading", "names", "explanation"));
          JoinedNames names = new JoinedNames(data.departments());
          return new Publication.Sink() {
            @Override
            public void take(Row row, InternalRow internal) {
              names.add(printed(row, "supervisingDepartment"), printed(row, "implementingAgency"));
            }

            @Override
            public void close() throws IOException {
              try (csv) {
                for (JoinedNames.Joined one : names.found()) {
                  String all = String.join("、", one.names());
                  String key = "names." + one.reading().name().toLowerCase(Locale.ROOT);
                  csv.line(one.reading(), all, data.texts().text(key, Map.of("names", all)));
                }
              }
            }
          };
        });
  }

  private static String printed(Row row, String column) {
    return row.<Row>getAs(column).getAs("printed");
  }
}
