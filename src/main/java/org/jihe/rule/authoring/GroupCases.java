package org.jihe.rule.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jihe.finding.Outcome;
import org.jihe.form.SelfEvaluation;
import org.jihe.rule.engine.DossierEvaluation;
import org.jihe.rule.engine.RuleEngine;
import org.jihe.rule.fact.group.Dossier;
import org.jihe.rule.fact.group.ListedProject;
import org.jihe.rule.fact.group.ProjectDigest;
import org.jihe.rule.folder.RuleException;
import org.jihe.rule.folder.RuleFolder;
import org.jihe.transcript.Transcripts;
import org.jspecify.annotations.Nullable;

/**
 * Cases of a rule that sees several forms: a clean dossier, changes to it, and what the rule then
 * says. A dossier is written as the clean form with changes for every one of its forms, and lines
 * of the bureau's lists.
 *
 * @param file the file, as the user would name it
 * @param cases in the file's order
 */
public record GroupCases(String file, List<Case> cases) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CLEAN = "clean-dossier.json";

  /**
   * One case.
   *
   * @param name what it shows
   * @param dossier the clean dossier with the case's changes
   * @param outcome what the rule is expected to say of the first form
   * @param reason the expected reason, or null where any will do
   * @param findings the expected findings
   */
  public record Case(
      String name,
      Input dossier,
      Outcome.Kind outcome,
      @Nullable String reason,
      List<Expected> findings) {}

  /**
   * One expected finding.
   *
   * @param subject where
   * @param severity {@code ERROR}, {@code DOUBT} or {@code NOTE}, or null for any
   * @param related how many forms it concerns, or -1 for any
   * @param reported what the forms say, or null for any
   * @param expected what they should say, or null for any
   */
  record Expected(
      String subject,
      @Nullable String severity,
      int related,
      @Nullable String reported,
      @Nullable String expected) {}

  /**
   * Forms and lists that have not been checked yet.
   *
   * @param forms this year's forms
   * @param lastYear last year's; null where there are none
   */
  public record Input(
      List<SelfEvaluation> forms,
      @Nullable List<SelfEvaluation> lastYear,
      @Nullable List<ListedProject> listed,
      @Nullable List<ListedProject> ledger) {

    /** Checks the forms one by one, then together. */
    public DossierEvaluation evaluate(RuleEngine engine) {
      return engine.evaluate(
          new Dossier(
              "case",
              digests(engine, "form", forms),
              lastYear == null ? null : digests(engine, "last", lastYear),
              listed,
              ledger));
    }

    private static List<ProjectDigest> digests(
        RuleEngine engine, String prefix, List<SelfEvaluation> forms) {
      List<ProjectDigest> digests = new ArrayList<>();
      for (SelfEvaluation form : forms) {
        ProjectDigest digest = engine.check(prefix + digests.size(), form).digest();
        if (digest != null) {
          digests.add(digest);
        }
      }
      return digests;
    }
  }

  public static GroupCases read(RuleFolder folder, String family, String rule)
      throws RuleException {
    String path = family + "/" + rule + ".cases.json";
    ObjectNode root = RuleCases.object(folder, path, "cases.missing");
    ObjectNode clean = clean(folder, CLEAN);
    ObjectNode form = clean(folder, RuleCases.CLEAN);
    List<Case> cases = new ArrayList<>();
    for (JsonNode node : root.path("cases")) {
      try {
        cases.add(readCase(node, clean, form));
      } catch (WrongCase e) {
        throw e.in(folder.display(path), node);
      }
    }
    return new GroupCases(folder.display(path), cases);
  }

  /** The dossier that all rules are quiet on. */
  public static Input clean(RuleFolder folder) throws RuleException {
    ObjectNode clean = clean(folder, CLEAN);
    try {
      return input(dossier(clean, clean(folder, RuleCases.CLEAN)));
    } catch (WrongCase e) {
      throw e.in(folder.display(CLEAN), clean);
    }
  }

  private static ObjectNode clean(RuleFolder folder, String path) throws RuleException {
    return RuleCases.object(folder, path, "cases.noCleanForm");
  }

  /** The clean dossier with whole forms in the place of changes to the clean form. */
  private static ObjectNode dossier(ObjectNode clean, ObjectNode form) {
    ObjectNode dossier = clean.deepCopy();
    for (String year : List.of("forms", "lastYear")) {
      ArrayNode forms = dossier.withArray(year);
      for (int i = 0; i < forms.size(); i++) {
        ObjectNode whole = form.deepCopy();
        change(whole, forms.path(i));
        forms.set(i, whole);
      }
    }
    return dossier;
  }

  private static void change(ObjectNode object, JsonNode changes) {
    for (Map.Entry<String, JsonNode> change : changes.properties()) {
      RuleCases.set(object, change.getKey(), change.getValue());
    }
  }

  private static Case readCase(JsonNode node, ObjectNode clean, ObjectNode form) {
    ObjectNode dossier = dossier(clean, form);
    change(dossier, node.path("change"));
    for (JsonNode name : node.path("without")) {
      dossier.remove(name.asText());
    }
    JsonNode copies = node.path("copy");
    if (copies.isArray()) {
      copies.forEach(each -> copy(dossier, each));
    } else {
      copy(dossier, copies);
    }
    List<Expected> expected = new ArrayList<>();
    for (JsonNode finding : node.path("expect")) {
      expected.add(
          new Expected(
              finding.path("subject").asText(),
              text(finding, "severity"),
              finding.path("related").asInt(-1),
              text(finding, "reported"),
              text(finding, "expected")));
    }
    return new Case(
        node.path("name").asText(),
        input(dossier),
        RuleCases.outcome(node, expected.isEmpty() ? Outcome.Kind.PASSED : Outcome.Kind.FIRED),
        text(node, "reason"),
        expected);
  }

  /** Adds copies of a form; in their changes {@code #} stands for the copy's number. */
  private static void copy(ObjectNode dossier, JsonNode copy) {
    ArrayNode forms = dossier.withArray("forms");
    for (int i = 1; i <= copy.path("times").asInt(); i++) {
      ObjectNode form = RuleCases.copy(forms, copy.path("form"));
      for (Map.Entry<String, JsonNode> change : copy.path("change").properties()) {
        JsonNode value = change.getValue();
        RuleCases.set(
            form,
            change.getKey(),
            value.isTextual()
                ? JSON.getNodeFactory().textNode(value.asText().replace("#", "甲".repeat(i)))
                : value);
      }
      forms.add(form);
    }
  }

  private static Input input(ObjectNode dossier) {
    return new Input(
        forms(dossier.path("forms")),
        dossier.has("lastYear") ? forms(dossier.path("lastYear")) : null,
        dossier.has("projectList") ? lines(dossier.path("projectList")) : null,
        dossier.has("ledger") ? lines(dossier.path("ledger")) : null);
  }

  private static List<SelfEvaluation> forms(JsonNode nodes) {
    List<SelfEvaluation> forms = new ArrayList<>();
    nodes.forEach(node -> forms.add(Transcripts.fromJson("case", node)));
    return forms;
  }

  private static List<ListedProject> lines(JsonNode nodes) {
    List<ListedProject> lines = new ArrayList<>();
    for (JsonNode node : nodes) {
      String amount = text(node, "expenditure");
      lines.add(
          new ListedProject(
              text(node, "code"),
              node.path("name").asText(),
              "某区消防救援局",
              text(node, "agency"),
              2022,
              amount == null ? null : number(amount),
              "case",
              lines.size() + 2));
    }
    return lines;
  }

  private static BigDecimal number(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new WrongCase("cases.number", Map.of("value", text));
    }
  }

  private static @Nullable String text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isMissingNode() || value.isNull() ? null : value.asText();
  }
}
