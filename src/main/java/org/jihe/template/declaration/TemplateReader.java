package org.jihe.template.declaration;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jihe.template.row.Aliases;
import org.jihe.template.row.Labels;

/** Reads one declaration and says everything that is wrong with it, with its place. */
final class TemplateReader {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  private static final List<String> HEAD =
      List.of("projectName", "supervisingDepartment", "implementingAgency");
  private static final List<String> FUNDING_COLUMNS =
      List.of(
          "originalBudget",
          "finalBudget",
          "actualExpenditure",
          "maxScore",
          "executionRate",
          "score");
  private static final List<String> FUNDING_ROWS =
      List.of("total", "currentYearAppropriation", "priorYearCarryOver", "otherFunds");
  private static final List<String> INDICATOR_COLUMNS =
      List.of(
          "category",
          "aspect",
          "name",
          "target",
          "actual",
          "maxScore",
          "score",
          "varianceExplanation");
  private static final List<String> SPLIT_TARGET = List.of("targetSign", "targetUnit");

  /** Names without which nothing can be read; the others a template may leave empty. */
  private static final Set<String> NEEDED =
      Set.of("projectName", "total", "name", "target", "maxScore", "score", "actualExpenditure");

  private final String file;
  private final List<TemplateProblem> problems = new ArrayList<>();

  private TemplateReader(String file) {
    this.file = file;
  }

  /**
   * Reads a declaration.
   *
   * @param file what a message calls it
   * @throws TemplateException where it is not in order
   */
  static Template read(String file, String json) throws TemplateException {
    TemplateReader reader = new TemplateReader(file);
    try {
      Template template = reader.template(JSON.readTree(json));
      if (reader.problems.isEmpty()) {
        return template.keyed();
      }
    } catch (JsonProcessingException e) {
      JsonLocation place = e.getLocation();
      reader.problems.add(
          new TemplateProblem(
              file,
              place == null ? 0 : place.getLineNr(),
              "",
              "template.json",
              Map.of("detail", e.getOriginalMessage())));
    }
    throw new TemplateException(reader.problems);
  }

  private Template template(JsonNode root) {
    if (!root.isObject()) {
      problem("", "template.noObject", Map.of());
    }
    keys(
        root,
        "",
        List.of("id", "description", "titles", "head", "funding", "objective", "indicators"),
        List.of("headExtras", "totals", "grades", "closing", "categories", "values", "torn"));
    JsonNode funding = root.path("funding");
    JsonNode objective = root.path("objective");
    JsonNode indicators = root.path("indicators");
    keys(
        funding,
        "funding",
        List.of("labels", "columns", "rows"),
        List.of("extraColumns", "extraRows", "rowPrefixes"));
    keys(objective, "objective", List.of("labels", "planned", "achieved"), List.of());
    keys(indicators, "indicators", List.of("labels", "columns"), List.of("extraColumns"));
    String id = text(root, "", "id");
    if (!id.isEmpty() && !id.matches("[a-z][a-z0-9-]*")) {
      problem("id", "template.id", Map.of("id", id));
    }
    Template template =
        new Template(
            id,
            text(root, "", "description"),
            filled(root, "", "titles"),
            named(root, "", "head", HEAD, List.of("year")),
            list(root, "", "headExtras"),
            new Template.FundingBlock(
                list(funding, "funding", "labels"),
                named(funding, "funding", "columns", FUNDING_COLUMNS, List.of()),
                list(funding, "funding", "extraColumns"),
                named(funding, "funding", "rows", FUNDING_ROWS, List.of()),
                list(funding, "funding", "extraRows"),
                list(funding, "funding", "rowPrefixes")),
            new Template.ObjectiveBlock(
                list(objective, "objective", "labels"),
                filled(objective, "objective", "planned"),
                filled(objective, "objective", "achieved")),
            new Template.IndicatorBlock(
                list(indicators, "indicators", "labels"),
                named(indicators, "indicators", "columns", INDICATOR_COLUMNS, SPLIT_TARGET),
                list(indicators, "indicators", "extraColumns")),
            filled(root, "", "totals"),
            list(root, "", "grades"),
            list(root, "", "closing"),
            categories(root),
            list(root, "", "values"),
            flag(root, "torn"));
    once("head", template.head(), template.headExtras());
    once("funding.columns", template.funding().columns(), template.funding().extraColumns());
    once("funding.rows", template.funding().rows(), template.funding().extraRows());
    once(
        "indicators.columns",
        template.indicators().columns(),
        template.indicators().extraColumns());
    return template;
  }

