package org.jihe.source.detect;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jihe.SampleForms;
import org.jihe.layout.Quarantined;
import org.jihe.layout.Quarantined.Reason;
import org.jihe.source.Shown;
import org.jihe.source.file.Format;
import org.jihe.source.file.RawFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DetectorTest {

  private static final Charset GB18030 = Charset.forName("GB18030");

  private static Format format(String name, byte[] content) {
    return Detector.detect(new RawFile(name, content)).format();
  }

  private static Format format(String name, String content) {
    return format(name, content.getBytes(UTF_8));
  }

  private static String mediaType(byte[] content) {
    Detector.Detected detected = Detector.detect(new RawFile("a.doc", content));
    assertThat(detected.format()).isEqualTo(Format.UNKNOWN);
    return detected.mediaType();
  }

  static byte[] workbook() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      workbook.createSheet("表").createRow(0).createCell(0).setCellValue("项目名称");
      workbook.write(bytes);
    }
    return bytes.toByteArray();
  }

  private static byte[] oldWorkbook() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      workbook.createSheet("表").createRow(0).createCell(0).setCellValue("项目名称");
      workbook.write(bytes);
    }
    return bytes.toByteArray();
  }

  private static byte[] compound(String entry, int size) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (POIFSFileSystem folder = new POIFSFileSystem()) {
      folder.getRoot().createDirectory("ObjectPool");
      folder.createDocument(new java.io.ByteArrayInputStream(new byte[size]), "filler");
      folder.createDocument(new java.io.ByteArrayInputStream(new byte[9000]), entry);
      folder.writeFilesystem(bytes);
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(String... names) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write("内容".getBytes(UTF_8));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.xlsx", "a.xls", "a.doc", "a.zip", "a", "dir.txt/a"})
  void theContentOfAWorkbookDecides(String name) throws IOException {
    assertThat(format(name, workbook())).isEqualTo(Format.XLSX);
    assertThat(format(name, oldWorkbook())).isEqualTo(Format.XLS);
  }

  @Test
  void wordIsToldFromExcel() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (XWPFDocument document = new XWPFDocument()) {
      document.write(bytes);
    }
    assertThat(format("a.xlsx", bytes.toByteArray())).isEqualTo(Format.DOCX);
    assertThat(format("a.xls", compound("WordDocument", 100))).isEqualTo(Format.DOC);
  }

  @Test
  void theDirectoryOfALargeCompoundFileIsFound() throws IOException {
    byte[] large = compound("WordDocument", 20_000_000);
    assertThat(format("a.bin", large)).isEqualTo(Format.DOC);
  }

  @Test
  void anEncryptedWorkbookGoesToTheReaderOfWorkbooks() throws IOException {
    assertThat(format("a.docx", compound("EncryptedPackage", 100))).isEqualTo(Format.XLSX);
  }

  @Test
  void slidesAreUnknownAndTheirTypeIsTold() throws IOException {
    assertThat(mediaType(compound("PowerPoint Document", 10)))
        .isEqualTo("application/vnd.ms-powerpoint");
    assertThat(mediaType(zip("[Content_Types].xml", "ppt/presentation.xml")))
        .isEqualTo("application/vnd.openxmlformats-officedocument.presentationml.presentation");
    assertThat(mediaType(zip("OFD.xml"))).isEqualTo("application/ofd");
  }

  @Test
  void otherArchivesAndProgramsAreUnknownAndTheirTypeIsTold() {
    byte[] rar =
        "Rar!\u001A\u0007\u0000\u00CF\u0090s\u0000\u0000\r\u0000\u0000".getBytes(ISO_8859_1);
    byte[] seven = "7z\u00BC\u00AF'\u001C\u0000\u0004".getBytes(ISO_8859_1);
    byte[] program =
        Arrays.copyOf("MZ\u0090\u0000\u0003\u0000\u0000\u0000".getBytes(ISO_8859_1), 600);
    byte[] gzip = {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3};
    assertThat(mediaType(rar)).startsWith("application/x-rar-compressed");
    assertThat(mediaType(seven)).isEqualTo("application/x-7z-compressed");
    assertThat(mediaType(program)).isEqualTo("application/x-msdownload");
    assertThat(mediaType(gzip)).isEqualTo("application/gzip");
  }

  @Test
  void theTypeOfWhatIsUnknownStandsInQuarantine() {
    byte[] seven = "7z\u00BC\u00AF'\u001C\u0000\u0004".getBytes(ISO_8859_1);
    Quarantined entry = Shown.refusal("forms.xlsx", seven);
    assertThat(entry.reason()).isEqualTo(Reason.UNKNOWN_FORMAT);
    assertThat(entry.detail()).isEqualTo("application/x-7z-compressed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "gif", "bmp", "tiff"})
  void picturesAreToldByTheirContent(String kind) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB), kind, bytes);
    assertThat(format("scan.pdf", bytes.toByteArray())).isEqualTo(Format.IMAGE);
  }

  @Test
  void pdfIsToldBehindRubbish() {
    assertThat(format("a.txt", "%PDF-1.4\n%âãÏÓ")).isEqualTo(Format.PDF);
    assertThat(format("a.txt", "\u0000".repeat(100) + "%PDF-1.4\n")).isEqualTo(Format.PDF);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><body>x</body></html>",
        "  \n<!DOCTYPE html PUBLIC \"-//W3C//DTD HTML 4.01//EN\">\n<html>",
        "<table border=1><tr><td>项目名称</td></tr></table>",
        "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><body/></html>",
        "<!-- saved --><html>",
        "<META http-equiv=Content-Type content=\"text/html; charset=gb2312\"><TABLE>",
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n"
      })
  void aPageNamedAsAWorkbookIsAPage(String page) {
    for (String name : new String[] {"a.xls", "a.doc", "a.txt", "a"}) {
      assertThat(format(name, page)).isEqualTo(Format.HTML);
      assertThat(format(name, page.getBytes(GB18030))).isEqualTo(Format.HTML);
      assertThat(format(name, ("\uFEFF" + page).getBytes(UTF_16LE))).isEqualTo(Format.HTML);
    }
  }

  @Test
  void jsonIsToldFromTextInBrackets() {
    assertThat(format("a.txt", "{\n \"form\": 1}")).isEqualTo(Format.JSON);
    assertThat(format("a.txt", "[ {\"form\": 1}]")).isEqualTo(Format.JSON);
    assertThat(format("a.txt", "[2022]15号\t文件")).isEqualTo(Format.TEXT);
    assertThat(format("a.txt", "{附件}\t文件")).isEqualTo(Format.TEXT);
    assertThat(format("a.json", "[1, 2]")).isEqualTo(Format.JSON);
  }

  @Test
  void commasMakeCsvOnlyWhereEveryLineHasAsMany() {
    String csv = "项目名称,法律顾问费,,\n主管部门,甲,实施单位,乙\n\"a,b\",,,\n总分,,100,100\n1,2,3,4\n";
    assertThat(format("a.txt", csv)).isEqualTo(Format.CSV);
    assertThat(format("a.txt", csv.replace(',', ';'))).isEqualTo(Format.CSV);
    assertThat(format("a.csv", "项目名称\n")).isEqualTo(Format.CSV);
    assertThat(format("a.csv", "项目\t名称\n主管\t部门\n")).isEqualTo(Format.TEXT);
    assertThat(format("a.txt", "金额 9,000 元\n共 1,000,000.00 元\n完\n好\n中\n")).isEqualTo(Format.TEXT);
  }

  @Test
  void theSampleIsTextInEveryEncoding() {
    String sample = new String(SampleForms.bytes(), UTF_8);
    for (String name : new String[] {"a.txt", "a.xls", "a.pdf"}) {
      assertThat(format(name, sample)).isEqualTo(Format.TEXT);
      assertThat(format(name, sample.getBytes(GB18030))).isEqualTo(Format.TEXT);
      assertThat(format(name, sample.getBytes(UTF_16LE))).isEqualTo(Format.TEXT);
      assertThat(format(name, sample.getBytes(UTF_16BE))).isEqualTo(Format.TEXT);
    }
  }

  @Test
  void anArchiveIsNoWorkbook() throws IOException {
    assertThat(format("a.xlsx", zip("a.txt", "dir/b.xlsx"))).isEqualTo(Format.ZIP);
    assertThat(format("a.zip", zip())).isEqualTo(Format.ZIP);
  }

  @Test
  void aWorkbookThatWasCutOffIsStillOne() throws IOException {
    byte[] workbook = workbook();
    for (int length : new int[] {workbook.length - 30, workbook.length / 2, 60}) {
      assertThat(format("a.xlsx", Arrays.copyOf(workbook, length))).isEqualTo(Format.XLSX);
    }
    assertThat(format("a.xls", Arrays.copyOf(oldWorkbook(), 600))).isEqualTo(Format.XLS);
  }

  @Test
  void aReadingTellsThatTheNameMisleads() {
    byte[] text = "项目名称\t法律顾问费".getBytes(UTF_8);
    assertThat(Shown.reading("a.xls", text).misnamed()).isTrue();
    assertThat(Shown.reading("a.xls", text).format()).isEqualTo(Format.TEXT);
    assertThat(Shown.reading("a.txt", text).misnamed()).isFalse();
    assertThat(Shown.reading("a", text).misnamed()).isFalse();
    assertThat(Shown.reading("forms.v2", text).misnamed()).isFalse();
  }
}
