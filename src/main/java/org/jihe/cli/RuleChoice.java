package org.jihe.cli;

import java.nio.file.Path;
import org.jihe.job.ReviewRequest.Checking;
import org.jihe.rule.fact.RegistryLists;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which rules, and with whose parameters. */
final class RuleChoice {

  @Option(names = "--rules", paramLabel = "DIR", descriptionKey = "rules")
  private @Nullable Path rules;

  @Option(names = "--jurisdiction", paramLabel = "ID", descriptionKey = "jurisdiction")
  private @Nullable String jurisdiction;

  @Option(names = "--waivers", paramLabel = "FILE", descriptionKey = "waivers")
  private @Nullable Path waivers;

  /** Has the paths looked at. */
  void check(PathCheck paths) {
    paths.folder("--rules", rules).file("--waivers", waivers);
  }

  /** What forms are checked with, beside the bureau's lists. */
  Checking with(RegistryLists lists) {
    return new Checking(rules, jurisdiction, waivers, lists);
  }

  /** True where the user says which rules, parameters or waivers. */
  boolean isGiven() {
    return rules != null || jurisdiction != null || waivers != null;
  }

  @Nullable Path waivers() {
    return waivers;
  }

  @Nullable Path rules() {
    return rules;
  }

  @Nullable String jurisdiction() {
    return jurisdiction;
  }
}
