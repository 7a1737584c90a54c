package org.jihe.publish.database;

import java.util.List;
import java.util.stream.Stream;

/** All tables of the star schema. */
final class StarSchema {

  /** The tables of version 1 of the schema. */
  static final List<StarTable<?>> FIRST =
      List.of(
          DimensionTables.DEPARTMENT,
          DimensionTables.AGENCY,
          DimensionTables.PROJECT,
          DimensionTables.RULE,
          DimensionTables.INDICATOR_KIND,
          DimensionTables.PERIOD,
          DimensionTables.JURISDICTION,
          FormTables.FORM,
          FormTables.FUNDING,
          FormTables.INDICATOR,
          FindingTables.FINDING,
          FindingTables.OUTCOME,
          FindingTables.SCORE_AUDIT,
          FindingTables.REPLY,
          FindingTables.DECISION,
          StatisticTables.STATISTICS,
          StatisticTables.SHARE,
          StatisticTables.GRADE,
          StatisticTables.INDICATOR,
          SourceTables.SOURCE,
          SourceTables.QUARANTINE);

  /** What version 2 has added. */
  static final List<StarTable<?>> SECOND =
      List.of(
          StatisticTables.COMPARISON,
          StatisticTables.OUTLIER,
          StatisticTables.COVERAGE,
          FindingTables.ATTENTION);

  private StarSchema() {}

  /** Every table. */
  static List<StarTable<?>> tables() {
    return Stream.concat(FIRST.stream(), SECOND.stream()).toList();
  }
}
