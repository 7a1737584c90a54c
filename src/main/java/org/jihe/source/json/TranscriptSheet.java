package org.jihe.source.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jihe.layout.Cell;
import org.jihe.layout.Grid;
import org.jihe.layout.Position;
import org.jihe.source.json.JsonTree.Value;
import org.jspecify.annotations.Nullable;

/**
 * Lays a transcript out as the form that it was taken from: the labels of a self-evaluation form
 * with the transcript's values beside and under them, each in the line of the JSON text where the
 * value stands and in its column of the form. What the schema does not know is laid out under its
 * own name.
 */
final class TranscriptSheet {

  private static final int WIDTH = 9;
  private static final int OBJECTIVE = (WIDTH - 1) / 2;

  /** Column of the points of an indicator. */
  private static final int POINTS = 7;

  private static final Map<String, String> FUNDING_COLUMNS =
      labels(
          "originalBudget 年初预算数",
          "finalBudget 全年预算数",
          "actualExpenditure 全年执行数",
          "maxScore 分值",
          "executionRate 执行率",
          "score 得分");

  private static final Map<String, String> FUNDING_ROWS =
      labels(
          "total 年度资金总额",
          "currentYearAppropriation 其中：当年财政拨款",
          "priorYearCarryOver 上年结转资金",
          "otherFunds 其他资金");

  private static final Map<String, String> INDICATOR_COLUMNS =
      labels(
          "category 一级指标",
          "aspect 二级指标",
          "name 三级指标",
          "target 年度指标值",
          "actual 实际完成值",
          "maxScore 分值",
          "score 得分",
          "varianceExplanation 偏差原因分析及改进措施");

  /** Members that are laid out in their places, and those that say nothing of the form. */
  private static final Set<String> PLACED =
      Set.of(
          ("form source template notes title year projectName supervisingDepartment"
                  + " implementingAgency currencyUnit funding annualObjective indicators total extras")
              .split(" "));

  private final String file;
  private final Value root;
  private final List<List<Cell>> rows = new ArrayList<>();

  private TranscriptSheet(String file, Value root) {
    this.file = file;
    this.root = root;
  }

  private static Map<String, String> labels(String... pairs) {
    Map<String, String> labels = new LinkedHashMap<>();
    for (String pair : pairs) {
      int space = pair.indexOf(' ');
      labels.put(pair.substring(0, space), pair.substring(space + 1));
    }
    return labels;
  }

  /** True for an object that has what makes a transcript. */
  static boolean isTranscript(Value value) {
    Value indicators = value.member("indicators");
    boolean published = value.member("formId") != null && value.member("dossier") != null;
    return indicators != null
        && !published // a row of the forms that a review published, with a value's parts for cells
        && indicators.items() != null
        && (value.member("projectName") != null || value.member("funding") != null);
  }

  /** The form as a table. */
  static Grid whole(String file, Value transcript) {
    TranscriptSheet sheet = new TranscriptSheet(file, transcript);
    sheet.toIndicators();
    sheet.toEnd();
    return new Grid(sheet.rows, Grid.Columns.FIXED);
  }

  /** What is there of a form whose text breaks off: without its last row, as on a torn page. */
  static Grid torn(String file, Value transcript) {
    TranscriptSheet sheet = new TranscriptSheet(file, transcript);
    sheet.toIndicators();
    return new Grid(sheet.rows, Grid.Columns.FIXED);
  }

  private void toIndicators() {
    Value title = root.member("title");
    if (title != null && title.text() != null) {
      new Line().add(title.text(), title, WIDTH).end();
    }
    Value year = root.member("year");
    if (year != null && year.text() != null) {
      new Line().add("（" + year.text() + "年度）", year, WIDTH).end();
    }
    pair("项目名称", root.member("projectName"));
    pair("主管部门", root.member("supervisingDepartment"));
    pair("实施单位", root.member("implementingAgency"));
    for (String name : others(root, PLACED)) {
      pair(name, root.member(name));
    }
    extras("head").forEach(this::pair);
    funding();
    objective();
    indicators();
  }

  private void funding() {
    Value funding = root.member("funding");
    if (funding == null || funding.members() == null) {
      return;
    }
    Value unit = root.member("currencyUnit");
    Line head = new Line();
    if (unit == null || unit.text() == null) {
      head.add("项目资金", funding, 1);
    } else {
      head.add("项目资金（" + unit.text() + "）", unit, 1);
    }
    head.add("", funding, 1);
    List<Item> items = new ArrayList<>();
    for (String name : FUNDING_ROWS.keySet()) {
      addPart(items, funding, name);
    }
    for (String name : others(funding, FUNDING_ROWS.keySet())) {
      addPart(items, funding, name);
    }
    table(head, FUNDING_COLUMNS, funding, items);
  }

