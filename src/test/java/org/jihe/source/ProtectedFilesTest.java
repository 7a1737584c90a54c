package org.jihe.source;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jihe.layout.Quarantined.Reason;
import org.jihe.source.file.FormatReader;
import org.jihe.source.word.DocReader;
import org.jihe.source.word.DocxReader;
import org.jihe.source.workbook.XlsReader;
import org.jihe.source.workbook.XlsxReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files behind a password, and containers that hold something else. */
class ProtectedFilesTest {

  private static final String SHEET = "<sheetData><row><c><v>1</v></c></row></sheetData>";

  private static byte[] encrypted(byte[] content, EncryptionMode mode, String password)
      throws Exception {
    try (POIFSFileSystem container = new POIFSFileSystem();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      Encryptor encryptor = new EncryptionInfo(mode).getEncryptor();
      encryptor.confirmPassword(password);
      try (OutputStream stream = encryptor.getDataStream(container)) {
        stream.write(content);
      }
      container.writeFilesystem(bytes);
      return bytes.toByteArray();
    }
  }

  private static byte[] holding(String... streams) throws IOException {
    try (POIFSFileSystem container = new POIFSFileSystem();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      for (String stream : streams) {
        container.createDocument(new ByteArrayInputStream(new byte[5000]), stream);
      }
      container.writeFilesystem(bytes);
      return bytes.toByteArray();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"agile", "standard"})
  void aPasswordIsSaidByWhicheverReader(EncryptionMode mode) throws Exception {
    byte[] content = encrypted(OfficePackage.xlsx(SHEET, ""), mode, "秘密");
    for (FormatReader reader :
        List.of(new XlsxReader(), new DocxReader(), new XlsReader(), new DocReader())) {
      assertThat(Seen.refusal(reader, content).reason()).isEqualTo(Reason.ENCRYPTED);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"agile", "standard"})
  void whatIsOnlyProtectedAgainstChangesIsRead(EncryptionMode mode) throws Exception {
    byte[] content = encrypted(OfficePackage.xlsx(SHEET, ""), mode, Decryptor.DEFAULT_PASSWORD);
    assertThat(Seen.cells(new XlsxReader(), content)).containsExactly("[一]", "A1 1");
  }

  @Test
  void anOldWorkbookBehindAPasswordIsSaidToBe() throws Exception {
    Biff8EncryptionKey.setCurrentUserPassword("secret");
    byte[] content;
    try (HSSFWorkbook workbook = new HSSFWorkbook();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      workbook.createSheet("s").createRow(0).createCell(0).setCellValue("x");
      workbook.write(bytes);
      content = bytes.toByteArray();
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
    assertThat(Seen.refusal(new XlsReader(), content).reason()).isEqualTo(Reason.ENCRYPTED);
  }

  @Test
  void anOldDocumentBehindAPasswordIsSaidToBe() throws Exception {
    byte[] content = new DocWriter().paragraph("x").bytes();
    int head = indexOf(content, new byte[] {(byte) 0xEC, (byte) 0xA5, (byte) 0xC1, 0});
    content[head + 0x0B] |= 1; // the flag in the head
    assertThat(Seen.refusal(new DocReader(), content).reason()).isEqualTo(Reason.ENCRYPTED);
  }

  private static int indexOf(byte[] content, byte[] part) {
    for (int i = 0; i < content.length - part.length; i++) {
      if (java.util.Arrays.equals(content, i, i + part.length, part, 0, part.length)) {
        return i;
      }
    }
    throw new AssertionError("not there");
  }

  @Test
  void otherContainersAreNamed() throws Exception {
    assertThat(Seen.refusal(new XlsReader(), holding("PowerPoint Document")).detail())
        .isEqualTo("presentation");
    assertThat(Seen.refusal(new DocReader(), holding("__properties_version1.0")).detail())
        .isEqualTo("message");
    assertThat(Seen.refusal(new XlsReader(), holding("Book")).detail())
        .isEqualTo("workbook of Excel 5.0 or 95");
    assertThat(Seen.refusal(new XlsReader(), holding("WordDocument")).detail())
        .isEqualTo("document");
    assertThat(Seen.refusal(new DocReader(), holding("Data")).reason())
        .isEqualTo(Reason.UNKNOWN_FORMAT);
    assertThat(Seen.refusal(new XlsxReader(), holding("Workbook")).reason())
        .isEqualTo(Reason.UNKNOWN_FORMAT);
  }

  @Test
  void aStreamIsNoLargerThanItsContainer() throws Exception {
    byte[] content = holding("WordDocument");
    int entry = indexOf(content, "WordDocument".getBytes(UTF_16LE));
    content[entry + 0x7B] = 0x1D; // the stream's size stands there: nearly half a gigabyte
    assertThat(Seen.refusal(new DocReader(), content).reason()).isEqualTo(Reason.DAMAGED);
    assertThat(Seen.refusal(new DocReader(), content).detail())
        .isEqualTo("WordDocument is larger than its container");
  }
}
