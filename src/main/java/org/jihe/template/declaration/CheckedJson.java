package org.jihe.template.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jihe.template.row.Labels;

/** Reads the values of a declaration and keeps what is wrong with them, with its place. */
final class CheckedJson {

  private final String file;
  private final List<TemplateProblem> problems = new ArrayList<>();

  /**
   * Reads the values of one file.
   *
   * @param file what a message calls it
   */
  CheckedJson(String file) {
    this.file = file;
  }

  /** Everything that is wrong, in the order in which it was met. */
  List<TemplateProblem> problems() {
    return problems;
  }

  /** Says which keys are missing and which are unknown. */
  void keys(JsonNode node, String path, List<String> required, List<String> optional) {
    if (!node.isObject()) {
      return; // said by the object that should hold it
    }
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!required.contains(name) && !optional.contains(name)) {
                List<String> known = new ArrayList<>(required);
                known.addAll(optional);
                problem(
                    at(path, name),
                    "template.unknownKey",
                    Map.of("known", String.join(" ", known)));
              }
            });
    for (String name : required) {
      if (!node.has(name)) {
        problem(at(path, name), "template.missing", Map.of());
      } else if (node.get(name).isValueNode() && !node.get(name).isTextual()) {
        problem(at(path, name), "template.type", Map.of("value", node.get(name).toString()));
      }
    }
  }

  /** A text; empty, and said so, where it is none. */
  String text(JsonNode node, String path, String name) {
    JsonNode value = node.path(name);
    if (value.isMissingNode()) {
      return ""; // said already
    }
    if (!value.isTextual() || value.asText().isBlank()) {
      problem(at(path, name), "template.noText", Map.of("value", value.toString()));
      return "";
    }
    return value.asText();
  }

  /** True or false; false where it is missing. */
  boolean flag(JsonNode node, String name) {
    JsonNode value = node.path(name);
    if (!value.isMissingNode() && !value.isBoolean()) {
      problem(name, "template.noFlag", Map.of("value", value.toString()));
    }
    return value.asBoolean();
  }

  /** A list of labels that must not be empty. */
  List<String> filled(JsonNode node, String path, String name) {
    List<String> labels = list(node, path, name);
    if (labels.isEmpty() && node.isObject()) {
      problem(at(path, name), "template.empty", Map.of());
    }
    return labels;
  }

  /** A list of different labels; empty where it is missing. */
  List<String> list(JsonNode node, String path, String name) {
    JsonNode value = node.path(name);
    List<String> labels = new ArrayList<>();
    if (value.isMissingNode()) {
      return labels;
    }
    if (!value.isArray()) {
      problem(at(path, name), "template.noList", Map.of("value", value.toString()));
      return labels;
    }
    Set<String> seen = new HashSet<>();
    for (JsonNode label : value) {
      if (!label.isTextual() || label.asText().isBlank()) {
        problem(at(path, name), "template.noText", Map.of("value", label.toString()));
      } else if (seen.add(Labels.key(label.asText()))) {
        labels.add(label.asText());
      } else {
        problem(
            at(path, name),
            "template.twice",
            Map.of("label", label.asText(), "other", at(path, name)));
      }
    }
    return labels;
  }

  /** The path of a key in an object. */
  static String at(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  void problem(String path, String key, Map<String, String> arguments) {
    problem(0, path, key, arguments);
  }

  /**
   * Keeps a problem.
   *
   * @param line where it is, counted from 1; 0 where the path alone says it
   */
  void problem(int line, String path, String key, Map<String, String> arguments) {
    problems.add(new TemplateProblem(file, line, path, key, arguments));
  }
}
