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

  /** The profiles by the names that people give them. */
  private static final Map<String, String> PROFILES =
      Map.of("严", "strict", "从严", "strict", "宽", "lenient", "从宽", "lenient");

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(names = "--rules", paramLabel = "DIR", descriptionKey = "rules")
  private @Nullable Path rules;

  @Option(names = JURISDICTION, paramLabel = "ID", descriptionKey = "jurisdiction")
  private @Nullable String jurisdiction;

  @Option(names = "--profile", paramLabel = "ID", descriptionKey = "profile")
  private @Nullable String profile;

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
    return new Checking(rules, profiled(known()), waivers, lists);
  }

  /** The id of a jurisdiction that names the profile, too, where one was asked for. */
  private @Nullable String profiled(@Nullable String known) {
    String asked = profile;
    if (asked == null || asked.isBlank()) {
      return known;
    }
    String id = PROFILES.getOrDefault(asked, asked);
    return (known == null ? RuleJurisdictions.DETECTED : known) + "+" + id;
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
    return rules != null || jurisdiction != null || profile != null || waivers != null;
  }

  public @Nullable Path waivers() {
    return waivers;
  }

  public @Nullable Path rules() {
    return rules;
  }

  @Nullable String jurisdiction() {
    return profiled(jurisdiction);
  }
}
