package org.jihe.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.jihe.table.Run;
import org.jihe.table.Workspace;
import org.jihe.table.WorkspaceBusyException;
import org.jihe.table.WorkspaceDamagedException;
import org.jspecify.annotations.Nullable;

/** Opens a workspace for one job, and says in a user's terms why it cannot. */
final class Workbench {

  /** Stands for the run that was committed last. */
  private static final String LAST = "last";

  private static final String ICEBERG_FAILURES = "org.apache.iceberg.exceptions.";

  private Workbench() {}

  /** What is done on the workspace. */
  @FunctionalInterface
  interface Work<T> {
    T on(SparkSession spark, Workspace workspace, Run run) throws IOException, JobException;
  }

  /**
   * Does the work on the session that is running, or on an embedded one.
   *
   * @param job name of the job for the run's record
   * @throws JobException where the workspace cannot be used, or the work says so
   */
  static <T> T at(Path folder, String job, Work<T> work) throws JobException {
    requireWritable(folder);
    return opened(folder, (spark, workspace) -> work.on(spark, workspace, workspace.begin(job)));
  }

  /** What is done on an open workspace before a run is begun or chosen. */
  @FunctionalInterface
  private interface Opened<T> {
    T on(SparkSession spark, Workspace workspace)
        throws IOException, JobException, WorkspaceDamagedException;
  }

  /**
   * Reads what a run of the past left; nothing in the workspace changes.
   *
   * @param run the run's id, or {@code last}
   * @throws JobException also where there is no such run
   */
  static <T> T past(Path folder, String run, Work<T> work) throws JobException {
    if (!Files.isDirectory(folder.resolve("tables"))) {
      throw empty(folder);
    }
    return opened(
        folder,
        (spark, workspace) -> {
          List<String> runs = workspace.runs();
          if (runs.isEmpty()) {
            throw empty(folder);
          }
          String last = runs.get(runs.size() - 1);
          Run found = workspace.past(run.equals(LAST) ? last : run);
          if (found == null) {
            throw noRun(folder, run, runs);
          }
          return work.on(spark, workspace, found);
        });
  }

  /** What is done with two runs of the past. */
  @FunctionalInterface
  interface Comparison<T> {
    T of(Workspace workspace, Run first, Run second);
  }

  /** Reads what two runs of the past left. */
  static <T> T past(Path folder, String first, String second, Comparison<T> work)
      throws JobException {
    return past(
        folder,
        first,
        (spark, workspace, run) -> {
          List<String> runs = workspace.runs();
          String id = second.equals(LAST) ? runs.get(runs.size() - 1) : second;
          Run other = workspace.past(id);
          if (other == null) {
            throw noRun(folder, second, runs);
          }
          return work.of(workspace, run, other);
        });
  }

  private static JobException noRun(Path folder, String run, List<String> runs) {
    return new JobException(
        "workspace.noRun",
        Map.of("run", run, "workspace", folder.toString(), "runs", String.join("  ", runs)));
  }

  private static <T> T opened(Path folder, Opened<T> work) throws JobException {
    SparkSession spark = Sessions.current();
    try (Workspace workspace = Workspace.open(spark, folder)) {
      return work.on(spark, workspace);
    } catch (WorkspaceDamagedException e) {
      throw damaged(folder, e);
    } catch (IOException e) {
      throw unwritable(folder, e);
    } catch (WorkspaceBusyException e) {
      throw new JobException("workspace.busy", Map.of("workspace", folder.toString()), e);
    } catch (JobException e) {
      throw e;
    } catch (Exception e) { // Spark throws checked exceptions that its methods do not declare
      throw inTables(folder, e);
    }
  }

  /**
   * The same on a workspace that holds forms already.
   *
   * @throws JobException also where nothing has been read into the workspace
   */
  static <T> T filled(Path folder, String job, Work<T> work) throws JobException {
    if (!Files.isDirectory(folder.resolve("tables"))) {
      throw empty(folder);
    }
    return at(
        folder,
        job,
        (spark, workspace, run) -> {
          if (run.isEmpty()) {
            throw empty(folder);
          }
          return work.on(spark, workspace, run);
        });
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

  /** A failure on the way, in a user's terms where the disk or the tables are its cause. */
  private static JobException inTables(Path folder, Exception failure) {
    Throwable cause = failure;
    for (@Nullable Throwable next = failure; next != null; next = next.getCause()) {
      if (isFull(next)) {
        return unwritable(folder, next);
      }
      if (next.getClass().getName().startsWith(ICEBERG_FAILURES)) {
        return damaged(folder, next);
      }
      cause = next;
    }
    if (cause instanceof java.io.FileNotFoundException) {
      return damaged(folder, cause);
    }
    if (failure instanceof RuntimeException unexpected) {
      throw unexpected;
    }
    throw new IllegalStateException(failure);
  }

  private static boolean isFull(Throwable failure) {
    return failure instanceof IOException
        && String.valueOf(failure.getMessage()).contains("No space left");
  }

  private static JobException empty(Path folder) {
    return new JobException("workspace.empty", Map.of("workspace", folder.toString()));
  }

  private static JobException damaged(Path folder, Throwable cause) {
    return new JobException("workspace.damaged", arguments(folder, cause), cause);
  }

  private static JobException unwritable(Path folder, Throwable cause) {
    return new JobException("workspace.unwritable", arguments(folder, cause), cause);
  }

  private static Map<String, String> arguments(Path folder, Throwable cause) {
    String detail = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    return Map.of("workspace", folder.toString(), "detail", detail);
  }
}
