package org.jihe.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.jihe.finding.ScoreAudit;
import org.jihe.finding.ScoreAudit.Basis;
import org.jihe.finding.ScoreAudit.Line;
import org.jihe.form.FormFields;
import org.jihe.form.FormKind;
import org.jihe.form.FormPath;
import org.jspecify.annotations.Nullable;

/** Score audits to rows of {@link Schemas#SCORE_AUDIT} and back. */
public final class ScoreAuditCodec {

  private ScoreAuditCodec() {}

  /** The row of the audit of a form that evaluates a kind of thing. */
  public static InternalRow toRow(
      String dossier, @Nullable String projectName, ScoreAudit audit, FormKind kind) {
    Line total = audit.total();
    @Nullable Object[] lines = new Object[audit.lines().size()];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = lineRow(audit.lines().get(i));
    }
    return Internal.row(
        Internal.word(dossier),
        Internal.text(audit.formId()),
        Internal.text(projectName),
        Internal.word(audit.jurisdiction()),
        Internal.word(audit.grade()),
        Internal.points(total.maxScore()),
        Internal.points(total.claimed()),
        Internal.points(total.low()),
        Internal.points(total.high()),
        Internal.points(total.overClaimed()),
        Internal.points(audit.linesOverClaimed()),
        Internal.text(total.arithmetic()),
        new GenericArrayData(lines),
        Internal.word(kind.key()));
  }

  private static InternalRow lineRow(Line line) {
    return Internal.row(
        Internal.word(line.subject()),
        Internal.text(line.name()),
        Internal.word(line.basis().name()),
        Internal.points(line.maxScore()),
        Internal.points(line.claimed()),
        Internal.points(line.low()),
        Internal.points(line.high()),
        Internal.points(line.overClaimed()),
        Internal.text(line.arithmetic()));
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
        line(row, FormPath.total(FormFields.TOTAL_SCORE).toString(), "", Basis.TOTAL),
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
        new ScoreAudit.Range(Decimals.plain(row.getAs("low")), Decimals.plain(row.getAs("high"))),
        over == null ? BigDecimal.ZERO : over,
        row.getAs("arithmetic"));
  }
}
