package org.jihe.table;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.jihe.form.AnnualObjective;
import org.jihe.form.Extra;
import org.jihe.form.Field;
import org.jihe.form.FieldSource;
import org.jihe.form.FormBlock;
import org.jihe.form.FormBuilder;
import org.jihe.form.FormColumn;
import org.jihe.form.FormFields;
import org.jihe.form.Funding;
import org.jihe.form.FundingKind;
import org.jihe.form.FundingRow;
import org.jihe.form.Guess;
import org.jihe.form.Indicator;
import org.jihe.form.Reading;
import org.jihe.form.Recovery;
import org.jihe.form.SelfEvaluation;
import org.jihe.form.TotalScore;
import org.jihe.form.ValueType;
import org.jihe.layout.Position;
import org.jspecify.annotations.Nullable;

/**
 * Forms as version 0.1 kept them: every field had its page, sheet, row, column, box and reading in
 * columns of its own. They are read where a run of that version left them; the first run of a later
 * one writes them anew.
 */
public final class FormsOf01 {

  /** Parts of a field that have no columns any more. */
  private static final List<String> PLACE =
      List.of("page", "sheet", "row", "column", "box", "reading");

  private FormsOf01() {}

  /** True for columns, or a row that has them, of that version. */
  public static boolean are(@Nullable StructType columns) {
    return columns != null && !List.of(columns.fieldNames()).contains(Schemas.CELLS);
  }

  /** Names of the columns that have gone since, such as {@code total.score.page}. */
  public static List<String> gone() {
    List<String> gone = new ArrayList<>();
    for (String column : FormCodec.COLUMNS) {
      if (column.endsWith(".printed")) {
        String field = column.substring(0, column.lastIndexOf('.'));
        PLACE.forEach(part -> gone.add(field + "." + part));
      }
    }
    return gone;
  }

  /** The form of a row. */
  static AcceptedForm fromRow(Row row) {
    Position origin = Objects.requireNonNull(CellCodec.fromRow(row.getAs("origin")));
    String file = origin.file();
    Row printedUnit = row.getAs(FormFields.CURRENCY_UNIT.name());
    String unit = printedUnit.getAs("printed");
    Map<FundingKind, FundingRow> funding = new EnumMap<>(FundingKind.class);
    for (Row part : row.<Row>getList(row.fieldIndex(FormBlock.FUNDING.key()))) {
      FundingKind kind = FormCodec.kind(part.getAs("kind"));
      funding.put(kind, FundingRow.of(kind, new Fields(file, unit, part)));
    }
    List<Indicator> indicators = new ArrayList<>();
    for (Row indicator : row.<Row>getList(row.fieldIndex(FormBlock.INDICATORS.key()))) {
      indicators.add(Indicator.of(new Fields(file, unit, indicator)));
    }
    List<Extra> extras = new ArrayList<>();
    for (Row extra : row.<Row>getList(row.fieldIndex("extras"))) {
      extras.add(
          new Extra(
              extra.getAs("subject"),
              extra.getAs("label"),
              field(file, unit, ValueType.TEXT, extra.getAs("value"))));
    }
    Row objective = row.getAs(FormBlock.OBJECTIVE.key());
    Row total = row.getAs(FormBlock.TOTAL.key());
    SelfEvaluation form =
        new FormBuilder(origin)
            .ordinal(row.getAs("ordinal"))
            .head(new Fields(file, unit, row))
            .funding(Funding.of(kind -> Objects.requireNonNull(funding.get(kind))))
            .annualObjective(AnnualObjective.of(new Fields(file, unit, objective)))
            .indicators(indicators)
            .total(TotalScore.of(new Fields(file, unit, total)))
            .extras(extras)
            .recovery(recovery(row.getAs("recovery")))
            .build();
    return new AcceptedForm(
        row.getAs("formId"),
        row.getAs("dossier"),
        row.getAs("contentHash"),
        row.getAs("printedHash"),
        form);
  }

  private static Recovery recovery(Row row) {
    List<Guess> guesses = new ArrayList<>();
    for (Row guess : row.<Row>getList(row.fieldIndex("guesses"))) {
      guesses.add(
          new Guess(
              guess.getAs("subject"),
              Guess.Reason.valueOf(guess.getAs("reason")),
              guess.getAs("chosen"),
              guess.getAs("alternative")));
    }
    return new Recovery(row.getAs("template"), row.<Double>getAs("confidence"), guesses);
  }

  /** The fields of a row: their cells stand in the form's file. */
  private record Fields(String file, @Nullable String unit, Row row) implements FieldSource {

    @Override
    public <T> Field<T> of(FormColumn<?, T> column) {
      return field(file, unit, column.type(), row.getAs(column.name()));
    }
  }

  private static <T> Field<T> field(
      String file, @Nullable String unit, ValueType<T> type, Row row) {
    String printed = row.getAs("printed");
    Object stored = row.getAs("value");
    return new Field<>(
        printed,
        // A label's value is the name that it is known by.
        type == ValueType.TEXT ? type.type().cast(stored) : type.read(printed, unit),
        place(file, row),
        Reading.valueOf(row.getAs("reading")));
  }

  private static @Nullable Position place(String file, Row row) {
    Integer line = row.getAs("row");
    return line == null
        ? null
        : new Position(
            file,
            row.<Integer>getAs("page"),
            row.getAs("sheet"),
            line,
            row.getAs("column"),
            CellCodec.box(row.<String>getAs("box")));
  }
}
