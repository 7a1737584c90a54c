package org.jihe.publish.database;

import static org.jihe.publish.database.ColumnType.BOOLEAN;
import static org.jihe.publish.database.ColumnType.COUNT;
import static org.jihe.publish.database.ColumnType.INTEGER;
import static org.jihe.publish.database.ColumnType.NUMBER;
import static org.jihe.publish.database.ColumnType.REAL;
import static org.jihe.publish.database.ColumnType.TEXT;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Facts that are figures of many forms, and what a comparison says of them. */
final class StatisticTables {

  private static final String ROLLUP = "rollup_statistics";

  /**
   * A row with the department that it is of.
   *
   * @param departmentKey null where it is of none, or of one that no form is of
   */
  record OfDepartment(Row row, @Nullable String departmentKey) {

    private @Nullable Object at(String column) {
      return row.getAs(column);
    }
  }

  /**
   * A part of a row: what stands in a map under a name.
   *
   * @param share what a share is made of; null for others
   * @param count how many; null for others
   * @param money how much; null where nothing is known
   */
  record Part(
      OfDepartment of,
      String name,
      @Nullable Row share,
      @Nullable Object count,
      @Nullable Object money) {

    private @Nullable Object share(String column) {
      return share == null ? null : share.getAs(column);
    }
  }

  static final StarTable<OfDepartment> STATISTICS = statistics();

  static final StarTable<Part> SHARE =
      level(
              new StarTable<Part>("fact_share", "各层级的比例及其95%区间：每个层级、年度、度量一行", ROLLUP + ".shares"),
              Part::of)
          .with("measure", TEXT, "measure", Part::name)
          .with("hits", COUNT, "hits", part -> part.share("hits"))
          .with("n", COUNT, "n", part -> part.share("n"))
          .with("value", REAL, "value", part -> part.share("value"))
          .saying("lower95", REAL, "95%下限（0到1的比例）", part -> part.share("lower95"))
          .saying("upper95", REAL, "95%上限（0到1的比例）", part -> part.share("upper95"))
          .with("change", REAL, "change", part -> part.share("change"))
          .with("change_lower95", REAL, "changeLower95", part -> part.share("changeLower95"))
          .with("change_upper95", REAL, "changeUpper95", part -> part.share("changeUpper95"));

  static final StarTable<Part> GRADE =
      level(new StarTable<Part>("fact_grade", "各层级的等级分布：每个层级、年度、等级一行", ROLLUP), Part::of)
          .with("grade", TEXT, "grade", Part::name)
          .with("forms", COUNT, "forms", Part::count)
          .saying("actual_expenditure", NUMBER, "该等级的执行数（元）", Part::money);

  static final StarTable<OfDepartment> COVERAGE =
      all(
              level(
                  new StarTable<OfDepartment>(
                      "fact_coverage", "报送情况：应报项目中已收到自评表的，每个层级、年度一行", ROLLUP),
                  Function.identity()),
              COUNT,
              "listedForms",
              "listedReceived")
          .with("listed_money", NUMBER, "listedMoney", row -> row.at("listedMoney"))
          .with(
              "listed_money_received",
              NUMBER,
              "listedMoneyReceived",
              row -> row.at("listedMoneyReceived"));

  static final StarTable<OfDepartment> COMPARISON = comparison();

  static final StarTable<OfDepartment> OUTLIER =
      new StarTable<OfDepartment>("fact_outlier", "异常值：一行一个与同类相差很大的值", "outliers")
          .with("form_id", TEXT, "formId", row -> row.at("formId"))
          .with("department_key", TEXT, "departmentKey", OfDepartment::departmentKey)
          .with("department", TEXT, "department", row -> row.at("department"))
          .with("year", INTEGER, "year", row -> row.at("year"))
          .with("project", TEXT, "project", row -> row.at("project"))
          .with("measure", TEXT, "measure", row -> row.at("measure"))
          .with("peer_group", TEXT, "peerGroup", row -> row.at("peerGroup"))
          .with("peers", COUNT, "peers", row -> row.at("peers"))
          .with("value", REAL, "value", row -> row.at("value"))
          .with("median", REAL, "median", row -> row.at("median"))
          .with("mad", REAL, "mad", row -> row.at("mad"))
          .with("robust_z", REAL, "robustZ", row -> row.at("robustZ"))
          .with("fence", REAL, "fence", row -> row.at("fence"))
          .with("p_adjusted", REAL, "pAdjusted", row -> row.at("pAdjusted"))
          .with("sentence", TEXT, "sentence", row -> row.at("sentence"))
          .with("subject", TEXT, "subject", row -> row.at("subject"))
          .with("far", BOOLEAN, "far", row -> row.at("far"));

