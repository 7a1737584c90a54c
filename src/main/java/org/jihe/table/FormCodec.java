package org.jihe.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
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
 * Forms to rows of {@link Schemas#FORMS} and back. A number's value is read again from what is
 * printed, so that a form comes back with the decimals that it prints.
 */
public final class FormCodec {

  private FormCodec() {}

  /** The row of a form. */
  public static Row toRow(AcceptedForm accepted) {
    SelfEvaluation form = accepted.form();
    List<@Nullable Object> row = new ArrayList<>();
    row.add(accepted.formId());
    row.add(accepted.dossier());
    row.add(accepted.contentHash());
    row.add(accepted.printedHash());
    row.add(form.origin().file());
    row.add(form.ordinal());
    row.add(CellCodec.toRow(form.origin()));
    add(row, FormFields.HEAD, form);
    row.add(form.funding().rows().stream().map(FormCodec::fundingRow).toArray(Row[]::new));
    row.add(row(FormFields.OBJECTIVE, form.annualObjective()));
    row.add(
        form.indicators().stream()
            .map(indicator -> row(FormFields.INDICATOR, indicator))
            .toArray(Row[]::new));
    row.add(row(FormFields.TOTAL, form.total()));
    row.add(form.extras().stream().map(FormCodec::extraRow).toArray(Row[]::new));
    row.add(
        RowFactory.create(
            form.recovery().template(),
            form.recovery().confidence(),
            form.recovery().guesses().stream().map(FormCodec::guessRow).toArray(Row[]::new)));
    return RowFactory.create(row.toArray());
  }

  /** The form of a row. */
  public static AcceptedForm fromRow(Row row) {
    Position origin = Objects.requireNonNull(CellCodec.fromRow(row.getAs("origin")));
    String file = origin.file();
    Row printedUnit = row.getAs(FormFields.CURRENCY_UNIT.name());
    String unit = printedUnit.getAs("printed");
    Map<FundingKind, FundingRow> funding = new EnumMap<>(FundingKind.class);
    for (Row part : row.<Row>getList(row.fieldIndex(FormBlock.FUNDING.key()))) {
      FundingKind kind = kind(part.getAs("kind"));
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

  private static Row fundingRow(FundingRow funding) {
    List<@Nullable Object> row = new ArrayList<>();
    row.add(funding.kind().key());
    add(row, FormFields.FUNDING, funding);
    return RowFactory.create(row.toArray());
  }

  private static <R> Row row(List<? extends FormColumn<R, ?>> columns, R owner) {
    List<@Nullable Object> row = new ArrayList<>();
    add(row, columns, owner);
    return RowFactory.create(row.toArray());
  }

  private static <R> void add(
      List<@Nullable Object> row, List<? extends FormColumn<R, ?>> columns, R owner) {
    for (FormColumn<R, ?> column : columns) {
      row.add(row(column.of(owner)));
    }
  }

  private static Row extraRow(Extra extra) {
    return RowFactory.create(extra.subject(), extra.label(), row(extra.value()));
  }

  private static Row guessRow(Guess guess) {
    return RowFactory.create(
        guess.subject(), guess.reason().name(), guess.chosen(), guess.alternative());
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

  private static Row row(Field<?> field) {
    Object value = field.value() instanceof BigDecimal number ? decimal(number) : field.value();
    Position place = field.position();
    return RowFactory.create(
        field.printed(),
        value,
        place == null ? null : place.page(),
        place == null ? null : place.sheet(),
        place == null ? null : place.row(),
        place == null ? null : place.column(),
        CellCodec.box(place),
        field.reading().name());
  }

  /** The number as the tables can hold it; one that is too large for them is null. */
  static @Nullable BigDecimal decimal(@Nullable BigDecimal value) {
    if (value == null) {
      return null;
    }
    BigDecimal scaled = value.setScale(Schemas.DECIMAL.scale(), RoundingMode.HALF_UP);
    return scaled.precision() > Schemas.DECIMAL.precision() ? null : scaled;
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

  private static FundingKind kind(String key) {
    for (FundingKind kind : FundingKind.values()) {
      if (kind.key().equals(key)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("no funding row " + key);
  }
}
