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

  /** Table {@code department_statistics}: one row a department, agency and year. */
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
