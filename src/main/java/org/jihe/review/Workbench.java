package org.jihe.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.hadoop.fs.FSError;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.jihe.message.JobException;
import org.jihe.process.RunFacts;
import org.jihe.workspace.Run;
import org.jihe.workspace.StorageFault;
import org.jihe.workspace.Tables;
import org.jihe.workspace.Workspace;
import org.jihe.workspace.WorkspaceDamagedException;
import org.jihe.workspace.WorkspaceNewerException;
import org.jihe.workspace.catalog.CatalogSettingException;
import org.jihe.workspace.catalog.WorkspaceBusyException;

/** Opens a workspace for one job, and says in a user's terms why it cannot. */
public final class Workbench {

  /** Stands for the run that was committed last. */
  private static final String LAST = "last";

  /** So often a look at what is in force is begun anew where a run has replaced it meanwhile. */
  private static final int ATTEMPTS = 5;

  private Workbench() {}

  /** What is done on the workspace. */
  @FunctionalInterface
  public interface Work<T> {
    T on(SparkSession spark, Workspace workspace, Run run) throws IOException, JobException;
  }

  /**
   * Does the work on the session that is running, or on an embedded one.
   *
   * @param job name of the job for the run's record
   * @throws JobException where the workspace cannot be used, or the work says so
   */
  static <T> T at(ReviewRequest request, String job, Work<T> work) throws JobException {
    Path folder = request.workspace();
    requireWritable(folder);
    return opened(
        folder,
        (spark, place) -> Workspace.open(spark, place, request.patience()),
        (spark, workspace) -> {
          Run run = begin(spark, workspace, job);
          T result = work.on(spark, workspace, run);
          RunFacts.counted(run.id(), run.counts());
          return result;
        });
  }

  /** Begins a run; forms that another version of the program left get the ids of this one. */
  private static Run begin(SparkSession spark, Workspace workspace, String job)
      throws IOException, JobException {
    Run run = workspace.begin(job);
    if (run.isAfterMigration()) {
      new RenamedForms(
              JavaSparkContext.fromSparkContext(spark.sparkContext()),
              workspace,
              run,
              KeptDepartments.of(workspace.folder(), run))
          .write();
    }
    return run;
  }

  /** How a workspace is opened. */
  @FunctionalInterface
  private interface Opening {
    Workspace of(SparkSession spark, Path folder) throws IOException, WorkspaceBusyException;
  }

  /** What is done on an open workspace before a run is begun or chosen. */
  @FunctionalInterface
  private interface Opened<T> {
    T on(SparkSession spark, Workspace workspace)
        throws IOException, JobException, WorkspaceDamagedException;
  }

  /** What is read from the tables of a workspace. */
  @FunctionalInterface
  public interface Look<T> {
    T at(Tables tables, Run run) throws IOException;
  }

  /**
   * Reads what is in force, without Spark; nothing in the workspace changes.
   *
   * @throws JobException where there is no workspace, or it cannot be read
   */
  public static <T> T inForce(Path folder, Look<T> look) throws JobException {
    requireTables(folder);
    for (int time = 1; ; time++) {
      String[] seen = {""};
      try {
        return reading(
            folder,
            () -> {
              Tables tables = Tables.open(folder);
              tables.requireColumns();
              Run last = tables.last();
              if (last == null) {
                throw empty(folder);
              }
              seen[0] = last.id();
              return look.at(tables, last);
            });
      } catch (JobException | RuntimeException e) {
        // Reviews may have gone on for so long that what was begun with has been tidied away.
        if (time == ATTEMPTS || seen[0].isEmpty() || isLast(folder, seen[0])) {
          throw e;
        }
      }
    }
  }

  private static boolean isLast(Path folder, String run) {
    try {
      Run last = Tables.open(folder).last();
      return last == null || last.id().equals(run);
    } catch (IOException | RuntimeException e) {
      return true;
    }
  }

  /** What is read. */
  @FunctionalInterface
  public interface Reading<T> {
    T get() throws IOException, JobException;
  }

  /** Reads from a workspace's tables, and says in a user's terms why that cannot be done. */
  public static <T> T reading(Path folder, Reading<T> reading) throws JobException {
    try {
      return reading.get();
    } catch (IOException | RuntimeException e) {
      throw inTables(folder, e);
    }
  }

  /**
   * Reads what a run of the past left; nothing in the workspace changes.
   *
   * @param run the run's id, or {@code last}
   * @throws JobException also where there is no such run
   */
  public static <T> T past(Path folder, String run, Work<T> work) throws JobException {
    requireTables(folder);
    return opened(
        folder,
        Workspace::openToRead,
        (spark, workspace) -> {
          workspace.tables().requireColumns();
          return work.on(spark, workspace, found(workspace, run));
        });
  }

