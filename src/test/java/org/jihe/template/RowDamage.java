package org.jihe.template;

import static org.jihe.template.Sheet.ACTUAL;
import static org.jihe.template.Sheet.ASPECT;
import static org.jihe.template.Sheet.CATEGORY;
import static org.jihe.template.Sheet.MAX;
import static org.jihe.template.Sheet.NAME;
import static org.jihe.template.Sheet.TARGET;
import static org.jihe.template.Sheet.WHY;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.jihe.template.Sheet.Line;
import org.jihe.template.Sheet.Part;

/** Damage to the cells of a row. */
final class RowDamage {

  private static final int SHORTEST_TO_SPLIT = 6;

  private RowDamage() {}

  static boolean rowsLeft(Sheet sheet, Random random) {
    List<Line> lines = some(sheet, 4, random, Line::isWhole);
    lines.forEach(Line::left);
    return !lines.isEmpty();
  }

  static boolean rowsRight(Sheet sheet, Random random) {
    List<Line> lines = some(sheet, 2, random, line -> line.isWhole() && !line.has(WHY));
    lines.forEach(Line::right);
    return !lines.isEmpty();
  }

  static boolean nameFarLeft(Sheet sheet, Random random) {
    List<Line> lines = some(sheet, 1, random, line -> line.isWhole() && !line.hasLabel());
    for (Line line : lines) {
      String name = line.cell(NAME);
      line.cells.set(NAME, "");
      line.left();
      line.cells.set(random.nextInt(2), name);
    }
    return !lines.isEmpty();
  }

  static boolean nameLeft(Sheet sheet, Random random) {
    List<Line> lines = some(sheet, 1, random, line -> line.isWhole() && !line.has(ASPECT));
    for (Line line : lines) {
      line.moved = true;
      line.cells.set(ASPECT, line.cell(NAME));
      line.cells.set(NAME, "");
    }
    return !lines.isEmpty();
  }

  static boolean cellSplit(Sheet sheet, Random random) {
    List<Line> lines =
        some(sheet, 1, random, line -> line.isWhole() && !splittable(line).isEmpty());
    for (Line line : lines) {
      int column = Damage.pick(splittable(line), random);
      String text = line.cell(column);
      int at = 2 + random.nextInt(text.length() - 3);
      if (column != WHY && !line.has(ACTUAL)) {
        // NAME|TARGET|blank and NA|ME|TARGET look alike.
        sheet.open(line.index, "name");
        sheet.open(line.index, "target");
        sheet.open(line.index, "actual");
      }
      line.moved = true;
      line.cells.set(column, text.substring(0, at).strip());
      line.cells.add(column + 1, text.substring(at).strip());
      line.dropEmptyEnd();
    }
    return !lines.isEmpty();
  }

  private static List<Integer> splittable(Line line) {
    List<Integer> columns = new ArrayList<>();
    for (int column : new int[] {NAME, TARGET, WHY}) {
      if (line.cell(column).length() >= SHORTEST_TO_SPLIT) {
        columns.add(column);
      }
    }
    return columns;
  }

  static boolean cellsGlued(Sheet sheet, Random random) {
    List<Line> lines = some(sheet, 1, random, line -> line.isWhole() && !pairs(line).isEmpty());
    for (Line line : lines) {
      int column = Damage.pick(pairs(line), random);
      glue(line, column, " ");
      if ((column == NAME || column == TARGET) && random.nextBoolean()) {
        line.cells.remove(column + 1);
        line.cells.add("");
      }
    }
    return !lines.isEmpty();
  }

  private static List<Integer> pairs(Line line) {
    List<Integer> columns = new ArrayList<>();
    for (int column : new int[] {CATEGORY, ASPECT, NAME, TARGET}) {
      if (line.has(column) && line.has(column + 1)) {
        columns.add(column);
      }
    }
    return columns;
  }

  static boolean cellsGluedTight(Sheet sheet, Random random) {
    return glued(sheet, random, TARGET, "");
  }

  static boolean numbersGlued(Sheet sheet, Random random) {
    return glued(sheet, random, MAX, " ");
  }

  static boolean numbersGluedTight(Sheet sheet, Random random) {
    return glued(sheet, random, MAX, "");
  }

  private static boolean glued(Sheet sheet, Random random, int column, String between) {
    List<Line> lines =
        some(sheet, 1, random, line -> line.isWhole() && line.has(column) && line.has(column + 1));
    lines.forEach(line -> glue(line, column, between));
    return !lines.isEmpty();
  }

  private static void glue(Line line, int column, String between) {
    line.moved = true;
    line.cells.set(column, line.cell(column) + between + line.cell(column + 1));
    line.cells.set(column + 1, "");
  }

  static boolean zeroRepeated(Sheet sheet, Random random) {
    List<Line> rows = sheet.all(Part.FUNDING);
    List<Line> lines =
        rows.stream()
            .skip(1)
            .filter(row -> row.cell(2).equals("0") && row.cell(3).matches("[1-9][\\d.]*"))
            .toList();
    if (lines.isEmpty()) {
      return false;
    }
    Line line = Damage.pick(lines, random);
    line.cells.set(3, "0" + line.cell(3));
    return true;
  }

  /** Up to so many neighbouring rows that fit, from a random one on. */
  private static List<Line> some(Sheet sheet, int most, Random random, Predicate<Line> fits) {
    List<Line> rows = sheet.indicators();
    List<Integer> starts = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (fits.test(rows.get(i))) {
        starts.add(i);
      }
    }
    List<Line> some = new ArrayList<>();
    if (!starts.isEmpty()) {
      int from = Damage.pick(starts, random);
      int to = Math.min(rows.size(), from + 1 + random.nextInt(most));
      for (int i = from; i < to && fits.test(rows.get(i)); i++) {
        some.add(rows.get(i));
      }
    }
    return some;
  }
}
