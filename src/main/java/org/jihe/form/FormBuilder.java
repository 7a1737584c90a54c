package org.jihe.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jihe.layout.Position;

/**
 * A form in the making, from nothing or from another form. What is not said is blank: a new form is
 * one on a project, has no indicators, no extras, and a recovery without a template that is
 * certain.
 */
public final class FormBuilder {

  private Position origin;
  private int ordinal = 1;
  private FieldSource head = FieldSource.BLANK;
  private Funding funding = Funding.of(kind -> FundingRow.of(kind, FieldSource.BLANK));
  private AnnualObjective annualObjective = AnnualObjective.of(FieldSource.BLANK);
  private List<Indicator> indicators = List.of();
  private TotalScore total = TotalScore.of(FieldSource.BLANK);
  private List<Extra> extras = List.of();
  private Recovery recovery = new Recovery("", 1.0, List.of());
  private FormKind kind = FormKind.PROJECT;
  private List<Reading.Note> notes = List.of();

  /** A form that begins at a cell. */
  public FormBuilder(Position origin) {
    this.origin = origin;
  }

  FormBuilder(SelfEvaluation form) {
    origin = form.origin();
    ordinal = form.ordinal();
    head = new Head(form);
    funding = form.funding();
    annualObjective = form.annualObjective();
    indicators = form.indicators();
    total = form.total();
    extras = form.extras();
    recovery = form.recovery();
    kind = form.kind();
    notes = form.notes();
  }

  /** The head of another form. */
  private record Head(SelfEvaluation form) implements FieldSource {
    @Override
    public <T> Field<T> of(FormColumn<?, T> column) {
      for (FormColumn<SelfEvaluation, ?> own : FormFields.HEAD) {
        if (own.equals(column)) {
          return column.type().cast(own.of(form));
        }
      }
      throw new IllegalArgumentException("no column " + column);
    }
  }

  public FormBuilder origin(Position place) {
    origin = place;
    return this;
  }

  public FormBuilder ordinal(int place) {
    ordinal = place;
    return this;
  }

  /** All fields of the head. */
  public FormBuilder head(FieldSource fields) {
    head = fields;
    return this;
  }

  /** A field of the head. */
  public FormBuilder head(FormColumn<SelfEvaluation, ?> which, Field<?> field) {
    FieldSource others = head;
    head =
        new FieldSource() {
          @Override
          public <T> Field<T> of(FormColumn<?, T> column) {
            return column.equals(which) ? column.type().cast(field) : others.of(column);
          }
        };
    return this;
  }

  public FormBuilder funding(Funding block) {
    funding = block;
    return this;
  }

  public FormBuilder annualObjective(AnnualObjective objective) {
    annualObjective = objective;
    return this;
  }

  public FormBuilder indicators(List<Indicator> rows) {
    indicators = rows;
    return this;
  }

  public FormBuilder total(TotalScore row) {
    total = row;
    return this;
  }

  public FormBuilder extras(List<Extra> others) {
    extras = others;
    return this;
  }

  public FormBuilder recovery(Recovery account) {
    recovery = account;
    return this;
  }

  /** What the form evaluates. */
  public FormBuilder kind(FormKind what) {
    kind = what;
    return this;
  }

  /** What was done to the texts of its cells. */
  public FormBuilder notes(List<Reading.Note> told) {
    notes = told;
    return this;
  }

  /**
   * Changes a field, or the value of an extra.
   *
   * @throws IllegalArgumentException where the form has nothing at the path
   * @throws ClassCastException where the value is none for the field
   */
  public FormBuilder set(FormPath path, Field<?> field) {
    FormColumn<?, ?> column = path.column();
    if (column == null || !path.isField()) {
      return setExtra(path, field);
    }
    switch (path.block()) {
      case HEAD -> setHead(column, field);
      case FUNDING ->
          funding =
              funding.with(funding.row(Objects.requireNonNull(path.kind())).with(column, field));
      case OBJECTIVE -> annualObjective = annualObjective.with(column, field);
      case INDICATORS -> setIndicator(path, column, field);
      case TOTAL -> total = total.with(column, field);
      case CLOSING, ELSEWHERE -> throw new IllegalArgumentException(path.toString());
    }
    return this;
  }

  private void setHead(FormColumn<?, ?> which, Field<?> field) {
    for (FormColumn<SelfEvaluation, ?> column : FormFields.HEAD) {
      if (column.equals(which)) {
        head(column, field);
      }
    }
  }

  private void setIndicator(FormPath path, FormColumn<?, ?> column, Field<?> field) {
    if (path.row() < 0 || path.row() >= indicators.size()) {
      throw new IllegalArgumentException(path.toString());
    }
    List<Indicator> rows = new ArrayList<>(indicators);
    rows.set(path.row(), rows.get(path.row()).with(column, field));
    indicators = rows;
  }

  private FormBuilder setExtra(FormPath path, Field<?> field) {
    List<FormPath> paths = FormFields.extraPaths(extras);
    for (int i = 0; i < paths.size(); i++) {
      if (paths.get(i).toString().equals(path.toString())) {
        Extra old = extras.get(i);
        List<Extra> others = new ArrayList<>(extras);
        others.set(i, new Extra(old.subject(), old.label(), ValueType.TEXT.cast(field)));
        extras = others;
        return this;
      }
    }
    throw new IllegalArgumentException(path.toString());
  }

  /** The form. */
  public SelfEvaluation build() {
    return new SelfEvaluation(
        origin,
        ordinal,
        head.of(FormFields.TITLE),
        head.of(FormFields.YEAR),
        head.of(FormFields.PROJECT_NAME),
        head.of(FormFields.SUPERVISING_DEPARTMENT),
        head.of(FormFields.IMPLEMENTING_AGENCY),
        head.of(FormFields.CURRENCY_UNIT),
        funding,
        annualObjective,
        indicators,
        total,
        extras,
        recovery,
        kind,
        notes);
  }
}
