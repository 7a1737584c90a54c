package org.jihe.rule.sheet;

import java.util.Map;
import java.util.Set;
import org.jihe.rule.sheet.Comparison.Needs;
import org.jspecify.annotations.Nullable;

/** Reads what a row's cell is compared with: it must fit the cell and the comparison. */
final class RowValue {

  private final SheetTable table;
  private final Sheet.Row row;
  private final String text;
  private final String cellPrinted;

  RowValue(SheetTable table, Sheet.Row row) {
    this.table = table;
    this.row = row;
    this.text = table.text(row, SheetColumn.VALUE);
    this.cellPrinted = table.text(row, SheetColumn.CELL);
  }

  SheetRule.Condition condition(String cell, Comparison comparison) {
    CellValue value = value(CellKind.of(cell), comparison);
    return new SheetRule.Condition(
        cellPrinted,
        comparison,
        value == null ? text : value.number().toPlainString(),
        value == null ? "" : value.unit(),
        text);
  }

  /** The number to compare with, or null where text is compared or nothing. */
  private @Nullable CellValue value(CellKind kind, Comparison comparison) {
    if (!isThereAsNeeded(comparison) || !fits(kind, comparison)) {
      return null;
    }
    if (comparison.needs() == Needs.LIST && CellFact.several(text).size() < 2) {
      table.wrong(row, SheetColumn.VALUE, "table.oneValue", Map.of("value", text));
    }
    return kind.isNumeric() || comparison.needs() == Needs.NUMBER ? number(kind) : null;
  }

  /** True where a value stands there and is wanted. */
  private boolean isThereAsNeeded(Comparison comparison) {
    boolean wanted = comparison.needs() != Needs.NOTHING;
    if (wanted == text.isEmpty()) {
      String key = wanted ? "table.valueMissing" : "table.valueTooMuch";
      Map<String, String> told = Map.of("comparison", comparison.printed());
      table.wrong(row, SheetColumn.VALUE, key, told);
      return false;
    }
    return wanted;
  }

  /** True where the cell can be compared so. */
  private boolean fits(CellKind kind, Comparison comparison) {
    boolean contains = comparison == Comparison.CONTAINS || comparison == Comparison.NOT_CONTAINS;
    Map<String, String> told = Map.of("cell", cellPrinted, "comparison", comparison.printed());
    if (comparison.needs() == Needs.NUMBER && kind == CellKind.TEXT) {
      table.wrong(row, SheetColumn.COMPARISON, "table.notNumeric", told);
      return false;
    }
    if (kind.isNumeric() && (contains || comparison.needs() == Needs.LIST)) {
      table.wrong(row, SheetColumn.COMPARISON, "table.notText", told);
      return false;
    }
    return true;
  }

  private @Nullable CellValue number(CellKind kind) {
    CellValue value = CellValue.parse(text);
    if (value == null) {
      table.wrong(row, SheetColumn.VALUE, "table.number", Map.of("value", text));
      return null;
    }
    return switch (kind) {
      case AMOUNT -> {
        demandUnit(value.unit().equals("元") || value.number().signum() == 0, "table.amount");
        yield new CellValue(value.number(), "元");
      }
      case PERCENT -> {
        demandUnit(value.unit().equals("%"), "table.percent");
        yield value;
      }
      case NUMBER -> {
        demandUnit(Set.of("", "分", "年").contains(value.unit()), "table.number");
        yield new CellValue(value.number(), "");
      }
      case MEASURE, TEXT -> value;
    };
  }

  private void demandUnit(boolean right, String key) {
    if (!right) {
      table.wrong(row, SheetColumn.VALUE, key, Map.of("value", text));
    }
  }
}
