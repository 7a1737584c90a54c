package org.jihe.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jihe.SampleForms;
import org.jihe.source.DocWriter.DocCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/** The sample's forms printed into office files, each with the merged cells that clerks draw. */
final class PrintedForms {

  private static final int COLUMNS = 8;
  private static final int TWIPS = 1200;

  /** A printed cell, row and column from 0. */
  record Printed(int row, int column, int height, int width, String text) {}

  /** One form: its title and its table. */
  record Form(String title, int rows, List<Printed> cells) {}

  private PrintedForms() {}

  static List<Form> sample() {
    return SampleForms.transcripts().stream().map(Table::new).map(Table::form).toList();
  }

  /** Lays out one transcript. */
  private static final class Table {

    private final List<Printed> cells = new ArrayList<>();
    private final JsonNode form;
    private int row;

    Table(JsonNode form) {
      this.form = form;
    }

    private void add(int column, int width, String text) {
      cells.add(new Printed(row, column, 1, width, text));
    }

    private static String text(JsonNode node) {
      return node.isNull() || node.isMissingNode() ? "" : node.asText();
    }

    Form form() {
      for (String[] head :
          new String[][] {
            {"项目名称", "projectName"},
            {"主管部门", "supervisingDepartment"},
            {"实施单位", "implementingAgency"}
          }) {
        add(0, 2, head[0]);
        add(2, 6, text(form.path(head[1])));
        row++;
      }
      funding();
      add(0, 1, "年度总体目标");
      add(1, 3, text(form.path("annualObjective").path("planned")));
      add(4, 4, text(form.path("annualObjective").path("achieved")));
      row++;
      indicators();
      add(0, 5, "总分");
      add(5, 1, text(form.path("total").path("maxScore")));
      add(6, 2, text(form.path("total").path("score")));
      row++;
      return new Form(text(form.path("title")) + "（" + text(form.path("year")) + "年度）", row, cells);
    }

    private void funding() {
      cells.add(new Printed(row, 0, 5, 1, "项目资金（元）"));
      String[] heads = {"", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"};
      for (int i = 0; i < heads.length; i++) {
        add(1 + i, 1, heads[i]);
      }
      row++;
      String[][] rows = {
        {"年度资金总额", "total"},
        {"其中：当年财政拨款", "currentYearAppropriation"},
        {"上年结转资金", "priorYearCarryOver"},
        {"其他资金", "otherFunds"}
      };
      String[] fields = {
        "originalBudget", "finalBudget", "actualExpenditure", "maxScore", "executionRate", "score"
      };
      for (String[] each : rows) {
        add(1, 1, each[0]);
        for (int i = 0; i < fields.length; i++) {
          add(2 + i, 1, text(form.path("funding").path(each[1]).path(fields[i])));
        }
        row++;
      }
    }

    private void indicators() {
      String[] heads = {"一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"};
      for (int i = 0; i < heads.length; i++) {
        add(i, 1, heads[i]);
      }
      row++;
      String[] fields = {
        "category", "aspect", "name", "target", "actual", "maxScore", "score", "varianceExplanation"
      };
      JsonNode all = form.path("indicators");
      for (int i = 0; i < all.size(); i++) {
        for (int f = 0; f < fields.length; f++) {
          String value = text(all.get(i).path(fields[f]));
          boolean merged = f < 2;
          if (merged && i > 0 && value.equals(text(all.get(i - 1).path(fields[f])))) {
            continue;
          }
          int height = 1;
          while (merged
              && i + height < all.size()
              && value.equals(text(all.get(i + height).path(fields[f])))) {
            height++;
          }
          cells.add(new Printed(row, f, height, 1, value));
        }
        row++;
      }
    }
  }

  /** A sheet for each form; numbers as numbers with the format that prints them. */
  static byte[] xlsx(List<Form> forms) {
    return workbook(new XSSFWorkbook(), forms);
  }

  static byte[] xls(List<Form> forms) {
    return workbook(new HSSFWorkbook(), forms);
  }

