package org.jihe.template.declaration;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jihe.form.FormKind;
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

  private final CheckedJson json;

  private TemplateReader(CheckedJson json) {
    this.json = json;
  }

  /**
   * Reads a declaration.
   *
   * @param file what a message calls it
   * @throws TemplateException where it is not in order
   */
  static Template read(String file, String json) throws TemplateException {
    CheckedJson checked = new CheckedJson(file);
    try {
      Template template = new TemplateReader(checked).template(JSON.readTree(json));
      if (checked.problems().isEmpty()) {
        return template.keyed();
      }
    } catch (JsonProcessingException e) {
      JsonLocation place = e.getLocation();
      int line = place == null ? 0 : place.getLineNr();
      checked.problem(line, "", "template.json", Map.of("detail", e.getOriginalMessage()));
    }
    throw new TemplateException(checked.problems());
  }

  private Template template(JsonNode root) {
    if (!root.isObject()) {
      json.problem("", "template.noObject", Map.of());
    }
    json.keys(
        root,
        "",
        List.of("id", "description", "titles", "head", "funding", "objective", "indicators"),
        List.of(
            "headExtras",
            "totals",
            "grades",
            "closing",
            "categories",
            "values",
            "torn",
            "formKind"));
    JsonNode funding = root.path("funding");
    JsonNode objective = root.path("objective");
    JsonNode indicators = root.path("indicators");
    json.keys(
        funding,
        "funding",
        List.of("labels", "columns", "rows"),
        List.of("extraColumns", "extraRows", "rowPrefixes"));
    json.keys(objective, "objective", List.of("labels", "planned", "achieved"), List.of());
    json.keys(indicators, "indicators", List.of("labels", "columns"), List.of("extraColumns"));
    String id = json.text(root, "", "id");
    if (!id.isEmpty() && !id.matches("[a-z][a-z0-9-]*")) {
      json.problem("id", "template.id", Map.of("id", id));
    }
    Template template =
        new Template(
            id,
            json.text(root, "", "description"),
            json.filled(root, "", "titles"),
            named(root, "", "head", HEAD, List.of("year")),
            json.list(root, "", "headExtras"),
            new Template.FundingBlock(
                json.list(funding, "funding", "labels"),
                named(funding, "funding", "columns", FUNDING_COLUMNS, List.of()),
                json.list(funding, "funding", "extraColumns"),
                named(funding, "funding", "rows", FUNDING_ROWS, List.of()),
                json.list(funding, "funding", "extraRows"),
                json.list(funding, "funding", "rowPrefixes")),
            new Template.ObjectiveBlock(
                json.list(objective, "objective", "labels"),
                json.filled(objective, "objective", "planned"),
                json.filled(objective, "objective", "achieved")),
            new Template.IndicatorBlock(
                json.list(indicators, "indicators", "labels"),
                named(indicators, "indicators", "columns", INDICATOR_COLUMNS, SPLIT_TARGET),
                json.list(indicators, "indicators", "extraColumns")),
            json.filled(root, "", "totals"),
            json.list(root, "", "grades"),
            json.list(root, "", "closing"),
            categories(root),
            json.list(root, "", "values"),
            json.flag(root, "torn"),
            formKind(root));
    once("head", template.head(), template.headExtras());
    once("funding.columns", template.funding().columns(), template.funding().extraColumns());
    once("funding.rows", template.funding().rows(), template.funding().extraRows());
    once(
        "indicators.columns",
        template.indicators().columns(),
        template.indicators().extraColumns());
    return template;
  }

  private FormKind formKind(JsonNode root) {
    if (!root.has("formKind")) {
      return FormKind.PROJECT;
    }
    String name = json.text(root, "", "formKind");
    FormKind kind = FormKind.named(name);
    if (kind == null && !name.isEmpty()) {
      List<String> known = Arrays.stream(FormKind.values()).map(FormKind::key).toList();
      json.problem(
          "formKind", "template.oneOf", Map.of("value", name, "known", String.join(", ", known)));
    }
    return kind == null ? FormKind.PROJECT : kind;
  }

  private List<Template.Category> categories(JsonNode root) {
    JsonNode nodes = root.path("categories");
    if (nodes.isMissingNode()) {
      return List.of();
    }
    if (!nodes.isArray() || nodes.isEmpty()) {
      json.problem("categories", "template.empty", Map.of());
    }
    List<Template.Category> categories = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < nodes.size(); i++) {
      JsonNode node = nodes.get(i);
      String path = "categories[" + i + "]";
      json.keys(node, path, List.of("name", "aspects"), List.of("aliases", "points"));
      List<Template.Aspect> aspects = new ArrayList<>();
      for (int j = 0; j < node.path("aspects").size(); j++) {
        JsonNode aspect = node.path("aspects").get(j);
        String at = path + ".aspects[" + j + "]";
        json.keys(aspect, at, List.of("name"), List.of("aliases", "words", "hints"));
        aspects.add(
            new Template.Aspect(
                json.text(aspect, at, "name"),
                json.list(aspect, at, "aliases"),
                json.list(aspect, at, "words"),
                json.list(aspect, at, "hints")));
      }
      if (aspects.isEmpty()) {
        json.problem(path + ".aspects", "template.empty", Map.of());
      }
      String name = json.text(node, path, "name");
      if (!names.add(Labels.key(name))) {
        json.problem(
            path + ".name", "template.twice", Map.of("label", name, "other", "categories"));
      }
      categories.add(
          new Template.Category(
              name, json.list(node, path, "aliases"), points(node, path), aspects));
    }
    return categories;
  }

  private List<BigDecimal> points(JsonNode category, String path) {
    List<BigDecimal> points = new ArrayList<>();
    for (JsonNode node : category.path("points")) {
      if (node.isNumber() && node.decimalValue().signum() > 0) {
        points.add(node.decimalValue());
      } else {
        json.problem(path + ".points", "template.number", Map.of("value", node.toString()));
      }
    }
    return points;
  }

  private Aliases named(
      JsonNode parent, String path, String name, List<String> names, List<String> optional) {
    JsonNode node = parent.path(name);
    String here = CheckedJson.at(path, name);
    LinkedHashMap<String, List<String>> labels = new LinkedHashMap<>();
    if (!node.isObject()) {
      if (!node.isMissingNode()) {
        json.problem(here, "template.noObject", Map.of());
      }
      return new Aliases(labels);
    }
    json.keys(node, here, names, optional);
    for (String each : names) {
      List<String> list = json.list(node, here, each);
      if (list.isEmpty() && node.has(each) && NEEDED.contains(each)) {
        json.problem(CheckedJson.at(here, each), "template.empty", Map.of());
      }
      labels.put(each, list);
    }
    for (String each : optional) {
      if (node.has(each)) {
        labels.put(each, json.list(node, here, each));
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
      json.problem(
          CheckedJson.at(path, name),
          "template.twice",
          Map.of("label", label, "other", CheckedJson.at(path, owner)));
    }
  }
}
