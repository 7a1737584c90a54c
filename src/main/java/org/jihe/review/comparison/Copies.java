package org.jihe.review.comparison;

import java.util.List;
import org.apache.spark.sql.Row;
import org.jihe.statistic.CopiedTextCodec;
import org.jihe.statistic.copied.CopiedText;
import org.jihe.statistic.copied.CopySearch;
import org.jihe.workspace.Run;
import org.jihe.workspace.StoredRows;
import org.jihe.workspace.Workspace;
import org.jihe.workspace.WorkspaceTable;

/** Texts that crossed from one department or year into another: the stored texts go by twice. */
final class Copies {

  private static final List<String> SKETCH = List.of("sketch");
  private static final List<String> TEXT =
      List.of(
          "dossier",
          "formId",
          "departmentKey",
          "department",
          "year",
          "project",
          "kind",
          "subject",
          "text");

  private Copies() {}

  static List<CopiedText> of(Workspace workspace, Run run) {
    StoredRows texts = workspace.stored(run, WorkspaceTable.FORM_TEXTS);
    CopySearch search = new CopySearch();
    texts
        .byKey()
        .values()
        .forEach(
            dossier -> dossier.forEach(SKETCH, row -> search.see(CopiedTextCodec.sketch(row))));
    search.turn();
    texts.byKey().values().forEach(dossier -> dossier.forEach(TEXT, row -> pass(search, row)));
    return search.done();
  }

  private static void pass(CopySearch search, Row row) {
    if (search.isWanted()) {
      search.take(CopiedTextCodec.fromRow(row));
    } else {
      search.pass(row.getAs("departmentKey"));
    }
  }
}
