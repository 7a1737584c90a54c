package org.jihe.table;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jihe.form.SelfEvaluation;
import org.jihe.layout.Position;
import org.jihe.transcript.Transcripts;
import org.jspecify.annotations.Nullable;

/** Rows of {@link Schemas#FORM_VERSIONS} and {@link Schemas#FORM_COPIES}. */
public final class VersionCodec {

  private VersionCodec() {}

  /**
   * The end of a version.
   *
   * @param key what it is a version of
   * @param version its number, counted from 1
   * @param run the run that ended it
   * @param why name of the reason
   * @param by digest of what replaced it; empty where nothing did
   * @param successor where that stands, or null
   */
  public record End(
      String key, int version, String run, String why, String by, @Nullable Position successor)
      implements java.io.Serializable {}

  /** The row of a version that is not in force any more. */
  public static Row toRow(AcceptedForm version, End end) {
    SelfEvaluation form = version.form();
    return RowFactory.create(
        version.dossier(),
        end.key(),
        end.version(),
        form.projectName().printed(),
        CellCodec.toRow(form.origin()),
        version.printedHash(),
        end.run(),
        end.why(),
        end.by(),
        CellCodec.toRow(end.successor()),
        Transcripts.toJson(form).toString());
  }

  /** The form that a row holds, with its own place and without those of its cells. */
  public static SelfEvaluation form(Row row) {
    Position place = CellCodec.fromRow(row.getAs("place"));
    SelfEvaluation form =
        Transcripts.read(place == null ? "" : place.file(), row.getAs("transcript"));
    return place == null ? form : form.at(place);
  }

  /** Where a row's form stands. */
  public static @Nullable Position place(Row row) {
    return CellCodec.fromRow(row.getAs("place"));
  }

  /** The row of a form that prints the same as another one. */
  public static Row copy(String input, String formId, Position place, Position twin) {
    return RowFactory.create(
        input, formId, place.file(), CellCodec.toRow(place), CellCodec.toRow(twin));
  }

  /** Where a form stands, from its row in {@link Schemas#FORMS}. */
  public static Position origin(Row row) {
    return java.util.Objects.requireNonNull(CellCodec.fromRow(row.getAs("origin")));
  }
}