  private static byte[] workbook(Workbook workbook, List<Form> forms) {
    CellStyle plain = style(workbook, "General");
    CellStyle amount = style(workbook, "#,##0.00");
    CellStyle percent = style(workbook, "0.00%");
    for (Form form : forms) {
      Sheet sheet = workbook.createSheet("表" + (workbook.getNumberOfSheets() + 1));
      sheet.createRow(0).createCell(0).setCellValue(form.title);
      sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, COLUMNS - 1));
      for (int i = 0; i < form.rows; i++) {
        Row row = sheet.createRow(i + 1);
        for (int c = 0; c < COLUMNS; c++) {
          row.createCell(c).setCellStyle(plain);
        }
      }
      for (Printed printed : form.cells) {
        Cell cell = sheet.getRow(printed.row + 1).getCell(printed.column);
        if (printed.text.matches("\\d+\\.\\d\\d%")) {
          cell.setCellValue(
              Double.parseDouble(printed.text.substring(0, printed.text.length() - 1)) / 100);
          cell.setCellStyle(percent);
        } else if (printed.text.matches("(0|[1-9]\\d{0,2})(,\\d{3})*\\.\\d\\d")) {
          cell.setCellValue(Double.parseDouble(printed.text.replace(",", "")));
          cell.setCellStyle(amount);
        } else if (printed.text.matches("0|[1-9]\\d{0,8}")) {
          cell.setCellValue(Double.parseDouble(printed.text));
        } else if (!printed.text.isEmpty()) {
          cell.setCellValue(printed.text);
        }
        if (printed.height > 1 || printed.width > 1) {
          sheet.addMergedRegion(
              new CellRangeAddress(
                  printed.row + 1,
                  printed.row + printed.height,
                  printed.column,
                  printed.column + printed.width - 1));
        }
      }
    }
    try (workbook;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      workbook.write(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CellStyle style(Workbook workbook, String format) {
    CellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    style.setBorderBottom(BorderStyle.THIN);
    style.setWrapText(true);
    return style;
  }

  /** The cells of a form's row, those that a merged cell above reaches into among them. */
  private static List<Printed> row(Form form, int row) {
    return form.cells.stream()
        .filter(cell -> cell.row <= row && row < cell.row + cell.height)
        .sorted(java.util.Comparator.comparingInt(Printed::column))
        .toList();
  }

  static byte[] docx(List<Form> forms) {
    try (XWPFDocument document = new XWPFDocument();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      for (Form form : forms) {
        document.createParagraph().createRun().setText(form.title);
        XWPFTable table = document.createTable();
        table.removeRow(0);
        for (int i = 0; i < form.rows; i++) {
          XWPFTableRow row = table.createRow();
          while (!row.getTableCells().isEmpty()) {
            row.removeCell(0);
          }
          for (Printed printed : row(form, i)) {
            XWPFTableCell cell = row.createCell();
            var properties = cell.getCTTc().addNewTcPr();
            if (printed.width > 1) {
              properties.addNewGridSpan().setVal(BigInteger.valueOf(printed.width));
            }
            if (printed.height > 1) {
              properties
                  .addNewVMerge()
                  .setVal(printed.row == i ? STMerge.RESTART : STMerge.CONTINUE);
            }
            cell.setText(printed.row == i ? printed.text : "");
          }
        }
      }
      document.write(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] doc(List<Form> forms) {
    DocWriter document = new DocWriter();
    for (Form form : forms) {
      document.paragraph(form.title);
      for (int i = 0; i < form.rows; i++) {
        int at = i;
        document.row(
            row(form, i).stream()
                .map(
                    cell ->
                        new DocCell(
                            cell.row == at ? cell.text : "",
                            cell.column * TWIPS,
                            (cell.column + cell.width) * TWIPS,
                            cell.height == 1
                                ? 0
                                : cell.row == at ? DocWriter.FIRST : DocWriter.BELOW,
                            List.of()))
                .toArray(DocCell[]::new));
      }
      document.paragraph("");
    }
    return document.bytes();
  }
}
