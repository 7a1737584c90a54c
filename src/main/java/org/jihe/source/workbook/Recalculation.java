package org.jihe.source.workbook;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.jihe.source.file.Budget;
import org.jihe.source.file.ReadingStopped;
import org.jspecify.annotations.Nullable;

/**
 * Formulas whose values a workbook does not hold, computed once all of it has been read. What
 * cannot be computed (a function that is not known, another workbook) stays what it was before: the
 * formula, or the value that was there.
 */
final class Recalculation {

  /** Beyond this the others stay as they are: computing is slower than reading by far. */
  private static final int MOST = 20_000;

  /** One formula: the sheet's name, row and column from 1, and the cell whose text to set. */
  private record Formula(
      String sheet, int row, int column, String format, SheetCells cells, int index) {}

  /** Opens the whole workbook, which is only needed where something is to be computed. */
  interface Opening {
    Workbook open() throws Exception;
  }

  private final List<Formula> formulas = new ArrayList<>();
  private final Budget budget;

  Recalculation(Budget budget) {
    this.budget = budget;
  }

  void add(String sheet, int row, int column, String format, SheetCells cells, int index) {
    if (formulas.size() < MOST) {
      formulas.add(new Formula(sheet, row, column, format, cells, index));
    }
  }

  boolean isNeeded() {
    return !formulas.isEmpty();
  }

  void run(Opening opening, ShownNumbers numbers) throws ReadingStopped {
    if (formulas.isEmpty()) {
      return;
    }
    try (Workbook workbook = opening.open()) {
      FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
      for (Formula formula : formulas) {
        budget.checkInterrupted();
        String text = computed(formula, workbook, evaluator, numbers);
        if (text != null) {
          formula.cells.change(formula.index, text);
        }
      }
    } catch (Exception | StackOverflowError | AssertionError e) {
      ReadingStopped stop = ReadingStopped.within(e);
      if (stop != null) {
        throw stop;
      }
      // The cells have been read; that they cannot be computed is told by what they print.
    }
  }

  private static @Nullable String computed(
      Formula formula, Workbook workbook, FormulaEvaluator evaluator, ShownNumbers numbers) {
    Sheet sheet = workbook.getSheet(formula.sheet);
    Row row = sheet == null ? null : sheet.getRow(formula.row - 1);
    Cell cell = row == null ? null : row.getCell(formula.column - 1);
    if (cell == null) {
      return null;
    }
    try {
      CellValue value = evaluator.evaluate(cell);
      return value == null ? null : shown(value, formula.format, numbers);
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      return null;
    }
  }

  private static @Nullable String shown(CellValue value, String format, ShownNumbers numbers) {
    return switch (value.getCellType()) {
      case NUMERIC -> numbers.shown(value.getNumberValue(), format);
      case STRING -> value.getStringValue();
      case BOOLEAN -> value.getBooleanValue() ? "TRUE" : "FALSE";
      case ERROR -> FormulaError.forInt(value.getErrorValue()).getString();
      default -> "";
    };
  }
}
