package org.jihe.cli.option;

import java.nio.file.Path;
import org.jihe.message.JobException;
import org.jihe.review.list.ListFiles;
import org.jihe.rule.fact.group.RegistryLists;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which lists of the bureau the forms are held against. */
public final class ListChoice {

  @Option(names = "--project-list", paramLabel = "FILE", descriptionKey = "projectList")
  private @Nullable Path projectList;

  @Option(names = "--ledger", paramLabel = "FILE", descriptionKey = "ledger")
  private @Nullable Path ledger;

  @Option(names = "--without-lists", descriptionKey = "withoutLists")
  private boolean alone;

  /** True where the user says which lists. */
  public boolean isGiven() {
    return alone || projectList != null || ledger != null;
  }

  /** Has the paths looked at. */
  public void check(PathCheck paths) {
    paths.file("--project-list", projectList).file("--ledger", ledger);
  }

  public RegistryLists read() throws JobException {
    RegistryLists named = ListFiles.read(projectList, ledger);
    return alone ? named.alone() : named;
  }
}
