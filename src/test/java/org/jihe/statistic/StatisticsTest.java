package org.jihe.statistic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;
import org.jihe.SampleForms;
import org.jihe.finding.Severity;
import org.jihe.table.AcceptedForm;
import org.jihe.table.StatisticSchemas;
import org.jihe.transcript.Transcripts;
import org.junit.jupiter.api.Test;

/** Figures that can be added up by hand. */
class StatisticsTest {

  private final List<AcceptedForm> forms = new ArrayList<>();
  private final List<Consumer<Statistics>> findings = new ArrayList<>();
  private int best = 90;

  /** The first form of the sample under another name, with these amounts and this score. */
  private AcceptedForm form(
      String name, String original, String budget, String spent, String score) {
    ObjectNode json = SampleForms.transcripts().get(0);
    json.put("projectName", name);
    ObjectNode total = (ObjectNode) json.path("funding").path("total");
    total.put("originalBudget", original).put("finalBudget", budget);
    total.put("actualExpenditure", spent);
    ((ObjectNode) json.path("total")).put("score", score);
    return add(json);
  }

  private AcceptedForm add(ObjectNode json) {
    AcceptedForm accepted = AcceptedForm.of(Transcripts.fromJson("a.json", json));
    forms.add(accepted);
    return accepted;
  }

  private void finding(AcceptedForm form, String rule, Severity severity, String subject) {
    findings.add(statistics -> statistics.add(form.formId(), rule, severity, subject));
  }

  private Statistics statistics() {
    Statistics statistics = new Statistics();
    for (AcceptedForm form : forms) {
      BigDecimal score = form.form().total().score().value();
      statistics.add(form, score == null ? null : grade(score));
    }
    findings.forEach(finding -> finding.accept(statistics));
    return statistics;
  }

  /** What a total earns where 优 begins at {@link #best}. */
  private String grade(BigDecimal score) {
    int points = score.intValue();
    return points >= best ? "优" : points >= best - 10 ? "良" : points >= 60 ? "中" : "差";
  }

  private List<Row> departments() {
    return columns(statistics().departments(), StatisticSchemas.DEPARTMENT);
  }

  private List<Row> agencies() {
    return columns(statistics().agencies(), StatisticSchemas.DEPARTMENT);
  }

  /** Rows whose values can be asked for by name. */
  private static List<Row> columns(List<Row> rows, StructType schema) {
    return rows.stream()
        .<Row>map(
            row ->
                new GenericRowWithSchema(
                    IntStream.range(0, row.size()).mapToObj(row::get).toArray(), schema))
        .toList();
  }

  private static BigDecimal number(Row row, String column) {
    return row.getAs(column);
  }

  private static Map<String, Object> map(Row row, String column) {
    return row.getJavaMap(row.fieldIndex(column));
  }

  @Test
  void sumsFirstAndRatiosLast() {
    form("甲", "100", "100", "100", "100");
    form("乙", "300", "300", "150", "85");
    Row row = departments().get(0);
    assertThat(row.<Long>getAs("forms")).isEqualTo(2);
    assertThat(number(row, "originalBudget")).isEqualByComparingTo("400");
    assertThat(number(row, "finalBudget")).isEqualByComparingTo("400");
    assertThat(number(row, "actualExpenditure")).isEqualByComparingTo("250");
    // 250/400; the mean of the rates would be 75.
    assertThat(number(row, "executionRate")).isEqualByComparingTo("62.5");
    assertThat(number(row, "scoreMean")).isEqualByComparingTo("92.5");
    assertThat(number(row, "scoreMedian")).isEqualByComparingTo("92.5");
    // (100·100 + 85·300)/400
    assertThat(number(row, "scoreBudgetWeightedMean")).isEqualByComparingTo("88.75");
    assertThat(map(row, "grades")).isEqualTo(Map.of("优", 1L, "良", 1L));
    assertThat(map(row, "gradeMoney"))
        .hasEntrySatisfying(
            "优", money -> assertThat((BigDecimal) money).isEqualByComparingTo("100"))
        .hasEntrySatisfying(
            "良", money -> assertThat((BigDecimal) money).isEqualByComparingTo("300"));
    assertThat(map(row, "executionBands")).isEqualTo(Map.of("100", 1L, "(0,60)", 1L));
  }

  @Test
  void theMedianOfAnOddNumber() {
    form("甲", "1", "1", "1", "99.5");
    form("乙", "1", "1", "1", "10");
    form("丙", "1", "1", "1", "70");
    Row row = departments().get(0);
    assertThat(number(row, "scoreMedian")).isEqualByComparingTo("70");
    assertThat(number(row, "scoreMean")).isEqualByComparingTo("59.8333");
  }

  @Test
  void whatCannotBeReadIsCountedAndNotZero() {
    form("甲", "100", "100", "90", "80");
    form("乙", "100", null, "90", "无");
    Row row = departments().get(0);
    assertThat(row.<Long>getAs("unreadableAmounts")).isEqualTo(1);
    assertThat(row.<Long>getAs("unreadableScores")).isEqualTo(1);
    assertThat(number(row, "finalBudget")).isEqualByComparingTo("100");
    assertThat(number(row, "actualExpenditure")).isEqualByComparingTo("180");
    // Only forms with both amounts: 90/100, not 180/100.
    assertThat(number(row, "executionRate")).isEqualByComparingTo("90");
    assertThat(number(row, "scoreMean")).isEqualByComparingTo("80");
    assertThat(map(row, "executionBands")).isEqualTo(Map.of("[90,100)", 1L, "unknown", 1L));
  }

