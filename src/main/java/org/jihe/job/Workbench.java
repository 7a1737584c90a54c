package org.jihe.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.jihe.table.Workspace;
import org.jihe.table.WorkspaceBusyException;

/** Opens a workspace for one job, and says in a user's terms why it cannot. */
final class Workbench {

  private Workbench() {}

  /** What is done on the workspace. */
  @FunctionalInterface
  interface Work<T> {
    T on(SparkSession spark, Workspace workspace) throws IOException, JobException;
  }

  /**
   * Does the work on the session that is running, or on an embedded one.
   *
   * @throws JobException where the workspace cannot be used, or the work says so
   */
  static <T> T at(Path folder, Work<T> work) throws JobException {
    requireWritable(folder);
    SparkSession spark = Sessions.current();
    try (Workspace workspace = Workspace.open(spark, folder)) {
      return work.on(spark, workspace);
    } catch (IOException e) {
      throw unwritable(folder, e);
    } catch (WorkspaceBusyException e) {
      throw new JobException("workspace.busy", Map.of("workspace", folder.toString()), e);
    }
  }

  /** Tries the folder before Spark is started and anything is read. */
  private static void requireWritable(Path folder) throws JobException {
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, ".writable", null));
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  private static JobException unwritable(Path folder, IOException cause) {
    return new JobException(
        "workspace.unwritable",
        Map.of("workspace", folder.toString(), "detail", String.valueOf(cause.getMessage())),
        cause);
  }
}
