package org.jihe.cli;

import java.nio.file.Path;
import org.jihe.rule.RuleException;
import org.jihe.rule.RuleSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which rules, and with whose parameters. */
final class RuleChoice {

  @Option(names = "--rules", paramLabel = "DIR", descriptionKey = "rules")
  private @Nullable Path rules;

  @Option(names = "--jurisdiction", paramLabel = "ID", descriptionKey = "jurisdiction")
  private @Nullable String jurisdiction;

  @Nullable Path rules() {
    return rules;
  }

  @Nullable String jurisdiction() {
    return jurisdiction;
  }

  RuleSet open() throws RuleException {
    return RuleSet.open(rules, jurisdiction);
  }
}
