package org.jihe.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jihe.form.AnnualObjective;
import org.jihe.form.Extra;
import org.jihe.form.Field;
import org.jihe.form.FieldSource;
import org.jihe.form.FormBuilder;
import org.jihe.form.FormColumn;
import org.jihe.form.FormFields;
import org.jihe.form.FormKind;
import org.jihe.form.Funding;
import org.jihe.form.FundingKind;
import org.jihe.form.FundingRow;
import org.jihe.form.Guess;
import org.jihe.form.Indicator;
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

  private static final int ORDINAL = 5;
  private static final int ORIGIN = 6;
  private static final int HEAD = 7;
  private static final int FUNDING = HEAD + FormFields.HEAD.size();
  private static final int OBJECTIVE = FUNDING + 1;
  private static final int INDICATORS = OBJECTIVE + 1;
  private static final int TOTAL = INDICATORS + 1;
  private static final int EXTRAS = TOTAL + 1;
  private static final int RECOVERY = EXTRAS + 1;
  private static final int CELLS = RECOVERY + 1;
  private static final int FORM_KIND = CELLS + 1;

  private static final int CELL_SIZE = 6;
  private static final int EXTRA_SIZE = 3;

  /** A field is what is printed and, for those who query the table, what it means. */
  private static final int FIELD_SIZE = 2;

  private static final int PRINTED = 0;

  /**
   * Columns that a form is made of. What a text means is read again from what is printed, so the
   * values beside it need not be.
   */
  public static final List<String> COLUMNS = columns();

  private FormCodec() {}

  private static List<String> columns() {
    List<String> columns = new ArrayList<>();
    for (StructField column : Schemas.FORMS.fields()) {
      if (!column.name().equals(Schemas.CONFIRMED)) { // it is in the cells, too
        add(columns, column.name(), column.dataType());
      }
    }
    return List.copyOf(columns);
  }

  private static void add(List<String> columns, String name, DataType type) {
    if (type instanceof ArrayType list) {
      add(columns, name + ".element", list.elementType());
    } else if (isField(type)) {
      columns.add(name + "." + Schemas.TEXT.fieldNames()[PRINTED]);
    } else if (type instanceof StructType parts) {
      for (StructField part : parts.fields()) {
        add(columns, name + "." + part.name(), part.dataType());
      }
    } else {
      columns.add(name);
    }
  }

  private static boolean isField(DataType type) {
    return type instanceof StructType parts
        && Arrays.equals(parts.fieldNames(), Schemas.TEXT.fieldNames());
  }

  /** The row of a form. */
  public static Row toRow(AcceptedForm accepted) {
    SelfEvaluation form = Confirmations.asPrinted(accepted.form());
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
    row.add(FormCells.of(accepted.form()));
    row.add(form.kind().key());
    row.add(confirmed(accepted.form()));
    return RowFactory.create(row.toArray());
  }

  /** The form of a row. */
  public static AcceptedForm fromRow(Row row) {
    return FormsOf01.are(row.schema()) ? FormsOf01.fromRow(row) : form(StoredValues.of(row));
  }

  /** The form of a row in Spark's own form that has {@link #COLUMNS} or all columns. */
  public static AcceptedForm fromInternal(InternalRow row) {
    return form(StoredValues.of(row));
  }

  private static AcceptedForm form(StoredValues row) {
    Position origin = Objects.requireNonNull(position(row.struct(ORIGIN, CELL_SIZE)));
    FormCells cells = FormCells.read(row.bytes(CELLS), origin.file());
    // Nothing in the head is an amount; its unit may have been corrected.
    FieldSource head = new Fields(cells, null, row, FormFields.HEAD, HEAD).all();
    String unit = head.of(FormFields.CURRENCY_UNIT).printed();
    // The cells come in the order of the fields, so each block is read when its turn has come.
    FormBuilder form = new FormBuilder(origin).ordinal(row.number(ORDINAL)).head(head);
    Map<FundingKind, FundingRow> funding = new EnumMap<>(FundingKind.class);
    for (StoredValues part : row.structs(FUNDING, 1 + FormFields.FUNDING.size())) {
      FundingKind kind = kind(Objects.requireNonNull(part.text(0)));
      funding.put(
          kind, FundingRow.of(kind, new Fields(cells, unit, part, FormFields.FUNDING, 1).all()));
    }
    form.funding(Funding.of(kind -> Objects.requireNonNull(funding.get(kind))));
    StoredValues objective = row.struct(OBJECTIVE, FormFields.OBJECTIVE.size());
    form.annualObjective(
        AnnualObjective.of(new Fields(cells, unit, objective, FormFields.OBJECTIVE, 0).all()));
    List<Indicator> indicators = new ArrayList<>();
    for (StoredValues indicator : row.structs(INDICATORS, FormFields.INDICATOR.size())) {
      indicators.add(
          Indicator.of(new Fields(cells, unit, indicator, FormFields.INDICATOR, 0).all()));
    }
    StoredValues total = row.struct(TOTAL, FormFields.TOTAL.size());
    form.indicators(indicators)
        .total(TotalScore.of(new Fields(cells, unit, total, FormFields.TOTAL, 0).all()));
    List<Extra> extras = new ArrayList<>();
    for (StoredValues extra : row.structs(EXTRAS, EXTRA_SIZE)) {
      String printed = extra.struct(2, FIELD_SIZE).text(PRINTED);
      extras.add(
          new Extra(
              Objects.requireNonNull(extra.text(0)),
              Objects.requireNonNull(extra.text(1)),
              cells.next(ValueType.TEXT, printed, unit)));
    }
    return new AcceptedForm(
        Objects.requireNonNull(row.text(0)),
        Objects.requireNonNull(row.text(1)),
        Objects.requireNonNull(row.text(2)),
        Objects.requireNonNull(row.text(3)),
        form.extras(extras)
            .recovery(recovery(row.struct(RECOVERY, 3)))
            .kind(kindOf(row.text(FORM_KIND)))
            .notes(cells.notes())
            .build());
  }

  /** The kind that a column names; rows of before there were kinds are of projects. */
  public static FormKind kindOf(@Nullable String name) {
    FormKind kind = name == null ? FormKind.PROJECT : FormKind.named(name);
    if (kind == null) {
      throw new IllegalArgumentException("no kind of form " + name);
    }
    return kind;
  }

  private static Row[] confirmed(SelfEvaluation form) {
    return Confirmations.said(form).stream()
        .map(said -> RowFactory.create(said.path(), said.printed(), said.value()))
        .toArray(Row[]::new);
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

  private static Recovery recovery(StoredValues row) {
    List<Guess> guesses = new ArrayList<>();
    for (StoredValues guess : row.structs(2, 4)) {
      guesses.add(
          new Guess(
              Objects.requireNonNull(guess.text(0)),
              Guess.Reason.valueOf(Objects.requireNonNull(guess.text(1))),
              Objects.requireNonNull(guess.text(2)),
              Objects.requireNonNull(guess.text(3))));
    }
    return new Recovery(Objects.requireNonNull(row.text(0)), row.real(1), guesses);
  }

  private static Position position(StoredValues cell) {
    return new Position(
        Objects.requireNonNull(cell.text(0)),
        cell.number(1),
        cell.text(2),
        cell.number(3),
        cell.number(4),
        CellCodec.box(cell.text(5)));
  }

  private static Row row(Field<?> field) {
    return RowFactory.create(
        field.printed(),
        field.value() instanceof BigDecimal number ? decimal(number) : field.value());
  }

  /** The number as the tables can hold it; one that is too large for them is null. */
  static @Nullable BigDecimal decimal(@Nullable BigDecimal value) {
    if (value == null) {
      return null;
    }
    BigDecimal scaled = value.setScale(Schemas.DECIMAL.scale(), RoundingMode.HALF_UP);
    return scaled.precision() > Schemas.DECIMAL.precision() ? null : scaled;
  }

  /** The fields of a block: the values of its columns from a place in the row on. */
  private record Fields(
      FormCells cells,
      @Nullable String unit,
      StoredValues row,
      List<? extends FormColumn<?, ?>> columns,
      int first) {

    /** All of them, read in the order of the columns. */
    FieldSource all() {
      IdentityHashMap<FormColumn<?, ?>, Field<?>> fields = new IdentityHashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        String printed = row.struct(first + i, FIELD_SIZE).text(PRINTED);
        fields.put(columns.get(i), cells.next(columns.get(i).type(), printed, unit));
      }
      return new FieldSource() {
        @Override
        public <T> Field<T> of(FormColumn<?, T> column) {
          return column.type().cast(Objects.requireNonNull(fields.get(column)));
        }
      };
    }
  }

  static FundingKind kind(String key) {
    for (FundingKind kind : FundingKind.values()) {
      if (kind.key().equals(key)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("no funding row " + key);
  }
}
