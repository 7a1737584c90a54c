package org.jihe.rule.authoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jihe.finding.Outcome;
import org.jihe.form.SelfEvaluation;
import org.jihe.rule.cell.Cells;
import org.jihe.rule.folder.RuleException;
import org.jihe.rule.folder.RuleFolder;
import org.jihe.rule.folder.WrongFile;
import org.jihe.transcript.Transcripts;
import org.jspecify.annotations.Nullable;

/**
 * A rule's cases: a clean form, changes to it, and what the rule then says.
 *
 * @param file the file, as the user would name it
 * @param cases in the file's order
 */
public record RuleCases(String file, List<Case> cases) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The form that all rules are quiet on. */
  public static final String CLEAN = "clean-form.json";

  private static final Pattern ROW = Pattern.compile("(\\w+)\\[(\\d+)]");

  /**
   * One case.
   *
   * @param name what it shows
   * @param form the clean form with the case's changes
   * @param outcome what the rule is expected to say
   * @param reason the expected reason, or null where any will do
   * @param findings the expected findings
   */
  public record Case(
      String name,
      SelfEvaluation form,
      Outcome.Kind outcome,
      @Nullable String reason,
      List<Expected> findings) {}

  /**
   * One expected finding; what is null is not compared.
   *
   * @param subject where
   * @param severity {@code ERROR}, {@code DOUBT} or {@code NOTE}
   * @param reported what the form says
   * @param expected what it should say
   */
  record Expected(
      String subject,
      @Nullable String severity,
      @Nullable String reported,
      @Nullable String expected) {}

  public static RuleCases read(RuleFolder folder, String family, String rule) throws RuleException {
    String path = family + "/" + rule + ".cases.json";
    ObjectNode root = object(folder, path, "cases.missing");
    String clean = normalised(family + "/" + root.path("clean").asText("../clean-form.json"));
    ObjectNode form = object(folder, clean, "cases.noCleanForm");
    List<Case> cases = new ArrayList<>();
    for (JsonNode node : root.path("cases")) {
      try {
        cases.add(readCase(node, form));
      } catch (WrongCase e) {
        throw e.in(folder.display(path), node);
      }
    }
    return new RuleCases(folder.display(path), cases);
  }

  /** The form that all rules are quiet on. */
  public static SelfEvaluation cleanForm(RuleFolder folder) throws RuleException {
    return Transcripts.fromJson(CLEAN, object(folder, CLEAN, "cases.noCleanForm"));
  }

  /** The clean form with one cell blank, of {@code indicators[].…} that of the first indicator. */
  static SelfEvaluation cleanFormWithout(RuleFolder folder, String path) throws RuleException {
    ObjectNode form = object(folder, CLEAN, "cases.noCleanForm");
    set(form, Cells.printedPath(path).replace("[]", "[0]"), JSON.nullNode());
    return Transcripts.fromJson(CLEAN, form);
  }

  /**
   * A file's JSON object.
   *
   * @param missing what is wrong where there is no such file
   */
  public static ObjectNode object(RuleFolder folder, String path, String missing)
      throws RuleException {
    String text = folder.text(path);
    if (text == null) {
      throw RuleException.of(folder.display(path), 0, missing, Map.of());
    }
    try {
      if (JSON.readTree(text) instanceof ObjectNode object) {
        return object;
      }
      throw RuleException.of(folder.display(path), 1, "cases.noObject", Map.of());
    } catch (JsonProcessingException e) {
      throw new RuleException(List.of(WrongFile.json(folder.display(path), e)));
    }
  }

  private static String normalised(String path) {
    return Path.of(path).normalize().toString().replace('\\', '/');
  }

  private static Case readCase(JsonNode node, ObjectNode clean) {
    ObjectNode form = clean.deepCopy();
    ArrayNode rows = form.withArray("indicators");
    List<Integer> removed = new ArrayList<>();
    node.path("remove").forEach(index -> removed.add(index.asInt()));
    removed.sort((a, b) -> Integer.compare(b, a));
    removed.forEach(rows::remove);
    repeat(node.path("repeat"), rows);
    for (Map.Entry<String, JsonNode> change : node.path("change").properties()) {
      set(form, change.getKey(), change.getValue());
    }
    List<Expected> expected = new ArrayList<>();
    for (JsonNode finding : node.path("expect")) {
      expected.add(
          new Expected(
              finding.path("subject").asText(),
              text(finding, "severity"),
              text(finding, "reported"),
              text(finding, "expected")));
    }
    return new Case(
        node.path("name").asText(),
        Transcripts.fromJson("case", form),
        outcome(node, expected.isEmpty() ? Outcome.Kind.PASSED : Outcome.Kind.FIRED),
        text(node, "reason"),
        expected);
  }

  /** The outcome that a case names. */
  static Outcome.Kind outcome(JsonNode node, Outcome.Kind otherwise) {
    String name = node.path("outcome").asText(otherwise.name());
    for (Outcome.Kind kind : Outcome.Kind.values()) {
      if (kind.name().equals(name)) {
        return kind;
      }
    }
    throw new WrongCase("cases.outcome", Map.of("value", name));
  }

  /** A copy of one of several forms or rows. */
  static ObjectNode copy(ArrayNode several, JsonNode index) {
    if (several.path(index.asInt()) instanceof ObjectNode one) {
      return one.deepCopy();
    }
    throw new WrongCase("cases.row", Map.of("row", index.asText(), "count", several.size()));
  }

  /** Adds copies of a row at the end, with the other names as their changed cells. */
  private static void repeat(JsonNode repeat, ArrayNode rows) {
    for (int i = 0; i < repeat.path("times").asInt(); i++) {
      ObjectNode copy = copy(rows, repeat.path("row"));
      for (Map.Entry<String, JsonNode> cell : repeat.properties()) {
        if (!cell.getKey().equals("row") && !cell.getKey().equals("times")) {
          copy.set(cell.getKey(), cell.getValue());
        }
      }
      rows.add(copy);
    }
  }

  public static void set(ObjectNode form, String path, JsonNode value) {
    JsonNode node = form;
    String[] parts = path.split("\\.", -1);
    for (int i = 0; i < parts.length - 1; i++) {
      Matcher row = ROW.matcher(parts[i]);
      node =
          row.matches()
              ? node.path(row.group(1)).path(Integer.parseInt(row.group(2)))
              : node.path(parts[i]);
    }
    if (!(node instanceof ObjectNode object)) {
      throw new WrongCase("cases.cell", Map.of("cell", path));
    }
    object.set(parts[parts.length - 1], value);
  }

  private static @Nullable String text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isMissingNode() || value.isNull() ? null : value.asText();
  }
}
