package org.jihe.cli.option;

import java.nio.file.Path;
import org.jihe.form.department.Departments;
import org.jihe.message.JobException;
import org.jihe.review.list.DepartmentFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which printed names are one department. */
public final class DepartmentChoice {

  @Option(names = "--departments", paramLabel = "FILE", descriptionKey = "departments")
  private @Nullable Path departments;

  /** Has the path looked at. */
  public void check(PathCheck paths) {
    paths.file("--departments", departments);
  }

  /** What the list says; null where none is given. */
  public @Nullable Departments read() throws JobException {
    return DepartmentFile.read(departments);
  }
}