  private List<Template.Category> categories(JsonNode root) {
    JsonNode nodes = root.path("categories");
    if (nodes.isMissingNode()) {
      return List.of();
    }
    if (!nodes.isArray() || nodes.isEmpty()) {
      problem("categories", "template.empty", Map.of());
    }
    List<Template.Category> categories = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < nodes.size(); i++) {
      JsonNode node = nodes.get(i);
      String path = "categories[" + i + "]";
      keys(node, path, List.of("name", "aspects"), List.of("aliases", "points"));
      List<Template.Aspect> aspects = new ArrayList<>();
      for (int j = 0; j < node.path("aspects").size(); j++) {
        JsonNode aspect = node.path("aspects").get(j);
        String at = path + ".aspects[" + j + "]";
        keys(aspect, at, List.of("name"), List.of("aliases", "words", "hints"));
        aspects.add(
            new Template.Aspect(
                text(aspect, at, "name"),
                list(aspect, at, "aliases"),
                list(aspect, at, "words"),
                list(aspect, at, "hints")));
      }
      if (aspects.isEmpty()) {
        problem(path + ".aspects", "template.empty", Map.of());
      }
      String name = text(node, path, "name");
      if (!names.add(Labels.key(name))) {
        problem(path + ".name", "template.twice", Map.of("label", name, "other", "categories"));
      }
      categories.add(
          new Template.Category(name, list(node, path, "aliases"), points(node, path), aspects));
    }
    return categories;
  }

  private List<BigDecimal> points(JsonNode category, String path) {
    List<BigDecimal> points = new ArrayList<>();
    for (JsonNode node : category.path("points")) {
      if (node.isNumber() && node.decimalValue().signum() > 0) {
        points.add(node.decimalValue());
      } else {
        problem(path + ".points", "template.number", Map.of("value", node.toString()));
      }
    }
    return points;
  }

  /** Says which keys are missing and which are unknown. */
  private void keys(JsonNode node, String path, List<String> required, List<String> optional) {
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

  private String text(JsonNode node, String path, String name) {
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

  private boolean flag(JsonNode node, String name) {
    JsonNode value = node.path(name);
    if (!value.isMissingNode() && !value.isBoolean()) {
      problem(name, "template.noFlag", Map.of("value", value.toString()));
    }
    return value.asBoolean();
  }

  private List<String> filled(JsonNode node, String path, String name) {
    List<String> labels = list(node, path, name);
    if (labels.isEmpty() && node.isObject()) {
      problem(at(path, name), "template.empty", Map.of());
    }
    return labels;
  }

  private List<String> list(JsonNode node, String path, String name) {
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

  private Aliases named(
      JsonNode parent, String path, String name, List<String> names, List<String> optional) {
    JsonNode node = parent.path(name);
    String here = at(path, name);
    LinkedHashMap<String, List<String>> labels = new LinkedHashMap<>();
    if (!node.isObject()) {
      if (!node.isMissingNode()) {
        problem(here, "template.noObject", Map.of());
      }
      return new Aliases(labels);
    }
    keys(node, here, names, optional);
    for (String each : names) {
      List<String> list = list(node, here, each);
      if (list.isEmpty() && node.has(each) && NEEDED.contains(each)) {
        problem(at(here, each), "template.empty", Map.of());
      }
      labels.put(each, list);
    }
    for (String each : optional) {
      if (node.has(each)) {
        labels.put(each, list(node, here, each));
      }
    }
    return new Aliases(labels);
  }

  /** A label names one thing in its part of the form. */
  private void once(String path, Map<String, List<String>> labels, List<String> extras) {
    Map<String, String> owners = new HashMap<>();
    labels.forEach((name, aliases) -> aliases.forEach(label -> claim(path, name, label, owners)));
    extras.forEach(label -> claim(path, "extra", label, owners));
  }

  private void claim(String path, String name, String label, Map<String, String> owners) {
    String owner = owners.putIfAbsent(Labels.key(label), name);
    if (owner != null && !owner.equals(name)) {
      problem(at(path, name), "template.twice", Map.of("label", label, "other", at(path, owner)));
    }
  }

  private static String at(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private void problem(String path, String key, Map<String, String> arguments) {
    problems.add(new TemplateProblem(file, 0, path, key, arguments));
  }
}
