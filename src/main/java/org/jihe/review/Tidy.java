package org.jihe.review;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.FSError;
import org.jihe.message.JobException;
import org.jihe.process.Changes;
import org.jihe.workspace.Run;
import org.jihe.workspace.Workspace;
import org.jihe.workspace.WorkspaceTable;

/** Keeps a workspace small: drops what old and killed runs left, and gathers small files. */
public final class Tidy {

  private Tidy() {}

  /**
   * What was done.
   *
   * @param dropped ids of the runs whose tables are not kept any more
   * @param orphans how many files of killed runs were removed
   * @param orphanBytes their length together
   * @param gathered how many departments and years had their rows in several files
   */
  public record Result(List<String> dropped, int orphans, long orphanBytes, int gathered) {}

  /**
   * Tidies a workspace.
   *
   * @param keep how many runs are kept
   */
  public static Result of(ReviewRequest request, int keep) throws JobException {
    return Workbench.filledOrQuarantined(
        request,
        "workspace tidy",
        (spark, workspace, run) -> {
          int gathered = gather(workspace, run);
          if (gathered > 0) {
            run.counts().put("gathered", (long) gathered);
            Commit.of(workspace, run);
          }
          Workspace.Tidied tidied = workspace.tidy(keep);
          Changes.are(Changes.State.DONE);
          return new Result(tidied.dropped(), tidied.orphans(), tidied.bytes(), gathered);
        });
  }

  private static int gather(Workspace workspace, Run run) {
    Map<WorkspaceTable, List<String>> scattered = new TreeMap<>();
    for (WorkspaceTable table : WorkspaceTable.values()) {
      List<String> keys = workspace.scattered(run, table);
      if (!keys.isEmpty()) {
        scattered.put(table, keys);
      }
    }
    scattered.forEach((table, keys) -> workspace.gather(run, table, keys));
    return scattered.values().stream().mapToInt(List::size).max().orElse(0);
  }

  /** After a run that is done and published: it counts whatever becomes of this. */
  public static void after(Workspace workspace) {
    try {
      workspace.tidy();
    } catch (RuntimeException | FSError e) {
      // What could not be dropped now is dropped after the next run.
    }
  }
}
