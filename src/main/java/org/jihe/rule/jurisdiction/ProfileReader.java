package org.jihe.rule.jurisdiction;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jihe.finding.Severity;
import org.jihe.rule.folder.RuleException;
import org.jihe.rule.folder.RuleException.Problem;
import org.jihe.rule.folder.RuleFolder;
import org.jihe.rule.folder.YamlFile;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a profile's file, {@code profiles/ID.yaml}. */
public final class ProfileReader {

  private static final Set<String> KEYS =
      Set.of("profile", "name", "thresholds", "severities", "switchedOff");

  private ProfileReader() {}

  /**
   * A profile.
   *
   * @param thresholds names of those that there are
   * @param rules names of the rules
   * @throws RuleException with file and line of everything that is wrong, and where there is none
   */
  public static Profile read(
      RuleFolder folder, String id, Set<String> thresholds, Set<String> rules)
      throws RuleException {
    String path = "profiles/" + id + ".yaml";
    String file = folder.display(path);
    String text = id.matches("[\\w-]+") ? folder.text(path) : null;
    if (text == null) {
      throw RuleException.of(file, 0, "parameters.noProfile", Map.of("profile", id));
    }
    List<Problem> problems = new ArrayList<>();
    YamlFile yaml = new YamlFile(file, problems);
    Profile profile = Profile.NONE;
    if (yaml.read(text) instanceof MappingNode map) {
      profile = read(yaml, map, id, thresholds, rules);
    } else {
      yaml.wrong(1, "yaml.names", Map.of());
    }
    if (!problems.isEmpty()) {
      throw new RuleException(problems);
    }
    return profile;
  }

  private static Profile read(
      YamlFile yaml, MappingNode map, String id, Set<String> thresholds, Set<String> rules) {
    Map<String, Node> parts = yaml.fields(map, KEYS);
    Map<String, BigDecimal> numbers = new TreeMap<>();
    Map<String, Severity> severities = new TreeMap<>();
    Set<String> off = new TreeSet<>();
    Node own = parts.get("profile");
    if (own == null || !yaml.scalar(own).equals(id)) {
      yaml.wrong(1, "parameters.profileId", Map.of("profile", id));
    }
    Node limits = parts.get("thresholds");
    if (limits != null) {
      yaml.entries(
          limits,
          (rule, of) ->
              yaml.entries(
                  of,
                  (name, node) -> {
                    String full = rule + "." + name;
                    demand(yaml, node, thresholds, full, "parameters.unusedThreshold", "name");
                    numbers.put(full, yaml.number(SourcedValue.of(yaml, node).value()));
                  }));
    }
    Node gravity = parts.get("severities");
    if (gravity != null) {
      yaml.entries(
          gravity,
          (rule, node) -> {
            demand(yaml, node, rules, rule, "parameters.switchedOff", "rule");
            severities.put(rule, severity(yaml, node));
          });
    }
    Node without = parts.get("switchedOff");
    for (Node rule : without == null ? List.<Node>of() : yaml.items(without)) {
      demand(yaml, rule, rules, yaml.scalar(rule), "parameters.switchedOff", "rule");
      off.add(yaml.scalar(rule));
    }
    Node name = parts.get("name");
    return new Profile(id, name == null ? id : yaml.scalar(name), numbers, severities, off);
  }

  private static void demand(
      YamlFile yaml, Node node, Set<String> known, String name, String key, String placeholder) {
    if (!known.contains(name)) {
      yaml.wrong(YamlFile.line(node), key, Map.of(placeholder, name));
    }
  }

  private static Severity severity(YamlFile yaml, Node node) {
    String text = yaml.scalar(node);
    for (Severity severity : Severity.values()) {
      if (severity.name().toLowerCase(Locale.ROOT).equals(text)) {
        return severity;
      }
    }
    yaml.wrong(YamlFile.line(node), "parameters.severity", Map.of("value", text));
    return Severity.NOTE;
  }
}