  @Test
  void cancelledProjectsStandApart() {
    form("甲", "100", "100", "100", "100");
    form("立功竞赛", "50", "0", "0", "0");
    Row row = departments().get(0);
    assertThat(row.<Long>getAs("forms")).isEqualTo(2);
    assertThat(row.<Long>getAs("cancelledForms")).isEqualTo(1);
    assertThat(number(row, "originalBudget")).isEqualByComparingTo("150");
    assertThat(number(row, "scoreMean")).isEqualByComparingTo("100");
    assertThat(number(row, "fullMarkShare")).isEqualByComparingTo("1");
    assertThat(map(row, "grades")).isEqualTo(Map.of("优", 1L));
  }

  @Test
  void nothingIsDividedByZero() {
    form("甲", "0", "0", "0", "60");
    Row row = departments().get(0);
    assertThat(number(row, "executionRate")).isNull();
    assertThat(number(row, "scoreBudgetWeightedMean")).isNull();
    assertThat(map(row, "executionBands")).isEqualTo(Map.of("noBudget", 1L));
    assertThat(map(row, "grades")).isEqualTo(Map.of("中", 1L));
  }

  @Test
  void gradesByWhatTheAuditsSay() {
    form("甲", "1", "1", "1", "90");
    form("乙", "1", "1", "1", "59.99");
    best = 95;
    Row row = departments().get(0);
    assertThat(map(row, "grades")).isEqualTo(Map.of("良", 1L, "差", 1L));
  }

  @Test
  void departmentsAgenciesAndYearsEachHaveTheirRow() {
    form("甲", "1", "1", "1", "90");
    for (String[] change :
        List.of(
            new String[] {"year", "2021"},
            new String[] {"supervisingDepartment", "财政局"},
            new String[] {"implementingAgency", "信息中心"},
            // The same department, printed otherwise.
            new String[] {"supervisingDepartment", "上海市闵行区行政服务中心（汇 总）"})) {
      ObjectNode json = SampleForms.transcripts().get(0);
      json.put("projectName", "乙" + change[1]).put(change[0], change[1]);
      add(json);
    }
    assertThat(departments())
        .extracting(row -> row.<Long>getAs("forms"))
        .containsExactlyInAnyOrder(3L, 1L, 1L);
    assertThat(agencies())
        .extracting(row -> row.<Long>getAs("forms"))
        .containsExactlyInAnyOrder(2L, 1L, 1L, 1L);
  }

  @Test
  void findingsByRuleAndSeverity() {
    AcceptedForm one = form("甲", "1", "1", "1", "90");
    finding(one, "ScoreMissing", Severity.ERROR, "indicators[0].score");
    finding(one, "ScoreMissing", Severity.ERROR, "indicators[1].score");
    finding(one, "TooFewIndicators", Severity.NOTE, "indicators");
    form("乙", "1", "1", "1", "90");
    Row row = departments().get(0);
    assertThat(map(row, "findingsBySeverity")).isEqualTo(Map.of("ERROR", 2L, "NOTE", 1L));
    assertThat(map(row, "findingsByRule"))
        .isEqualTo(Map.of("ScoreMissing", 2L, "TooFewIndicators", 1L));
  }

  @Test
  void whatBelongsToNoFormCountsNowhere() {
    form("甲", "1", "1", "1", "90");
    findings.add(statistics -> statistics.add("", "ListedWithoutForm", Severity.DOUBT, ""));
    Row row = departments().get(0);
    assertThat(map(row, "findingsByRule")).isEmpty();
  }

  @Test
  void indicatorsByCategoryAndAspect() {
    ObjectNode json = SampleForms.transcripts().get(0);
    ObjectNode first = (ObjectNode) json.path("indicators").get(0);
    String category = first.path("category").asText();
    String aspect = first.path("aspect").asText();
    first.put("score", "4");
    ObjectNode second = (ObjectNode) json.path("indicators").get(1);
    assertThat(second.path("aspect").asText()).isEqualTo(aspect);
    AcceptedForm form = add(json);
    finding(form, "ScoreMissing", Severity.ERROR, "indicators[0].score");
    finding(form, "ScoreMissing", Severity.ERROR, "indicators[11].score");
    List<Row> rows = columns(statistics().indicators(), StatisticSchemas.INDICATOR);
    assertThat(rows.stream().mapToLong(row -> row.<Long>getAs("indicators")).sum()).isEqualTo(12);
    Row row =
        rows.stream()
            .filter(one -> aspect.equals(one.getAs("aspect")))
            .filter(one -> category.equals(one.getAs("category")))
            .findFirst()
            .orElseThrow();
    assertThat(row.<Long>getAs("indicators")).isEqualTo(2);
    assertThat(number(row, "maxScore")).isEqualByComparingTo("20");
    assertThat(number(row, "score")).isEqualByComparingTo("14");
    assertThat(number(row, "scoreRate")).isEqualByComparingTo("70");
    assertThat(number(row, "fullMarkShare")).isEqualByComparingTo("0.5");
    assertThat(row.<Long>getAs("findings")).isEqualTo(1);
  }
}