  private static Run found(Workspace workspace, String run)
      throws JobException, WorkspaceDamagedException {
    Tables tables = workspace.tables();
    Run found = run.equals(LAST) ? tables.last() : tables.run(run);
    if (found != null && tables.isKept(found)) {
      return found;
    }
    if (found != null) {
      throw new JobException(
          "workspace.runDropped", Map.of("run", run, "workspace", workspace.folder().toString()));
    }
    List<String> runs = tables.runs();
    throw runs.isEmpty() ? empty(workspace.folder()) : noRun(workspace.folder(), run, runs);
  }

  /** What is done with two runs of the past. */
  @FunctionalInterface
  public interface Comparison<T> {
    T of(Workspace workspace, Run first, Run second) throws IOException;
  }

  /** Reads what two runs of the past left. */
  public static <T> T past(Path folder, String first, String second, Comparison<T> work)
      throws JobException {
    return past(
        folder,
        first,
        (spark, workspace, run) -> work.of(workspace, run, found(workspace, second)));
  }

  private static JobException noRun(Path folder, String run, List<String> runs) {
    return new JobException(
        "workspace.noRun",
        Map.of("run", run, "workspace", folder.toString(), "runs", String.join("  ", runs)));
  }

  private static <T> T opened(Path folder, Opening opening, Opened<T> work) throws JobException {
    try {
      SparkSession spark = Sessions.current();
      try (Workspace workspace = opening.of(spark, folder)) {
        return work.on(spark, workspace);
      }
    } catch (WorkspaceBusyException e) {
      throw busy(folder, e);
    } catch (JobException e) {
      throw e;
    } catch (Exception e) { // Spark throws checked exceptions that its methods do not declare
      throw inTables(folder, e);
    } catch (FSError e) { // Hadoop's for a disk that is full
      throw inTables(folder, new IOException(e));
    }
  }

  /**
   * The same on a workspace that holds forms already.
   *
   * @throws JobException also where nothing has been read into the workspace
   */
  static <T> T filled(ReviewRequest request, String job, Work<T> work) throws JobException {
    return unless((workspace, run) -> run.isEmpty(), request, job, work);
  }

  /**
   * The same on a workspace that a run has been committed to, even one that read no form.
   *
   * @throws JobException also where there is none
   */
  public static <T> T filledOrQuarantined(ReviewRequest request, String job, Work<T> work)
      throws JobException {
    return unless((workspace, run) -> workspace.tables().last() == null, request, job, work);
  }

  @FunctionalInterface
  private interface Emptiness {
    boolean of(Workspace workspace, Run run) throws WorkspaceDamagedException;
  }

  private static <T> T unless(Emptiness isEmpty, ReviewRequest request, String job, Work<T> work)
      throws JobException {
    Path folder = request.workspace();
    requireTables(folder);
    return at(
        request,
        job,
        (spark, workspace, run) -> {
          if (isEmpty.of(workspace, run)) {
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

  private static void requireTables(Path folder) throws JobException {
    if (!Files.isDirectory(folder.resolve("tables"))) {
      throw empty(folder);
    }
  }

  /** A failure on the way, in a user's terms where the disk or the tables are its cause. */
  private static JobException inTables(Path folder, Exception failure) {
    if (failure instanceof WorkspaceDamagedException damaged && damaged.isWithoutHistory()) {
      return new JobException(
          "workspace.withoutHistory", Map.of("workspace", folder.toString()), failure);
    }
    if (failure instanceof WorkspaceNewerException newer) {
      return new JobException(
          "workspace.newer",
          Map.of("workspace", folder.toString(), "version", newer.version()),
          failure);
    }
    if (failure instanceof CatalogSettingException setting) {
      return new JobException(
          "workspace.catalog." + setting.problem().name().toLowerCase(Locale.ROOT),
          arguments(folder, failure),
          failure);
    }
    StorageFault fault = StorageFault.of(failure);
    if (fault != null) {
      Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
      if (fault.isOfTemporaryFiles(folder.toAbsolutePath(), temporary)) {
        String detail = arguments(folder, fault.cause()).getOrDefault("detail", "");
        return new JobException(
            "scratch.full",
            Map.of("folder", temporary.toString(), "detail", detail),
            fault.cause());
      }
      return switch (fault.kind()) {
        case DISK -> unwritable(folder, fault.cause());
        case DATA -> damaged(folder, fault.cause());
        case BUSY -> busy(folder, fault.cause());
        case CATALOG ->
            new JobException(
                "workspace.catalog.failed", arguments(folder, fault.cause()), fault.cause());
      };
    }
    if (failure instanceof WorkspaceDamagedException) {
      return damaged(folder, failure);
    }
    if (failure instanceof IOException) {
      return unwritable(folder, failure);
    }
    if (failure instanceof RuntimeException unexpected) {
      throw unexpected;
    }
    throw new IllegalStateException(failure);
  }

  private static JobException busy(Path folder, Throwable cause) {
    return new JobException("workspace.busy", Map.of("workspace", folder.toString()), cause);
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
