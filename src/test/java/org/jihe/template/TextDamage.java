package org.jihe.template;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.jihe.template.Sheet.Line;
import org.jihe.template.Sheet.Part;

/** Damage to characters. */
final class TextDamage {

  private static final Map<String, String> WRAPS =
      Map.ofEntries(
          Map.entry("年度总体目标", "年度 总体 目标"),
          Map.entry("年度目标", "年度 目标"),
          Map.entry("绩效指标", "绩效 指标"),
          Map.entry("年度指标值", "年度 指标值"),
          Map.entry("实际完成值", "实际 完成值"),
          Map.entry("偏差原因分析及改进措施", "偏差原因分析及 改进措施"),
          Map.entry("服务对象满意度指标", "服务对象 满意度指标"),
          Map.entry("可持续影响指标", "可持续影响 指标"),
          Map.entry("社会效益指标", "社会效益 指标"),
          Map.entry("总分", "总 分"),
          Map.entry("其中：当年财政拨款", "其中： 当年财政拨款"));

  private static final Set<Part> TEXTS =
      Set.of(Part.PROJECT, Part.DEPARTMENT, Part.OBJECTIVE, Part.INDICATOR, Part.FRAGMENT);

  private static final Pattern TWO_CHINESE = Pattern.compile("\\p{IsHan}{2}");

  private TextDamage() {}

  static boolean labelWrapped(Sheet sheet, Random random) {
    for (Line line : sheet.lines) {
      line.cells.replaceAll(
          cell -> WRAPS.containsKey(cell) && random.nextBoolean() ? WRAPS.get(cell) : cell);
    }
    return true;
  }

  static boolean textWrapped(Sheet sheet, Random random) {
    int step = 8 + random.nextInt(5);
    for (Line line : sheet.lines) {
      if (TEXTS.contains(line.part)) {
        line.cells.replaceAll(
            cell -> WRAPS.containsKey(cell) || random.nextInt(3) == 0 ? cell : wrapped(cell, step));
      }
    }
    return true;
  }

  /** A space about every {@code step} characters, inside Chinese words alone. */
  private static String wrapped(String text, int step) {
    StringBuilder wrapped = new StringBuilder();
    int since = 0;
    for (int i = 0; i < text.length(); i++) {
      if (since >= step && TWO_CHINESE.matcher(text.substring(i - 1, i + 1)).matches()) {
        wrapped.append(' ');
        since = 0;
      }
      wrapped.append(text.charAt(i));
      since++;
    }
    return wrapped.toString();
  }

  static boolean paragraphTags(Sheet sheet, Random random) {
    Line line = sheet.first(Part.OBJECTIVE);
    line.cells.replaceAll(
        cell -> cell.isEmpty() || WRAPS.containsKey(cell) ? cell : "<p>" + cell + "</p>");
    return true;
  }

  static boolean punctuation(Sheet sheet, Random random) {
    String unit = Sheet.text(sheet.expected, "currencyUnit");
    String year = Sheet.text(sheet.expected, "year");
    sheet
        .first(Part.FUNDING_HEAD)
        .cells
        .set(0, Damage.pick(List.of("项目资金（%s）", "项目资金(%s)", "项目资金 （%s）"), random).formatted(unit));
    sheet
        .first(Part.YEAR)
        .cells
        .set(0, Damage.pick(List.of("（%s年度）", "(%s年度)", "（%s 年度）"), random).formatted(year));
    String among = Damage.pick(List.of("其中:当年财政拨款", "其中: 当年财政拨款"), random);
    String dash = Damage.pick(List.of("-", "－", "——"), random);
    for (Line line : sheet.all(Part.FUNDING)) {
      Collections.replaceAll(line.cells, "其中：当年财政拨款", among);
      Collections.replaceAll(line.cells, "—", dash);
    }
    return true;
  }

  static boolean lineEnds(Sheet sheet, Random random) {
    boolean fewer = random.nextBoolean();
    for (Line line : sheet.lines) {
      if (fewer) {
        while (line.cells.size() > 1 && !line.has(line.cells.size() - 1)) {
          line.dropEmptyEnd();
        }
      } else if (random.nextBoolean()) {
        line.cells.add("");
      }
    }
    return true;
  }
}
