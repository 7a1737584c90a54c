package org.jihe.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jihe.SampleForms;
import org.jihe.finding.Decision;
import org.jihe.finding.Finding;
import org.jihe.finding.Reply;
import org.jihe.finding.Severity;
import org.jihe.form.FormKind;
import org.jihe.form.Reading;
import org.jihe.form.SelfEvaluation;
import org.jihe.layout.CellNote;
import org.jihe.layout.Position;
import org.jihe.layout.Quarantined;
import org.jihe.reading.FormReader;
import org.jihe.review.Sessions;
import org.jihe.transcript.Transcripts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records come back from the tables as they went in: through Spark and a Parquet file. */
class CodecTest {

  @TempDir private java.nio.file.Path folder;

  private int files;

  private List<Row> throughParquet(List<Row> rows, org.apache.spark.sql.types.StructType schema) {
    String file = folder.resolve("rows" + files++).toUri().toString();
    Sessions.current().createDataFrame(rows, schema).coalesce(1).write().parquet(file);
    Dataset<Row> read = Sessions.current().read().schema(schema).parquet(file);
    return read.collectAsList();
  }

  @Test
  void everyFormOfTheSample() {
    List<AcceptedForm> forms = new ArrayList<>();
    for (SelfEvaluation form : new FormReader().read(SampleForms.TEXT).get(0).forms()) {
      forms.add(AcceptedForm.of(form));
    }
    assertThat(forms).hasSize(30);
    List<Row> rows = throughParquet(forms.stream().map(FormCodec::toRow).toList(), Schemas.FORMS);
    assertThat(rows.stream().map(FormCodec::fromRow)).containsExactlyElementsOf(forms);
  }

  @Test
  void formsWithoutPositions() {
    List<AcceptedForm> forms = new ArrayList<>();
    SampleForms.transcripts()
        .forEach(json -> forms.add(AcceptedForm.of(Transcripts.fromJson("a.json", json))));
    List<Row> rows = throughParquet(forms.stream().map(FormCodec::toRow).toList(), Schemas.FORMS);
    assertThat(rows.stream().map(FormCodec::fromRow)).containsExactlyElementsOf(forms);
  }

  @Test
  void aYearThatIsNoNumber() {
    ObjectNode json = SampleForms.transcripts().iterator().next().deepCopy();
    json.put("year", "二〇二二");
    AcceptedForm form = AcceptedForm.of(Transcripts.fromJson("a.json", json));
    assertThat(form.form().year().value()).isNull();
    assertThat(
            FormCodec.fromRow(throughParquet(List.of(FormCodec.toRow(form)), Schemas.FORMS).get(0)))
        .isEqualTo(form);
  }

  @Test
  void numbersStandInTheTablesAsDecimals() {
    SelfEvaluation form = new FormReader().read(SampleForms.TEXT).get(0).forms().get(0);
    Row row = throughParquet(List.of(FormCodec.toRow(AcceptedForm.of(form))), Schemas.FORMS).get(0);
    Row total = row.<Row>getList(row.fieldIndex("funding")).get(0);
    Row spent = total.getAs("actualExpenditure");
    assertThat(spent.<String>getAs("printed")).isEqualTo("9,000");
    assertThat(spent.<BigDecimal>getAs("value")).isEqualByComparingTo("9000");
    assertThat(spent.size()).isEqualTo(2);
  }

  @Test
  void kindAndNotesComeBack() {
    SelfEvaluation form =
        new FormReader()
            .read(SampleForms.TEXT).get(0).forms().get(0).toBuilder()
                .kind(FormKind.TRANSFER_PAYMENT)
                .notes(
                    List.of(
                        new Reading.Note("total.score", CellNote.Kind.MARKUP_REMOVED, "<p>9</p>"),
                        new Reading.Note("year", CellNote.Kind.CONFIRMED, "")))
                .build();
    AcceptedForm accepted = AcceptedForm.of(form);
    Row row = throughParquet(List.of(FormCodec.toRow(accepted)), Schemas.FORMS).get(0);
    assertThat(FormCodec.fromRow(row)).isEqualTo(accepted);
    assertThat(Transcripts.fromJson("a.json", Transcripts.toJson(form)).notes())
        .isEqualTo(form.notes());
    AcceptedForm plain = AcceptedForm.of(form.toBuilder().notes(List.of()).build());
    assertThat(accepted.printedHash()).isEqualTo(plain.printedHash());
    assertThat(accepted.contentHash()).isNotEqualTo(plain.contentHash());
  }

  @Test
  void whatPeopleSayOfFindings() {
    Instant moment = Instant.parse("2026-11-30T08:00:00Z");
    Decision decision = new Decision("f", "UPHELD", "李四", moment, "属实", "run");
    Reply reply = new Reply("f", Reply.State.RECTIFIED, "已改", "王五", moment, "回复.xlsx", 7);
    assertThat(
            DecisionCodec.decision(
                throughParquet(List.of(DecisionCodec.toRow(decision)), Schemas.DECISIONS).get(0)))
        .isEqualTo(decision);
    assertThat(
            DecisionCodec.reply(
                throughParquet(List.of(DecisionCodec.toRow(reply)), Schemas.REPLIES).get(0)))
        .isEqualTo(reply);
    Confirmation confirmation =
        new Confirmation("d", "f", "total.score", null, "c", "p", "", "张三", moment, "", "run");
    assertThat(
            Confirmation.fromRow(
                throughParquet(List.of(confirmation.toRow()), Schemas.CONFIRMATIONS).get(0)))
        .isEqualTo(confirmation);
  }

  @Test
  void findings() {
    Finding bare =
        new Finding(
            "f",
            new Finding.Rule("R", "set", Severity.NOTE),
            new Finding.Place("total", null),
            new Finding.Values(null, null, null),
            Map.of(),
            "x");
    Finding full =
        new Finding(
            "f",
            new Finding.Rule("ExecutionRateMismatch", "set", Severity.ERROR),
            new Finding.Place("funding.total.executionRate", new Position("a.xlsx", 2, "表1", 7, 6)),
            new Finding.Values("88.00%", "89.06%", new BigDecimal("-1.06")),
            Map.of("rate", "88.00%", "expected", "89.06%"),
            "y");
    List<Row> rows =
        throughParquet(
            List.of(FindingCodec.toRow("d", null, bare), FindingCodec.toRow("d", "停车费", full)),
            Schemas.FINDINGS);
    assertThat(rows.stream().map(FindingCodec::fromRow)).containsExactly(bare, full);
    assertThat(rows.get(1).<String>getAs("projectName")).isEqualTo("停车费");
  }

  @Test
  void quarantine() {
    Quarantined whole = new Quarantined("a.txt", null, Quarantined.Reason.EMPTY, "", "");
    Quarantined part =
        new Quarantined(
            "a.txt", Position.inText("a.txt", 9, 1), Quarantined.Reason.TRUNCATED, "3", "财政项目");
    List<Row> rows =
        throughParquet(
            List.of(QuarantineCodec.toRow("in", whole), QuarantineCodec.toRow("in", part)),
            Schemas.QUARANTINE);
    assertThat(rows.stream().map(QuarantineCodec::fromRow)).containsExactly(whole, part);
  }
}
