package org.jihe.publish.marked;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.jihe.finding.Severity;
import org.jihe.layout.Box;
import org.jihe.layout.Position;
import org.jihe.publish.list.Answer;
import org.jihe.publish.list.Item;
import org.jihe.publish.marked.MarkedCopies.Reason;
import org.jihe.publish.marked.MarkedCopies.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of files that are not to be changed, or cannot be. */
class MarkedCopiesTest {

  private static final byte[] MACROS = {1, 2, 3, 4};

  @TempDir private Path folder;

  private Path out;

  @BeforeEach
  void layOut() throws IOException {
    out = Files.createDirectory(folder.resolve("out"));
  }

  private static String digest(Path file) throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    return HexFormat.of().formatHex(digest);
  }

  private Result copy(Path file, String format) throws Exception {
    return copy(file.toString(), digest(file), format);
  }

  private Result copy(String file, String digest, String format) throws IOException {
    Position cell =
        format.equals("pdf")
            ? new Position(file, 1, null, 1, 1, new Box(10, 10, 90, 30))
            : new Position(file, 0, "自评表", 2, 2);
    Item item =
        new Item(
            "k",
            "f",
            Item.Kind.FINDING,
            Severity.ERROR,
            "R",
            "规则",
            "项目",
            "单位",
            "全年预算数",
            cell,
            "5",
            "6",
            null,
            "应为6。",
            "",
            "请改正。",
            Answer.NONE);
    return new MarkedCopies(out).copy(file, digest, format, List.of(item));
  }

  private void refused(Result result, Reason reason) throws IOException {
    assertThat(result.reason()).isEqualTo(reason.name());
    assertThat(result.copy()).isEmpty();
    assertThat(result.marked()).isZero();
    try (var files = Files.list(out)) {
      assertThat(files).isEmpty();
    }
  }

  private Path workbook(String name, XSSFWorkbook book) throws IOException {
    Path file = folder.resolve(name);
    XSSFSheet sheet = book.createSheet("自评表");
    sheet.createRow(1).createCell(1).setCellValue("5");
    try (OutputStream to = Files.newOutputStream(file);
        book) {
      book.write(to);
    }
    return file;
  }

  @Test
  void macrosStayWhereTheyAre() throws Exception {
    XSSFWorkbook book = new XSSFWorkbook(XSSFWorkbookType.XLSM);
    book.setVBAProject(new ByteArrayInputStream(MACROS));
    Result result = copy(workbook("宏.xlsm", book), "xlsx");
    assertThat(result.reason()).as(result.detail()).isEmpty();
    assertThat(result.copy()).endsWith(".xlsm");
    Path copy = out.resolve(result.copy());
    try (InputStream in = Files.newInputStream(copy);
        OPCPackage parts = OPCPackage.open(in)) {
      var macros = parts.getPart(PackagingURIHelper.createPartName("/xl/vbaProject.bin"));
      try (InputStream bytes = macros.getInputStream()) {
        assertThat(bytes.readAllBytes()).isEqualTo(MACROS);
      }
    }
    try (InputStream in = Files.newInputStream(copy);
        XSSFWorkbook marked = new XSSFWorkbook(in)) {
      assertThat(marked.getWorkbookType()).isEqualTo(XSSFWorkbookType.XLSM);
      assertThat(
              marked.getSheet("自评表").getCellComment(new CellAddress("B2")).getString().getString())
          .contains("【错误】规则", "应为6。", "请改正。");
    }
  }

  @Test
  void aProtectedSheetStaysProtected() throws Exception {
    XSSFWorkbook book = new XSSFWorkbook();
    book.createSheet("说明").protectSheet("secret");
    book.lockStructure();
    Path file = workbook("保护.xlsx", book);
    Result result = copy(file, "xlsx");
    assertThat(result.marked()).isEqualTo(1);
    try (InputStream in = Files.newInputStream(out.resolve(result.copy()));
        XSSFWorkbook marked = new XSSFWorkbook(in)) {
      assertThat(marked.isStructureLocked()).isTrue();
      assertThat(marked.getSheet("说明").validateSheetPassword("secret")).isTrue();
    }
  }

  @Test
  void aSignedWorkbookIsRefused() throws Exception {
    Path file = workbook("签名.xlsx", new XSSFWorkbook());
    try (OPCPackage parts = OPCPackage.open(file.toFile())) {
      var signature =
          parts.createPart(
              PackagingURIHelper.createPartName("/_xmlsignatures/sig1.xml"),
              "application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml");
      try (OutputStream to = signature.getOutputStream()) {
        to.write("<Signature/>".getBytes(StandardCharsets.UTF_8));
      }
    }
    refused(copy(file, "xlsx"), Reason.SIGNED);
  }

  @Test
  void aSignedOrProtectedPdfIsRefused() throws Exception {
    Path plain = folder.resolve("表.pdf");
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      document.save(plain.toFile());
    }
    Path signed = folder.resolve("签名.pdf");
    try (PDDocument document = Loader.loadPDF(plain.toFile());
        OutputStream to = Files.newOutputStream(signed)) {
      PDSignature signature = new PDSignature();
      signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
      document.addSignature(signature, content -> new byte[] {1});
      document.saveIncremental(to);
    }
    refused(copy(signed, "pdf"), Reason.SIGNED);
    Path closed = folder.resolve("加密.pdf");
    Path limited = folder.resolve("限制.pdf");
    AccessPermission nothing = new AccessPermission();
    nothing.setCanModifyAnnotations(false);
    for (Path file : List.of(closed, limited)) {
      try (PDDocument document = new PDDocument()) {
        document.addPage(new PDPage());
        String user = file.equals(closed) ? "open" : "";
        document.protect(new StandardProtectionPolicy("owner", user, nothing));
        document.save(file.toFile());
      }
      refused(copy(file, "pdf"), Reason.PROTECTED);
    }
  }

  @Test
  void whatIsNotTheFileThatWasReadIsRefused() throws Exception {
    Path file = workbook("表.xlsx", new XSSFWorkbook());
    String digest = digest(file);
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length + 1));
    refused(copy(file.toString(), digest, "xlsx"), Reason.CHANGED);
    refused(copy(folder.resolve("none.xlsx").toString(), digest, "xlsx"), Reason.GONE);
    refused(copy("forms.zip!/a.xlsx", digest, "xlsx"), Reason.PACKED);
    refused(copy(file, "xls"), Reason.FORMAT);
    Path broken = Files.writeString(folder.resolve("坏.xlsx"), "no workbook");
    refused(copy(broken, "xlsx"), Reason.UNREADABLE);
  }

  @Test
  void marksWithoutTheirCellGiveNoCopy() throws Exception {
    Path file = folder.resolve("别的.xlsx");
    try (XSSFWorkbook book = new XSSFWorkbook();
        OutputStream to = Files.newOutputStream(file)) {
      book.createSheet("别的");
      book.write(to);
    }
    refused(copy(file, "xlsx"), Reason.NO_CELL);
  }

  @Test
  void aMarkedPdfShowsItsComment() throws Exception {
    Path file = folder.resolve("表.pdf");
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      document.save(file.toFile());
    }
    Result result = copy(file, "pdf");
    try (PDDocument marked = Loader.loadPDF(out.resolve(result.copy()).toFile())) {
      assertThat(marked.getPage(0).getAnnotations())
          .singleElement()
          .satisfies(each -> assertThat(each.getContents()).contains("应为6。"));
    }
  }
}
