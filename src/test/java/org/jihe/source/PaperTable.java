package org.jihe.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A table to be printed, with lines of text above and below.
 *
 * @param above lines above it
 * @param widths widths of its columns, as shares
 * @param cells its cells, which cover it without gaps
 * @param head number of the row that is repeated on every further page, or -1
 * @param below lines below it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record PaperTable(
    List<String> above, double[] widths, List<PaperCell> cells, int head, List<String> below) {

  /** A merged cell; rows and columns are counted from 0. */
  public record PaperCell(int row, int column, int rows, int columns, String text) {}

  int rows() {
    return cells.stream().mapToInt(cell -> cell.row + cell.rows).max().orElseThrow();
  }

  /** A table without merged cells, for instance {@code of("a|b", "c|d")}. */
  public static PaperTable of(String... rows) {
    Builder builder = new Builder();
    int columns = 0;
    for (String row : rows) {
      String[] texts = row.split("\\|", -1);
      columns = Math.max(columns, texts.length);
      for (int i = 0; i < texts.length; i++) {
        builder.cell(i, 1, 1, texts[i]);
      }
      builder.row++;
    }
    double[] widths = new double[columns];
    java.util.Arrays.fill(widths, 1);
    return new PaperTable(List.of(), widths, builder.cells, -1, List.of());
  }

  public PaperTable with(List<String> above, List<String> below) {
    return new PaperTable(above, widths, cells, head, below);
  }

  /** A form as departments print it. */
  public static PaperTable form(ObjectNode transcript) {
    return Builder.form(transcript);
  }

  private static final class Builder {

    private static final double[] WIDTHS = {1.1, 1.1, 1.2, 2.2, 1.8, 1.8, 0.8, 1.1, 1.8};
    private final List<PaperCell> cells = new ArrayList<>();
    private int row;

    void cell(int column, int columns, int rows, String text) {
      cells.add(new PaperCell(row, column, rows, columns, text));
    }

    static PaperTable form(ObjectNode form) {
      Builder b = new Builder();
      b.cell(0, 1, 1, "项目名称");
      b.cell(1, 8, 1, text(form, "projectName"));
      b.row++;
      b.cell(0, 1, 1, "主管部门");
      b.cell(1, 3, 1, text(form, "supervisingDepartment"));
      b.cell(4, 1, 1, "实施单位");
      b.cell(5, 4, 1, text(form, "implementingAgency"));
      b.row++;
      b.funding(form);
      JsonNode objective = form.get("annualObjective");
      b.cell(0, 1, 2, "年度总体目标");
      b.cell(1, 4, 1, "预期目标");
      b.cell(5, 4, 1, "实际完成情况");
      b.row++;
      b.cell(1, 4, 1, text(objective, "planned"));
      b.cell(5, 4, 1, text(objective, "achieved"));
      b.row++;
      int head = b.row;
      b.indicators(form.get("indicators"));
      b.cell(0, 6, 1, "总分");
      b.cell(6, 1, 1, text(form.get("total"), "maxScore"));
      b.cell(7, 1, 1, text(form.get("total"), "score"));
      b.cell(8, 1, 1, "");
      b.row++;
      String year = "(" + text(form, "year") + " 年度)";
      return new PaperTable(List.of(text(form, "title"), year), WIDTHS, b.cells, head, List.of());
    }

    private void funding(ObjectNode form) {
      cell(0, 1, 5, "项目资金 (" + text(form, "currencyUnit") + ")");
      cell(1, 2, 1, "");
      String[] head = {"年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"};
      for (int i = 0; i < head.length; i++) {
        cell(3 + i, 1, 1, head[i]);
      }
      row++;
      money("年度资金总额", form.get("funding").get("total"));
      money("其中：当年财政拨款", form.get("funding").get("currentYearAppropriation"));
      money("上年结转资金", form.get("funding").get("priorYearCarryOver"));
      money("其他资金", form.get("funding").get("otherFunds"));
    }

    private void money(String label, JsonNode funds) {
      cell(1, 2, 1, label);
      cell(3, 1, 1, text(funds, "originalBudget"));
      cell(4, 1, 1, text(funds, "finalBudget"));
      cell(5, 1, 1, text(funds, "actualExpenditure"));
      boolean total = funds.has("maxScore");
      cell(6, 1, 1, total ? text(funds, "maxScore") : "—");
      cell(7, 1, 1, text(funds, "executionRate"));
      cell(8, 1, 1, text(funds, "score"));
      row++;
    }

    private void indicators(JsonNode rows) {
      cell(0, 1, rows.size() + 1, "绩效指标");
      String[] head = {"一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"};
      for (int i = 0; i < head.length; i++) {
        cell(1 + i, 1, 1, head[i]);
      }
      row++;
      for (int i = 0; i < rows.size(); i++) {
        JsonNode indicator = rows.get(i);
        label(1, rows, i, false);
        label(2, rows, i, true);
        String[] names = {"name", "target", "actual", "maxScore", "score", "varianceExplanation"};
        for (int n = 0; n < names.length; n++) {
          cell(3 + n, 1, 1, text(indicator, names[n]));
        }
        row++;
      }
    }

    /** The label of a run of equal ones stands once, in a cell over all its rows. */
    private void label(int column, JsonNode rows, int at, boolean aspect) {
      if (at > 0 && same(rows, at - 1, at, aspect)) {
        return;
      }
      int end = at + 1;
      while (end < rows.size() && same(rows, end - 1, end, aspect)) {
        end++;
      }
      cell(column, 1, end - at, text(rows.get(at), aspect ? "aspect" : "category"));
    }

    private static boolean same(JsonNode rows, int one, int other, boolean aspect) {
      JsonNode a = rows.get(one);
      JsonNode b = rows.get(other);
      boolean category = text(a, "category").equals(text(b, "category"));
      return aspect
          ? category && (text(a, "aspect").equals(text(b, "aspect")) || text(b, "aspect").isEmpty())
          : category;
    }

    private static String text(JsonNode node, String name) {
      JsonNode value = node.path(name);
      String text = value.isMissingNode() || value.isNull() ? "" : value.asText();
      return text.equals("*") ? "" : text;
    }
  }
}
