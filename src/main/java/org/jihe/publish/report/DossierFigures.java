package org.jihe.publish.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.jihe.finding.Severity;
import org.jihe.table.Decimals;
import org.jspecify.annotations.Nullable;

/**
 * A department's figures for the first page. Amounts, rates, scores and grades are those of the
 * table {@code department_statistics}, so that no page says anything else than the tables do; what
 * no table has is counted over the lines of the forms. Forms that evaluate something else than a
 * project are counted alone.
 */
final class DossierFigures {

  private static final int OVER = 10;
  private static final int ERRORS = 11;
  private static final int GUESSES = 14;
  private static final int KIND = 16;
  private static final int WAIVED = 17;
  private static final int PRIORITY = 18;

  /** A claim that is higher than what is supported by more than this is too high. */
  private static final BigDecimal TOLERANCE = new BigDecimal("0.5");

  private final ArrayNode lines;
  private int others;
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
    if (line.get(PRIORITY).isNumber()) {
      priority = priority.max(line.get(PRIORITY).decimalValue());
    }
    waived += line.get(WAIVED).asInt();
    withError += line.get(ERRORS).asInt() > 0 ? 1 : 0;
    if (!line.get(KIND).isNull()) {
      others++;
      return;
    }
    boolean high =
        line.get(OVER).isNumber() && line.get(OVER).decimalValue().compareTo(TOLERANCE) > 0;
    over += high ? 1 : 0;
  }

  /**
   * The figures.
   *
   * @param statistics the department's row of {@code department_statistics}; null where it has sent
   *     no form on a project
   * @param found findings that stand, each once however many forms it is on
   */
  ObjectNode node(
      String dossier, DossierName name, @Nullable Row statistics, Map<Severity, Integer> found) {
    ObjectNode node = ScriptFile.JSON.createObjectNode();
    node.put("key", dossier).put("department", name.department()).put("year", name.year());
    node.put("forms", lines.size()).put("others", others);
    put(node, statistics);
    node.put("over", over).put("withError", withError);
    node.put("errors", found.getOrDefault(Severity.ERROR, 0));
    node.put("doubts", found.getOrDefault(Severity.DOUBT, 0));
    node.put("notes", found.getOrDefault(Severity.NOTE, 0));
    node.put("guesses", guesses).put("waived", waived);
    // The highest of a form: the page looks for what comes first where it can be.
    node.put("priority", priority);
    return node;
  }

  private static void put(ObjectNode node, @Nullable Row row) {
    long forms = count(row, "forms");
    long cancelled = count(row, "cancelledForms");
    node.put("cancelled", cancelled);
    node.put("unknown", count(row, "unreadableAmounts"));
    node.put("scored", forms - cancelled - count(row, "unreadableScores"));
    node.put("original", amount(row, "originalBudget"));
    node.put("budget", amount(row, "finalBudget"));
    node.put("spent", amount(row, "actualExpenditure"));
    BigDecimal rate = value(row, "executionRate");
    node.put("rate", rate == null ? null : rate.movePointLeft(2));
    node.put("score", value(row, "scoreMean"));
    ObjectNode grades = node.putObject("grades");
    map(row, "grades").forEach((grade, number) -> grades.put(grade, ((Number) number).longValue()));
    ObjectNode money = node.putObject("gradeMoney");
    map(row, "gradeMoney")
        .forEach((grade, sum) -> money.put(grade, Decimals.plain((BigDecimal) sum)));
    ObjectNode bands = node.putObject("bands");
    map(row, "executionBands")
        .forEach((band, number) -> bands.put(band, ((Number) number).longValue()));
  }

  private static long count(@Nullable Row row, String column) {
    return row == null ? 0 : row.<Long>getAs(column);
  }

  private static @Nullable BigDecimal value(@Nullable Row row, String column) {
    return row == null ? null : Decimals.plain(row.getAs(column));
  }

  private static BigDecimal amount(@Nullable Row row, String column) {
    BigDecimal value = value(row, column);
    return value == null ? BigDecimal.ZERO : value;
  }

  private static Map<String, Object> map(@Nullable Row row, String column) {
    return row == null ? Map.of() : new TreeMap<>(row.getJavaMap(row.fieldIndex(column)));
  }
}
