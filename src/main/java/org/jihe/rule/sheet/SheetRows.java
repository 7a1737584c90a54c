package org.jihe.rule.sheet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jihe.finding.Severity;
import org.jihe.rule.catalogue.RuleException.Problem;
import org.jihe.rule.cell.CellNames;
import org.jihe.rule.sheet.CellValue.Kind;
import org.jihe.rule.sheet.Comparison.Needs;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one rule table (规则表). Every mistake is told with its cell and a remedy. */
final class SheetRows {

  private static final int HEAD_WITHIN = 10;
  private static final Pattern NAME = Pattern.compile("[\\p{L}][\\p{L}\\p{N}_]{0,59}");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
  private static final Set<String> OF_ALL = Set.of("reported", "value", "place", "expected");
  private static final Set<String> OF_INDICATORS =
      Set.of("indicator", "target", "actual", "score", "maxScore");

  /** The columns of a rule table. */
  private enum Column {
    RULE("规则", "规则名称"),
    CELL("单元格", "栏目"),
    CATEGORY("一级指标", "一级指标包含"),
    ASPECT("二级指标", "二级指标包含"),
    INDICATOR("指标名称包含", "三级指标包含"),
    COMPARISON("比较", "比较方式"),
    VALUE("值", "比较值"),
    SEVERITY("级别", "严重程度"),
    MESSAGE("消息", "提示语"),
    ENGLISH("英文消息", "英文"),
    BASIS("依据", "文件依据"),
    NOTE("说明", "为什么");

    private final String head;
    private final String otherHead;

    Column(String head, String otherHead) {
      this.head = head;
      this.otherHead = otherHead;
    }

    boolean isRequired() {
      return this == RULE
          || this == CELL
          || this == COMPARISON
          || this == VALUE
          || this == SEVERITY
          || this == MESSAGE;
    }

    static @Nullable Column named(String head) {
      for (Column column : values()) {
        if (column.head.equals(head) || column.otherHead.equals(head)) {
          return column;
        }
      }
      return null;
    }
  }

  private final Sheet sheet;
  private final Consumer<Problem> problems;
  private final Map<Column, Integer> columns = new EnumMap<>(Column.class);
  private int mistakes;

  private SheetRows(Sheet sheet, Consumer<Problem> problems) {
    this.sheet = sheet;
    this.problems = problems;
  }

  /**
   * The rules of the rows without mistakes. A worksheet without a head row is no rule table; a file
   * must have one that is.
   */
  static List<SheetRule> read(List<Sheet> sheets, Consumer<Problem> problems) {
    List<SheetRule> rules = new ArrayList<>();
    boolean table = false;
    for (Sheet sheet : sheets) {
      Sheet.Row head = head(sheet);
      if (head != null) {
        table = true;
        rules.addAll(new SheetRows(sheet, problems).rows(head));
      }
    }
    if (!table && !sheets.isEmpty()) {
      problems.accept(
          Problem.of(sheets.get(0).file(), 1, "table.noHead", Map.of("heads", requiredHeads())));
    }
    return rules;
  }

  /** A place in a table, such as {@code 规则表!C5}. */
  static String place(String sheet, String column, int row) {
    String cell = column.isEmpty() ? "A" + row : column;
    return sheet.isEmpty() ? cell : sheet + "!" + cell;
  }

  private List<SheetRule> rows(Sheet.Row head) {
    List<SheetRule> rules = new ArrayList<>();
    columns(head);
    if (mistakes > 0) {
      return rules;
    }
    for (Sheet.Row row : sheet.rows()) {
      boolean comment = row.cells().values().stream().anyMatch(text -> text.startsWith("#"));
      if (row.number() > head.number() && !comment) {
        mistakes = 0;
        SheetRule rule = rule(row);
        if (rule != null && mistakes == 0) {
          rules.add(rule);
        }
      }
    }
    return rules;
  }

  private static Sheet.@Nullable Row head(Sheet sheet) {
    for (Sheet.Row row : sheet.rows()) {
      if (row.number() > HEAD_WITHIN) {
        return null;
      }
      if (row.cells().values().stream().anyMatch(text -> Column.RULE == Column.named(text))) {
        return row;
      }
    }
    return null;
  }

