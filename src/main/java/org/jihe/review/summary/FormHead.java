package org.jihe.review.summary;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import org.apache.spark.sql.Row;
import org.jihe.form.FormKind;
import org.jihe.form.FundingRow;
import org.jihe.form.SelfEvaluation;
import org.jihe.layout.CellNote;
import org.jihe.layout.Position;
import org.jihe.table.AcceptedForm;
import org.jihe.table.Decimals;
import org.jihe.table.FormCodec;
import org.jihe.table.Schemas;
import org.jihe.table.VersionCodec;
import org.jspecify.annotations.Nullable;

/**
 * What the summary says of a form in force, besides its findings.
 *
 * @param dossier key of its department and year
 * @param guesses how many guesses were made while reading it
 * @param kind what it evaluates
 * @param printedHash digest of what it prints
 * @param confirmed how many of its readings a person has confirmed
 * @param corrected how many of them a person has corrected
 */
record FormHead(
    String formId,
    String dossier,
    @Nullable String project,
    @Nullable String department,
    @Nullable String agency,
    String file,
    Position origin,
    @Nullable BigDecimal originalBudget,
    @Nullable BigDecimal finalBudget,
    @Nullable BigDecimal expenditure,
    @Nullable BigDecimal score,
    double confidence,
    int guesses,
    FormKind kind,
    String printedHash,
    int confirmed,
    int corrected)
    implements Serializable {

  /** The columns of {@code forms} that it is made of. */
  static final List<String> COLUMNS =
      List.of(
          "formId",
          "dossier",
          "file",
          "origin",
          "projectName.printed",
          "supervisingDepartment.printed",
          "implementingAgency.printed",
          "funding.element.originalBudget.value",
          "funding.element.finalBudget.value",
          "funding.element.actualExpenditure.value",
          "total.score.value",
          "recovery.confidence",
          "recovery.guesses.element.subject",
          Schemas.FORM_KIND,
          "printedHash",
          Schemas.CONFIRMED + ".element.value");

  /** The head of a row that has these columns. */
  static FormHead of(Row row) {
    Row project = row.getAs("projectName");
    List<Row> funding = row.getList(row.fieldIndex("funding"));
    Row sum = funding.get(0);
    Row recovery = row.getAs("recovery");
    return new FormHead(
        row.getAs("formId"),
        row.getAs("dossier"),
        project.getAs("printed"),
        row.<Row>getAs("supervisingDepartment").getAs("printed"),
        row.<Row>getAs("implementingAgency").getAs("printed"),
        row.getAs("file"),
        VersionCodec.origin(row),
        value(sum.getAs("originalBudget")),
        value(sum.getAs("finalBudget")),
        value(sum.getAs("actualExpenditure")),
        value(row.<Row>getAs("total").getAs("score")),
        recovery.<Double>getAs("confidence"),
        recovery.getList(recovery.fieldIndex("guesses")).size(),
        FormCodec.kindOf(row.getAs(Schemas.FORM_KIND)),
        row.getAs("printedHash"),
        said(row, true),
        said(row, false));
  }

  /** The head of a form. */
  static FormHead of(AcceptedForm accepted) {
    SelfEvaluation form = accepted.form();
    FundingRow sum = form.funding().total();
    return new FormHead(
        accepted.formId(),
        accepted.dossier(),
        form.projectName().printed(),
        form.supervisingDepartment().printed(),
        form.implementingAgency().printed(),
        form.origin().file(),
        form.origin(),
        Decimals.asStored(sum.originalBudget().value()),
        Decimals.asStored(sum.finalBudget().value()),
        Decimals.asStored(sum.actualExpenditure().value()),
        Decimals.asStored(form.total().score().value()),
        form.recovery().confidence(),
        form.recovery().guesses().size(),
        form.kind(),
        accepted.printedHash(),
        said(form, CellNote.Kind.CONFIRMED),
        said(form, CellNote.Kind.CORRECTED));
  }

  private static int said(SelfEvaluation form, CellNote.Kind kind) {
    return (int) form.notes().stream().filter(note -> note.kind() == kind).count();
  }

  /** How many readings were confirmed, or else corrected, which have a value. */
  private static int said(Row row, boolean confirmed) {
    int at = row.fieldIndex(Schemas.CONFIRMED);
    List<Row> readings = row.isNullAt(at) ? List.of() : row.getList(at);
    return (int) readings.stream().filter(one -> (one.getAs("value") == null) == confirmed).count();
  }

  private static @Nullable BigDecimal value(Row number) {
    return Decimals.plain(number.getAs("value"));
  }
}
