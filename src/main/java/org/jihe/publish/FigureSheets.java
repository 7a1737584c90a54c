package org.jihe.publish;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.jihe.publish.workbook.TableSheet;
import org.jihe.table.Decimals;
import org.jihe.workspace.WorkspaceTable;
import org.jspecify.annotations.Nullable;

/** Tables of figures as sheets of the bureau's workbook, with Chinese heads. */
final class FigureSheets {

  /** The tables that have a sheet, by their names. */
  private static final Map<String, String> SHEETS =
      Map.of("comparison", "比较", "outliers", "离群", "attention", "优先关注");

  /** Columns for programs alone. */
  private static final List<String> LEFT_OUT =
      List.of("formId", "subject", "dossier", "fingerprint", "far");

  private static final Map<String, String> HEADS =
      Map.ofEntries(
          Map.entry("year", "年度"),
          Map.entry("department", "部门"),
          Map.entry("project", "项目"),
          Map.entry("projectName", "项目"),
          Map.entry("agency", "实施单位"),
          Map.entry("measure", "指标"),
          Map.entry("n", "份数"),
          Map.entry("value", "数值"),
          Map.entry("lower95", "95%区间下限"),
          Map.entry("upper95", "95%区间上限"),
          Map.entry("districtValue", "全区"),
          Map.entry("limitLower95", "95%控制下限"),
          Map.entry("limitUpper95", "95%控制上限"),
          Map.entry("limitLower998", "99.8%控制下限"),
          Map.entry("limitUpper998", "99.8%控制上限"),
          Map.entry("z", "z值"),
          Map.entry("zAdjusted", "调整后z值"),
          Map.entry("pAdjusted", "调整后p值"),
          Map.entry("verdict", "判断"),
          Map.entry("rank", "名次"),
          Map.entry("rankLower", "名次下限"),
          Map.entry("rankUpper", "名次上限"),
          Map.entry("ranked", "参加排名"),
          Map.entry("adjustedLower95", "调整后95%下限"),
          Map.entry("adjustedUpper95", "调整后95%上限"),
          Map.entry("adjustedLower998", "调整后99.8%下限"),
          Map.entry("adjustedUpper998", "调整后99.8%上限"),
          Map.entry("peerGroup", "比较组"),
          Map.entry("peers", "组内份数"),
          Map.entry("median", "中位数"),
          Map.entry("mad", "离差中位数"),
          Map.entry("robustZ", "稳健z值"),
          Map.entry("fence", "界限"),
          Map.entry("sentence", "说明"),
          Map.entry("score", "得分"),
          Map.entry("reason", "理由"),
          Map.entry("reasons", "理由"));

  private FigureSheets() {}

  /** The sheets of the tables that there are and that have rows. */
  static List<TableSheet> of(ReviewData data) throws IOException {
    List<TableSheet> sheets = new ArrayList<>();
    for (WorkspaceTable table : WorkspaceTable.values()) {
      String name = SHEETS.get(table.tableName());
      if (name != null) {
        TableSheet sheet = sheet(name, table, data);
        if (!sheet.rows().isEmpty()) {
          sheets.add(sheet);
        }
      }
    }
    return sheets;
  }

  private static TableSheet sheet(String name, WorkspaceTable table, ReviewData data)
      throws IOException {
    List<StructField> columns = new ArrayList<>();
    List<TableSheet.Head> heads = new ArrayList<>();
    for (StructField column : table.schema().fields()) {
      if (!LEFT_OUT.contains(column.name())) {
        columns.add(column);
        boolean isNumber =
            column.dataType() instanceof NumericType && !column.name().equals("year");
        heads.add(new TableSheet.Head(HEADS.getOrDefault(column.name(), column.name()), isNumber));
      }
    }
    List<List<@Nullable Object>> rows = new ArrayList<>();
    data.table(table)
        .forEach(
            (row, internal) -> {
              List<@Nullable Object> cells = new ArrayList<>();
              for (StructField column : columns) {
                Object value = row.getAs(column.name());
                cells.add(
                    value instanceof java.math.BigDecimal number
                        ? Decimals.plain(number)
                        : value instanceof Integer year && column.name().equals("year")
                            ? String.valueOf(year)
                            : value instanceof Number ? value : RowJson.text(value));
              }
              rows.add(cells);
            });
    return new TableSheet(name, heads, rows);
  }
}