  private static String requiredHeads() {
    List<String> heads = new ArrayList<>();
    for (Column column : Column.values()) {
      if (column.isRequired()) {
        heads.add(column.head);
      }
    }
    return String.join(" ", heads);
  }

  private void columns(Sheet.Row head) {
    for (Map.Entry<Integer, String> cell : new TreeMap<>(head.cells()).entrySet()) {
      Column column = Column.named(cell.getValue());
      if (column != null && columns.putIfAbsent(column, cell.getKey()) != null) {
        wrong(head, cell.getKey(), "table.headTwice", Map.of("head", cell.getValue()));
      } else if (column == null && !cell.getValue().startsWith("备注")) {
        wrong(head, cell.getKey(), "table.headUnknown", Map.of("head", cell.getValue()));
      }
    }
    for (Column column : Column.values()) {
      if (column.isRequired() && !columns.containsKey(column)) {
        wrong(head, 0, "table.headMissing", Map.of("head", column.head));
      }
    }
  }

  private @Nullable SheetRule rule(Sheet.Row row) {
    String name = text(row, Column.RULE);
    if (name.isEmpty()) {
      wrong(row, Column.RULE, "table.nameMissing", Map.of());
    } else if (!NAME.matcher(name).matches()) {
      wrong(row, Column.RULE, "table.name", Map.of("name", name));
    }
    Severity severity = severity(row);
    String cell = cell(row);
    Comparison comparison = comparison(row);
    if (cell != null) {
      choice(row, cell);
    }
    if (cell == null || comparison == null || severity == null) {
      return null;
    }
    CellValue value = value(row, cell, comparison);
    messages(row, cell, comparison);
    String printed = text(row, Column.VALUE);
    String english = text(row, Column.ENGLISH);
    return new SheetRule(
        name,
        sheet.file(),
        sheet.name(),
        row.number(),
        cell,
        text(row, Column.CELL),
        text(row, Column.CATEGORY),
        text(row, Column.ASPECT),
        text(row, Column.INDICATOR),
        comparison,
        value == null ? printed : value.number().toPlainString(),
        value == null ? "" : value.unit(),
        printed,
        severity,
        text(row, Column.MESSAGE),
        english.isEmpty() ? text(row, Column.MESSAGE) : english,
        text(row, Column.BASIS),
        text(row, Column.NOTE));
  }

  private @Nullable Severity severity(Sheet.Row row) {
    String text = text(row, Column.SEVERITY);
    return switch (text) {
      case "错误" -> Severity.ERROR;
      case "疑点" -> Severity.DOUBT;
      case "提示" -> Severity.NOTE;
      case "" -> {
        wrong(row, Column.SEVERITY, "table.severityMissing", Map.of());
        yield null;
      }
      default -> {
        wrong(row, Column.SEVERITY, "table.severity", Map.of("severity", text));
        yield null;
      }
    };
  }

  private @Nullable String cell(Sheet.Row row) {
    String text = text(row, Column.CELL);
    String path = CellNames.path(text);
    if (text.isEmpty()) {
      wrong(row, Column.CELL, "table.cellMissing", Map.of());
    } else if (path == null) {
      String names = String.join("、", CellNames.like(text));
      wrong(row, Column.CELL, "table.cell", Map.of("cell", text, "names", names));
    }
    return path;
  }

  private @Nullable Comparison comparison(Sheet.Row row) {
    String text = text(row, Column.COMPARISON);
    Comparison comparison = Comparison.named(text);
    if (comparison == null) {
      List<String> names = new ArrayList<>();
      for (Comparison each : Comparison.values()) {
        names.add(each.printed());
      }
      wrong(
          row,
          Column.COMPARISON,
          text.isEmpty() ? "table.comparisonMissing" : "table.comparison",
          Map.of("comparison", text, "names", String.join("、", names)));
    }
    return comparison;
  }

  /** Only indicators can be chosen among. */
  private void choice(Sheet.Row row, String cell) {
    for (Column column : List.of(Column.CATEGORY, Column.ASPECT, Column.INDICATOR)) {
      if (!text(row, column).isEmpty() && !cell.startsWith("indicators[]")) {
        wrong(row, column, "table.choice", Map.of("cell", text(row, Column.CELL)));
      }
    }
  }

