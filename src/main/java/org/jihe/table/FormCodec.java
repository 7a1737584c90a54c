package org.jihe.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jihe.form.AnnualObjective;
import org.jihe.form.Extra;
import org.jihe.form.Field;
import org.jihe.form.Funding;
import org.jihe.form.FundingKind;
import org.jihe.form.FundingRow;
import org.jihe.form.Guess;
import org.jihe.form.Indicator;
import org.jihe.form.Numbers;
import org.jihe.form.Reading;
import org.jihe.form.Recovery;
import org.jihe.form.SelfEvaluation;
import org.jihe.form.TotalScore;
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
    return RowFactory.create(
        accepted.formId(),
        accepted.dossier(),
        accepted.contentHash(),
        accepted.printedHash(),
        form.origin().file(),
        form.ordinal(),
        CellCodec.toRow(form.origin()),
        text(form.title()),
        row(form.year(), form.year().value()),
        text(form.projectName()),
        text(form.supervisingDepartment()),
        text(form.implementingAgency()),
        text(form.currencyUnit()),
        form.funding().rows().stream().map(FormCodec::fundingRow).toArray(Row[]::new),
        RowFactory.create(
            text(form.annualObjective().planned()), text(form.annualObjective().achieved())),
        form.indicators().stream().map(FormCodec::indicatorRow).toArray(Row[]::new),
        RowFactory.create(
            number(form.total().maxScore()),
            number(form.total().score()),
            text(form.total().grade())),
        form.extras().stream().map(FormCodec::extraRow).toArray(Row[]::new),
        RowFactory.create(
            form.recovery().template(),
            form.recovery().confidence(),
            form.recovery().guesses().stream().map(FormCodec::guessRow).toArray(Row[]::new)));
  }

  /** The form of a row. */
  public static AcceptedForm fromRow(Row row) {
    Position origin = Objects.requireNonNull(CellCodec.fromRow(row.getAs("origin")));
    Reader read = new Reader(origin.file());
    Field<String> unit = read.text(row.getAs("currencyUnit"));
    List<Row> funding = row.getList(row.fieldIndex("funding"));
    List<Indicator> indicators = new ArrayList<>();
    for (Row indicator : row.<Row>getList(row.fieldIndex("indicators"))) {
      indicators.add(read.indicator(indicator));
    }
    List<Extra> extras = new ArrayList<>();
    for (Row extra : row.<Row>getList(row.fieldIndex("extras"))) {
      extras.add(
          new Extra(extra.getAs("subject"), extra.getAs("label"), read.text(extra.getAs("value"))));
    }
    Row objective = row.getAs("annualObjective");
    Row total = row.getAs("total");
    SelfEvaluation form =
        new SelfEvaluation(
            origin,
            row.getAs("ordinal"),
            read.text(row.getAs("title")),
            read.field(row.getAs("year"), Numbers::year),
            read.text(row.getAs("projectName")),
            read.text(row.getAs("supervisingDepartment")),
            read.text(row.getAs("implementingAgency")),
            unit,
            new Funding(
                read.funding(funding.get(0), unit.printed()),
                read.funding(funding.get(1), unit.printed()),
                read.funding(funding.get(2), unit.printed()),
                read.funding(funding.get(3), unit.printed())),
            new AnnualObjective(
                read.text(objective.getAs("planned")), read.text(objective.getAs("achieved"))),
            indicators,
            new TotalScore(
                read.points(total.getAs("maxScore")),
                read.points(total.getAs("score")),
                read.text(total.getAs("grade"))),
            extras,
            recovery(row.getAs("recovery")));
    return new AcceptedForm(
        row.getAs("formId"),
        row.getAs("dossier"),
        row.getAs("contentHash"),
        row.getAs("printedHash"),
        form);
  }

  private static Row fundingRow(FundingRow row) {
    return RowFactory.create(
        row.kind().key(),
        number(row.originalBudget()),
        number(row.finalBudget()),
        number(row.actualExpenditure()),
        number(row.maxScore()),
        number(row.executionRate()),
        number(row.score()));
  }

  private static Row indicatorRow(Indicator indicator) {
    return RowFactory.create(
        text(indicator.category()),
        text(indicator.aspect()),
        text(indicator.name()),
        text(indicator.target()),
        text(indicator.actual()),
        number(indicator.maxScore()),
        number(indicator.score()),
        text(indicator.varianceExplanation()));
  }

  private static Row extraRow(Extra extra) {
    return RowFactory.create(extra.subject(), extra.label(), text(extra.value()));
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

  private static Row text(Field<String> field) {
    return row(field, field.value());
  }

  private static Row number(Field<BigDecimal> field) {
    return row(field, decimal(field.value()));
  }

  private static Row row(Field<?> field, @Nullable Object value) {
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

  /** Reads the fields of one form: their cells stand in its file. */
  private record Reader(String file) {

    Indicator indicator(Row row) {
      return new Indicator(
          text(row.getAs("category")),
          text(row.getAs("aspect")),
          text(row.getAs("name")),
          text(row.getAs("target")),
          text(row.getAs("actual")),
          points(row.getAs("maxScore")),
          points(row.getAs("score")),
          text(row.getAs("varianceExplanation")));
    }

    FundingRow funding(Row row, @Nullable String unit) {
      Function<String, @Nullable BigDecimal> amount = printed -> Numbers.amount(printed, unit);
      return new FundingRow(
          kind(row.getAs("kind")),
          field(row.getAs("originalBudget"), amount),
          field(row.getAs("finalBudget"), amount),
          field(row.getAs("actualExpenditure"), amount),
          points(row.getAs("maxScore")),
          field(row.getAs("executionRate"), Numbers::percent),
          points(row.getAs("score")));
    }

    private static FundingKind kind(String key) {
      for (FundingKind kind : FundingKind.values()) {
        if (kind.key().equals(key)) {
          return kind;
        }
      }
      throw new IllegalArgumentException("no funding row " + key);
    }

    Field<BigDecimal> points(Row row) {
      return field(row, Numbers::points);
    }

    Field<String> text(Row row) {
      return new Field<>(row.getAs("printed"), row.getAs("value"), place(row), reading(row));
    }

    <T> Field<T> field(Row row, Function<String, @Nullable T> meaning) {
      String printed = row.getAs("printed");
      return new Field<>(
          printed, printed == null ? null : meaning.apply(printed), place(row), reading(row));
    }

    private static Reading reading(Row row) {
      return Reading.valueOf(row.getAs("reading"));
    }

    private @Nullable Position place(Row row) {
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
}
