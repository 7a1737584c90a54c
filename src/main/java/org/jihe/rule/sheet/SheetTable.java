package org.jihe.rule.sheet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jihe.rule.folder.RuleException.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A worksheet with a head row: the texts of its rows by column, and mistakes told by their cell.
 */
final class SheetTable {

  private static final int HEAD_WITHIN = 10;

  private final Sheet sheet;
  private final Sheet.Row head;
  private final Consumer<Problem> problems;
  private final Map<SheetColumn, Integer> columns = new EnumMap<>(SheetColumn.class);
  private int mistakes;

  private SheetTable(Sheet sheet, Sheet.Row head, Consumer<Problem> problems) {
    this.sheet = sheet;
    this.head = head;
    this.problems = problems;
  }

  /** The table of a worksheet; null where it has no head row. */
  static @Nullable SheetTable of(Sheet sheet, Consumer<Problem> problems) {
    for (Sheet.Row row : sheet.rows()) {
      if (row.number() > HEAD_WITHIN) {
        return null;
      }
      if (row.cells().values().stream()
          .anyMatch(text -> SheetColumn.RULE == SheetColumn.named(text))) {
        SheetTable table = new SheetTable(sheet, row, problems);
        table.readHead();
        return table;
      }
    }
    return null;
  }

  /** A place in a table, such as {@code 规则表!C5}. */
  static String place(String sheet, String column, int row) {
    String cell = column.isEmpty() ? "A" + row : column;
    return sheet.isEmpty() ? cell : sheet + "!" + cell;
  }

  private void readHead() {
    for (Map.Entry<Integer, String> cell : new TreeMap<>(head.cells()).entrySet()) {
      SheetColumn column = SheetColumn.named(cell.getValue());
      if (column != null && columns.putIfAbsent(column, cell.getKey()) != null) {
        wrong(head, cell.getKey(), "table.headTwice", Map.of("head", cell.getValue()));
      } else if (column == null && !cell.getValue().startsWith("备注")) {
        wrong(head, cell.getKey(), "table.headUnknown", Map.of("head", cell.getValue()));
      }
    }
    for (SheetColumn column : SheetColumn.values()) {
      if (column.isRequired() && !columns.containsKey(column)) {
        wrong(head, 0, "table.headMissing", Map.of("head", column.head()));
      }
    }
  }

  /** The rows below the head that are no comments. */
  List<Sheet.Row> rows() {
    List<Sheet.Row> rows = new ArrayList<>();
    for (Sheet.Row row : sheet.rows()) {
      boolean comment = row.cells().values().stream().anyMatch(text -> text.startsWith("#"));
      if (row.number() > head.number() && !comment) {
        rows.add(row);
      }
    }
    return rows;
  }

  /** Where a row stands. */
  SheetRule.Place place(Sheet.Row row) {
    return new SheetRule.Place(sheet.file(), sheet.name(), row.number());
  }

  /** The text of a cell; empty where it is blank or there is no such column. */
  String text(Sheet.Row row, SheetColumn column) {
    Integer number = columns.get(column);
    return number == null ? "" : row.cell(number);
  }

  /** How many mistakes have been told. */
  int mistakes() {
    return mistakes;
  }

  void wrong(Sheet.Row row, SheetColumn column, String key, Map<String, String> arguments) {
    wrong(row, columns.getOrDefault(column, 0), key, arguments);
  }

  private void wrong(Sheet.Row row, int column, String key, Map<String, String> arguments) {
    mistakes++;
    Map<String, String> all = new TreeMap<>(arguments);
    all.put("place", place(sheet.name(), Sheet.address(row.number(), column), row.number()));
    problems.accept(Problem.of(sheet.file(), row.number(), key, all));
  }
}
