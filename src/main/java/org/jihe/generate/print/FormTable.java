package org.jihe.generate.print;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jihe.generate.print.PrintedCell.Role;

/** Puts a form's cells together, row by row. */
final class FormTable {

  private final ObjectNode form;
  private final List<Integer> widths;
  private final List<PrintedCell> cells = new ArrayList<>();
  private int row;
  private int head = -1;

  /** A column of the indicator table: the field's name, or none, and how wide its cells are. */
  record Column(String label, String field, int span) {
    static Column of(String label, String field) {
      return new Column(label, field, 1);
    }
  }

  FormTable(ObjectNode form, Integer... widths) {
    this.form = form;
    this.widths = List.of(widths);
  }

  int columns() {
    return widths.size();
  }

  int row() {
    return row;
  }

  /** Ends the row. */
  FormTable next() {
    row++;
    return this;
  }

  /** A cell of the current row. */
  FormTable put(int column, int span, String text, Role role, String... subjects) {
    return put(column, 1, span, text, role, List.of(subjects));
  }

  FormTable put(int column, int rowSpan, int span, String text, Role role, List<String> subjects) {
    cells.add(new PrintedCell(row, column, rowSpan, span, text, role, subjects));
    return this;
  }

  FormTable label(int column, int span, String text) {
    return put(column, span, text, Role.LABEL);
  }

  /** The cell of a value. */
  FormTable value(int column, int span, String path, Role role) {
    return put(column, span, text(path), role, path);
  }

  /** A line over the whole width. */
  FormTable line(Role role, String text, String... subjects) {
    return put(0, columns(), text, role, subjects).next();
  }

  /** Merged cells over the runs of a label, from the current row down. */
  FormTable runs(int column, String field, List<Integer> starts) {
    int all = form.get("indicators").size();
    for (int i = 0; i < starts.size(); i++) {
      int first = starts.get(i);
      int next = i + 1 < starts.size() ? starts.get(i + 1) : all;
      List<String> subjects = new ArrayList<>();
      for (int indicator = first; indicator < next; indicator++) {
        subjects.add("indicators[" + indicator + "]." + field);
      }
      String text = text("indicators[" + first + "]." + field);
      cells.add(new PrintedCell(row + first, column, next - first, 1, text, Role.LABEL, subjects));
    }
    return this;
  }

  /** Indicators at which a new run begins: of the category, or of the aspect as well. */
  List<Integer> starts(String... fields) {
    List<Integer> starts = new ArrayList<>();
    JsonNode indicators = form.get("indicators");
    for (int i = 0; i < indicators.size(); i++) {
      for (String field : fields) {
        if (i == 0 || !text(indicators.get(i), field).equals(text(indicators.get(i - 1), field))) {
          starts.add(i);
          break;
        }
      }
    }
    return starts;
  }

  /** The current row is the head of the indicator table. */
  FormTable head() {
    head = row;
    return this;
  }

  ObjectNode form() {
    return form;
  }

  /** Text of the value at a path; empty where it is blank. */
  String text(String path) {
    JsonNode node = form;
    for (String step : path.split("\\.", -1)) {
      int bracket = step.indexOf('[');
      node = node.path(bracket < 0 ? step : step.substring(0, bracket));
      if (bracket >= 0) {
        node = node.path(Integer.parseInt(step.substring(bracket + 1, step.length() - 1)));
      }
    }
    return node.isNull() || node.isMissingNode() ? "" : node.asText();
  }

  static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isNull() || value.isMissingNode() ? "" : value.asText();
  }

  /** The form; what no cell covers is filled with blank cells. */
  PrintedForm done() {
    boolean[][] covered = new boolean[row][columns()];
    for (PrintedCell cell : cells) {
      for (int r = cell.row(); r <= cell.lastRow(); r++) {
        for (int c = cell.column(); c <= cell.lastColumn(); c++) {
          if (covered[r][c]) {
            throw new IllegalStateException("two cells at row " + r + " column " + c);
          }
          covered[r][c] = true;
        }
      }
    }
    for (int r = 0; r < row; r++) {
      for (int c = 0; c < columns(); c++) {
        if (!covered[r][c]) {
          cells.add(new PrintedCell(r, c, 1, 1, "", Role.TEXT, List.of()));
        }
      }
    }
    cells.sort(Comparator.comparingInt(PrintedCell::row).thenComparingInt(PrintedCell::column));
    return new PrintedForm(form, cells, widths, head, row);
  }
}
