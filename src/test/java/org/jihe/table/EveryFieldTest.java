package org.jihe.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.jihe.FullForm;
import org.jihe.form.Field;
import org.jihe.form.FormDiff;
import org.jihe.form.FormFields;
import org.jihe.form.FormPath;
import org.jihe.form.SelfEvaluation;
import org.jihe.review.Sessions;
import org.jihe.transcript.Transcripts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A field that is listed is compared, transcribed and stored: none is forgotten by one of them. */
class EveryFieldTest {

  private static final SelfEvaluation FULL = FullForm.form();

  @TempDir private java.nio.file.Path folder;

  static List<FormPath> everything() {
    return List.copyOf(FormFields.of(FULL).keySet());
  }

  private static SelfEvaluation changed(FormPath path) {
    Field<?> field = path.in(FULL);
    assertThat(field).as("the full form prints something at %s", path).isNotNull();
    return FULL.with(
        path,
        new Field<>(
            field.printed() + "0",
            // a text's value is kept, a number's is read again from what is printed
            path.isField() && path.column().type().isNumber() ? null : field.printed() + "0",
            field.position(),
            field.reading()));
  }

  @Test
  void theFullFormPrintsEveryFieldOfTheList() {
    for (FormPath path : FormFields.all()) {
      FormPath first = path.row() == FormPath.EVERY ? path.ofIndicator(0) : path;
      assertThat(first.in(FULL).printed()).as(first.toString()).isNotNull();
    }
  }

  @ParameterizedTest
  @MethodSource("everything")
  void theDifferenceShowsIt(FormPath path) {
    assertThat(FormDiff.between(FULL, changed(path)))
        .singleElement()
        .satisfies(change -> assertThat(change.subject()).isEqualTo(path.toString()));
  }

  @ParameterizedTest
  @MethodSource("everything")
  void theTranscriptShowsIt(FormPath path) {
    SelfEvaluation form = changed(path);
    ObjectNode written = Transcripts.toJson(form);
    assertThat(written).isNotEqualTo(Transcripts.toJson(FULL));
    SelfEvaluation read = Transcripts.fromJson("full.json", written);
    for (Map.Entry<FormPath, Field<?>> each : FormFields.of(form).entrySet()) {
      assertThat(each.getKey().in(read).printed())
          .as(each.getKey().toString())
          .isEqualTo(each.getValue().printed());
    }
  }

  @Test
  void theTablesRowShowsIt() {
    List<SelfEvaluation> forms = new ArrayList<>();
    everything().forEach(path -> forms.add(changed(path)));
    List<Row> rows = forms.stream().map(form -> FormCodec.toRow(AcceptedForm.of(form))).toList();
    String file = folder.resolve("rows").toUri().toString();
    Sessions.current().createDataFrame(rows, Schemas.FORMS).coalesce(1).write().parquet(file);
    List<SelfEvaluation> read =
        Sessions.current().read().schema(Schemas.FORMS).parquet(file).collectAsList().stream()
            .map(row -> FormCodec.fromRow(row).form())
            .toList();
    assertThat(read).hasSameSizeAs(forms);
    for (int i = 0; i < forms.size(); i++) {
      for (Map.Entry<FormPath, Field<?>> each : FormFields.of(forms.get(i)).entrySet()) {
        Field<?> field = each.getKey().in(read.get(i));
        assertThat(field.printed())
            .as("%s where %s was changed", each.getKey(), everything().get(i))
            .isEqualTo(each.getValue().printed());
        assertThat(field.position()).isEqualTo(each.getValue().position());
        assertThat(field.reading()).isEqualTo(each.getValue().reading());
      }
    }
  }
}
