package org.jihe.publish;

import java.nio.file.Path;
import java.util.List;
import org.jihe.table.WorkspaceTable;

/** Plain Parquet, a folder a table, for anything that reads Parquet. */
final class ParquetPublication implements Publication {

  private static final List<WorkspaceTable> TABLES =
      List.of(
          WorkspaceTable.FORMS,
          WorkspaceTable.FINDINGS,
          WorkspaceTable.DEPARTMENT_STATISTICS,
          WorkspaceTable.INDICATOR_STATISTICS);

  @Override
  public void write(ReviewData data, Path folder) {
    for (WorkspaceTable table : TABLES) {
      Path target = folder.resolve("parquet").resolve(table.tableName());
      data.table(table).write().parquet(target.toUri().toString());
    }
  }
}
