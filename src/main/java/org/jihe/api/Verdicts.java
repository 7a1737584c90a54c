package org.jihe.api;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jihe.finding.Finding;
import org.jihe.finding.Outcome;
import org.jihe.finding.ScoreAudit;
import org.jihe.review.YearCheck;
import org.jihe.table.AcceptedForm;
import org.jihe.table.FindingCodec;
import org.jihe.table.OutcomeCodec;
import org.jihe.table.Schemas;
import org.jihe.table.ScoreAuditCodec;
import org.jspecify.annotations.Nullable;
import scala.Function1;

/** What comes of the check of one department and year, as rows that hold one thing each. */
final class Verdicts implements YearCheck.Sink {

  static final String FINDING = "finding";
  static final String OUTCOME = "outcome";
  static final String AUDIT = "audit";

  /** One of the three columns of a row is not null. */
  static final StructType SCHEMA =
      DataTypes.createStructType(
          List.of(
              DataTypes.createStructField(FINDING, Schemas.FINDINGS, true),
              DataTypes.createStructField(OUTCOME, Schemas.OUTCOMES, true),
              DataTypes.createStructField(AUDIT, Schemas.SCORE_AUDIT, true)));

  private final Function1<Object, Object> outcomeRow =
      CatalystTypeConverters.createToScalaConverter(Schemas.OUTCOMES);
  private final Function1<Object, Object> auditRow =
      CatalystTypeConverters.createToScalaConverter(Schemas.SCORE_AUDIT);
  private final String dossier;
  private final List<Row> rows = new ArrayList<>();

  Verdicts(String dossier) {
    this.dossier = dossier;
  }

  List<Row> rows() {
    return rows;
  }

  @Override
  public void finding(@Nullable String project, Finding finding) {
    rows.add(RowFactory.create(FindingCodec.toRow(dossier, project, finding), null, null));
  }

  @Override
  public void outcomes(String formId, List<Outcome> all) {
    InternalRow row = OutcomeCodec.toRow(dossier, formId, all);
    rows.add(RowFactory.create(null, outcomeRow.apply(row), null));
  }

  @Override
  public void audit(AcceptedForm form, ScoreAudit audit) {
    InternalRow row =
        ScoreAuditCodec.toRow(
            dossier, form.form().projectName().printed(), audit, form.form().kind());
    rows.add(RowFactory.create(null, null, auditRow.apply(row)));
  }
}
