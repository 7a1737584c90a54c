package org.jihe.table;

import static org.jihe.table.Schemas.DECIMAL;
import static org.jihe.table.Schemas.column;
import static org.jihe.table.Schemas.struct;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The schemas of the statistics. Amounts are yuan, rates percent, scores points, shares 0 to 1. */
public final class StatisticSchemas {

  private static final DataType COUNT = DataTypes.LongType;
  private static final DataType COUNTS =
      DataTypes.createMapType(DataTypes.StringType, DataTypes.LongType, true);
  private static final DataType AMOUNTS =
      DataTypes.createMapType(DataTypes.StringType, DECIMAL, true);

  private static final DataType NUMBER = DataTypes.DoubleType;

  /** A share, what it is of, its 95 % interval, and how it differs from that of the year before. */
  private static final StructType SHARE =
      struct(
          column("hits", COUNT),
          column("n", COUNT),
          column("value", NUMBER),
          column("lower95", NUMBER),
          column("upper95", NUMBER),
          column("change", NUMBER),
          column("changeLower95", NUMBER),
          column("changeUpper95", NUMBER));

  /** A difference from the year before with its 95 % interval. */
  private static final StructType CHANGE =
      struct(column("value", NUMBER), column("lower95", NUMBER), column("upper95", NUMBER));

  /**
   * Tables {@code department_statistics}, one row a department and year, and {@code
   * agency_statistics}, one row an agency of it. A department of several agencies names none.
   */
  public static final StructType DEPARTMENT =
      struct(
          column("dossier", DataTypes.StringType),
          column("supervisingDepartment", DataTypes.StringType),
          column("implementingAgency", DataTypes.StringType),
          column("year", DataTypes.IntegerType),
          column("forms", COUNT),
          column("cancelledForms", COUNT),
          column("unreadableAmounts", COUNT),
          column("unreadableScores", COUNT),
          column("indicators", COUNT),
          column("originalBudget", DECIMAL),
          column("finalBudget", DECIMAL),
          column("actualExpenditure", DECIMAL),
          column("executionRate", DECIMAL),
          column("executionBands", COUNTS),
          column("scoreMean", DECIMAL),
          column("scoreMedian", DECIMAL),
          column("scoreBudgetWeightedMean", DECIMAL),
          column("grades", COUNTS),
          column("gradeMoney", AMOUNTS),
          column("fullMarkShare", DECIMAL),
          column("findingsBySeverity", COUNTS),
          column("findingsByRule", COUNTS));

  /** Table {@code indicator_statistics}: the same per indicator category and aspect. */
  public static final StructType INDICATOR =
      struct(
          column("dossier", DataTypes.StringType),
          column("supervisingDepartment", DataTypes.StringType),
          column("implementingAgency", DataTypes.StringType),
          column("year", DataTypes.IntegerType),
          column("category", DataTypes.StringType),
          column("aspect", DataTypes.StringType),
          column("indicators", COUNT),
          column("unreadableScores", COUNT),
          column("maxScore", DECIMAL),
          column("score", DECIMAL),
          column("scoreRate", DECIMAL),
          column("fullMarkShare", DECIMAL),
          column("findings", COUNT));

