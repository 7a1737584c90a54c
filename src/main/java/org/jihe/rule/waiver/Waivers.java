package org.jihe.rule.waiver;

import java.io.IOException;
import java.io.Serializable;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jihe.rule.folder.RuleException;
import org.jihe.rule.folder.RuleException.Problem;
import org.jihe.rule.folder.WrongFile;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The waivers (豁免) of a file.
 *
 * @param active those in force
 * @param expired those whose last day is past: they waive nothing
 */
public record Waivers(List<Waiver> active, List<Waiver> expired) implements Serializable {

  /** No waivers. */
  public static final Waivers NONE = new Waivers(List.of(), List.of());

  /** In the order in which messages name them. */
  private static final List<String> KEYS =
      List.of("rule", "project", "agency", "department", "year", "reason", "approver", "expires");

  public Waivers {
    active = List.copyOf(active);
    expired = List.copyOf(expired);
  }

  /** The waiver of a rule on a form; null where there is none. */
  public @Nullable Waiver of(
      String rule,
      @Nullable String project,
      @Nullable String agency,
      @Nullable String department,
      @Nullable Integer year) {
    for (Waiver waiver : active) {
      if (waiver.rule().equals(rule) && waiver.covers(project, agency, department, year)) {
        return waiver;
      }
    }
    return null;
  }

  /** All that counts, for fingerprints; it changes on the day on which a waiver ends. */
  public String canonical() {
    return active.toString();
  }

  /**
   * Reads a file.
   *
   * @param rules ids of the rules that there are
   * @param today the day on which waivers must hold
   * @throws RuleException with file and line of everything that is wrong, an unknown rule among it
   */
  public static Waivers read(Path file, Set<String> rules, LocalDate today) throws RuleException {
    return new Reader(file.toString().replace('\\', '/'), rules).read(file, today);
  }

  /** Reads and collects what is wrong. */
  private static final class Reader {

    private final String file;
    private final Set<String> rules;
    private final List<Problem> problems = new ArrayList<>();

    Reader(String file, Set<String> rules) {
      this.file = file;
      this.rules = rules;
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
      String text = "";
      try {
        text = WrongFile.utf8(file, Files.readAllBytes(path));
        Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
        if (root instanceof MappingNode map && map.getValue().size() == 1) {
          NodeTuple only = map.getValue().get(0);
          if (text(only.getKeyNode()).equals("waivers")
              && only.getValueNode() instanceof SequenceNode list) {
            return list.getValue();
          }
        }
        wrong(1, "waivers.list", Map.of());
      } catch (RuleException e) {
        problems.addAll(e.problems());
      } catch (YAMLException e) {
        problems.add(WrongFile.yaml(file, text, e));
      } catch (IOException e) {
        problems.add(WrongFile.file(file, e));
      }
      return List.of();
    }

    private @Nullable Waiver waiver(Node node) {
      int line = line(node);
      int before = problems.size();
      Map<String, String> cells = new TreeMap<>();
      if (!(node instanceof MappingNode map)) {
        wrong(line, "waivers.keys", Map.of("known", KEYS));
        return null;
      }
      for (NodeTuple tuple : map.getValue()) {
        String key = text(tuple.getKeyNode());
        if (!KEYS.contains(key)) {
          Map<String, ?> names = Map.of("key", key, "known", KEYS);
          wrong(line(tuple.getKeyNode()), "yaml.unknownKey", names);
        } else if (cells.put(key, text(tuple.getValueNode()).strip()) != null) {
          wrong(line(tuple.getKeyNode()), "yaml.twice", Map.of("key", key));
        }
      }
      for (String key : List.of("rule", "year", "reason", "approver", "expires")) {
        if (cells.getOrDefault(key, "").isEmpty()) {
          wrong(line, "waivers.noKey", Map.of("key", key));
        }
      }
      if (!cells.containsKey("project") && !cells.containsKey("agency")) {
        wrong(line, "waivers.noWhom", Map.of());
      }
      String rule = cells.getOrDefault("rule", "");
      if (!rule.isEmpty() && !rules.contains(rule)) {
        wrong(line, "waivers.noRule", Map.of("rule", rule));
      }
      String year = cells.getOrDefault("year", "");
      if (!year.isEmpty() && !year.matches("(19|20)\\d{2}")) {
        wrong(line, "yaml.year", Map.of("value", year));
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
              cells.getOrDefault("reason", ""),
              cells.getOrDefault("approver", ""),
              expires);
    }

    private @Nullable LocalDate date(int line, String text) {
      try {
        return text.isEmpty() ? null : LocalDate.parse(text);
      } catch (DateTimeParseException e) {
        wrong(line, "waivers.date", Map.of("value", text));
        return null;
      }
    }

    private String text(Node node) {
      if (node instanceof ScalarNode scalar) {
        return scalar.getValue();
      }
      wrong(line(node), "yaml.value", Map.of());
      return "";
    }

    private static int line(Node node) {
      return node.getStartMark().getLine() + 1;
    }

    private void wrong(int line, String key, Map<String, ?> arguments) {
      problems.add(Problem.of(file, line, key, arguments));
    }
  }
}
