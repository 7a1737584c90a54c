package org.jihe.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.jihe.form.department.DepartmentLine;
import org.jihe.form.department.Departments;
import org.jihe.message.JobException;
import org.jihe.workspace.Run;
import org.jihe.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * What the bureau says which names are one department. The workspace keeps a copy, and the run's
 * record says which one is in force, so that forms get the same ids when the list is not named
 * again.
 */
final class KeptDepartments {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FOLDER = "lists";

  /** Among the inputs of a run, which are files otherwise. */
  private static final String INPUT = "--departments";

  private KeptDepartments() {}

  /** A workspace's copy. */
  private record Copy(String file, List<DepartmentLine> lines) {}

  /**
   * The list that a run left.
   *
   * @throws JobException where the workspace's copy is lost: without it nobody knows which forms
   *     belong together
   */
  static Departments of(Path workspace, Run run) throws JobException {
    String fingerprint = run.inputs().getOrDefault(INPUT, Departments.NONE.fingerprint());
    if (fingerprint.equals(Departments.NONE.fingerprint())) {
      return Departments.NONE;
    }
    Path file = file(workspace, fingerprint);
    try {
      Copy copy = JSON.readValue(Files.readString(file), Copy.class);
      Departments kept = new Departments(copy.file, copy.lines);
      if (kept.fingerprint().equals(fingerprint)) {
        return kept;
      }
      throw new IOException(file + ": not what was kept there");
    } catch (IOException e) {
      throw new JobException("departments.lost", Map.of("file", file.toString()), e);
    }
  }

  /**
   * The list that a run goes by. Where it is another one than before, the forms that are there get
   * the ids that they have by it.
   *
   * @param given the list that was given, or null for the one of the last run
   */
  static Departments begin(
      JavaSparkContext context, Workspace workspace, Run run, @Nullable Departments given)
      throws JobException {
    if (given == null) {
      return of(workspace.folder(), run);
    }
    String before = run.inputs().getOrDefault(INPUT, Departments.NONE.fingerprint());
    keep(workspace.folder(), given); // also where the copy was lost
    if (given.fingerprint().equals(before)) {
      return given;
    }
    boolean isFirst = run.inputs().isEmpty();
    if (!isFirst) {
      new RenamedForms(context, workspace, run, given).write();
    }
    run.inputs().put(INPUT, given.fingerprint());
    return given;
  }

  /** Must be there before the run is committed. */
  private static void keep(Path workspace, Departments departments) {
    Path file = file(workspace, departments.fingerprint());
    if (departments.isEmpty() || Files.exists(file)) {
      return;
    }
    try {
      Files.createDirectories(file.getParent());
      Path fresh = Files.createTempFile(file.getParent(), "new", ".json");
      Files.writeString(fresh, text(new Copy(departments.file(), departments.lines())));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path file(Path workspace, String fingerprint) {
    return workspace.resolve(FOLDER).resolve("departments-" + fingerprint + ".json");
  }

  private static String text(Copy copy) {
    try {
      return JSON.writeValueAsString(copy);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts and numbers can always be written", e);
    }
  }
}