  /**
   * Table {@code form_measures}: one row a form on a project, with what it adds to every figure.
   * Whoever adds them up otherwise begins here.
   */
  public static final StructType FORM_MEASURES =
      struct(
          column("dossier", DataTypes.StringType),
          column("formId", DataTypes.StringType),
          column("departmentKey", DataTypes.StringType),
          column("department", DataTypes.StringType),
          column("agencyKey", DataTypes.StringType),
          column("agency", DataTypes.StringType),
          column("departmentGroup", DataTypes.StringType),
          column("departmentKind", DataTypes.StringType),
          column("year", DataTypes.IntegerType),
          column("project", DataTypes.StringType),
          column("jurisdiction", DataTypes.StringType),
          column("projectKind", DataTypes.StringType),
          column("sizeClass", DataTypes.StringType),
          column("cancelled", DataTypes.BooleanType),
          column("suspectAmounts", DataTypes.BooleanType),
          column("originalBudget", DECIMAL),
          column("finalBudget", DECIMAL),
          column("actualExpenditure", DECIMAL),
          column("score", DECIMAL),
          column("grade", DataTypes.StringType),
          column("topGrade", DataTypes.BooleanType),
          column("claimed", DECIMAL),
          column("supported", DECIMAL),
          column("indicators", COUNT),
          column("fullIndicators", COUNT),
          column("blankActuals", COUNT),
          column("targetsRead", COUNT),
          column("qualitativeTargets", COUNT),
          column("lostPoints", COUNT),
          column("unexplainedLosses", COUNT),
          column("bothObjectives", DataTypes.BooleanType),
          column("copiedObjective", DataTypes.BooleanType),
          column("costIndicator", DataTypes.BooleanType),
          column("errors", COUNT),
          column("doubts", COUNT),
          column("notes", COUNT),
          column("guesses", COUNT),
          column("quantityName", DataTypes.StringType),
          column("quantity", DECIMAL),
          column(
              "scoredIndicators",
              DataTypes.createArrayType(
                  struct(
                      column("likeness", DataTypes.LongType),
                      column("row", DataTypes.IntegerType),
                      column("share", DataTypes.DoubleType)),
                  true)),
          column("findingsByRule", COUNTS));

  /**
   * Table {@code comparison}: one row a department, year and measure. The limits are those of
   * chance alone; behind all others stand those that allow for what departments differ in anyway.
   */
  public static final StructType COMPARISON =
      struct(
          column("year", DataTypes.IntegerType),
          column("department", DataTypes.StringType),
          column("measure", DataTypes.StringType),
          column("n", COUNT),
          column("value", NUMBER),
          column("lower95", NUMBER),
          column("upper95", NUMBER),
          column("districtValue", NUMBER),
          column("limitLower95", NUMBER),
          column("limitUpper95", NUMBER),
          column("limitLower998", NUMBER),
          column("limitUpper998", NUMBER),
          column("z", NUMBER),
          column("zAdjusted", NUMBER),
          column("pAdjusted", NUMBER),
          column("verdict", DataTypes.StringType),
          column("rank", DataTypes.IntegerType),
          column("rankLower", DataTypes.IntegerType),
          column("rankUpper", DataTypes.IntegerType),
          column("ranked", DataTypes.IntegerType),
          column("adjustedLower95", NUMBER),
          column("adjustedUpper95", NUMBER),
          column("adjustedLower998", NUMBER),
          column("adjustedUpper998", NUMBER));

  /** Table {@code outliers}: one row a value that stands out from those of its peers. */
  public static final StructType OUTLIERS =
      struct(
          column("formId", DataTypes.StringType),
          column("department", DataTypes.StringType),
          column("year", DataTypes.IntegerType),
          column("project", DataTypes.StringType),
          column("measure", DataTypes.StringType),
          column("peerGroup", DataTypes.StringType),
          column("peers", COUNT),
          column("value", NUMBER),
          column("median", NUMBER),
          column("mad", NUMBER),
          column("robustZ", NUMBER),
          column("fence", NUMBER),
          column("pAdjusted", NUMBER),
          column("sentence", DataTypes.StringType),
          column("subject", DataTypes.StringType),
          column("far", DataTypes.BooleanType));

  /**
   * Table {@code form_texts}: one row a text that is long enough to be copied, with the MinHash
   * signature by which it is held against all others. It is not published.
   */
  public static final StructType FORM_TEXTS =
      struct(
          column("dossier", DataTypes.StringType),
          column("formId", DataTypes.StringType),
          column("departmentKey", DataTypes.StringType),
          column("department", DataTypes.StringType),
          column("year", DataTypes.IntegerType),
          column("project", DataTypes.StringType),
          column("kind", DataTypes.StringType),
          column("subject", DataTypes.StringType),
          column("text", DataTypes.StringType),
          column("sketch", DataTypes.BinaryType));

