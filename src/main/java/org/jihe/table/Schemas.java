package org.jihe.table;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jihe.form.FormBlock;
import org.jihe.form.FormColumn;
import org.jihe.form.FormFields;
import org.jihe.form.ValueType;

/**
 * The schemas of the workspace's tables. Amounts are yuan, rates percent, scores points. A field
 * that is printed on a form is a struct of what is printed and what it means; where all of them
 * stand and how they were read is one column of a form, {@code cells}.
 */
public final class Schemas {

  /** Money, rates and points alike: 28 digits before the point and ten behind it. */
  public static final DecimalType DECIMAL = DataTypes.createDecimalType(38, 10);

  /** Points of an audit: ten digits before the point and eight behind it. */
  public static final DecimalType POINTS = DataTypes.createDecimalType(18, 8);

  /** Column of where a form's cells stand and how they were read. */
  static final String CELLS = "cells";

  /** Column of what a form evaluates; null for a form of before there were kinds, a project. */
  public static final String FORM_KIND = "formKind";

  /**
   * Column of the readings that a person has confirmed or, where there is a value, corrected; null
   * in a row of before there were any.
   */
  public static final String CONFIRMED = "confirmed";

  static final StructType CONFIRMED_READING =
      struct(
          column("path", DataTypes.StringType),
          column("printed", DataTypes.StringType),
          column("value", DataTypes.StringType));

  static final StructType CELL =
      struct(
          column("file", DataTypes.StringType),
          column("page", DataTypes.IntegerType),
          column("sheet", DataTypes.StringType),
          column("row", DataTypes.IntegerType),
          column("column", DataTypes.IntegerType),
          column("box", DataTypes.StringType));

  static final StructType TEXT = field(DataTypes.StringType);
  static final StructType NUMBER = field(DECIMAL);
  static final StructType YEAR = field(DataTypes.IntegerType);

  static final StructType FUNDING_ROW =
      struct(columns(List.of(column("kind", DataTypes.StringType)), FormFields.FUNDING));

  static final StructType OBJECTIVE = struct(columns(List.of(), FormFields.OBJECTIVE));

  static final StructType INDICATOR = struct(columns(List.of(), FormFields.INDICATOR));

  static final StructType TOTAL = struct(columns(List.of(), FormFields.TOTAL));

  static final StructType EXTRA =
      struct(
          column("subject", DataTypes.StringType),
          column("label", DataTypes.StringType),
          column("value", TEXT));

  static final StructType GUESS =
      struct(
          column("subject", DataTypes.StringType),
          column("reason", DataTypes.StringType),
          column("chosen", DataTypes.StringType),
          column("alternative", DataTypes.StringType));

  /** Table {@code forms}: one row a form, with its funding rows and indicators nested. */
  public static final StructType FORMS = forms();

  /** Table {@code sources}: one row a file of the inputs. */
  public static final StructType SOURCES =
      struct(
          column("input", DataTypes.StringType),
          column("file", DataTypes.StringType),
          column("sha256", DataTypes.StringType),
          column("bytes", DataTypes.LongType),
          column("format", DataTypes.StringType),
          column("encoding", DataTypes.StringType),
          column("outcome", DataTypes.StringType),
          column("duplicateOf", DataTypes.StringType),
          column("forms", DataTypes.IntegerType),
          column("quarantined", DataTypes.IntegerType));

  /** Table {@code quarantine}: one row for everything that waits for a person. */
  public static final StructType QUARANTINE =
      struct(
          column("input", DataTypes.StringType),
          column("file", DataTypes.StringType),
          column("place", CELL),
          column("reason", DataTypes.StringType),
          column("detail", DataTypes.StringType),
          column("excerpt", DataTypes.StringType));

  /**
   * Table {@code quarantine_decisions}: one row for every entry of the quarantine that a person has
   * looked at and found nothing to do about. It counts as long as the source's content is that of
   * the digest.
   */
  public static final StructType QUARANTINE_DECISIONS =
      struct(
          column("file", DataTypes.StringType),
          column("place", CELL),
          column("reason", DataTypes.StringType),
          column("sha256", DataTypes.StringType),
          column("by", DataTypes.StringType),
          column("decided", DataTypes.StringType),
          column("text", DataTypes.StringType));

