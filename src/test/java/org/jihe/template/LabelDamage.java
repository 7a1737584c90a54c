package org.jihe.template;

import static org.jihe.template.Sheet.ASPECT;
import static org.jihe.template.Sheet.BLOCK;
import static org.jihe.template.Sheet.CATEGORY;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.jihe.template.Sheet.Group;
import org.jihe.template.Sheet.Line;
import org.jihe.template.Sheet.Part;

/** Damage to merged labels. */
final class LabelDamage {

  /** Words in a name that tell its aspect to any reader. */
  private static final Map<String, Pattern> TELLING =
      Map.of(
          "时效指标", Pattern.compile("及时|时限"),
          "可持续影响指标", Pattern.compile("长效|制度|机制"),
          "服务对象满意度指标", Pattern.compile("满意度"));

  private LabelDamage() {}

  static boolean categoryMoved(Sheet sheet, Random random) {
    List<Group> groups = groups(sheet, CATEGORY);
    groups.removeIf(group -> !sheet.indicator(group.first()).has(ASPECT));
    if (groups.isEmpty()) {
      return false;
    }
    Group group = Damage.pick(groups, random);
    move(sheet, CATEGORY, group.first(), later(group, random));
    return true;
  }

  static boolean aspectMoved(Sheet sheet, Random random) {
    List<Group> groups = groups(sheet, ASPECT);
    groups.removeIf(group -> sheet.indicator(group.first()).has(CATEGORY) && group.first() > 0);
    return !groups.isEmpty() && moveAspect(sheet, Damage.pick(groups, random), random) >= 0;
  }

  private static int moveAspect(Sheet sheet, Group group, Random random) {
    int to = later(group, random);
    boolean bordered = group.first() == 0 || sheet.indicator(group.first()).has(CATEGORY);
    move(sheet, ASPECT, group.first(), to);
    if (!bordered) {
      // Nothing marks where this group begins, so the rows before the label may be of either.
      openBetween(
          sheet, group.first(), to, sheet.pointsDecide() || sameCategoryAbove(sheet, group));
    }
    return to;
  }

  static boolean categoryEcho(Sheet sheet, Random random) {
    List<Group> groups = groups(sheet, CATEGORY);
    groups.removeIf(group -> !sheet.indicator(group.first()).has(ASPECT));
    if (groups.isEmpty()) {
      return false;
    }
    Group group = Damage.pick(groups, random);
    Line first = sheet.indicator(group.first());
    move(sheet, CATEGORY, group.first(), later(group, random));
    first.cells.set(CATEGORY, first.cell(ASPECT));
    return true;
  }

  static boolean categoryDropped(Sheet sheet, Random random) {
    List<Line> lines =
        sheet.indicators().stream().filter(l -> l.has(CATEGORY) && l.has(ASPECT)).toList();
    if (lines.isEmpty()) {
      return false;
    }
    Damage.pick(lines, random).cells.set(CATEGORY, "");
    return true;
  }

  static boolean aspectDropped(Sheet sheet, Random random) {
    List<Group> groups = new ArrayList<>(sheet.groups(ASPECT));
    groups.removeIf(
        group -> !sheet.indicator(group.first()).has(ASPECT) || group.label().startsWith("服务对象"));
    if (groups.isEmpty()) {
      return false;
    }
    Group group = Damage.pick(groups, random);
    boolean category =
        sheet.indicator(group.first()).has(CATEGORY)
            || sheet.pointsDecide()
            || sameCategoryAbove(sheet, group);
    sheet.indicator(group.first()).cells.set(ASPECT, "");
    // No label is left for the group: only its own rows' names could tell.
    openBetween(sheet, group.first(), group.last() + 1, category);
    return true;
  }

  static boolean labelsLeft(Sheet sheet, Random random) {
    List<Line> lines =
        sheet.indicators().stream().filter(l -> l.isWhole() && l.has(ASPECT)).toList();
    if (lines.isEmpty()) {
      return false;
    }
    Line line = Damage.pick(lines, random);
    line.moved = true;
    line.cells.set(BLOCK, line.cell(CATEGORY));
    line.cells.set(CATEGORY, line.cell(ASPECT));
    line.cells.set(ASPECT, "");
    return true;
  }

  static boolean labelsOverBreak(Sheet sheet, Random random) {
    List<Group> groups = groups(sheet, ASPECT);
    if (groups.isEmpty()) {
      return false;
    }
    Group group = Damage.pick(groups, random);
    int to =
        sheet.indicator(group.first()).has(CATEGORY)
            ? moveBoth(sheet, group, random)
            : moveAspect(sheet, group, random);
    sheet.indicator(to).blanks = 1;
    return true;
  }

  static boolean labelsDown(Sheet sheet, Random random) {
    List<Group> groups = groups(sheet, ASPECT);
    groups.removeIf(group -> !sheet.indicator(group.first()).has(CATEGORY));
    return !groups.isEmpty() && moveBoth(sheet, Damage.pick(groups, random), random) >= 0;
  }

  private static int moveBoth(Sheet sheet, Group group, Random random) {
    int to = later(group, random);
    move(sheet, CATEGORY, group.first(), to);
    move(sheet, ASPECT, group.first(), to);
    if (group.first() > 0 && !sheet.pointsDecide()) {
      // Neither a label nor the points say where the category begins.
      openBetween(sheet, group.first(), to, false);
    }
    return to;
  }

  static boolean labelsAlone(Sheet sheet, Random random) {
    List<Line> lines =
        sheet.indicators().stream().filter(l -> l.isWhole() && l.has(ASPECT)).toList();
    if (lines.isEmpty()) {
      return false;
    }
    Line line = Damage.pick(lines, random);
    Line own = new Line(Part.LABELS, -1, List.of("", line.cell(CATEGORY), line.cell(ASPECT)));
    line.cells.set(CATEGORY, "");
    line.cells.set(ASPECT, "");
    sheet.lines.add(sheet.lines.indexOf(line), own);
    return true;
  }

  /** Groups of more than one row whose label stands where it was first printed. */
  private static List<Group> groups(Sheet sheet, int column) {
    List<Group> groups = new ArrayList<>(sheet.groups(column));
    groups.removeIf(
        group ->
            group.size() < 2 || !sheet.indicator(group.first()).cell(column).equals(group.label()));
    if (column == ASPECT) {
      groups.removeIf(
          group -> {
            for (int i = group.first() + 1; i <= group.last(); i++) {
              if (sheet.indicator(i).hasLabel()) {
                return true;
              }
            }
            return false;
          });
    }
    return groups;
  }

  private static int later(Group group, Random random) {
    return group.first() + 1 + random.nextInt(group.size() - 1);
  }

  private static void move(Sheet sheet, int column, int from, int to) {
    Line source = sheet.indicator(from);
    sheet.indicator(to).cells.set(column, source.cell(column));
    source.cells.set(column, "");
  }

  private static boolean sameCategoryAbove(Sheet sheet, Group group) {
    return group.first() > 0
        && sheet.said(group.first(), "category").equals(sheet.said(group.first() - 1, "category"));
  }

  private static void openBetween(Sheet sheet, int from, int to, boolean categoryDecided) {
    for (int i = from; i < to; i++) {
      Pattern telling = TELLING.get(sheet.said(i, "aspect"));
      if (telling == null || !telling.matcher(sheet.said(i, "name")).find()) {
        sheet.open(i, "aspect");
        if (!categoryDecided) {
          sheet.open(i, "category");
        }
      }
    }
  }
}
