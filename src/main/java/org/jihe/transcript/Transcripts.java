package org.jihe.transcript;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jihe.form.AnnualObjective;
import org.jihe.form.Extra;
import org.jihe.form.Field;
import org.jihe.form.Funding;
import org.jihe.form.FundingKind;
import org.jihe.form.FundingRow;
import org.jihe.form.Indicator;
import org.jihe.form.Numbers;
import org.jihe.form.Reading;
import org.jihe.form.Recovery;
import org.jihe.form.SelfEvaluation;
import org.jihe.form.TotalScore;
import org.jihe.layout.Position;
import org.jspecify.annotations.Nullable;

/**
 * A form as JSON: every cell as printed, blank cells {@code null}. Reading a transcript gives the
 * same form without the cells' positions.
 */
public final class Transcripts {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DefaultIndenter TWO_SPACES = new DefaultIndenter("  ", "\n");

  private Transcripts() {}

  /** The form as indented JSON text that ends with a line feed. */
  public static String write(SelfEvaluation form) {
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(TWO_SPACES).withArrayIndenter(TWO_SPACES);
    try {
      return JSON.writer(printer).writeValueAsString(toJson(form)) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of texts can always be written", e);
    }
  }

  /** The form as a JSON tree. */
  public static ObjectNode toJson(SelfEvaluation form) {
    ObjectNode root = JSON.createObjectNode();
    root.put("form", form.ordinal());
    root.put("source", form.origin().file());
    root.put("template", form.recovery().template());
    root.put("title", form.title().printed());
    root.put("year", form.year().printed());
    root.put("projectName", form.projectName().printed());
    root.put("supervisingDepartment", form.supervisingDepartment().printed());
    root.put("implementingAgency", form.implementingAgency().printed());
    root.put("currencyUnit", form.currencyUnit().printed());
    ObjectNode funding = root.putObject("funding");
    for (FundingRow row : form.funding().rows()) {
      ObjectNode node = funding.putObject(row.kind().key());
      node.put("originalBudget", row.originalBudget().printed());
      node.put("finalBudget", row.finalBudget().printed());
      node.put("actualExpenditure", row.actualExpenditure().printed());
      points(node, row.kind(), "maxScore", row.maxScore());
      points(node, row.kind(), "executionRate", row.executionRate());
      points(node, row.kind(), "score", row.score());
    }
    ObjectNode objective = root.putObject("annualObjective");
    objective.put("planned", form.annualObjective().planned().printed());
    objective.put("achieved", form.annualObjective().achieved().printed());
    ArrayNode indicators = root.putArray("indicators");
    for (Indicator indicator : form.indicators()) {
      ObjectNode node = indicators.addObject();
      node.put("category", indicator.category().printed());
      node.put("aspect", indicator.aspect().printed());
      node.put("name", indicator.name().printed());
      node.put("target", indicator.target().printed());
      node.put("actual", indicator.actual().printed());
      node.put("maxScore", indicator.maxScore().printed());
      node.put("score", indicator.score().printed());
      node.put("varianceExplanation", indicator.varianceExplanation().printed());
    }
    ObjectNode total = root.putObject("total");
    total.put("maxScore", form.total().maxScore().printed());
    total.put("score", form.total().score().printed());
    if (form.total().grade().printed() != null) {
      total.put("grade", form.total().grade().printed());
    }
    if (!form.extras().isEmpty()) {
      ArrayNode extras = root.putArray("extras");
      for (Extra extra : form.extras()) {
        ObjectNode node = extras.addObject();
        node.put("subject", extra.subject());
        node.put("label", extra.label());
        node.put("value", extra.value().printed());
      }
    }
    return root;
  }

  /** The total has these always; few templates have room for them in its parts. */
  private static void points(ObjectNode row, FundingKind kind, String name, Field<?> field) {
    if (kind == FundingKind.TOTAL || field.printed() != null) {
      row.put(name, field.printed());
    }
  }

  /**
   * The form that a transcript describes.
   *
   * @param file name for messages and positions
   * @throws IllegalArgumentException where the text is no JSON object
   */
  public static SelfEvaluation read(String file, String json) {
    try {
      JsonNode root = JSON.readTree(json);
      if (!root.isObject()) {
        throw new IllegalArgumentException(file + ": a transcript is one JSON object");
      }
      return fromJson(file, root);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(file + ": " + e.getOriginalMessage(), e);
    }
  }

  /** The form that a transcript's tree describes; what the tree lacks is blank. */
  public static SelfEvaluation fromJson(String file, JsonNode root) {
    String unit = printed(root.path("currencyUnit"));
    JsonNode funding = root.path("funding");
    List<Indicator> indicators = new ArrayList<>();
    for (JsonNode node : root.path("indicators")) {
      indicators.add(
          new Indicator(
              text(node, "category"),
              text(node, "aspect"),
              text(node, "name"),
              text(node, "target"),
              text(node, "actual"),
              read(node, "maxScore", Numbers::points),
              read(node, "score", Numbers::points),
              text(node, "varianceExplanation")));
    }
    List<Extra> extras = new ArrayList<>();
    for (JsonNode node : root.path("extras")) {
      extras.add(
          new Extra(
              node.path("subject").asText(), node.path("label").asText(), text(node, "value")));
    }
    JsonNode total = root.path("total");
    JsonNode objective = root.path("annualObjective");
    return new SelfEvaluation(
        Position.inText(file, 1, 1),
        root.path("form").asInt(1),
        text(root, "title"),
        read(root, "year", Numbers::year),
        text(root, "projectName"),
        text(root, "supervisingDepartment"),
        text(root, "implementingAgency"),
        text(root, "currencyUnit"),
        new Funding(
            fundingRow(funding, FundingKind.TOTAL, unit),
            fundingRow(funding, FundingKind.CURRENT_YEAR_APPROPRIATION, unit),
            fundingRow(funding, FundingKind.PRIOR_YEAR_CARRY_OVER, unit),
            fundingRow(funding, FundingKind.OTHER_FUNDS, unit)),
        new AnnualObjective(text(objective, "planned"), text(objective, "achieved")),
        indicators,
        new TotalScore(
            read(total, "maxScore", Numbers::points),
            read(total, "score", Numbers::points),
            text(total, "grade")),
        extras,
        new Recovery(root.path("template").asText("transcript"), 1.0, List.of()));
  }

  private static FundingRow fundingRow(JsonNode funding, FundingKind kind, @Nullable String unit) {
    JsonNode row = funding.path(kind.key());
    Function<String, @Nullable BigDecimal> amount = printed -> Numbers.amount(printed, unit);
    return new FundingRow(
        kind,
        read(row, "originalBudget", amount),
        read(row, "finalBudget", amount),
        read(row, "actualExpenditure", amount),
        read(row, "maxScore", Numbers::points),
        read(row, "executionRate", Numbers::percent),
        read(row, "score", Numbers::points));
  }

  private static Field<String> text(JsonNode node, String name) {
    return read(node, name, printed -> printed);
  }

  private static <T> Field<T> read(
      JsonNode node, String name, Function<String, @Nullable T> reading) {
    String printed = printed(node.path(name));
    return printed == null
        ? Field.blank(null)
        : new Field<>(printed, reading.apply(printed), null, Reading.AS_PRINTED);
  }

  private static @Nullable String printed(JsonNode node) {
    return node.isMissingNode() || node.isNull() ? null : node.asText();
  }
}
