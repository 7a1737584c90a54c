package org.jihe.rule.jurisdiction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jihe.rule.folder.RuleException;
import org.jihe.rule.folder.RuleException.Problem;
import org.jihe.rule.folder.RuleFolder;
import org.jihe.rule.folder.YamlFile;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a jurisdiction's file and those that it inherits, as they stand. */
final class ParameterFiles {

  private static final Set<String> KEYS =
      Set.of("jurisdiction", "name", "inherits", "detect", "years");

  private final RuleFolder folder;
  private final Collection<Problem> problems;
  private final Set<String> seen = new HashSet<>();
  private final List<ParameterFile> chain = new ArrayList<>();

  private ParameterFiles(RuleFolder folder, Collection<Problem> problems) {
    this.folder = folder;
    this.problems = problems;
  }

  /** The jurisdiction's file, after those that it inherits. */
  static List<ParameterFile> read(
      RuleFolder folder, String jurisdiction, Collection<Problem> problems) throws RuleException {
    ParameterFiles files = new ParameterFiles(folder, problems);
    files.add(jurisdiction, null);
    return files.chain;
  }

  /** First and last years between which nothing changes, of all that the files say of years. */
  static Map<Integer, Integer> periods(List<ParameterFile> chain) {
    TreeSet<Integer> starts = new TreeSet<>();
    List<SourcedValue> said = new ArrayList<>();
    for (ParameterFile file : chain) {
      file.years().forEach(one -> said.add(new SourcedValue(one.parts(), one.from(), one.to())));
      said.addAll(ParameterSources.limited(file));
    }
    for (SourcedValue years : said) {
      starts.add(years.from());
      starts.add(years.to() + 1);
    }
    Map<Integer, Integer> periods = new TreeMap<>();
    for (Integer start : starts) {
      Integer next = starts.higher(start);
      if (next != null && said.stream().anyMatch(years -> years.holds(start))) {
        periods.put(start, next - 1);
      }
    }
    return periods;
  }

  /**
   * Adds a file, after those that it inherits.
   *
   * @param heir the file that names it; null for the first
   */
  private void add(String jurisdiction, @Nullable String heir) throws RuleException {
    String path = "jurisdictions/" + jurisdiction + ".yaml";
    String text = folder.text(path);
    String display = folder.display(path);
    if (text == null) {
      problems.add(
          Problem.of(
              heir == null ? display : heir,
              0,
              "parameters.noJurisdiction",
              Map.of("jurisdiction", jurisdiction, "known", folder.jurisdictions())));
      return;
    }
    YamlFile yaml = new YamlFile(display, problems);
    if (!seen.add(jurisdiction)) {
      yaml.wrong(0, "parameters.circle", Map.of());
      return;
    }
    MappingNode map = names(yaml, text);
    if (map != null) {
      add(jurisdiction, display, yaml, map);
    }
  }

  private @Nullable MappingNode names(YamlFile yaml, String text) {
    try {
      if (yaml.read(text) instanceof MappingNode map) {
        return map;
      }
      yaml.wrong(1, "yaml.names", Map.of());
    } catch (RuleException e) {
      problems.addAll(e.problems());
    }
    return null;
  }

  private void add(String jurisdiction, String display, YamlFile yaml, MappingNode map)
      throws RuleException {
    Map<String, Node> parts = yaml.fields(map);
    Node parent = parts.get("inherits");
    if (parent != null) {
      add(yaml.scalar(parent), display);
    }
    Set<String> known = new TreeSet<>(ParameterSections.KEYS);
    known.addAll(KEYS);
    parts.forEach((key, value) -> yaml.demandKnown(key, value, known));
    demandId(jurisdiction, yaml, parts.get("jurisdiction"));
    Node years = parts.get("years");
    chain.add(
        new ParameterFile(yaml, map, years == null ? List.of() : ParameterYears.read(yaml, years)));
  }

  private static void demandId(String jurisdiction, YamlFile yaml, @Nullable Node id) {
    if (id == null) {
      yaml.wrong(1, "parameters.noId", Map.of("jurisdiction", jurisdiction));
    } else if (!yaml.scalar(id).equals(jurisdiction)) {
      Map<String, String> other = Map.of("jurisdiction", yaml.scalar(id));
      yaml.wrong(YamlFile.line(id), "parameters.otherId", other);
    }
  }
}
