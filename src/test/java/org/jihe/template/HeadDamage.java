package org.jihe.template;

import static org.jihe.template.Sheet.BLOCK;
import static org.jihe.template.Sheet.NAME;

import java.util.List;
import java.util.Random;
import org.jihe.template.Sheet.Line;
import org.jihe.template.Sheet.Part;

/** Damage to the lines above the indicators and to the total. */
final class HeadDamage {

  private HeadDamage() {}

  static boolean blockLabel(Sheet sheet, Random random) {
    Line head = sheet.first(Part.HEAD);
    if (!head.cell(BLOCK).equals("绩效指标")) {
      return false;
    }
    List<Line> lines = sheet.indicators().stream().filter(Line::isWhole).toList();
    int way = lines.isEmpty() ? 0 : random.nextInt(3);
    head.cells.set(BLOCK, way == 1 ? "绩" : "");
    if (way > 0) {
      Damage.pick(lines, random).cells.set(BLOCK, way == 1 ? "效 指 标" : "绩效指标");
    }
    return true;
  }

  static boolean headLeft(Sheet sheet, Random random) {
    Line head = sheet.first(Part.HEAD);
    if (head.cells.indexOf("三级指标") != NAME) {
      return false;
    }
    head.left();
    return true;
  }

  static boolean objectiveLabel(Sheet sheet, Random random) {
    Line head = sheet.first(Part.OBJECTIVE_HEAD);
    Line text = sheet.first(Part.OBJECTIVE);
    String[] above = {"", "", "", "年度总体"};
    String[] below = {"年度总体目标", "年度目标", "", "目标"};
    int way = random.nextInt(above.length);
    head.cells.set(0, above[way]);
    text.cells.set(0, below[way]);
    return true;
  }

  static boolean agencyShifted(Sheet sheet, Random random) {
    boolean objective = random.nextBoolean();
    for (Line line : sheet.lines) {
      boolean shifted =
          line.part == Part.DEPARTMENT
              || (objective && (line.part == Part.OBJECTIVE_HEAD || line.part == Part.OBJECTIVE));
      if (shifted) {
        line.dropEmptyEnd();
        line.cells.add(3, "");
      }
    }
    return true;
  }

  static boolean totalShifted(Sheet sheet, Random random) {
    Line total = sheet.first(Part.TOTAL);
    switch (random.nextInt(3)) {
      case 0 -> {
        total.cells.add(1, total.cells.remove(0));
      }
      case 1 -> total.cells.remove(1);
      default -> total.right();
    }
    return true;
  }

  static boolean fundingShifted(Sheet sheet, Random random) {
    List<Line> rows = sheet.all(Part.FUNDING);
    int from = random.nextInt(rows.size());
    int to = from + 1 + random.nextInt(rows.size() - from);
    boolean left = random.nextBoolean();
    rows.subList(from, to).forEach(left ? Line::left : Line::right);
    return true;
  }

  static boolean totalGlued(Sheet sheet, Random random) {
    Line total = sheet.first(Part.TOTAL);
    int number = 1;
    while (number < total.cells.size() && !total.has(number)) {
      number++;
    }
    if (number == total.cells.size() || total.cell(number).equals("总分")) {
      return false;
    }
    total.cells.set(0, "总分 " + total.cell(number));
    total.cells.set(number, "");
    return true;
  }
}
