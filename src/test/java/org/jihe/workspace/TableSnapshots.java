package org.jihe.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.iceberg.Snapshot;

/** The current snapshot of every table of a workspace, for tests of other packages. */
public final class TableSnapshots {

  private TableSnapshots() {}

  /** By the table's name. */
  public static Map<String, Long> of(Path workspace) throws IOException {
    Map<String, Long> snapshots = new TreeMap<>();
    Tables tables = Tables.open(workspace);
    for (WorkspaceTable table : WorkspaceTable.values()) {
      if (tables.exists(table.tableName())) {
        Snapshot current = tables.load(table.tableName()).currentSnapshot();
        if (current != null) {
          snapshots.put(table.tableName(), current.snapshotId());
        }
      }
    }
    return snapshots;
  }
}
