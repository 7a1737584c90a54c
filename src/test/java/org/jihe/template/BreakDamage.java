package org.jihe.template;

import static org.jihe.template.Sheet.ASPECT;
import static org.jihe.template.Sheet.BLOCK;
import static org.jihe.template.Sheet.CATEGORY;
import static org.jihe.template.Sheet.NAME;
import static org.jihe.template.Sheet.TARGET;
import static org.jihe.template.Sheet.WHY;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jihe.template.Sheet.Line;
import org.jihe.template.Sheet.Part;

/** Damage by page breaks. */
final class BreakDamage {

  private static final int LONG_TEXT = 20;

  private BreakDamage() {}

  /** One empty line, at times three. */
  private static int blanks(Random random) {
    return random.nextInt(5) == 0 ? 3 : 1;
  }

  static boolean valuesFirst(Sheet sheet, Random random) {
    List<Line> lines =
        sheet.indicators().stream().filter(l -> l.isWhole() && l.cell(NAME).length() > 3).toList();
    if (lines.isEmpty()) {
      return false;
    }
    Line line = Damage.pick(lines, random);
    List<Integer> columns = new ArrayList<>(List.of(NAME, NAME));
    for (int column : new int[] {TARGET, WHY}) {
      if (line.cell(column).length() > 3) {
        columns.add(column);
      }
    }
    int column = Damage.pick(columns, random);
    String text = line.cell(column);
    int at = 1 + random.nextInt(text.length() - 1);
    List<String> rest = new ArrayList<>(Collections.nCopies(column, ""));
    rest.add(text.substring(at).strip());
    line.cells.set(column, text.substring(0, at).strip());
    line.moved = true;
    Line after = new Line(Part.FRAGMENT, -1, rest);
    after.blanks = blanks(random);
    sheet.lines.add(sheet.lines.indexOf(line) + 1, after);
    return true;
  }

  static boolean valuesLast(Sheet sheet, Random random) {
    List<Line> lines =
        sheet.indicators().stream()
            .filter(l -> l.isWhole() && l.cell(NAME).length() > 3 && l.blanks == 0)
            .toList();
    if (lines.isEmpty()) {
      return false;
    }
    Line line = Damage.pick(lines, random);
    String name = line.cell(NAME);
    int at = 2 + random.nextInt(name.length() - 2);
    List<String> part = new ArrayList<>(List.of("", "", "", name.substring(0, at).strip()));
    if (random.nextBoolean()) {
      for (int column : new int[] {CATEGORY, ASPECT}) {
        part.set(column, line.cell(column));
        line.cells.set(column, "");
      }
    }
    line.moved = true;
    line.cells.set(NAME, name.substring(at).strip());
    sheet.lines.add(sheet.lines.indexOf(line), new Line(Part.FRAGMENT, -1, part));
    line.blanks = blanks(random);
    return true;
  }

  static boolean between(Sheet sheet, Random random) {
    Line line = place(sheet, random);
    if (line == null) {
      return false;
    }
    line.blanks = blanks(random);
    return true;
  }

  static boolean narrowAfter(Sheet sheet, Random random) {
    Line line = sheet.widthChanges ? null : place(sheet, random);
    if (line == null) {
      return false;
    }
    sheet.widthChanges = true;
    line.blanks = blanks(random);
    sheet.lines.subList(sheet.lines.indexOf(line), sheet.lines.size()).forEach(BreakDamage::narrow);
    return true;
  }

  /** The form begins without the first column; after the break 绩效指标 stands in it. */
  static boolean narrowBefore(Sheet sheet, Random random) {
    Line line = sheet.widthChanges ? null : place(sheet, random);
    if (line == null) {
      return false;
    }
    sheet.widthChanges = true;
    line.blanks = blanks(random);
    for (Line before : sheet.lines.subList(0, sheet.lines.indexOf(line))) {
      if (before.part.compareTo(Part.HEAD) >= 0) {
        narrow(before);
      } else {
        before.dropEmptyEnd();
      }
    }
    if (!line.has(BLOCK)) {
      line.cells.set(BLOCK, "绩效指标");
    }
    return true;
  }

  /** Drops the first column, or the first empty one before the name where a label fills it. */
  private static void narrow(Line line) {
    int empty = line.part == Part.HEAD ? BLOCK : line.cells.indexOf("");
    if (empty >= 0 && empty <= NAME) {
      line.cells.remove(empty);
    }
  }

  static boolean headRepeated(Sheet sheet, Random random) {
    Line line = place(sheet, random);
    if (line == null) {
      return false;
    }
    Line head = new Line(Part.FRAGMENT, -1, sheet.first(Part.HEAD).cells);
    head.blanks = blanks(random);
    sheet.lines.add(sheet.lines.indexOf(line), head);
    return true;
  }

  static boolean objectiveBroken(Sheet sheet, Random random) {
    Line line = sheet.first(Part.OBJECTIVE);
    Line rest = new Line(Part.FRAGMENT, -1, List.of());
    for (int column : new int[] {1, 4}) {
      String text = line.cell(column);
      if (text.length() > LONG_TEXT && (column == 1 || random.nextBoolean())) {
        int at = LONG_TEXT / 2 + random.nextInt(text.length() - LONG_TEXT);
        line.cells.set(column, text.substring(0, at).strip());
        rest.cells.set(column, text.substring(at).strip());
      }
    }
    if (rest.cells.stream().allMatch(String::isEmpty)) {
      return false;
    }
    rest.blanks = blanks(random);
    sheet.lines.add(sheet.lines.indexOf(line) + 1, rest);
    return true;
  }

  /** An indicator with another above it and no break between them. */
  private static Line place(Sheet sheet, Random random) {
    List<Line> lines =
        sheet.indicators().stream()
            .filter(line -> line.blanks == 0)
            .filter(line -> sheet.lines.get(sheet.lines.indexOf(line) - 1).part == Part.INDICATOR)
            .toList();
    return lines.isEmpty() ? null : Damage.pick(lines, random);
  }
}
