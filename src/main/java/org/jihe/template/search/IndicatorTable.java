package org.jihe.template.search;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jihe.form.Field;
import org.jihe.form.FormFields;
import org.jihe.form.FormPath;
import org.jihe.form.Guess;
import org.jihe.form.Indicator;
import org.jihe.form.Numbers;
import org.jihe.form.Reading;
import org.jihe.layout.Position;
import org.jihe.template.aspect.AspectAssignment;
import org.jihe.template.declaration.Template;
import org.jihe.template.row.CellText;
import org.jihe.template.row.Labels;
import org.jihe.template.row.PrintedRow;
import org.jihe.template.row.Token;
import org.jihe.template.row.TokenFields;
import org.jihe.template.search.LabelledRow.Label;
import org.jspecify.annotations.Nullable;

/** Reads the rows between the indicator table's head and the total into indicators. */
final class IndicatorTable {

  /** Two readings whose costs are nearer than this explain the row equally well. */
  private static final double UNCERTAIN = 0.45;

  /** The same where one of the two cuts a text that the other leaves whole. */
  private static final double UNCERTAIN_CUT = 0.6;

  private static final List<String> FIELDS =
      List.of("name", "target", "actual", "maxScore", "score", "varianceExplanation");

  private final Template template;
  private final IndicatorRows sorter;
  private final AspectAssignment aspects;

  IndicatorTable(Template template) {
    this.template = template;
    this.sorter = new IndicatorRows(template);
    this.aspects = new AspectAssignment(template);
  }

  /**
   * What was read.
   *
   * @param indicators in printed order
   * @param guesses choices that are not certain
   * @param unusual texts that did not stand where they were expected
   */
  record Result(List<Indicator> indicators, List<Guess> guesses, int unusual) {}

