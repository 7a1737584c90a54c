package org.jihe.table;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jihe.finding.Finding;
import org.jihe.finding.Severity;
import org.jspecify.annotations.Nullable;

/** Findings to rows of {@link Schemas#FINDINGS} and back. */
public final class FindingCodec {

  private FindingCodec() {}

  /** The row of a finding. */
  public static Row toRow(String dossier, @Nullable String projectName, Finding finding) {
    return RowFactory.create(
        dossier,
        finding.formId(),
        projectName,
        finding.ruleId(),
        finding.ruleSetFingerprint(),
        finding.severity().name(),
        finding.subject(),
        CellCodec.toRow(finding.cell()),
        finding.reported(),
        finding.expected(),
        FormCodec.decimal(finding.difference()),
        SparkMaps.of(finding.arguments()),
        finding.fingerprint(),
        finding.related().toArray(String[]::new),
        finding.waived());
  }

  /** The finding of a row. */
  public static Finding fromRow(Row row) {
    Map<String, String> arguments = row.getJavaMap(row.fieldIndex("arguments"));
    return new Finding(
        row.getAs("formId"),
        new Finding.Rule(
            row.getAs("ruleId"),
            row.getAs("ruleSetFingerprint"),
            Severity.valueOf(row.getAs("severity"))),
        new Finding.Place(row.getAs("subject"), CellCodec.fromRow(row.getAs("cell"))),
        new Finding.Values(
            row.getAs("reported"), row.getAs("expected"), Decimals.plain(row.getAs("difference"))),
        arguments,
        row.getAs("fingerprint"),
        related(row),
        row.getAs("waived"));
  }

  private static List<String> related(Row row) {
    List<String> ids = row.getList(row.fieldIndex("related"));
    return ids == null ? List.of() : ids;
  }
}
