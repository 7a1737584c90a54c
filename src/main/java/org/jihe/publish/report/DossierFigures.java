package org.jihe.publish.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;
import org.jihe.finding.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A department's figures for the first page, added up over the lines of its forms: amounts in yuan,
 * scores in points. Projects that were cancelled are in no score; forms that evaluate something
 * else than a project are counted alone.
 */
final class DossierFigures {

  private static final int ORIGINAL = 4;
  private static final int FINAL = 5;
  private static final int SPENT = 6;
  private static final int SCORE = 7;
  private static final int OVER = 10;
  private static final int ERRORS = 11;
  private static final int GUESSES = 14;
  private static final int GRADE = 15;
  private static final int KIND = 16;
  private static final int WAIVED = 17;
  private static final int PRIORITY = 18;

  /** A claim that is higher than what is supported by more than this is too high. */
  private static final BigDecimal TOLERANCE = new BigDecimal("0.5");

  private final ArrayNode lines;
  private final TreeMap<String, Integer> grades = new TreeMap<>();
  private BigDecimal original = BigDecimal.ZERO;
  private BigDecimal budget = BigDecimal.ZERO;
  private BigDecimal spent = BigDecimal.ZERO;
  private BigDecimal ratedBudget = BigDecimal.ZERO;
  private BigDecimal ratedSpent = BigDecimal.ZERO;
  private BigDecimal scores = BigDecimal.ZERO;
  private int others;
  private int cancelled;
  private int unknown;
  private int scored;
  private int over;
  private int withError;
  private int guesses;
  private int waived;
  private BigDecimal priority = BigDecimal.ZERO;

  DossierFigures(ArrayNode lines) {
    this.lines = lines;
    lines.forEach(this::add);
  }

  private void add(JsonNode line) {
    guesses += line.get(GUESSES).asInt();
    priority = priority.max(sum(BigDecimal.ZERO, number(line, PRIORITY)));
    waived += line.get(WAIVED).asInt();
    withError += line.get(ERRORS).asInt() > 0 ? 1 : 0;
    if (!line.get(KIND).isNull()) {
      others++;
      return;
    }
    BigDecimal before = number(line, ORIGINAL);
    BigDecimal after = number(line, FINAL);
    BigDecimal paid = number(line, SPENT);
    original = sum(original, before);
    budget = sum(budget, after);
    spent = sum(spent, paid);
    unknown += before == null || after == null || paid == null ? 1 : 0;
    if (after != null && paid != null) {
      ratedBudget = ratedBudget.add(after);
      ratedSpent = ratedSpent.add(paid);
    }
    boolean isCancelled =
        before != null
            && before.signum() > 0
            && after != null
            && after.signum() == 0
            && paid != null
            && paid.signum() == 0;
    if (isCancelled) {
      cancelled++;
      return;
    }
    BigDecimal score = number(line, SCORE);
    if (score != null) {
      scores = scores.add(score);
      scored++;
    }
    if (!line.get(GRADE).isNull()) {
      grades.merge(line.get(GRADE).asText(), 1, Integer::sum);
    }
    BigDecimal claimed = number(line, OVER);
    over += claimed != null && claimed.compareTo(TOLERANCE) > 0 ? 1 : 0;
  }

  private static @Nullable BigDecimal number(JsonNode line, int column) {
    return line.get(column).isNumber() ? line.get(column).decimalValue() : null;
  }

  private static BigDecimal sum(BigDecimal sum, @Nullable BigDecimal more) {
    return more == null ? sum : sum.add(more);
  }

  /**
   * The figures.
   *
   * @param found findings that stand, each once however many forms it is on
   */
  ObjectNode node(
      String dossier,
      @Nullable String department,
      @Nullable Integer year,
      Map<Severity, Integer> found) {
    ObjectNode node = ScriptFile.JSON.createObjectNode();
    node.put("key", dossier).put("department", department).put("year", year);
    node.put("forms", lines.size()).put("others", others).put("cancelled", cancelled);
    node.put("unknown", unknown).put("scored", scored);
    node.put("original", original).put("budget", budget).put("spent", spent);
    node.put("rate", ratio(ratedSpent, ratedBudget, 4));
    node.put("score", ratio(scores, BigDecimal.valueOf(scored), 2));
    node.put("over", over).put("withError", withError);
    node.put("errors", found.getOrDefault(Severity.ERROR, 0));
    node.put("doubts", found.getOrDefault(Severity.DOUBT, 0));
    node.put("notes", found.getOrDefault(Severity.NOTE, 0));
    node.put("guesses", guesses).put("waived", waived);
    // The highest of a form: the page looks for what comes first where it can be.
    node.put("priority", priority);
    ObjectNode graded = node.putObject("grades");
    grades.forEach(graded::put);
    return node;
  }

  private static @Nullable BigDecimal ratio(BigDecimal part, BigDecimal whole, int scale) {
    return whole.signum() == 0 ? null : part.divide(whole, scale, RoundingMode.HALF_UP);
  }
}