  /**
   * Reads the table.
   *
   * @param head the row of column labels
   * @param below the rows below it, to the total
   * @param maxScores what the indicators' points must add to, or null
   * @param scores what their scores must add to, or null
   */
  Result read(
      PrintedRow head,
      List<PrintedRow> below,
      @Nullable BigDecimal maxScores,
      @Nullable BigDecimal scores) {
    int[] expected = HeadColumns.of(head, template.indicators().columns(), FIELDS, 1);
    List<IndicatorRow> rows = sorter.of(below, expected);
    RowReader reader = RowReader.surveying(expected, rows, template.values());
    List<List<ColumnAssignment>> readings = new ArrayList<>();
    rows.forEach(row -> readings.add(reader.read(row.row.tokens(), row.isTorn())));
    int[] chosen = new ReadingChoice(maxScores, scores).choose(readings);

    List<Guess> guesses = new ArrayList<>();
    List<@Nullable Token[]> cells = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      cells.add(mended(rows.get(i), readings.get(i).get(chosen[i]), expected));
      guess(rows.get(i), readings.get(i), chosen[i], i, guesses);
    }
    return result(rows, cells, expected, guesses);
  }

  private Result result(
      List<IndicatorRow> rows, List<@Nullable Token[]> cells, int[] expected, List<Guess> guesses) {
    List<AspectAssignment.Item> items = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      items.add(item(rows.get(i), cells.get(i)));
    }
    List<AspectAssignment.Step> steps = aspects.of(items);
    AspectFields labels = new AspectFields(aspects, rows, steps);
    List<Indicator> indicators = new ArrayList<>();
    int unusual = 0;
    for (int i = 0; i < rows.size(); i++) {
      AspectAssignment.Step step = steps.get(i);
      if (step.uncertain()) {
        guesses.add(
            new Guess(
                FormPath.indicator(i, FormFields.ASPECT).toString(),
                Guess.Reason.LABEL_UNCERTAIN,
                aspects.choice(step.choice()).aspectName(),
                aspects.choice(step.other()).aspectName()));
      }
      indicators.add(indicator(labels, i, cells.get(i), expected, rows.get(i).origin()));
      unusual += unusual(cells.get(i), expected);
    }
    return new Result(indicators, guesses, unusual);
  }

  /** The row's cells with the parts that a page break had torn off. */
  private static @Nullable Token[] mended(
      IndicatorRow row, ColumnAssignment reading, int[] expected) {
    @Nullable Token[] cells = reading.tokens().toArray(new @Nullable Token[0]);
    int shift = shift(cells, expected);
    for (int i = row.before.size() - 1; i >= 0; i--) {
      TornCells.attach(row.before.get(i).tokens(), cells, expected, shift, TornCells.Side.IN_FRONT);
    }
    for (LabelledRow part : row.after) {
      TornCells.attach(part.tokens(), cells, expected, shift, TornCells.Side.BEHIND);
    }
    return cells;
  }

  private static AspectAssignment.Item item(IndicatorRow row, @Nullable Token[] cells) {
    Label category = row.row.category();
    Label aspect = row.row.aspect();
    Token points = cells[RowReader.MAX];
    return new AspectAssignment.Item(
        category == null ? null : category.name(),
        aspect == null ? null : aspect.name(),
        names(row.loose),
        row.afterBreak,
        CellText.joined(text(cells[RowReader.NAME]) + " " + text(cells[RowReader.TARGET])),
        points == null ? null : points.points());
  }

  private static List<String> names(List<Label> labels) {
    if (labels.isEmpty()) {
      return List.of();
    }
    return labels.stream().map(Label::name).toList();
  }

  private static Indicator indicator(
      AspectFields labels, int index, @Nullable Token[] cells, int[] expected, Position origin) {
    int shift = shift(cells, expected);
    return new Indicator(
        labels.category(index),
        labels.aspect(index),
        TokenFields.text(cells[RowReader.NAME], expected[RowReader.NAME], shift, origin),
        TokenFields.text(cells[RowReader.TARGET], expected[RowReader.TARGET], shift, origin),
        TokenFields.text(cells[RowReader.ACTUAL], expected[RowReader.ACTUAL], shift, origin),
        points(cells, RowReader.MAX, expected, shift, origin),
        points(cells, RowReader.SCORE, expected, shift, origin),
        TokenFields.text(
            cells[RowReader.EXPLANATION], expected[RowReader.EXPLANATION], shift, origin));
  }

  private static Field<BigDecimal> points(
      @Nullable Token[] cells, int column, int[] expected, int shift, Position origin) {
    return cells[column] == null
        ? Field.blank(TokenFields.place(origin, expected[column] + shift))
        : TokenFields.number(cells[column], expected[column], origin, Numbers::points);
  }

  /** Records that another reading explains the row as well, or that a part is not surely its. */
  private static void guess(
      IndicatorRow row,
      List<ColumnAssignment> readings,
      int chosen,
      int index,
      List<Guess> guesses) {
    ColumnAssignment reading = readings.get(chosen);
    String path = FormPath.indicator(index) + ".";
    for (ColumnAssignment other : readings) {
      int column = firstDifference(reading, other);
      double uncertain = isCut(reading) == isCut(other) ? UNCERTAIN : UNCERTAIN_CUT;
      if (column >= 0 && Math.abs(other.cost() - reading.cost()) < uncertain) {
        guesses.add(
            new Guess(
                path + FIELDS.get(column),
                isCut(reading) ? Guess.Reason.SEPARATION_UNCERTAIN : Guess.Reason.COLUMN_UNCERTAIN,
                text(reading.tokens().get(column)),
                text(other.tokens().get(column))));
        return;
      }
    }
    if (row.partUncertain) {
      guesses.add(
          new Guess(
              path + FIELDS.get(RowReader.NAME),
              Guess.Reason.FRAGMENT_UNCERTAIN,
              text(reading.tokens().get(RowReader.NAME)),
              ""));
    }
  }

  private static int firstDifference(ColumnAssignment one, ColumnAssignment other) {
    for (int column = 0; column < RowReader.COLUMNS; column++) {
      if (!text(one.tokens().get(column)).equals(text(other.tokens().get(column)))) {
        return column;
      }
    }
    return -1;
  }

  private static boolean isCut(ColumnAssignment reading) {
    for (Token token : reading.tokens()) {
      if (token != null && token.reading() != Reading.AS_PRINTED) {
        return true;
      }
    }
    return false;
  }

  private static int unusual(@Nullable Token[] cells, int[] expected) {
    int unusual = 0;
    for (int column = 0; column < cells.length; column++) {
      Token token = cells[column];
      boolean usual =
          token == null
              || (token.reading() == Reading.AS_PRINTED && token.column() == expected[column]);
      unusual += usual ? 0 : 1;
    }
    return unusual;
  }

  private static String text(@Nullable Token token) {
    return token == null ? "" : token.text();
  }

  private static int shift(@Nullable Token[] tokens, int[] expected) {
    for (int column :
        new int[] {RowReader.MAX, RowReader.SCORE, RowReader.TARGET, RowReader.NAME}) {
      Token token = tokens[column];
      if (token != null) {
        return token.column() - expected[column];
      }
    }
    return 0;
  }

  /** True for a head that names a column of values, without which no row can be read. */
  static boolean isReadable(PrintedRow head, Template template) {
    return head.tokens().stream()
        .map(token -> Labels.nameOf(Labels.bare(token.key()), template.indicators().columns()))
        .anyMatch(name -> name != null && FIELDS.contains(name));
  }

  static boolean startsTable(PrintedRow row, Template template) {
    return HeadColumns.areNamedBy(row, template.indicators().columns());
  }
}
