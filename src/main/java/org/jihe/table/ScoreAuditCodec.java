package org.jihe.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jihe.finding.ScoreAudit;
import org.jihe.finding.ScoreAudit.Basis;
import org.jihe.finding.ScoreAudit.Line;
import org.jspecify.annotations.Nullable;

/** Score audits to rows of {@link Schemas#SCORE_AUDIT} and back. */
public final class ScoreAuditCodec {

  private ScoreAuditCodec() {}

  /** The row of an audit. */
  public static Row toRow(String dossier, @Nullable String projectName, ScoreAudit audit) {
    Line total = audit.total();
    Row[] lines = audit.lines().stream().map(ScoreAuditCodec::lineRow).toArray(Row[]::new);
    return RowFactory.create(
        dossier,
        audit.formId(),
        projectName,
        audit.jurisdiction(),
        audit.grade(),
        FormCodec.decimal(total.maxScore()),
        FormCodec.decimal(total.claimed()),
        FormCodec.decimal(total.low()),
        FormCodec.decimal(total.high()),
        FormCodec.decimal(total.overClaimed()),
        FormCodec.decimal(audit.overClaimed()),
        total.arithmetic(),
        lines);
  }

  private static Row lineRow(Line line) {
    return RowFactory.create(
        line.subject(),
        line.name(),
        line.basis().name(),
        FormCodec.decimal(line.maxScore()),
        FormCodec.decimal(line.claimed()),
        FormCodec.decimal(line.low()),
        FormCodec.decimal(line.high()),
        FormCodec.decimal(line.overClaimed()),
        line.arithmetic());
  }

  /** The audit of a row. */
  public static ScoreAudit fromRow(Row row) {
    List<Line> lines = new ArrayList<>();
    for (Row line : row.<Row>getList(row.fieldIndex("lines"))) {
      lines.add(
          line(
              line, line.getAs("subject"), line.getAs("name"), Basis.valueOf(line.getAs("basis"))));
    }
    return new ScoreAudit(
        row.getAs("formId"),
        row.getAs("jurisdiction"),
        row.getAs("grade"),
        line(row, "total.score", "", Basis.TOTAL),
        lines);
  }

  private static Line line(Row row, String subject, String name, Basis basis) {
    BigDecimal over = Decimals.plain(row.getAs("overClaimed"));
    return new Line(
        subject,
        name,
        basis,
        Decimals.plain(row.getAs("maxScore")),
        Decimals.plain(row.getAs("claimed")),
        Decimals.plain(row.getAs("low")),
        Decimals.plain(row.getAs("high")),
        over == null ? BigDecimal.ZERO : over,
        row.getAs("arithmetic"));
  }
}
