package org.jihe.table;

import java.io.Serializable;
import java.time.Instant;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/**
 * What a person has said of the reading of a cell, or of a guess that was made in reading a form: a
 * row of {@link Schemas#CONFIRMATIONS}.
 *
 * @param dossier key of the form's department and year
 * @param formId the form
 * @param path path of the cell, or the subject of the guess
 * @param printed what is printed there, or null
 * @param contentHash the form's at that time
 * @param printedHash digest of what the form printed; it is void where the form prints something
 *     else by now
 * @param value what it should read, empty for nothing; null where the reading is right
 * @param by who said it
 * @param when the moment
 * @param reason why; may be empty
 * @param run the run that noted it
 */
public record Confirmation(
    String dossier,
    String formId,
    String path,
    @Nullable String printed,
    String contentHash,
    String printedHash,
    @Nullable String value,
    String by,
    Instant when,
    String reason,
    String run)
    implements Serializable {

  /** Its row. */
  public Row toRow() {
    return RowFactory.create(
        dossier, formId, path, printed, contentHash, printedHash, value, by, when, reason, run);
  }

  /** That of a row. */
  public static Confirmation fromRow(Row row) {
    return new Confirmation(
        row.getAs("dossier"),
        row.getAs("formId"),
        row.getAs("path"),
        row.getAs("printed"),
        row.getAs("contentHash"),
        row.getAs("printedHash"),
        row.getAs("value"),
        row.getAs("by"),
        Moments.of(row.getAs("when")),
        row.getAs("reason"),
        row.getAs("run"));
  }
}
