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
  SOURCES("sources", "input", Extent.SHORT, Schemas.SOURCES),
  QUARANTINE("quarantine", "input", Extent.SHORT, Schemas.QUARANTINE),
  QUARANTINE_DECISIONS("quarantine_decisions", "file", Extent.SHORT, Schemas.QUARANTINE_DECISIONS),
  FORM_COPIES("form_copies", "input", Extent.SHORT, Schemas.FORM_COPIES),
  FORMS("forms", "dossier", Extent.PARTITIONED, Schemas.FORMS),
  FORM_VERSIONS("form_versions", "dossier", Extent.PARTITIONED, Schemas.FORM_VERSIONS),
  FINDINGS("findings", "dossier", Extent.PARTITIONED, Schemas.FINDINGS),
  OUTCOMES("outcomes", "dossier", Extent.PARTITIONED, Schemas.OUTCOMES),
  SCORE_AUDIT("score_audit", "dossier", Extent.PARTITIONED, Schemas.SCORE_AUDIT),
  DEPARTMENT_STATISTICS(
      "department_statistics", "dossier", Extent.SHORT, StatisticSchemas.DEPARTMENT),
  AGENCY_STATISTICS("agency_statistics", "dossier", Extent.SHORT, StatisticSchemas.DEPARTMENT),
  INDICATOR_STATISTICS("indicator_statistics", "dossier", Extent.SHORT, StatisticSchemas.INDICATOR),
  FORM_MEASURES("form_measures", "dossier", Extent.PARTITIONED, StatisticSchemas.FORM_MEASURES),
  ROLLUP_STATISTICS("rollup_statistics", "level", Extent.SHORT, StatisticSchemas.ROLLUP),
  COMPARISON("comparison", "year", Extent.SHORT, StatisticSchemas.COMPARISON),
  OUTLIERS("outliers", "formId", Extent.SHORT, StatisticSchemas.OUTLIERS),
  FORM_TEXTS("form_texts", "dossier", Extent.PARTITIONED, StatisticSchemas.FORM_TEXTS),
  COPIED_TEXTS("copied_texts", "kind", Extent.SHORT, StatisticSchemas.COPIED_TEXTS),
  ATTENTION("attention", "dossier", Extent.PARTITIONED, StatisticSchemas.ATTENTION),
  LAYOUTS("layouts", "dossier", Extent.PARTITIONED, Schemas.LAYOUTS),
  CONFIRMATIONS("confirmations", "dossier", Extent.SHORT, Schemas.CONFIRMATIONS),
  DECISIONS("decisions", "fingerprint", Extent.SHORT, Schemas.DECISIONS),
  REPLIES("replies", "fingerprint", Extent.SHORT, Schemas.REPLIES);

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

  @SuppressWarnings("ImmutableEnumChecker") // nobody changes a schema
  private final StructType schema;

  WorkspaceTable(String tableName, String key, Extent extent, StructType schema) {
    this.tableName = tableName;
    this.key = key;
    this.extent = extent;
    this.schema = schema;
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
    return schema;
  }
}