  /** The number to compare with, or null where text is compared or nothing. */
  private @Nullable CellValue value(Sheet.Row row, String cell, Comparison comparison) {
    String text = text(row, Column.VALUE);
    if (comparison.needs() == Needs.NOTHING) {
      if (!text.isEmpty()) {
        wrong(row, Column.VALUE, "table.valueTooMuch", Map.of("comparison", comparison.printed()));
      }
      return null;
    }
    if (text.isEmpty()) {
      wrong(row, Column.VALUE, "table.valueMissing", Map.of("comparison", comparison.printed()));
      return null;
    }
    Kind kind = CellValue.kindOf(cell);
    boolean numeric = kind == Kind.AMOUNT || kind == Kind.PERCENT || kind == Kind.NUMBER;
    if (comparison.needs() == Needs.NUMBER && kind == Kind.TEXT) {
      wrong(
          row,
          Column.COMPARISON,
          "table.notNumeric",
          Map.of("cell", text(row, Column.CELL), "comparison", comparison.printed()));
      return null;
    }
    boolean contains = comparison == Comparison.CONTAINS || comparison == Comparison.NOT_CONTAINS;
    if (numeric && (contains || comparison.needs() == Needs.LIST)) {
      wrong(
          row,
          Column.COMPARISON,
          "table.notText",
          Map.of("cell", text(row, Column.CELL), "comparison", comparison.printed()));
      return null;
    }
    if (comparison.needs() == Needs.LIST && CellFact.several(text).size() < 2) {
      wrong(row, Column.VALUE, "table.oneValue", Map.of("value", text));
    }
    return numeric || comparison.needs() == Needs.NUMBER ? number(row, text, kind) : null;
  }

  private @Nullable CellValue number(Sheet.Row row, String text, Kind kind) {
    CellValue value = CellValue.parse(text);
    if (value == null) {
      wrong(row, Column.VALUE, "table.number", Map.of("value", text));
      return null;
    }
    return switch (kind) {
      case AMOUNT -> {
        if (!value.unit().equals("元") && value.number().signum() != 0) {
          wrong(row, Column.VALUE, "table.amount", Map.of("value", text));
        }
        yield new CellValue(value.number(), "元");
      }
      case PERCENT -> {
        if (!value.unit().equals("%")) {
          wrong(row, Column.VALUE, "table.percent", Map.of("value", text));
        }
        yield value;
      }
      case NUMBER -> {
        if (!Set.of("", "分", "年").contains(value.unit())) {
          wrong(row, Column.VALUE, "table.number", Map.of("value", text));
        }
        yield new CellValue(value.number(), "");
      }
      case MEASURE, TEXT -> value;
    };
  }

  private void messages(Sheet.Row row, String cell, Comparison comparison) {
    String chinese = text(row, Column.MESSAGE);
    if (chinese.isEmpty()) {
      wrong(row, Column.MESSAGE, "table.messageMissing", Map.of());
    }
    Set<String> known = new TreeSet<>(OF_ALL);
    if (cell.startsWith("indicators[]")) {
      known.addAll(OF_INDICATORS);
    }
    if (comparison.needs() == Needs.NOTHING) {
      known.removeAll(Set.of("value", "expected"));
    }
    for (Column column : List.of(Column.MESSAGE, Column.ENGLISH)) {
      Matcher matcher = PLACEHOLDER.matcher(text(row, column));
      while (matcher.find()) {
        if (!known.contains(matcher.group(1))) {
          wrong(
              row,
              column,
              "table.placeholder",
              Map.of("name", matcher.group(), "names", braced(known)));
        }
      }
    }
  }

  private static String braced(Set<String> names) {
    return String.join(" ", names.stream().map(name -> "{" + name + "}").toList());
  }

  private String text(Sheet.Row row, Column column) {
    Integer number = columns.get(column);
    return number == null ? "" : row.cell(number);
  }

  private void wrong(Sheet.Row row, Column column, String key, Map<String, String> arguments) {
    wrong(row, columns.getOrDefault(column, 0), key, arguments);
  }

  private void wrong(Sheet.Row row, int column, String key, Map<String, String> arguments) {
    mistakes++;
    Map<String, String> all = new TreeMap<>(arguments);
    all.put("place", place(sheet.name(), Sheet.address(row.number(), column), row.number()));
    problems.accept(Problem.of(sheet.file(), row.number(), key, all));
  }
}
