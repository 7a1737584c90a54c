package org.jihe.cli;

import java.nio.file.Path;
import org.jihe.job.JobException;
import org.jihe.job.ListFiles;
import org.jihe.rule.fact.RegistryLists;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which lists of the bureau the forms are held against. */
final class ListChoice {

  @Option(names = "--project-list", paramLabel = "FILE", descriptionKey = "projectList")
  private @Nullable Path projectList;

  @Option(names = "--ledger", paramLabel = "FILE", descriptionKey = "ledger")
  private @Nullable Path ledger;

  @Nullable Path projectList() {
    return projectList;
  }

  @Nullable Path ledger() {
    return ledger;
  }

  /** True where the user names a list. */
  boolean isGiven() {
    return projectList != null || ledger != null;
  }

  RegistryLists read() throws JobException {
    return ListFiles.read(projectList, ledger);
  }

  /** The lists; where none are named those of the last review, if there was one. */
  RegistryLists readOr(@Nullable LastReview last) throws JobException {
    if (last == null || isGiven()) {
      return read();
    }
    return ListFiles.read(path(last.projectList()), path(last.ledger()));
  }

  private static @Nullable Path path(@Nullable String name) {
    return name == null ? null : Path.of(name);
  }
}
