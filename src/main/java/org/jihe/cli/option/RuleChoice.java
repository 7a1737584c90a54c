package org.jihe.cli.option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jihe.cli.option.UsageMistake.Choice;
import org.jihe.review.ReviewRequest.Checking;
import org.jihe.rule.catalogue.RuleJurisdictions;
import org.jihe.rule.fact.group.RegistryLists;
import org.jihe.rule.folder.RuleException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which rules, and with whose parameters. */
public final class RuleChoice {

  private static final String JURISDICTION = "--jurisdiction";

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(names = "--rules", paramLabel = "DIR", descriptionKey = "rules")
  private @Nullable Path rules;

  @Option(names = JURISDICTION, paramLabel = "ID", descriptionKey = "jurisdiction")
  private @Nullable String jurisdiction;

  @Option(names = "--waivers", paramLabel = "FILE", descriptionKey = "waivers")
  private @Nullable Path waivers;

  /** Has the paths looked at. */
  public void check(PathCheck paths) {
    paths.folder("--rules", rules).file("--waivers", waivers);
  }

  /**
   * What forms are checked with, beside the bureau's lists.
   *
   * @throws UsageMistake where there is no such jurisdiction
   */
  public Checking with(RegistryLists lists) throws RuleException {
    return new Checking(rules, known(), waivers, lists);
  }

  /**
   * The jurisdiction that was asked for, if one was.
   *
   * @throws UsageMistake where there is no such jurisdiction
   * @throws RuleException where the folder of rules cannot be read
   */
  public @Nullable String known() throws RuleException {
    String given = jurisdiction;
    if (given == null || command == null || given.equals(RuleJurisdictions.DETECTED)) {
      return given;
    }
    RuleJurisdictions known = RuleJurisdictions.open(rules);
    Set<String> ids = known.ids();
    if (ids.contains(given)) {
      return given;
    }
    List<Choice> choices = new ArrayList<>();
    for (String id : ids) {
      choices.add(new Choice(id, known.name(id)));
    }
    throw new UsageMistake(
        command,
        command.findOption(JURISDICTION),
        "usage.jurisdiction",
        Map.of("value", given),
        // A path to the file of one is not far from it.
        given.replaceFirst("\\.yaml$", "").replaceFirst("^.*[/\\\\]", ""),
        choices);
  }

  /** True where the user says which rules, parameters or waivers. */
  public boolean isGiven() {
    return rules != null || jurisdiction != null || waivers != null;
  }

  public @Nullable Path waivers() {
    return waivers;
  }

  public @Nullable Path rules() {
    return rules;
  }

  @Nullable String jurisdiction() {
    return jurisdiction;
  }
}
