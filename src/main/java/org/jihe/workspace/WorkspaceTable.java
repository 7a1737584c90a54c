package org.jihe.workspace;

import org.apache.spark.sql.types.StructType;
import org.jihe.table.Schemas;
import org.jihe.table.StatisticSchemas;

/**
 * The tables of a workspace. A part of a table is replaced at a time: all rows of some keys. Tables
 * with many rows a key are partitioned by it, so that the files of other keys stay as they are; the
 * others are short and written as a whole, into one file.
 */
public enum WorkspaceTable {
  SOURCES("sources", "input", Extent.SHORT),
  QUARANTINE("quarantine", "input", Extent.SHORT),
  QUARANTINE_DECISIONS("quarantine_decisions", "file", Extent.SHORT),
  FORM_COPIES("form_copies", "input", Extent.SHORT),
  FORMS("forms", "dossier", Extent.PARTITIONED),
  FORM_VERSIONS("form_versions", "dossier", Extent.PARTITIONED),
  FINDINGS("findings", "dossier", Extent.PARTITIONED),
  OUTCOMES("outcomes", "dossier", Extent.PARTITIONED),
  SCORE_AUDIT("score_audit", "dossier", Extent.PARTITIONED),
  DEPARTMENT_STATISTICS("department_statistics", "dossier", Extent.SHORT),
  AGENCY_STATISTICS("agency_statistics", "dossier", Extent.SHORT),
  INDICATOR_STATISTICS("indicator_statistics", "dossier", Extent.SHORT),
  FORM_MEASURES("form_measures", "dossier", Extent.PARTITIONED),
  ROLLUP_STATISTICS("rollup_statistics", "level", Extent.SHORT),
  COMPARISON("comparison", "year", Extent.SHORT),
  OUTLIERS("outliers", "formId", Extent.SHORT),
  ATTENTION("attention", "dossier", Extent.PARTITIONED),
  LAYOUTS("layouts", "dossier", Extent.PARTITIONED),
  CONFIRMATIONS("confirmations", "dossier", Extent.SHORT),
  DECISIONS("decisions", "fingerprint", Extent.SHORT),
  REPLIES("replies", "fingerprint", Extent.SHORT);

  /** How much of a table is written when a part of it changes. */
  private enum Extent {
    /** The partitions of the keys. */
    PARTITIONED,
    /** All of it. */
    SHORT
  }

  private final String tableName;
  private final String key;
  private final Extent extent;

  WorkspaceTable(String tableName, String key, Extent extent) {
    this.tableName = tableName;
    this.key = key;
    this.extent = extent;
  }

  /** The table's name in the catalog and in the outputs. */
  public String tableName() {
    return tableName;
  }

  /** Column by which parts of the table are replaced. */
  public String key() {
    return key;
  }

  /** True where the table's files hold the rows of one department and year each. */
  public boolean isByDossier() {
    return isPartitioned() && key.equals("dossier");
  }

  /** True where the table's files hold the rows of one key each. */
  boolean isPartitioned() {
    return extent == Extent.PARTITIONED;
  }

  /** The table's columns. */
  public StructType schema() {
    return switch (this) {
      case SOURCES -> Schemas.SOURCES;
      case QUARANTINE -> Schemas.QUARANTINE;
      case QUARANTINE_DECISIONS -> Schemas.QUARANTINE_DECISIONS;
      case FORM_COPIES -> Schemas.FORM_COPIES;
      case FORMS -> Schemas.FORMS;
      case FORM_VERSIONS -> Schemas.FORM_VERSIONS;
      case FINDINGS -> Schemas.FINDINGS;
      case OUTCOMES -> Schemas.OUTCOMES;
      case SCORE_AUDIT -> Schemas.SCORE_AUDIT;
      case DEPARTMENT_STATISTICS, AGENCY_STATISTICS -> StatisticSchemas.DEPARTMENT;
      case FORM_MEASURES -> StatisticSchemas.FORM_MEASURES;
      case ROLLUP_STATISTICS -> StatisticSchemas.ROLLUP;
      case COMPARISON -> StatisticSchemas.COMPARISON;
      case OUTLIERS -> StatisticSchemas.OUTLIERS;
      case INDICATOR_STATISTICS -> StatisticSchemas.INDICATOR;
      case ATTENTION -> StatisticSchemas.ATTENTION;
      case LAYOUTS -> Schemas.LAYOUTS;
      case CONFIRMATIONS -> Schemas.CONFIRMATIONS;
      case DECISIONS -> Schemas.DECISIONS;
      case REPLIES -> Schemas.REPLIES;
    };
  }
}
