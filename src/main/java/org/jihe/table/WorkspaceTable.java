package org.jihe.table;

import org.apache.spark.sql.types.StructType;

/** The tables of a workspace. A part of a table is replaced at a time: all rows of some keys. */
public enum WorkspaceTable {
  SOURCES("sources", "input"),
  QUARANTINE("quarantine", "input"),
  FORMS("forms", "dossier"),
  FINDINGS("findings", "dossier"),
  OUTCOMES("outcomes", "dossier"),
  DEPARTMENT_STATISTICS("department_statistics", "dossier"),
  INDICATOR_STATISTICS("indicator_statistics", "dossier");

  private final String tableName;
  private final String key;

  WorkspaceTable(String tableName, String key) {
    this.tableName = tableName;
    this.key = key;
  }

  /** The table's name in the catalog and in the outputs. */
  public String tableName() {
    return tableName;
  }

  /** Column by which parts of the table are replaced; the table is partitioned by it. */
  public String key() {
    return key;
  }

  /** The table's columns. */
  public StructType schema() {
    return switch (this) {
      case SOURCES -> Schemas.SOURCES;
      case QUARANTINE -> Schemas.QUARANTINE;
      case FORMS -> Schemas.FORMS;
      case FINDINGS -> Schemas.FINDINGS;
      case OUTCOMES -> Schemas.OUTCOMES;
      case DEPARTMENT_STATISTICS -> StatisticSchemas.DEPARTMENT;
      case INDICATOR_STATISTICS -> StatisticSchemas.INDICATOR;
    };
  }
}
