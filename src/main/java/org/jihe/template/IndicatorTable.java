package org.jihe.template;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jihe.form.Field;
import org.jihe.form.Guess;
import org.jihe.form.Indicator;
import org.jihe.form.Numbers;
import org.jihe.form.Reading;
import org.jihe.layout.Position;
import org.jihe.template.LabelledRow.Label;
import org.jspecify.annotations.Nullable;

/** Reads the rows between the indicator table's head and the total into indicators. */
final class IndicatorTable {

  /** Two readings whose costs are nearer than this explain the row equally well. */
  private static final double UNCERTAIN = 0.45;

  private static final double USUAL_SHARE = 0.5;

  private static final List<String> FIELDS =
      List.of("name", "target", "actual", "maxScore", "score", "varianceExplanation");

  private final Template template;
  private final LabelScan labels;
  private final AspectPath aspects;

  IndicatorTable(Template template) {
    this.template = template;
    this.labels = new LabelScan(template);
    this.aspects = new AspectPath(template);
  }

  /**
   * What was read.
   *
   * @param indicators in printed order
   * @param guesses choices that are not certain
   * @param unusual texts that did not stand where they were expected
   */
  record Result(List<Indicator> indicators, List<Guess> guesses, int unusual) {}

  /** One indicator's row with the fragments that belong to it. */
  private static final class Entry {
    final LabelledRow row;
    final List<LabelledRow> before = new ArrayList<>();
    final List<LabelledRow> after = new ArrayList<>();
    final List<Label> loose = new ArrayList<>();
    boolean afterBreak;
    boolean fragmentUncertain;
    List<Alignment> readings = List.of();

    Entry(LabelledRow row, boolean afterBreak) {
      this.row = row;
      this.afterBreak = afterBreak;
    }
  }

  /**
   * Reads the table.
   *
   * @param head the row of column labels
   * @param rows the rows below it
   * @param maxScores what the indicators' points must add to, or null
   * @param scores what their scores must add to, or null
   */
  Result read(
      Row head, List<Row> rows, @Nullable BigDecimal maxScores, @Nullable BigDecimal scores) {
    int[] expected = columns(head);
    List<Entry> entries = entries(rows, expected);
    Set<String> values = new HashSet<>(template.values());
    double blank = survey(entries, expected, values);
    RowReader reader = new RowReader(expected, blank, values);
    for (Entry entry : entries) {
      boolean orphan = !entry.before.isEmpty() || !entry.after.isEmpty();
      entry.readings = reader.read(entry.row.tokens(), orphan);
    }
    entries.removeIf(entry -> entry.readings.isEmpty());
    List<List<Alignment>> readings = new ArrayList<>();
    entries.forEach(entry -> readings.add(entry.readings));
    int[] chosen = new PointSum(maxScores, scores).choose(readings);
    return build(entries, chosen, expected);
  }

