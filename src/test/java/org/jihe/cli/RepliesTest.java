package org.jihe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jihe.SampleForms;
import org.jihe.cli.console.ExitCode;
import org.jihe.publish.list.ListColumn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A list goes out, comes back with replies in whatever shape, and every row of it is accounted. */
class RepliesTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int HEAD = 2;

  @TempDir private Path folder;
  private Path workspace;

  @BeforeEach
  void reviewed() throws IOException {
    workspace = folder.resolve("workspace");
    Run run = run("review", Files.copy(SampleForms.TEXT, folder.resolve("forms.txt")).toString());
    assertThat(run.code()).as(run.err()).isZero();
  }

  private Run run(String... arguments) {
    String[] place = {"--workspace", workspace.toString(), "--lang", "zh"};
    return Run.of(Stream.concat(Stream.of(arguments), Stream.of(place)).toArray(String[]::new));
  }

  private JsonNode replies(int code, Path file, String... more) throws IOException {
    List<String> all = new ArrayList<>(List.of("replies", file.toString(), "--format", "json"));
    all.addAll(List.of(more));
    Run run = run(all.toArray(String[]::new));
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(code);
    return JSON.readTree(run.out());
  }

  private static List<String> kinds(JsonNode result) {
    return StreamSupport.stream(result.get("notices").spliterator(), false)
        .map(notice -> notice.get("kind").asText() + " " + notice.get("row").asText())
        .toList();
  }

  private Path list() throws IOException {
    try (Stream<Path> files = Files.list(workspace.resolve("published/workbooks"))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(ListColumn.FILE))
          .findFirst()
          .orElseThrow();
    }
  }

  private static Cell at(Sheet sheet, int item, ListColumn column) {
    return sheet.getRow(HEAD + item).getCell(column.place());
  }

  private static String text(Sheet sheet, int item, ListColumn column) {
    return at(sheet, item, column).getStringCellValue();
  }

  private static void answer(Sheet sheet, int item, String text, String by, String state) {
    at(sheet, item, ListColumn.REPLY).setCellValue(text);
    at(sheet, item, ListColumn.BY).setCellValue(by);
    at(sheet, item, ListColumn.STATE).setCellValue(state);
  }

  /** The list as it went out, changed. */
  private Path returned(String name, Consumer<Sheet> change) throws IOException {
    Path file = folder.resolve(name);
    try (InputStream in = Files.newInputStream(list());
        Workbook book = new XSSFWorkbook(in)) {
      change.accept(book.getSheet(ListColumn.SHEET));
      try (OutputStream out = Files.newOutputStream(file)) {
        book.write(out);
      }
    }
    return file;
  }

  private <T> T outgoing(java.util.function.Function<Sheet, T> look) throws IOException {
    try (InputStream in = Files.newInputStream(list());
        Workbook book = new XSSFWorkbook(in)) {
      return look.apply(book.getSheet(ListColumn.SHEET));
    }
  }

  @Test
  void aReplyIsNotedOnceAndStandsInTheNextList() throws IOException {
    Path file =
        returned(
            "回复.xlsx",
            sheet -> {
              answer(sheet, 1, "=已补填，见新表", "李四", "已整改");
              answer(sheet, 2, "合同约定如此", "李四", "说明理由");
              Row head = sheet.getRow(HEAD);
              int extra = ListColumn.values().length;
              head.createCell(extra).setCellValue("科室");
              sheet.getRow(HEAD + 1).createCell(extra).setCellValue("财务科");
              // the department takes a row out, and turns two others around
              sheet.removeRow(sheet.getRow(HEAD + 5));
              String third = text(sheet, 3, ListColumn.KEY);
              at(sheet, 3, ListColumn.KEY).setCellValue(text(sheet, 4, ListColumn.KEY));
              at(sheet, 4, ListColumn.KEY).setCellValue(third);
            });
    JsonNode first = replies(ExitCode.DONE, file);
    assertThat(first.get("replies").asInt()).isEqualTo(2);
    assertThat(first.get("takenOut").asInt()).isEqualTo(1);
    assertThat(first.at("/states/RECTIFIED").asInt()).isEqualTo(1);
    assertThat(first.at("/states/EXPLAINED").asInt()).isEqualTo(1);
    assertThat(kinds(first)).isEmpty();

    outgoing(
        sheet -> {
          assertThat(text(sheet, 1, ListColumn.REPLY)).isEqualTo("=已补填，见新表");
          assertThat(at(sheet, 1, ListColumn.REPLY).getCellStyle().getQuotePrefixed()).isTrue();
          assertThat(text(sheet, 1, ListColumn.STATE)).isEqualTo("已整改");
          assertThat(text(sheet, 1, ListColumn.BY)).isEqualTo("李四");
          int extra = ListColumn.values().length;
          assertThat(sheet.getRow(HEAD).getCell(extra).getStringCellValue()).isEqualTo("科室");
          assertThat(sheet.getRow(HEAD + 1).getCell(extra).getStringCellValue()).isEqualTo("财务科");
          assertThat(text(sheet, 3, ListColumn.STATE)).isEqualTo("待反馈");
          return true;
        });

    String ledger = Files.readString(workspace.resolve("published/整改台账.csv"));
    assertThat(ledger).contains("已整改,仍存在,'=已补填，见新表,李四,20", "说明理由,仍存在,合同约定如此,李四,20");

    JsonNode again = replies(ExitCode.DONE, file);
    assertThat(again.get("replies").asInt()).isZero();
    assertThat(again.get("same").asInt()).isEqualTo(2);
    assertThat(again.get("runId").asText()).isEmpty();
  }

  @Test
  void whatIsTheBureausToSayIsNotedUnderItsNameAlone() throws IOException {
    Path file = returned("a.xlsx", sheet -> answer(sheet, 1, "已补填", "李四", "已销号"));
    JsonNode refused = replies(ExitCode.QUARANTINE, file);
    assertThat(kinds(refused)).contains("BUREAUS_OWN 4", "STATE_LEFT 4");
    assertThat(refused.get("decisions").asInt()).isZero();
    JsonNode decided = replies(ExitCode.DONE, file, "--by", "王科长");
    assertThat(decided.get("decisions").asInt()).isEqualTo(1);
    assertThat(decided.at("/states/CLOSED").asInt()).isEqualTo(1);
    // what was said in between is not lost by reading an older list again
    Path older = returned("b.xlsx", sheet -> answer(sheet, 1, "", "", "待反馈"));
    assertThat(replies(ExitCode.DONE, older).at("/states/CLOSED").asInt()).isEqualTo(1);
  }

  @Test
  void contradictionsAndStrangersAreToldAndNotNoted() throws IOException {
    Path file =
        returned(
            "退回修改清单-上海市闵行区行政服务中新-2022年度.xlsx",
            sheet -> {
              answer(sheet, 1, "甲", "李四", "已整改");
              answer(sheet, 2, "乙", "李四", "已整改");
              at(sheet, 2, ListColumn.KEY).setCellValue(text(sheet, 1, ListColumn.KEY));
              answer(sheet, 3, "丙", "李四", "改好了");
              answer(sheet, 4, "丁", "李四", "已整改");
              at(sheet, 4, ListColumn.KEY).setCellValue("0123456789abcdef");
              answer(sheet, 6, "戊", "李四", "已整改");
              at(sheet, 6, ListColumn.KEY).setCellValue("fedcba9876543210");
              at(sheet, 6, ListColumn.PROJECT).setCellValue("从未有过的项目");
            });
    JsonNode result = replies(ExitCode.QUARANTINE, file);
    assertThat(kinds(result))
        .containsExactlyInAnyOrder(
            "DEPARTMENT_UNKNOWN 0", "CONFLICT 5", "STATE_UNKNOWN 6", "GONE 7", "UNKNOWN 9");
    assertThat(result.get("replies").asInt()).isEqualTo(1); // on what is gone
    Run run = run("replies", file.toString());
    assertThat(run.out()).contains("中新-2022年度.xlsx，表“退回修改清单”，第 5 行", "甲", "乙");
  }

  @Test
  void aListWithoutKeysIsMatchedByWhatItSays() throws IOException {
    Path file =
        returned(
            "c.xlsx",
            sheet -> {
              answer(sheet, 7, "已补填", "李四", "已整改");
              for (Row row : sheet) {
                Cell key = row.getCell(0);
                if (key != null) {
                  row.removeCell(key);
                }
              }
              sheet.getRow(HEAD).getCell(ListColumn.REPLY.place()).setCellValue("整改情况");
            });
    JsonNode result = replies(ExitCode.DONE, file);
    assertThat(kinds(result)).containsExactlyInAnyOrder("KEYS_GONE 3", "COLUMN_RENAMED 3");
    assertThat(result.get("replies").asInt()).isEqualTo(1);
    outgoing(
        sheet -> {
          assertThat(text(sheet, 7, ListColumn.REPLY)).isEqualTo("已补填");
          return true;
        });
  }

  @Test
  void mergedAndMissingColumnsAreTold() throws IOException {
    Path rows =
        returned(
            "d.xlsx",
            sheet -> {
              answer(sheet, 1, "一并整改", "李四", "已整改");
              int column = ListColumn.REPLY.place();
              for (int item = 2; item <= 3; item++) {
                answer(sheet, item, "", "李四", "已整改");
              }
              sheet.addMergedRegion(new CellRangeAddress(HEAD + 1, HEAD + 3, column, column));
            });
    JsonNode merged = replies(ExitCode.DONE, rows);
    assertThat(kinds(merged)).containsExactly("ROWS_MERGED 4");
    assertThat(merged.get("replies").asInt()).isEqualTo(3);
    Path without =
        returned(
            "e.xlsx",
            sheet -> {
              for (Row row : sheet) {
                Cell state = row.getCell(ListColumn.STATE.place());
                if (state != null) {
                  row.removeCell(state);
                }
              }
            });
    assertThat(kinds(replies(ExitCode.QUARANTINE, without))).containsExactly("COLUMN_MISSING 3");
    Path no = Files.writeString(folder.resolve("f.csv"), "甲,乙\n1,2\n");
    assertThat(kinds(replies(ExitCode.QUARANTINE, no))).containsExactly("NO_LIST 0");
    Path broken = Files.writeString(folder.resolve("g.xlsx"), "PK\u0003\u0004 no");
    assertThat(kinds(replies(ExitCode.QUARANTINE, broken))).containsExactly("UNREADABLE 0");
  }

  @Test
  void aListOfExcel97IsRead() throws IOException {
    Path file = folder.resolve("old.xls");
    try (InputStream in = Files.newInputStream(list());
        Workbook book = new XSSFWorkbook(in);
        Workbook old = new HSSFWorkbook()) {
      Sheet from = book.getSheet(ListColumn.SHEET);
      answer(from, 2, "已补填", "李四", "已整改");
      Sheet to = old.createSheet("Sheet1");
      for (Row row : from) {
        Row copy = to.createRow(row.getRowNum());
        for (Cell cell : row) {
          copy.createCell(cell.getColumnIndex()).setCellValue(cell.toString());
        }
      }
      try (OutputStream out = Files.newOutputStream(file)) {
        old.write(out);
      }
    }
    assertThat(replies(ExitCode.DONE, file).get("replies").asInt()).isEqualTo(1);
  }
}
