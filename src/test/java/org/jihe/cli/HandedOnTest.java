package org.jihe.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.jihe.cli.console.ExitCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The files that people hand on: lists, the bureau's workbook, letters, the report, marked copies.
 */
class HandedOnTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private static Path folder;
  private static Path forms;
  private static Path workspace;

  private static Run run(String... arguments) {
    String[] place = {"--workspace", workspace.toString(), "--lang", "zh"};
    return Run.of(Stream.concat(Stream.of(arguments), Stream.of(place)).toArray(String[]::new));
  }

  @BeforeAll
  static void reviewed() throws IOException {
    workspace = folder.resolve("workspace");
    Path made = folder.resolve("made");
    Run generated =
        Run.of(
            "generate",
            "--departments",
            "3",
            "--forms",
            "24",
            "--years",
            "2023-2023",
            "--out",
            made.toString(),
            "--defects",
            "0.8",
            "--formats",
            "xlsx,docx,pdf");
    assertThat(generated.code()).as(generated.err()).isZero();
    forms = made.resolve("forms");
    Files.writeString(forms.resolve("2023/不是表.xlsx"), "PK\u0003\u0004 no");
    Files.writeString(folder.resolve("list.csv"), "项目名称,主管部门,年度\n从未报送的项目,=cmd()/..\\坏*局,2023\n");
    Run review =
        run("review", forms.toString(), "--project-list", folder.resolve("list.csv").toString());
    assertThat(review.code()).as(review.err()).isEqualTo(ExitCode.QUARANTINE);
  }

  private static List<Path> files(Path in) throws IOException {
    try (Stream<Path> files = Files.walk(in)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  void everyDepartmentHasAListEvenOneWithoutAForm() throws IOException {
    List<Path> lists = files(workspace.resolve("published/workbooks"));
    assertThat(lists).hasSizeGreaterThanOrEqualTo(4);
    Path without =
        lists.stream()
            .filter(file -> file.getFileName().toString().contains("坏"))
            .findFirst()
            .orElseThrow();
    assertThat(without.getFileName().toString()).isEqualTo("退回修改清单-=cmd()_.._坏_局-2023年度.xlsx");
    try (InputStream in = Files.newInputStream(without);
        Workbook book = new XSSFWorkbook(in)) {
      Sheet sheet = book.getSheetAt(0);
      assertThat(sheet.getRow(3).getCell(3).getStringCellValue()).isEqualTo("从未报送的项目");
      assertThat(sheet.isColumnHidden(0)).isTrue();
      assertThat(sheet.getDataValidations()).hasSize(1);
      assertThat(sheet.getRepeatingRows().getFirstRow()).isEqualTo(2);
      assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
      assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
    }
  }

  @Test
  void theBureausWorkbookHasASheetForEverything() throws IOException {
    try (InputStream in =
            Files.newInputStream(workspace.resolve("published/workbooks/绩效自评审核.xlsx"));
        Workbook book = new XSSFWorkbook(in)) {
      assertThat(book)
          .extracting(Sheet::getSheetName)
          .contains("总览", "部门", "自评表", "问题", "得分核算", "整改台账", "无法读取");
      assertThat(book.getSheet("自评表").getLastRowNum()).isEqualTo(1 + 24);
      assertThat(book.getSheet("自评表").getRow(2).getCell(15).getCellFormula())
          .startsWith("HYPERLINK(\"#'问题'!A");
      assertThat(book.getSheet("无法读取").getRow(2).getCell(2).getStringCellValue())
          .isEqualTo("不是表.xlsx");
    }
  }

  /** Skipped where there is no LibreOffice: it is too large for every build. */
  @Test
  void spreadsheetsOpenThem() throws Exception {
    assumeTrue(isInstalled(), "LibreOffice (soffice) is not installed: workbooks are not opened");
    Run letters = run("letters");
    assertThat(letters.code()).as(letters.err()).isZero();
    for (Path file : files(workspace.resolve("published/workbooks"))) {
      try (InputStream in = Files.newInputStream(converted(file, "xlsx"));
          Workbook book = new XSSFWorkbook(in)) {
        assertThat(book.getSheetAt(0).getLastRowNum()).isGreaterThan(2);
        for (Sheet sheet : book) {
          for (Row row : sheet) {
            for (Cell cell : row) {
              assertThat(cell.getCellType()).isNotEqualTo(CellType.ERROR);
            }
          }
        }
      }
    }
    for (Path file : files(workspace.resolve("letters"))) {
      if (file.toString().endsWith(".docx")) {
        assertThat(converted(file, "pdf")).isNotEmptyFile();
      }
    }
  }

  private static boolean isInstalled() {
    return Stream.of(String.valueOf(System.getenv("PATH")).split(java.io.File.pathSeparator))
        .anyMatch(place -> Files.isExecutable(Path.of(place, "soffice")));
  }

  private static Path converted(Path file, String format) throws Exception {
    Path out = Files.createDirectories(folder.resolve("converted"));
    Process process =
        new ProcessBuilder(
                "soffice",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                format,
                "--outdir",
                out.toString(),
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("soffice.log").toFile())
            .start();
    assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
    String name = file.getFileName().toString();
    return out.resolve(name.substring(0, name.lastIndexOf('.')) + "." + format);
  }

  @Test
  void lettersSayWhatToCorrectByWhen() throws IOException {
    Path out = folder.resolve("letters");
    Run run = run("letters", "--due", "2024-06-30", "--sender", "某某财政局", "--out", out.toString());
    assertThat(run.code()).as(run.err()).isZero();
    List<Path> letters =
        files(out).stream().filter(each -> each.toString().contains("退回修改函-")).toList();
    assertThat(letters).isNotEmpty();
    for (Path letter : letters) {
      try (XWPFDocument document = new XWPFDocument(Files.newInputStream(letter))) {
        List<String> texts = document.getParagraphs().stream().map(each -> each.getText()).toList();
        assertThat(texts).contains("一、总体情况", "二、主要问题", "三、修改要求", "某某财政局");
        assertThat(String.join("\n", texts)).contains("请于2024年6月30日前");
        assertThat(document.getTables()).hasSize(1);
        assertThat(document.getDocument().getBody().getSectPr().getPgSz().getW())
            .asString()
            .isEqualTo("16838");
      }
    }
    try (XWPFDocument report =
        new XWPFDocument(Files.newInputStream(out.resolve("绩效自评审核情况报告.docx")))) {
      assertThat(report.getAllPictures()).isNotEmpty();
      assertThat(report.getParagraphs())
          .extracting(XWPFParagraph::getText)
          .contains("（一）与其他部门明显不同的部门", "（二）与同类明显不同的项目");
    }
    assertThat(run("letters", "--due", "六月", "--out", out.toString()).code())
        .isEqualTo(ExitCode.USAGE);
  }

  private static Path template(String name, String... paragraphs) throws IOException {
    Path file = folder.resolve(name);
    try (XWPFDocument document = new XWPFDocument();
        OutputStream out = Files.newOutputStream(file)) {
      for (String paragraph : paragraphs) {
        // Word cuts a field into runs wherever somebody has stopped typing.
        int cut = paragraph.length() / 2;
        var runs = document.createParagraph();
        runs.createRun().setText(paragraph.substring(0, cut));
        runs.createRun().setText(paragraph.substring(cut));
      }
      document.write(out);
    }
    return file;
  }

  @Test
  void aTemplateIsFilledAndOneWithoutFieldsRefused() throws IOException {
    Path out = folder.resolve("own");
    Path own = template("own.docx", "致{{部门}}：", "{{年度}}有问题{{问题数}}项", "{{清单}}");
    Run run = run("letters", "--letter", own.toString(), "--out", out.toString());
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("模板没有用到的字段");
    Path letter =
        files(out).stream()
            .filter(each -> each.toString().contains("退回修改函-"))
            .findFirst()
            .orElseThrow();
    try (XWPFDocument document = new XWPFDocument(Files.newInputStream(letter))) {
      assertThat(document.getParagraphs().get(0).getText()).startsWith("致").endsWith("：");
      assertThat(document.getParagraphs().get(1).getText()).matches("2023年度有问题\\d+项");
      assertThat(document.getTables()).hasSize(1);
    }
    Path none = template("none.docx", "没有字段");
    Run refused = run("letters", "--letter", none.toString(), "--out", out.toString());
    assertThat(refused.code()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.err()).contains("没有字段", "{{部门}}");
    Path strange = template("strange.docx", "{{部门}}{{单位领导}}");
    assertThat(run("letters", "--letter", strange.toString()).err()).contains("不认识的字段：单位领导");
  }

  private static String digest(Path file) throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    return HexFormat.of().formatHex(digest);
  }

  @Test
  void copiesAreMarkedAndOriginalsStay() throws Exception {
    Map<Path, String> before = new TreeMap<>();
    for (Path file : files(forms)) {
      before.put(file, digest(file));
    }
    Path out = folder.resolve("marked");
    Run run = run("mark", "--out", out.toString(), "--format", "json");
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(ExitCode.DONE);
    for (Map.Entry<Path, String> file : before.entrySet()) {
      assertThat(digest(file.getKey())).isEqualTo(file.getValue());
    }
    int seen = 0;
    for (JsonNode result : JSON.readTree(run.out())) {
      String name = result.get("copy").asText();
      Path copy = files(out).stream().filter(each -> each.endsWith(name)).findFirst().orElseThrow();
      assertThat(comments(copy)).as(name).isGreaterThanOrEqualTo(1);
      seen++;
    }
    assertThat(seen).isGreaterThanOrEqualTo(3);

    // a file that was changed meanwhile is not marked in the wrong places
    Path changed =
        before.keySet().stream().filter(each -> each.toString().endsWith(".pdf")).findFirst().get();
    byte[] original = Files.readAllBytes(changed);
    try {
      Files.write(changed, java.util.Arrays.copyOf(original, original.length + 1));
      Run again = run("mark", "--out", folder.resolve("again").toString());
      assertThat(again.out()).contains("原文件在审核之后改动过");
    } finally {
      Files.write(changed, original);
    }
  }

  private static long comments(Path copy) throws IOException {
    String name = copy.toString();
    if (name.endsWith(".xlsx")) {
      try (InputStream in = Files.newInputStream(copy);
          XSSFWorkbook book = new XSSFWorkbook(in)) {
        long count = 0;
        for (Sheet sheet : book) {
          count += sheet.getCellComments().size();
        }
        return count;
      }
    }
    if (name.endsWith(".docx")) {
      try (XWPFDocument document = new XWPFDocument(Files.newInputStream(copy))) {
        return document.getDocComments().getComments().size();
      }
    }
    try (PDDocument document = Loader.loadPDF(copy.toFile())) {
      long count = 0;
      for (var page : document.getPages()) {
        count += page.getAnnotations().size();
      }
      return count;
    }
  }
}