  /**
   * Table {@code form_versions}: the history, one row for every version of a form that is not in
   * force any more. Its {@code transcript} is all that it printed, as {@code transcribe} writes it.
   */
  public static final StructType FORM_VERSIONS =
      struct(
          column("dossier", DataTypes.StringType),
          column("formId", DataTypes.StringType),
          column("version", DataTypes.IntegerType),
          column("projectName", DataTypes.StringType),
          column("place", CELL),
          column("printedHash", DataTypes.StringType),
          column("supersededIn", DataTypes.StringType),
          column("why", DataTypes.StringType),
          column("supersededBy", DataTypes.StringType),
          column("successor", CELL),
          column("transcript", DataTypes.StringType));

  /**
   * Table {@code form_copies}: forms that print the same as another one, with where that stands.
   */
  public static final StructType FORM_COPIES =
      struct(
          column("input", DataTypes.StringType),
          column("formId", DataTypes.StringType),
          column("file", DataTypes.StringType),
          column("place", CELL),
          column("twin", CELL));

  /** Table {@code findings}. */
  public static final StructType FINDINGS =
      struct(
          column("dossier", DataTypes.StringType),
          column("formId", DataTypes.StringType),
          column("projectName", DataTypes.StringType),
          column("ruleId", DataTypes.StringType),
          column("ruleSetFingerprint", DataTypes.StringType),
          column("severity", DataTypes.StringType),
          column("subject", DataTypes.StringType),
          column("cell", CELL),
          column("reported", DataTypes.StringType),
          column("expected", DataTypes.StringType),
          column("difference", DECIMAL),
          column(
              "arguments",
              DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType, true)),
          column("fingerprint", DataTypes.StringType),
          column("related", array(DataTypes.StringType)),
          column("waived", DataTypes.StringType));

  /**
   * Table {@code outcomes}: what every rule said of a form, in one row for the rules on single
   * forms and another for those on several. A rule stands in exactly one of the columns; {@code
   * waived}, {@code notApplicable} and {@code notEvaluated} have the reason beside it.
   */
  public static final StructType OUTCOMES =
      struct(
          column("dossier", DataTypes.StringType),
          column("formId", DataTypes.StringType),
          column("passed", array(DataTypes.StringType)),
          column("fired", array(DataTypes.StringType)),
          column("waived", map(DataTypes.StringType)),
          column("notApplicable", map(DataTypes.StringType)),
          column("notEvaluated", map(DataTypes.StringType)));

  static final StructType AUDIT_LINE =
      struct(
          column("subject", DataTypes.StringType),
          column("name", DataTypes.StringType),
          column("basis", DataTypes.StringType),
          column("maxScore", POINTS),
          column("claimed", POINTS),
          column("low", POINTS),
          column("high", POINTS),
          column("overClaimed", POINTS),
          column("arithmetic", DataTypes.StringType));

  /**
   * Table {@code score_audit}: one row a form, its claimed total beside the range that is
   * supported, with a nested line for the funding row and every indicator.
   */
  public static final StructType SCORE_AUDIT =
      struct(
          column("dossier", DataTypes.StringType),
          column("formId", DataTypes.StringType),
          column("projectName", DataTypes.StringType),
          column("jurisdiction", DataTypes.StringType),
          column("grade", DataTypes.StringType),
          column("maxScore", POINTS),
          column("claimed", POINTS),
          column("low", POINTS),
          column("high", POINTS),
          column("overClaimed", POINTS),
          column("linesOverClaimed", POINTS),
          column("arithmetic", DataTypes.StringType),
          column("lines", array(AUDIT_LINE)),
          column(FORM_KIND, DataTypes.StringType));

  /**
   * Table {@code layouts}: one row a form whose source prints it as rows, with these rows as {@code
   * LayoutCodec} keeps them.
   */
  public static final StructType LAYOUTS =
      struct(
          column("dossier", DataTypes.StringType),
          column("formId", DataTypes.StringType),
          column("contentHash", DataTypes.StringType),
          column("layout", DataTypes.BinaryType));

  /**
   * Table {@code confirmations}: one row for every cell of a form whose reading a person has
   * confirmed, or corrected where there is a {@code value}. It is void where the form does not
   * print the same any more.
   */
  public static final StructType CONFIRMATIONS =
      struct(
          column("dossier", DataTypes.StringType),
          column("formId", DataTypes.StringType),
          column("path", DataTypes.StringType),
          column("printed", DataTypes.StringType),
          column("contentHash", DataTypes.StringType),
          column("printedHash", DataTypes.StringType),
          column("value", DataTypes.StringType),
          column("by", DataTypes.StringType),
          column("when", DataTypes.TimestampType),
          column("reason", DataTypes.StringType),
          column("run", DataTypes.StringType));

  /** Table {@code decisions}: what the bureau has decided on findings, by their fingerprints. */
  public static final StructType DECISIONS =
      struct(
          column("fingerprint", DataTypes.StringType),
          column("state", DataTypes.StringType),
          column("by", DataTypes.StringType),
          column("when", DataTypes.TimestampType),
          column("text", DataTypes.StringType),
          column("run", DataTypes.StringType));

  /** Table {@code replies}: what departments reply to findings, by their fingerprints. */
  public static final StructType REPLIES =
      struct(
          column("fingerprint", DataTypes.StringType),
          column("state", DataTypes.StringType),
          column("text", DataTypes.StringType),
          column("by", DataTypes.StringType),
          column("when", DataTypes.TimestampType),
          column("file", DataTypes.StringType),
          column("row", DataTypes.IntegerType),
          column("dossier", DataTypes.StringType),
          column("project", DataTypes.StringType),
          column("place", DataTypes.StringType),
          column("problem", DataTypes.StringType),
          column(
              "extras", DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType, true)));

  /** Table {@code runs}: one row a run; it makes what the run wrote visible. */
  public static final StructType RUNS =
      struct(
          column("runId", DataTypes.StringType),
          column("job", DataTypes.StringType),
          column("started", DataTypes.TimestampType),
          column("ended", DataTypes.TimestampType),
          column("version", DataTypes.StringType),
          column("jurisdiction", DataTypes.StringType),
          column("ruleSetFingerprint", DataTypes.StringType),
          column("snapshots", map(DataTypes.LongType)),
          column("inputs", map(DataTypes.StringType)),
          column("dossiers", map(DataTypes.StringType)),
          column("checked", map(DataTypes.StringType)),
          column("aggregated", map(DataTypes.StringType)),
          column("counts", map(DataTypes.LongType)));

  private Schemas() {}

  private static StructType forms() {
    List<StructField> columns = new ArrayList<>();
    columns.add(column("formId", DataTypes.StringType));
    columns.add(column("dossier", DataTypes.StringType));
    columns.add(column("contentHash", DataTypes.StringType));
    columns.add(column("printedHash", DataTypes.StringType));
    columns.add(column("file", DataTypes.StringType));
    columns.add(column("ordinal", DataTypes.IntegerType));
    columns.add(column("origin", CELL));
    columns.addAll(List.of(columns(List.of(), FormFields.HEAD)));
    columns.add(column(FormBlock.FUNDING.key(), array(FUNDING_ROW)));
    columns.add(column(FormBlock.OBJECTIVE.key(), OBJECTIVE));
    columns.add(column(FormBlock.INDICATORS.key(), array(INDICATOR)));
    columns.add(column(FormBlock.TOTAL.key(), TOTAL));
    columns.add(column("extras", array(EXTRA)));
    columns.add(
        column(
            "recovery",
            struct(
                column("template", DataTypes.StringType),
                column("confidence", DataTypes.DoubleType),
                column("guesses", array(GUESS)))));
    columns.add(column(CELLS, DataTypes.BinaryType));
    columns.add(column(FORM_KIND, DataTypes.StringType));
    columns.add(column(CONFIRMED, array(CONFIRMED_READING)));
    return struct(columns.toArray(StructField[]::new));
  }

  /** Columns of the form's fields behind others. */
  private static StructField[] columns(
      List<StructField> before, List<? extends FormColumn<?, ?>> fields) {
    List<StructField> columns = new ArrayList<>(before);
    fields.forEach(field -> columns.add(column(field.name(), type(field.type()))));
    return columns.toArray(StructField[]::new);
  }

  private static StructType type(ValueType<?> type) {
    if (type == ValueType.TEXT) {
      return TEXT;
    }
    return type == ValueType.YEAR ? YEAR : NUMBER;
  }

  private static StructType field(DataType value) {
    return struct(column("printed", DataTypes.StringType), column("value", value));
  }

  static StructField column(String name, DataType type) {
    return DataTypes.createStructField(name, type, true);
  }

  static StructType struct(StructField... columns) {
    return DataTypes.createStructType(List.of(columns));
  }

  static DataType array(DataType element) {
    return DataTypes.createArrayType(element, true);
  }

  private static DataType map(DataType value) {
    return DataTypes.createMapType(DataTypes.StringType, value, true);
  }
}
