package org.jihe.form;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where something stands in a form: a field, such as {@code funding.total.score} or {@code
 * indicators[3].score}; a part, such as {@code indicators[3]}; a field of every indicator, {@code
 * indicators[].score}; or what is printed beyond the model, {@code closing[填表人]#2}. Findings,
 * guesses, tables and transcripts have it as text; {@link #find} and {@link #toString} are each
 * other's reverse.
 *
 * @param block the part of the form
 * @param kind the funding row, or null where it is none of the four
 * @param own label of a funding row that the model does not have, as printed, or null; of {@link
 *     FormBlock#ELSEWHERE} whatever is said of the place
 * @param row the indicator, counted from 0; {@link #EVERY} for all; {@link #NONE} where it is none
 * @param column the field, or null where a part is meant
 * @param label label of an extra, possibly empty; null where it is no extra for certain: {@code
 *     closing} may be a part or an extra without a label
 * @param number 1 for the first extra of this subject and label, 2 for the second …
 */
public record FormPath(
    FormBlock block,
    @Nullable FundingKind kind,
    @Nullable String own,
    int row,
    @Nullable FormColumn<?, ?> column,
    @Nullable String label,
    int number)
    implements Comparable<FormPath> {

  /** In place of an indicator's row: whichever it is. */
  public static final int EVERY = -1;

  /** In place of an indicator's row: no indicator is meant. */
  public static final int NONE = -2;

  private static final int MOST_DIGITS = 9;

  private static final Pattern PATH =
      Pattern.compile(
          "(?<block>head|funding|annualObjective|indicators|total|closing)"
              + "(?:(?<=indicators)\\[(?<row>\\d{0,9})]"
              + "|(?<=funding)\\.(?<kind>\\w+)"
              + "|(?<=funding)\\[(?<own>.*?)](?=\\[|#|$))?"
              + "(?:\\.(?<column>\\w+))?"
              + "(?:\\[(?<label>.*)])?(?:#(?<number>\\d{1,9}))?",
          Pattern.DOTALL);

  private static final Comparator<FormPath> PRINTED_ORDER =
      Comparator.comparing((FormPath path) -> path.block)
          .thenComparingInt(FormPath::fundingOrder)
          .thenComparing(path -> Objects.requireNonNullElse(path.own, ""))
          .thenComparingInt(FormPath::row)
          .thenComparingInt(FormPath::columnOrder)
          .thenComparing(path -> Objects.requireNonNullElse(path.label, ""))
          .thenComparingInt(FormPath::number)
          .thenComparing(path -> path.label != null);

  /** A whole part of the form. */
  public static FormPath part(FormBlock block) {
    return new FormPath(block, null, null, NONE, null, null, 1);
  }

  /** A field of this part; it must be one that the part has. */
  public FormPath at(FormColumn<?, ?> field) {
    return new FormPath(block, kind, own, row, field, label, number);
  }

  /** A field of the head. */
  public static FormPath head(FormColumn<SelfEvaluation, ?> column) {
    return part(FormBlock.HEAD).at(column);
  }

  /** A row of the funding table. */
  public static FormPath funding(FundingKind kind) {
    return new FormPath(FormBlock.FUNDING, kind, null, NONE, null, null, 1);
  }

  /** A field of the funding table. */
  public static FormPath funding(FundingKind kind, FormColumn<FundingRow, ?> column) {
    return funding(kind).at(column);
  }

  /** A funding row that the model does not have, by its printed label. */
  public static FormPath funding(String label) {
    return new FormPath(FormBlock.FUNDING, null, label, NONE, null, null, 1);
  }

  /** A text of the annual objective. */
  public static FormPath objective(FormColumn<AnnualObjective, ?> column) {
    return part(FormBlock.OBJECTIVE).at(column);
  }

  /** An indicator, counted from 0. */
  public static FormPath indicator(int row) {
    return new FormPath(FormBlock.INDICATORS, null, null, row, null, null, 1);
  }

  /** A field of an indicator, or of {@link #EVERY} one. */
  public static FormPath indicator(int row, FormColumn<Indicator, ?> column) {
    return new FormPath(FormBlock.INDICATORS, null, null, row, column, null, 1);
  }

  /** The text of the path of an indicator's field: what a check writes most. */
  public static String text(int row, String column) {
    return "indicators[" + row + "]." + column;
  }

  /** A cell of the last row. */
  public static FormPath total(FormColumn<TotalScore, ?> column) {
    return part(FormBlock.TOTAL).at(column);
  }

  /** What is printed beyond the model, the so-manieth of its subject and label. */
  static FormPath of(Extra extra, int number) {
    FormPath subject = find(extra.subject());
    FormPath place =
        subject == null || subject.label != null || subject.number != 1
            ? new FormPath(FormBlock.ELSEWHERE, null, extra.subject(), NONE, null, null, 1)
            : subject;
    return new FormPath(
        place.block, place.kind, place.own, place.row, place.column, extra.label(), number);
  }

  /** Where an extra belongs, without its label. */
  public static FormPath subject(Extra extra) {
    FormPath path = of(extra, 1);
    return new FormPath(path.block, path.kind, path.own, path.row, path.column, null, 1);
  }

  /**
   * The path that a text names.
   *
   * @return null where forms have no such place
   */
  public static @Nullable FormPath find(String text) {
    FormPath known = FormFields.known(text);
    if (known != null) {
      return known;
    }
    FormPath path = ofIndicator(text);
    if (path == null) {
      Matcher matcher = PATH.matcher(text);
      path = matcher.matches() ? of(matcher) : null;
    }
    return path == null || !path.toString().equals(text) ? null : path;
  }

  /** The path of an indicator's field, which findings name most; null for any other. */
  private static @Nullable FormPath ofIndicator(String text) {
    int row = rowOf(text);
    if (row == NONE) {
      return null;
    }
    String rest = text.substring(text.indexOf(']'));
    FormPath every = FormFields.known(FormBlock.INDICATORS.key() + "[" + rest);
    return every == null ? null : every.ofIndicator(row);
  }

  /**
   * The path that a text names.
   *
   * @throws IllegalArgumentException where forms have no such place
   */
  public static FormPath parse(String text) {
    FormPath path = find(text);
    if (path == null) {
      throw new IllegalArgumentException(text);
    }
    return path;
  }

  /**
   * The indicator that a text names or something of which it names, whether forms have the thing or
   * not; {@link #NONE} where it names none.
   */
  public static int rowOf(String text) {
    String start = FormBlock.INDICATORS.key() + "[";
    int end = text.indexOf(']');
    if (!text.startsWith(start) || end <= start.length() || end > start.length() + MOST_DIGITS) {
      return NONE;
    }
    int row = 0;
    for (int i = start.length(); i < end; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return NONE;
      }
      row = 10 * row + digit;
    }
    return row;
  }

  private static @Nullable FormPath of(Matcher matcher) {
    FormBlock block = block(matcher.group("block"));
    String printedRow = matcher.group("row");
    int row =
        printedRow == null ? NONE : printedRow.isEmpty() ? EVERY : Integer.parseInt(printedRow);
    String key = matcher.group("kind");
    FundingKind kind = key == null ? null : kind(key);
    String name = matcher.group("column");
    FormPath part = new FormPath(block, kind, matcher.group("own"), row, null, null, 1);
    FormColumn<?, ?> column = name == null ? null : column(part.columns(), name);
    if ((key != null && kind == null) || (name != null && column == null)) {
      return null;
    }
    String number = matcher.group("number");
    return new FormPath(
        block,
        kind,
        part.own,
        row,
        column,
        matcher.group("label"),
        number == null ? 1 : Integer.parseInt(number));
  }

  private static FormBlock block(String key) {
    for (FormBlock block : FormBlock.values()) {
      if (block.key().equals(key)) {
        return block;
      }
    }
    throw new IllegalArgumentException(key);
  }

  private static @Nullable FundingKind kind(String key) {
    for (FundingKind kind : FundingKind.values()) {
      if (kind.key().equals(key)) {
        return kind;
      }
    }
    return null;
  }

  private static @Nullable FormColumn<?, ?> column(
      List<? extends FormColumn<?, ?>> columns, String name) {
    for (FormColumn<?, ?> column : columns) {
      if (column.name().equals(name)) {
        return column;
      }
    }
    return null;
  }

  /** Columns that this part of the form has; those of the head have no part before their name. */
  private List<? extends FormColumn<?, ?>> columns() {
    return switch (block) {
      case FUNDING -> kind == null ? List.of() : FormFields.FUNDING;
      case OBJECTIVE -> FormFields.OBJECTIVE;
      case INDICATORS -> row == NONE ? List.of() : FormFields.INDICATOR;
      case TOTAL -> FormFields.TOTAL;
      case HEAD, CLOSING, ELSEWHERE -> List.of();
    };
  }

  /** True for a field of the model: no part of a form, nothing beyond the model. */
  public boolean isField() {
    return column != null && label == null && number == 1;
  }

  /** The same field of an indicator; only for one of {@link #EVERY} indicator. */
  public FormPath ofIndicator(int index) {
    return new FormPath(block, kind, own, index, column, label, number);
  }

  /**
   * True for the text of this path and of anything in the place that it names, such as {@code
   * indicators[3].score} in {@code indicators[3]} and both in {@code indicators}.
   */
  public boolean holds(String path) {
    String own = toString();
    return path.startsWith(own)
        && (path.length() == own.length()
            || path.charAt(own.length()) == '.'
            || path.charAt(own.length()) == '[');
  }

  /**
   * The field of a form, or null where the form has nothing there: fewer indicators, no such extra.
   */
  public @Nullable Field<?> in(SelfEvaluation form) {
    if (isField()) {
      boolean there = block != FormBlock.INDICATORS || (row >= 0 && row < form.indicators().size());
      return there ? field(form) : null;
    }
    List<FormPath> paths = FormFields.extraPaths(form.extras());
    for (int i = 0; i < paths.size(); i++) {
      if (paths.get(i).toString().equals(toString())) {
        return form.extras().get(i).value();
      }
    }
    return null;
  }

  /** The field of a form that is known to have it. */
  Field<?> field(SelfEvaluation form) {
    FormColumn<?, ?> field = Objects.requireNonNull(column);
    return switch (block) {
      case HEAD -> get(field, form);
      case FUNDING -> get(field, form.funding().row(Objects.requireNonNull(kind)));
      case OBJECTIVE -> get(field, form.annualObjective());
      case INDICATORS -> get(field, form.indicators().get(row));
      case TOTAL -> get(field, form.total());
      case CLOSING, ELSEWHERE -> throw new IllegalStateException(toString());
    };
  }

  @SuppressWarnings("unchecked") // a path is made of a block and a column that belong together
  private static <R> Field<?> get(FormColumn<?, ?> column, R owner) {
    return ((FormColumn<R, ?>) column).of(owner);
  }

  private int fundingOrder() {
    List<FundingKind> kinds = List.of(FundingKind.values());
    return kind != null ? kinds.indexOf(kind) : own != null ? kinds.size() : -1;
  }

  private int columnOrder() {
    if (column == null) {
      return label == null ? -1 : Integer.MAX_VALUE;
    }
    List<? extends FormColumn<?, ?>> columns =
        block == FormBlock.HEAD ? FormFields.HEAD : columns();
    return columns.indexOf(column);
  }

  /** By the places on the form; what is printed beyond the model behind the fields of its part. */
  @Override
  public int compareTo(FormPath other) {
    return PRINTED_ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    if (block == FormBlock.INDICATORS && column != null && label == null && row >= 0) {
      return text(row, column.name());
    }
    StringBuilder text = new StringBuilder();
    boolean plain = block == FormBlock.HEAD && column != null;
    if (!plain) {
      text.append(block.key());
    }
    if (kind != null) {
      text.append('.').append(kind.key());
    } else if (own != null) {
      text.append(block == FormBlock.ELSEWHERE ? own : "[" + own + "]");
    }
    if (row != NONE) {
      text.append('[').append(row == EVERY ? "" : row).append(']');
    }
    if (column != null) {
      text.append(plain ? "" : ".").append(column.name());
    }
    if (label != null && !label.isEmpty()) {
      text.append('[').append(label).append(']');
    }
    return number == 1 ? text.toString() : text.append('#').append(number).toString();
  }
}
