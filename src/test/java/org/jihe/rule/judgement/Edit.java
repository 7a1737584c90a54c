package org.jihe.rule.judgement;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jihe.form.SelfEvaluation;
import org.jihe.rule.authoring.RuleCases;
import org.jihe.transcript.Transcripts;
import org.jspecify.annotations.Nullable;

/** One edit of the clean form: changed cells, and which rules must and must not fire. */
final class Edit {

  private static final String RATE = "funding.total.executionRate";
  private static final String EXECUTION_SCORE = "funding.total.score";
  private static final String TOTAL = "total.score";

  private final String title;
  private final Map<String, @Nullable String> changes = new LinkedHashMap<>();
  private final Map<String, Boolean> expected = new TreeMap<>();
  private final TreeSet<Integer> dropped = new TreeSet<>();
  private int more;
  private String morePoints = "";
  private List<String> either = List.of();
  private boolean harmless;

  Edit(String title) {
    this.title = title;
  }

  Edit set(String cell, @Nullable String value) {
    changes.put(cell, value);
    return this;
  }

  Edit set(int row, String cell, @Nullable String value) {
    return set("indicators[" + row + "]." + cell, value);
  }

  /** Without these indicators. */
  Edit drop(Integer... rows) {
    dropped.addAll(List.of(rows));
    return this;
  }

  /** With so many indicators more, each with so many points. */
  Edit more(int count, String points) {
    more = count;
    morePoints = points;
    return this;
  }

  Edit fires(String rule) {
    expected.put(rule, true);
    return this;
  }

  Edit quiet(String... rules) {
    for (String rule : rules) {
      expected.put(rule, false);
    }
    return this;
  }

  Edit says(String rule, boolean fires) {
    expected.put(rule, fires);
    return this;
  }

  /** One of these must fire. */
  Edit eitherFires(String... rules) {
    either = List.of(rules);
    return this;
  }

  /** Nothing on the form is an error. */
  Edit harmless() {
    harmless = true;
    return this;
  }

  boolean isHarmless() {
    return harmless;
  }

  Map<String, Boolean> expected() {
    return expected;
  }

  List<String> either() {
    return either;
  }

  @Override
  public String toString() {
    return title + " " + changes;
  }

  /** The edited form; sums, rate and execution score follow unless they are edited themselves. */
  SelfEvaluation form(ObjectNode clean) {
    ObjectNode form = clean.deepCopy();
    changes.forEach(
        (cell, value) ->
            RuleCases.set(
                form,
                cell,
                value == null
                    ? JsonNodeFactory.instance.nullNode()
                    : JsonNodeFactory.instance.textNode(value)));
    ArrayNode rows = (ArrayNode) form.path("indicators");
    for (int i = 1; i <= more; i++) {
      ObjectNode row = rows.path(0).deepCopy();
      row.put("name", "检测" + "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄".charAt(i - 1) + "类设施数");
      rows.add(row.put("maxScore", morePoints).put("score", morePoints));
    }
    dropped.descendingSet().forEach(row -> rows.remove(row.intValue()));
    ObjectNode total = (ObjectNode) form.path("funding").path("total");
    if (!changes.containsKey(RATE) && !changes.containsKey(EXECUTION_SCORE)) {
      follow(total);
    }
    if (!changes.containsKey(TOTAL)) {
      ((ObjectNode) form.path("total")).put("score", sum(form));
    }
    return Transcripts.fromJson("edit", form);
  }

  private static void follow(ObjectNode total) {
    BigDecimal budget = amount(total.path("finalBudget").asText("0"));
    BigDecimal spent = amount(total.path("actualExpenditure").asText("0"));
    BigDecimal percent =
        budget.signum() == 0
            ? BigDecimal.ZERO
            : spent.movePointRight(2).divide(budget, 2, RoundingMode.HALF_UP);
    total.put("executionRate", percent.toPlainString() + "%");
    BigDecimal score = percent.movePointLeft(1).min(BigDecimal.TEN);
    total.put("score", score.setScale(2, RoundingMode.HALF_UP).toPlainString());
  }

  private static String sum(ObjectNode form) {
    BigDecimal sum = amount(form.path("funding").path("total").path("score").asText("0"));
    for (var row : (ArrayNode) form.path("indicators")) {
      sum = sum.add(amount(row.path("score").asText("0")));
    }
    return sum.stripTrailingZeros().toPlainString();
  }

  private static BigDecimal amount(String text) {
    String digits = text.replaceAll("[^0-9.-]", "");
    return digits.isEmpty() ? BigDecimal.ZERO : new BigDecimal(digits);
  }
}