  private void addPart(List<Item> items, Value funding, String name) {
    Value part = funding.member(name);
    if (part != null) {
      String label = FUNDING_ROWS.getOrDefault(name, name);
      items.add(new Item(List.of("", label), part, extras("funding." + name)));
    }
  }

  private void objective() {
    Value objective = root.member("annualObjective");
    if (objective != null) {
      new Line()
          .add("年度总体目标", objective, 1)
          .add("预期目标", objective, OBJECTIVE)
          .add("实际完成情况", objective, OBJECTIVE)
          .end();
      new Line()
          .add("", objective, 1)
          .add(objective, "planned", OBJECTIVE)
          .add(objective, "achieved", OBJECTIVE)
          .end();
    }
  }

  private void indicators() {
    Value indicators = root.member("indicators");
    if (indicators != null && indicators.items() != null) {
      List<Item> items = new ArrayList<>();
      for (Value indicator : indicators.items()) {
        String subject = "indicators[" + items.size() + "]";
        items.add(new Item(List.of(""), indicator, extras(subject)));
      }
      Line head = new Line().add("绩效指标", indicators, 1);
      table(head, INDICATOR_COLUMNS, indicators, items);
    }
  }

  private void toEnd() {
    Value total = root.member("total");
    if (total != null) {
      Line line = new Line().add("总分", total, POINTS - 1);
      line.add(total, "maxScore", 1).add(total, "score", 1);
      if (total.member("grade") != null) {
        line.add(total, "grade", 1);
      }
      line.end();
    }
    extras("closing").forEach(this::pair);
  }

  /**
   * What stands in one row of a table.
   *
   * @param labels what stands before its values
   * @param extras values of columns that the schema does not know
   */
  private record Item(List<String> labels, Value values, Map<String, Value> extras) {}

  private void table(Line head, Map<String, String> columns, Value place, List<Item> items) {
    Set<String> unknown = new LinkedHashSet<>();
    Set<String> extras = new LinkedHashSet<>();
    for (Item item : items) {
      unknown.addAll(others(item.values, columns.keySet()));
      extras.addAll(item.extras.keySet());
    }
    columns.values().forEach(label -> head.add(label, place, 1));
    unknown.forEach(label -> head.add(label, place, 1));
    extras.forEach(label -> head.add(label, place, 1));
    head.end();
    for (Item item : items) {
      Line line = new Line();
      item.labels.forEach(label -> line.add(label, item.values, 1));
      columns.keySet().forEach(name -> line.add(item.values, name, 1));
      unknown.forEach(name -> line.add(item.values, name, 1));
      for (String name : extras) {
        Value value = item.extras.get(name);
        line.add(value == null ? "" : text(value), value == null ? item.values : value, 1);
      }
      line.end();
    }
  }

  /** A row that is filled from left to right. */
  private final class Line {

    private final List<Cell> cells = new ArrayList<>();
    private int column = 1;

    Line add(String text, Value value, int columns) {
      cells.add(new Cell(text, Position.inText(file, value.line(), column), 1, columns));
      column += columns;
      return this;
    }

    /** Adds a member of an object, or nothing at the object's place where it has none. */
    Line add(Value object, String name, int columns) {
      Value value = object.member(name);
      return add(value == null ? "" : text(value), value == null ? object : value, columns);
    }

    void end() {
      rows.add(cells);
    }
  }

  /** Extras of a subject by their labels. */
  private Map<String, Value> extras(String subject) {
    Map<String, Value> found = new LinkedHashMap<>();
    Value extras = root.member("extras");
    if (extras != null && extras.items() != null) {
      for (Value extra : extras.items()) {
        Value about = extra.member("subject");
        Value label = extra.member("label");
        Value value = extra.member("value");
        if (about != null && subject.equals(about.text()) && value != null) {
          found.put(label == null ? "" : text(label), value);
        }
      }
    }
    return found;
  }

  private void pair(String label, @Nullable Value value) {
    if (value != null) {
      new Line().add(label, value, 1).add(text(value), value, WIDTH - 1).end();
    }
  }

  private static List<String> others(Value object, Set<String> known) {
    return object.members() == null
        ? List.of()
        : object.members().keySet().stream().filter(name -> !known.contains(name)).toList();
  }

  /** Text of a value; of one that has members the texts of these. */
  private static String text(Value value) {
    if (value.text() != null) {
      return value.text();
    }
    List<String> parts = new ArrayList<>();
    if (value.items() != null) {
      value.items().forEach(item -> parts.add(text(item)));
    } else if (value.members() != null) {
      value.members().forEach((name, member) -> parts.add(name + " " + text(member)));
    }
    return String.join("\n", parts);
  }
}
