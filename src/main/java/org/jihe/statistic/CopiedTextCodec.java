package org.jihe.statistic;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jihe.form.department.Departments;
import org.jihe.statistic.copied.CopiedKind;
import org.jihe.statistic.copied.CopiedText;
import org.jihe.statistic.copied.FormText;
import org.jihe.table.AcceptedForm;
import org.jihe.table.StatisticSchemas;

/**
 * Texts of forms to rows of {@link StatisticSchemas#FORM_TEXTS} and back, and what was copied to
 * rows of {@link StatisticSchemas#COPIED_TEXTS}.
 */
public final class CopiedTextCodec {

  private CopiedTextCodec() {}

  /**
   * The rows of a form's texts.
   *
   * @param names which names are one department
   */
  public static List<Row> toRows(AcceptedForm form, Departments names) {
    List<Row> rows = new ArrayList<>();
    for (FormText one : FormText.of(form, names)) {
      FormText.Place place = one.place();
      ByteBuffer sketch = ByteBuffer.allocate(one.sketch().capacity() * Integer.BYTES);
      sketch.asIntBuffer().put(one.sketch().duplicate());
      rows.add(
          RowFactory.create(
              place.dossier(),
              place.formId(),
              place.departmentKey(),
              place.department(),
              place.year(),
              place.project(),
              one.kind().key(),
              one.subject(),
              one.text(),
              sketch.array()));
    }
    return rows;
  }

  /** The signature in a row. */
  public static IntBuffer sketch(Row row) {
    return ByteBuffer.wrap(row.getAs("sketch")).asIntBuffer();
  }

  /** The text of a row, without its signature. */
  public static FormText fromRow(Row row) {
    return new FormText(
        new FormText.Place(
            row.getAs("dossier"),
            row.getAs("formId"),
            row.getAs("departmentKey"),
            row.getAs("department"),
            row.getAs("year"),
            row.getAs("project")),
        CopiedKind.of(row.getAs("kind")),
        row.getAs("subject"),
        row.getAs("text"),
        IntBuffer.allocate(0));
  }

  /** The row of a copied text with the sentence that says what it is. */
  public static Row toRow(CopiedText one, String sentence) {
    List<Row> places = new ArrayList<>(one.places().size());
    for (CopiedText.Place place : one.places()) {
      places.add(
          RowFactory.create(
              place.formId(),
              place.dossier(),
              place.department(),
              place.year(),
              place.project(),
              place.subject()));
    }
    return RowFactory.create(
        one.kind().key(),
        one.identical(),
        one.similarity(),
        one.common(),
        (long) one.forms(),
        (long) one.departments(),
        one.firstYear(),
        one.lastYear(),
        one.text(),
        sentence,
        places);
  }
}