  static final StarTable<OfDepartment> INDICATOR =
      new StarTable<OfDepartment>(
              "fact_indicator_statistics", "指标统计：每个实施单位、年度按一级、二级指标一行", "indicator_statistics")
          .with("dossier", TEXT, "dossier", row -> row.at("dossier"))
          .with("department_key", TEXT, "departmentKey", OfDepartment::departmentKey)
          .with("agency", TEXT, "agency", row -> row.at("implementingAgency"))
          .with("year", INTEGER, "year", row -> row.at("year"))
          .saying(
              "indicator_kind_key",
              TEXT,
              "指标类别的识别名：一级指标、斜线、二级指标",
              row -> Keys.of(word(row.at("category")), word(row.at("aspect"))))
          .with("indicators", COUNT, "indicators", row -> row.at("indicators"))
          .with("unreadable_scores", COUNT, "unreadableScores", row -> row.at("unreadableScores"))
          .with("max_score", NUMBER, "maxScore", row -> row.at("maxScore"))
          .with("score", NUMBER, "score", row -> row.at("score"))
          .saying(
              "score_rate",
              NUMBER,
              "得分率：得分÷分值（0到1的比例）",
              row -> row.at("scoreRate") instanceof BigDecimal rate ? rate.movePointLeft(2) : null)
          .with("full_mark_share", NUMBER, "fullMarkShare", row -> row.at("fullMarkShare"))
          .with("findings", COUNT, "findings", row -> row.at("findings"));

  private StatisticTables() {}

  /** The text; empty where there is none. */
  static String word(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static <T> StarTable<T> level(StarTable<T> table, Function<T, OfDepartment> of) {
    return table
        .saying(
            "level",
            TEXT,
            "层级：agency实施单位、department主管部门、departmentGroup部门组、departmentKind部门类别、"
                + "jurisdiction口径、projectKind项目类型、sizeClass规模、district全区",
            row -> of.apply(row).at("level"))
        .with("name", TEXT, "name", row -> of.apply(row).at("name"))
        .with("within", TEXT, "within", row -> of.apply(row).at("within"))
        .with("department_key", TEXT, "departmentKey", row -> of.apply(row).departmentKey())
        .with("year", INTEGER, "year", row -> of.apply(row).at("year"));
  }

  private static StarTable<OfDepartment> statistics() {
    StarTable<OfDepartment> table =
        level(
            new StarTable<OfDepartment>("fact_statistics", "统计：每个层级、年度一行", ROLLUP),
            Function.identity());
    all(
        table,
        COUNT,
        "forms",
        "cancelledForms",
        "unknownAmounts",
        "suspectAmounts",
        "guessedForms");
    all(
        table,
        NUMBER,
        "originalBudget",
        "finalBudget",
        "actualExpenditure",
        "robustFinalBudget",
        "robustActualExpenditure");
    all(table, REAL, "executionRate", "executionLower95", "executionUpper95");
    all(table, COUNT, "scores");
    all(
        table,
        REAL,
        "scoreMean",
        "scoreBudgetWeightedMean",
        "scoreQuartile1",
        "scoreMedian",
        "scoreQuartile3",
        "scoreCompression",
        "inflation",
        "overclaimedPoints",
        "overclaimedMoney");
    return all(table, COUNT, "scoreDistinct", "inflationForms", "errors", "doubts", "notes");
  }

  private static StarTable<OfDepartment> comparison() {
    StarTable<OfDepartment> table =
        new StarTable<>("fact_comparison", "部门比较：一行一个部门、年度、度量，带漏斗图界限", "comparison");
    all(table, INTEGER, "year");
    table.with("department_key", TEXT, "departmentKey", OfDepartment::departmentKey);
    all(table, TEXT, "department", "measure");
    all(table, COUNT, "n");
    all(
        table,
        REAL,
        "value",
        "lower95",
        "upper95",
        "districtValue",
        "limitLower95",
        "limitUpper95",
        "limitLower998",
        "limitUpper998",
        "z",
        "zAdjusted",
        "pAdjusted");
    all(table, TEXT, "verdict");
    all(table, INTEGER, "rank", "rankLower", "rankUpper", "ranked");
    return all(
        table, REAL, "adjustedLower95", "adjustedUpper95", "adjustedLower998", "adjustedUpper998");
  }

  /** Columns that are called the same, as SQL writes names. */
  private static StarTable<OfDepartment> all(
      StarTable<OfDepartment> table, ColumnType type, String... columns) {
    for (String column : List.of(columns)) {
      String name = column.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
      table.with(name, type, column, row -> row.at(column));
    }
    return table;
  }
}