  /**
   * Table {@code copied_texts}: one row a text that several departments or years have in common.
   */
  public static final StructType COPIED_TEXTS =
      struct(
          column("kind", DataTypes.StringType),
          column("identical", DataTypes.BooleanType),
          column("similarity", NUMBER),
          column("common", DataTypes.BooleanType),
          column("forms", COUNT),
          column("departments", COUNT),
          column("firstYear", DataTypes.IntegerType),
          column("lastYear", DataTypes.IntegerType),
          column("text", DataTypes.StringType),
          column("sentence", DataTypes.StringType),
          column(
              "places",
              DataTypes.createArrayType(
                  struct(
                      column("formId", DataTypes.StringType),
                      column("dossier", DataTypes.StringType),
                      column("department", DataTypes.StringType),
                      column("year", DataTypes.IntegerType),
                      column("project", DataTypes.StringType),
                      column("subject", DataTypes.StringType)),
                  true)));

  /**
   * Table {@code rollup_statistics}: the same figures for every agency, department, group of
   * departments, jurisdiction, kind of project and size class, and for all together, a year each.
   */
  public static final StructType ROLLUP =
      struct(
          column("level", DataTypes.StringType),
          column("name", DataTypes.StringType),
          column("within", DataTypes.StringType),
          column("year", DataTypes.IntegerType),
          column("forms", COUNT),
          column("cancelledForms", COUNT),
          column("unknownAmounts", COUNT),
          column("suspectAmounts", COUNT),
          column("guessedForms", COUNT),
          column("originalBudget", DECIMAL),
          column("finalBudget", DECIMAL),
          column("actualExpenditure", DECIMAL),
          column("robustFinalBudget", DECIMAL),
          column("robustActualExpenditure", DECIMAL),
          column("executionRate", NUMBER),
          column("executionLower95", NUMBER),
          column("executionUpper95", NUMBER),
          column("scores", COUNT),
          column("scoreMean", NUMBER),
          column("scoreBudgetWeightedMean", NUMBER),
          column("scoreQuartile1", NUMBER),
          column("scoreMedian", NUMBER),
          column("scoreQuartile3", NUMBER),
          column("scoreDistinct", COUNT),
          column("scoreCompression", NUMBER),
          column("inflation", NUMBER),
          column("inflationForms", COUNT),
          column("overclaimedPoints", NUMBER),
          column("overclaimedMoney", NUMBER),
          column("grades", COUNTS),
          column("gradeMoney", AMOUNTS),
          column("errors", COUNT),
          column("doubts", COUNT),
          column("notes", COUNT),
          column("shares", DataTypes.createMapType(DataTypes.StringType, SHARE, true)),
          column("executionChange", CHANGE),
          column("scoreChange", CHANGE),
          column("listedForms", COUNT),
          column("listedReceived", COUNT),
          column("listedMoney", DECIMAL),
          column("listedMoneyReceived", DECIMAL),
          column("findingsByRule", COUNTS));

  /**
   * Table {@code attention}: one row a form in which a rule found anything, with a term for each
   * such rule. The amount is the largest of the total row; where the form has none it is the median
   * of all projects, and marked so.
   */
  public static final StructType ATTENTION =
      struct(
          column("dossier", DataTypes.StringType),
          column("formId", DataTypes.StringType),
          column("projectName", DataTypes.StringType),
          column("supervisingDepartment", DataTypes.StringType),
          column("year", DataTypes.IntegerType),
          column("jurisdiction", DataTypes.StringType),
          column(
              "terms",
              DataTypes.createArrayType(
                  struct(
                      column("ruleId", DataTypes.StringType),
                      column("weight", DECIMAL),
                      column("confidence", DECIMAL),
                      column("subject", DataTypes.StringType)),
                  true)),
          column("points", DECIMAL),
          column("amount", DECIMAL),
          column("amountIsMedian", DataTypes.BooleanType),
          column("priority", DECIMAL));

  private StatisticSchemas() {}
}