  private Result build(List<Entry> entries, int[] chosen, int[] expected) {
    List<@Nullable Token[]> rows = new ArrayList<>();
    List<AspectPath.Item> items = new ArrayList<>();
    List<Guess> guesses = new ArrayList<>();
    int unusual = 0;
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      Alignment reading = entry.readings.get(chosen[i]);
      @Nullable Token[] tokens = reading.tokens().toArray(new @Nullable Token[0]);
      int shift = shift(tokens, expected);
      for (int f = entry.before.size() - 1; f >= 0; f--) {
        Fragments.attach(entry.before.get(f).tokens(), tokens, expected, shift, true);
      }
      for (LabelledRow fragment : entry.after) {
        Fragments.attach(fragment.tokens(), tokens, expected, shift, false);
      }
      rows.add(tokens);
      guess(entry, chosen[i], i, guesses);
      Token name = tokens[RowReader.NAME];
      Token target = tokens[RowReader.TARGET];
      items.add(
          new AspectPath.Item(
              entry.row.category() == null ? null : entry.row.category().name(),
              entry.row.aspect() == null ? null : entry.row.aspect().name(),
              entry.loose.stream().map(Label::name).toList(),
              entry.afterBreak,
              CellText.joined(
                  (name == null ? "" : name.text()) + " " + (target == null ? "" : target.text())),
              points(tokens[RowReader.MAX])));
    }
    List<AspectPath.Step> steps = aspects.of(items);
    List<Indicator> indicators = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      AspectPath.Step step = steps.get(i);
      @Nullable Token[] tokens = rows.get(i);
      if (step.uncertain()) {
        guesses.add(
            new Guess(
                "indicators[" + i + "].aspect",
                Guess.Reason.LABEL_UNCERTAIN,
                aspects.choice(step.choice()).aspectName(),
                aspects.choice(step.other()).aspectName()));
      }
      indicators.add(indicator(entries, steps, i, tokens, expected));
      for (int column = 0; column < RowReader.COLUMNS; column++) {
        Token token = tokens[column];
        if (token != null
            && (token.reading() != Reading.AS_PRINTED || token.column() != expected[column])) {
          unusual++;
        }
      }
    }
    return new Result(indicators, guesses, unusual);
  }

  private void guess(Entry entry, int chosen, int index, List<Guess> guesses) {
    Alignment reading = entry.readings.get(chosen);
    for (Alignment other : entry.readings) {
      if (other.equals(reading) || Math.abs(other.cost() - reading.cost()) >= UNCERTAIN) {
        continue;
      }
      for (int column = 0; column < RowReader.COLUMNS; column++) {
        String here = text(reading.tokens().get(column));
        String there = text(other.tokens().get(column));
        if (!here.equals(there)) {
          boolean cut =
              reading.tokens().stream()
                  .anyMatch(t -> t != null && t.reading() != Reading.AS_PRINTED);
          guesses.add(
              new Guess(
                  "indicators[" + index + "]." + FIELDS.get(column),
                  cut ? Guess.Reason.SEPARATION_UNCERTAIN : Guess.Reason.COLUMN_UNCERTAIN,
                  here,
                  there));
          return;
        }
      }
    }
    if (entry.fragmentUncertain) {
      guesses.add(
          new Guess(
              "indicators[" + index + "].name",
              Guess.Reason.FRAGMENT_UNCERTAIN,
              text(reading.tokens().get(RowReader.NAME)),
              ""));
    }
  }

  private static String text(@Nullable Token token) {
    return token == null ? "" : token.text();
  }

  private Indicator indicator(
      List<Entry> entries,
      List<AspectPath.Step> steps,
      int index,
      @Nullable Token[] tokens,
      int[] expected) {
    Position origin = entries.get(index).row.row().tokens().get(0).position();
    AspectPath.Choice choice = aspects.choice(steps.get(index).choice());
    boolean guessed = steps.get(index).uncertain();
    return new Indicator(
        label(entries, steps, index, choice.categoryName(), true, false, origin),
        label(entries, steps, index, choice.aspectName(), false, guessed, origin),
        Fields.text(tokens[RowReader.NAME], expected[RowReader.NAME], origin),
        Fields.text(tokens[RowReader.TARGET], expected[RowReader.TARGET], origin),
        Fields.text(tokens[RowReader.ACTUAL], expected[RowReader.ACTUAL], origin),
        Fields.number(tokens[RowReader.MAX], expected[RowReader.MAX], origin, Numbers::points),
        Fields.number(tokens[RowReader.SCORE], expected[RowReader.SCORE], origin, Numbers::points),
        Fields.text(tokens[RowReader.EXPLANATION], expected[RowReader.EXPLANATION], origin));
  }

  /** The label of a row: printed on it, carried from the run that it belongs to, or inferred. */
  private Field<String> label(
      List<Entry> entries,
      List<AspectPath.Step> steps,
      int index,
      String name,
      boolean category,
      boolean guessed,
      Position origin) {
    for (int distance = 0; distance < entries.size(); distance++) {
      for (int i : new int[] {index - distance, index + distance}) {
        if (i < 0 || i >= entries.size() || !sameRun(steps, index, i, category)) {
          continue;
        }
        LabelledRow row = entries.get(i).row;
        Label label = category ? row.category() : row.aspect();
        if (label != null && label.name().equals(name)) {
          String printed = Labels.key(label.token().text());
          Reading reading =
              i == index ? label.token().reading() : guessed ? Reading.GUESSED : Reading.CARRIED;
          return new Field<>(printed, name, label.token().position(), reading);
        }
        for (Label loose : entries.get(i).loose) {
          if (loose.name().equals(name)) {
            return new Field<>(
                Labels.key(loose.token().text()),
                name,
                loose.token().position(),
                guessed ? Reading.GUESSED : Reading.CARRIED);
          }
        }
      }
    }
    return new Field<>(name, name, origin, guessed ? Reading.GUESSED : Reading.INFERRED);
  }

  private boolean sameRun(List<AspectPath.Step> steps, int from, int to, boolean category) {
    int step = from < to ? 1 : -1;
    for (int i = from; i != to + step; i += step) {
      AspectPath.Choice a = aspects.choice(steps.get(from).choice());
      AspectPath.Choice b = aspects.choice(steps.get(i).choice());
      if (category ? a.category() != b.category() : !a.equals(b)) {
        return false;
      }
    }
    return true;
  }

  private List<Entry> entries(List<Row> rows, int[] expected) {
    RowReader reader = new RowReader(expected, USUAL_SHARE, Set.of());
    List<Entry> entries = new ArrayList<>();
    List<LabelledRow> fragments = new ArrayList<>();
    List<Label> loose = new ArrayList<>();
    boolean broken = false;
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      broken |= row.afterBreak();
      boolean atBreak = row.afterBreak() || i + 1 == rows.size() || rows.get(i + 1).afterBreak();
      if (isHead(row)) {
        continue;
      }
      LabelledRow labelled = labels.scan(row);
      if (labelled.tokens().isEmpty()) {
        add(loose, labelled);
      } else if (isFragment(labelled, reader, expected, atBreak)) {
        fragments.add(labelled);
        add(loose, labelled);
      } else {
        Entry entry = new Entry(labelled, broken);
        entry.loose.addAll(loose);
        Entry above = entries.isEmpty() ? null : entries.get(entries.size() - 1);
        deal(fragments, above, entry);
        entries.add(entry);
        fragments.clear();
        loose.clear();
        broken = false;
      }
    }
    if (!entries.isEmpty()) {
      entries.get(entries.size() - 1).after.addAll(fragments);
    }
    return entries;
  }

  private static void add(List<Label> loose, LabelledRow row) {
    if (row.category() != null) {
      loose.add(row.category());
    }
    if (row.aspect() != null) {
      loose.add(row.aspect());
    }
  }

  /** A part of a broken cell belongs to the row on the other side of the page break. */
  private static void deal(List<LabelledRow> fragments, @Nullable Entry above, Entry below) {
    boolean broken = false;
    for (int i = 0; i < fragments.size(); i++) {
      LabelledRow fragment = fragments.get(i);
      broken |= fragment.row().afterBreak();
      boolean breaksLater = below.row.row().afterBreak();
      for (int j = i + 1; j < fragments.size(); j++) {
        breaksLater |= fragments.get(j).row().afterBreak();
      }
      if (above == null) {
        below.before.add(fragment);
      } else if (broken && !breaksLater) {
        above.after.add(fragment);
      } else if (breaksLater && !broken) {
        below.before.add(fragment);
      } else {
        above.after.add(fragment);
        above.fragmentUncertain = true;
      }
    }
  }

  /** A row without points is a part of another row, unless it is whole but for its points. */
  private static boolean isFragment(
      LabelledRow row, RowReader reader, int[] expected, boolean atBreak) {
    List<Token> tokens = row.tokens();
    if (tokens.stream().filter(RowReader::isPoints).count() >= 2) {
      return false;
    }
    for (Alignment reading : reader.read(tokens, true)) {
      boolean max = RowReader.isPoints(reading.tokens().get(RowReader.MAX));
      boolean score = RowReader.isPoints(reading.tokens().get(RowReader.SCORE));
      if (max && score) {
        return false;
      }
    }
    if (tokens.size() == 1 || atBreak) {
      return tokens.size() < 3;
    }
    int shift = tokens.get(0).column() - expected[RowReader.NAME];
    return tokens.get(1).column() - expected[RowReader.TARGET] != shift;
  }

  private boolean isHead(Row row) {
    int hits = 0;
    for (Token token : row.tokens()) {
      boolean column = Labels.nameOf(token.key(), template.indicators().columns()) != null;
      boolean part =
          template.indicators().columns().values().stream()
              .anyMatch(
                  aliases -> token.key().length() > 2 && Labels.isPartOf(token.key(), aliases));
      if (!column && !part && !Labels.isPartOf(token.key(), template.indicators().labels())) {
        return false;
      }
      hits += column || part ? 1 : 0;
    }
    return hits > 0;
  }

  /**
   * The share of rows without an actual value; the targets and actual values that are plain to see
   * are added to the known values.
   */
  private static double survey(List<Entry> entries, int[] expected, Set<String> values) {
    RowReader reader = new RowReader(expected, USUAL_SHARE, Set.of());
    int blank = 0;
    int all = 0;
    for (Entry entry : entries) {
      List<Alignment> readings = reader.read(entry.row.tokens(), false);
      if (!readings.isEmpty()) {
        List<@Nullable Token> tokens = readings.get(0).tokens();
        all++;
        blank += tokens.get(RowReader.ACTUAL) == null ? 1 : 0;
        add(values, tokens.get(RowReader.TARGET));
        add(values, tokens.get(RowReader.ACTUAL));
      }
    }
    return all == 0 ? USUAL_SHARE : (blank + 0.5) / (all + 1);
  }

  private static void add(Set<String> values, @Nullable Token token) {
    if (token != null && token.text().length() > 1 && token.reading() == Reading.AS_PRINTED) {
      values.add(token.text());
    }
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

  private static @Nullable BigDecimal points(@Nullable Token token) {
    return token == null ? null : Numbers.points(token.text());
  }

  /** Where the head has each column; a column that it lacks stands behind the one before it. */
  private int[] columns(Row head) {
    Map<String, List<String>> names = template.indicators().columns();
    int[] columns = new int[RowReader.COLUMNS];
    Arrays.fill(columns, -1);
    for (Token token : head.tokens()) {
      String name = Labels.nameOf(token.key(), names);
      int column = name == null ? -1 : FIELDS.indexOf(name);
      if (column >= 0 && columns[column] < 0) {
        columns[column] = token.column();
      }
    }
    int known = 0;
    while (known < columns.length && columns[known] < 0) {
      known++;
    }
    if (known == columns.length) {
      throw new IllegalArgumentException("no column in the head at line " + head.line());
    }
    for (int i = known - 1; i >= 0; i--) {
      columns[i] = columns[i + 1] - 1;
    }
    for (int i = known + 1; i < columns.length; i++) {
      if (columns[i] < 0) {
        columns[i] = columns[i - 1] + 1;
      }
    }
    return columns;
  }

  static boolean startsTable(Row row, Template template) {
    long hits =
        row.tokens().stream()
            .map(token -> Labels.nameOf(token.key(), template.indicators().columns()))
            .filter(Objects::nonNull)
            .filter(name -> !name.equals("maxScore") && !name.equals("score"))
            .distinct()
            .count();
    return hits >= 2;
  }
}
