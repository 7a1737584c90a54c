package org.jihe.rule.waiver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jihe.rule.folder.RuleException;
import org.jihe.rule.folder.RuleException.Problem;
import org.jihe.rule.folder.WrongFile;
import org.jihe.rule.folder.YamlFile;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads a file of waivers (豁免) and collects what is wrong. */
final class WaiverReader {

  /** In the order in which messages name them. */
  private static final List<String> KEYS =
      List.of(
          "rule",
          "project",
          "agency",
          "department",
          "year",
          "fingerprint",
          "reason",
          "approver",
          "expires");

  private static final List<String> WHOM = List.of("project", "agency", "fingerprint");

  private static final List<String> REQUIRED =
      List.of("rule", "year", "reason", "approver", "expires");

  private final String file;
  private final Set<String> rules;
  private final List<Problem> problems = new ArrayList<>();
  private final YamlFile yaml;

  /**
   * A reader of one file.
   *
   * @param file the file, as the user would name it
   * @param rules ids of the rules that there are
   */
  WaiverReader(String file, Set<String> rules) {
    this.file = file;
    this.rules = rules;
    this.yaml = new YamlFile(file, problems);
  }

  Waivers read(Path path, LocalDate today) throws RuleException {
    List<Waiver> active = new ArrayList<>();
    List<Waiver> expired = new ArrayList<>();
    for (Node node : items(path)) {
      Waiver waiver = waiver(node);
      if (waiver != null) {
        (waiver.expires().isBefore(today) ? expired : active).add(waiver);
      }
    }
    if (!problems.isEmpty()) {
      throw new RuleException(problems);
    }
    return new Waivers(active, expired);
  }

  private List<Node> items(Path path) {
    try {
      String text = WrongFile.utf8(file, Files.readAllBytes(path));
      if (yaml.read(text) instanceof MappingNode map && map.getValue().size() == 1) {
        NodeTuple only = map.getValue().get(0);
        if (yaml.scalar(only.getKeyNode()).equals("waivers")
            && only.getValueNode() instanceof SequenceNode list) {
          return list.getValue();
        }
      }
      yaml.wrong(1, "waivers.list", Map.of());
    } catch (RuleException e) {
      problems.addAll(e.problems());
    } catch (IOException e) {
      problems.add(WrongFile.file(file, e));
    }
    return List.of();
  }

  private @Nullable Waiver waiver(Node node) {
    int line = YamlFile.line(node);
    int before = problems.size();
    if (!(node instanceof MappingNode map)) {
      yaml.wrong(line, "waivers.keys", Map.of("known", KEYS));
      return null;
    }
    Map<String, String> cells = cells(map);
    demandKeys(line, cells);
    String rule = cells.getOrDefault("rule", "");
    if (!rule.isEmpty() && !rules.contains(rule)) {
      yaml.wrong(line, "waivers.noRule", Map.of("rule", rule));
    }
    String year = cells.getOrDefault("year", "");
    if (!year.isEmpty() && !year.matches("(19|20)\\d{2}")) {
      yaml.wrong(line, "yaml.year", Map.of("value", year));
    }
    LocalDate expires = date(line, cells.getOrDefault("expires", ""));
    return problems.size() > before || expires == null
        ? null
        : new Waiver(
            rule,
            cells.get("project"),
            cells.get("agency"),
            cells.get("department"),
            Integer.parseInt(year),
            cells.get("fingerprint"),
            cells.getOrDefault("reason", ""),
            cells.getOrDefault("approver", ""),
            expires);
  }

  private Map<String, String> cells(MappingNode map) {
    Map<String, String> cells = new TreeMap<>();
    for (NodeTuple tuple : map.getValue()) {
      String key = yaml.scalar(tuple.getKeyNode());
      int line = YamlFile.line(tuple.getKeyNode());
      if (!KEYS.contains(key)) {
        yaml.wrong(line, "yaml.unknownKey", Map.of("key", key, "known", KEYS));
      } else if (cells.put(key, yaml.scalar(tuple.getValueNode()).strip()) != null) {
        yaml.wrong(line, "yaml.twice", Map.of("key", key));
      }
    }
    return cells;
  }

  private void demandKeys(int line, Map<String, String> cells) {
    for (String key : REQUIRED) {
      if (cells.getOrDefault(key, "").isEmpty()) {
        yaml.wrong(line, "waivers.noKey", Map.of("key", key));
      }
    }
    if (Collections.disjoint(cells.keySet(), WHOM)) {
      yaml.wrong(line, "waivers.noWhom", Map.of());
    }
  }

  private @Nullable LocalDate date(int line, String text) {
    try {
      return text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      yaml.wrong(line, "waivers.date", Map.of("value", text));
      return null;
    }
  }
}
