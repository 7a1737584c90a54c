package org.jihe.rule.jurisdiction;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jihe.rule.folder.YamlFile;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads what a file says of grades and of how execution is scored. */
final class ScoringSections {

  private ScoringSections() {}

  static List<Parameters.Grade> grades(YamlFile yaml, Node value) {
    List<Parameters.Grade> read = new ArrayList<>();
    for (Node node : yaml.items(value)) {
      Map<String, Node> parts = yaml.fields(node, Set.of("grade", "from", "alsoPrinted"));
      Node name = parts.get("grade");
      Node from = parts.get("from");
      if (name == null || from == null) {
        yaml.wrong(YamlFile.line(node), "parameters.grade", Map.of());
        continue;
      }
      Node also = parts.get("alsoPrinted");
      List<String> alsoPrinted = also == null ? List.of() : yaml.texts(also);
      Parameters.Grade grade =
          new Parameters.Grade(yaml.scalar(name), yaml.number(from), alsoPrinted);
      BigDecimal before = read.isEmpty() ? null : read.get(read.size() - 1).from();
      demandFalling(before, grade.from(), yaml, node, "parameters.gradeOrder");
      read.add(grade);
    }
    return read;
  }

  /** How execution is scored; null after a mistake. */
  static @Nullable ExecutionScore executionScore(YamlFile yaml, Node value) {
    Map<String, Node> parts = yaml.fields(value, Set.of("method", "bands"));
    Node method = parts.get("method");
    Node bands = parts.get("bands");
    String name = method == null ? "" : yaml.scalar(method);
    if (name.equals("linear")) {
      return new ExecutionScore(ExecutionScore.Method.LINEAR, List.of());
    }
    if (!name.equals("bands") || bands == null) {
      yaml.wrong(YamlFile.line(value), "parameters.method", Map.of());
      return null;
    }
    return new ExecutionScore(ExecutionScore.Method.BANDS, bands(yaml, bands));
  }

  private static List<ExecutionScore.Band> bands(YamlFile yaml, Node bands) {
    List<ExecutionScore.Band> read = new ArrayList<>();
    for (Node node : yaml.items(bands)) {
      Map<String, Node> band = yaml.fields(node, Set.of("from", "share"));
      Node from = band.get("from");
      Node share = band.get("share");
      if (from == null || share == null) {
        yaml.wrong(YamlFile.line(node), "parameters.band", Map.of());
        continue;
      }
      ExecutionScore.Band next = new ExecutionScore.Band(yaml.number(from), yaml.number(share));
      BigDecimal before = read.isEmpty() ? null : read.get(read.size() - 1).from();
      demandFalling(before, next.from(), yaml, node, "parameters.bandOrder");
      read.add(next);
    }
    return read;
  }

  private static void demandFalling(
      @Nullable BigDecimal before, BigDecimal next, YamlFile yaml, Node node, String key) {
    if (before != null && before.compareTo(next) <= 0) {
      yaml.wrong(YamlFile.line(node), key, Map.of());
    }
  }

  /** A constant, written as {@code halfUp} or {@code half_up}. */
  static <E extends Enum<E>> E oneOf(Class<E> type, YamlFile yaml, Node node, E otherwise) {
    String text = yaml.scalar(node);
    List<String> names = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      names.add(constant.name().toLowerCase(Locale.ROOT));
      if (constant.name().replace("_", "").equalsIgnoreCase(text.replace("_", ""))) {
        return constant;
      }
    }
    Map<String, ?> told = Map.of("value", text, "known", names);
    yaml.wrong(YamlFile.line(node), "parameters.oneOf", told);
    return otherwise;
  }
}
