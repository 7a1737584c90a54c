package org.jihe.rule.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jihe.finding.Severity;
import org.jihe.rule.cell.CellNames;
import org.jihe.rule.folder.RuleException.Problem;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one rule table (规则表). Every mistake is told with its cell and a remedy. */
final class SheetRows {

  private static final Pattern NAME = Pattern.compile("[\\p{L}][\\p{L}\\p{N}_]{0,59}");

  private final SheetTable table;

  private SheetRows(SheetTable table) {
    this.table = table;
  }

  /**
   * The rules of the rows without mistakes. A worksheet without a head row is no rule table; a file
   * must have one that is.
   */
  static List<SheetRule> read(List<Sheet> sheets, Consumer<Problem> problems) {
    List<SheetRule> rules = new ArrayList<>();
    boolean found = false;
    for (Sheet sheet : sheets) {
      SheetTable table = SheetTable.of(sheet, problems);
      if (table != null) {
        found = true;
        rules.addAll(new SheetRows(table).rows());
      }
    }
    if (!found && !sheets.isEmpty()) {
      problems.accept(
          Problem.of(sheets.get(0).file(), 1, "table.noHead", Map.of("heads", requiredHeads())));
    }
    return rules;
  }

  private static String requiredHeads() {
    List<String> heads = new ArrayList<>();
    for (SheetColumn column : SheetColumn.values()) {
      if (column.isRequired()) {
        heads.add(column.head());
      }
    }
    return String.join(" ", heads);
  }

  private List<SheetRule> rows() {
    List<SheetRule> rules = new ArrayList<>();
    if (table.mistakes() > 0) { // In the head.
      return rules;
    }
    for (Sheet.Row row : table.rows()) {
      int before = table.mistakes();
      SheetRule rule = rule(row);
      if (rule != null && table.mistakes() == before) {
        rules.add(rule);
      }
    }
    return rules;
  }

  private @Nullable SheetRule rule(Sheet.Row row) {
    String name = name(row);
    Severity severity = severity(row);
    String cell = cell(row);
    Comparison comparison = comparison(row);
    if (cell != null) {
      choice(row, cell);
    }
    if (cell == null || comparison == null || severity == null) {
      return null;
    }
    SheetRule.Condition condition = new RowValue(table, row).condition(cell, comparison);
    SheetRule.Wording wording = new RowWording(table, row).read(cell, comparison);
    CellChoice cells =
        new CellChoice(
            cell,
            table.text(row, SheetColumn.CATEGORY),
            table.text(row, SheetColumn.ASPECT),
            table.text(row, SheetColumn.INDICATOR));
    return new SheetRule(name, table.place(row), cells, condition, severity, wording);
  }

  private String name(Sheet.Row row) {
    String name = table.text(row, SheetColumn.RULE);
    if (name.isEmpty()) {
      table.wrong(row, SheetColumn.RULE, "table.nameMissing", Map.of());
    } else if (!NAME.matcher(name).matches()) {
      table.wrong(row, SheetColumn.RULE, "table.name", Map.of("name", name));
    }
    return name;
  }

  private @Nullable Severity severity(Sheet.Row row) {
    String text = table.text(row, SheetColumn.SEVERITY);
    return switch (text) {
      case "错误" -> Severity.ERROR;
      case "疑点" -> Severity.DOUBT;
      case "提示" -> Severity.NOTE;
      case "" -> {
        table.wrong(row, SheetColumn.SEVERITY, "table.severityMissing", Map.of());
        yield null;
      }
      default -> {
        table.wrong(row, SheetColumn.SEVERITY, "table.severity", Map.of("severity", text));
        yield null;
      }
    };
  }

  private @Nullable String cell(Sheet.Row row) {
    String text = table.text(row, SheetColumn.CELL);
    String path = CellNames.path(text);
    if (text.isEmpty()) {
      table.wrong(row, SheetColumn.CELL, "table.cellMissing", Map.of());
    } else if (path == null) {
      String names = String.join("、", CellNames.like(text));
      table.wrong(row, SheetColumn.CELL, "table.cell", Map.of("cell", text, "names", names));
    }
    return path;
  }

  private @Nullable Comparison comparison(Sheet.Row row) {
    String text = table.text(row, SheetColumn.COMPARISON);
    Comparison comparison = Comparison.named(text);
    if (comparison == null) {
      List<String> names = new ArrayList<>();
      for (Comparison each : Comparison.values()) {
        names.add(each.printed());
      }
      table.wrong(
          row,
          SheetColumn.COMPARISON,
          text.isEmpty() ? "table.comparisonMissing" : "table.comparison",
          Map.of("comparison", text, "names", String.join("、", names)));
    }
    return comparison;
  }

  /** Only indicators can be chosen among. */
  private void choice(Sheet.Row row, String cell) {
    for (SheetColumn column :
        List.of(SheetColumn.CATEGORY, SheetColumn.ASPECT, SheetColumn.INDICATOR)) {
      if (!table.text(row, column).isEmpty() && !SheetRule.isOfIndicators(cell)) {
        Map<String, String> told = Map.of("cell", table.text(row, SheetColumn.CELL));
        table.wrong(row, column, "table.choice", told);
      }
    }
  }
}
