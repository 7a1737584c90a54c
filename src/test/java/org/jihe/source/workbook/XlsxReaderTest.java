package org.jihe.source.workbook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jihe.layout.Quarantined.Reason;
import org.jihe.source.OfficePackage;
import org.jihe.source.Seen;
import org.jihe.source.file.Refusal;
import org.junit.jupiter.api.Test;

/** Workbooks that no library writes. */
class XlsxReaderTest {

  private static final XlsxReader READER = new XlsxReader();

  private static String row(String cells) {
    return "<sheetData><row>" + cells + "</row></sheetData>";
  }

  private static List<String> seen(String sheet, String strings) throws Refusal {
    return Seen.cells(READER, OfficePackage.xlsx(sheet, strings));
  }

  @Test
  void readsTheStrictKind() throws Exception {
    byte[] content =
        OfficePackage.strictXlsx(
            row("<c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"d\"><v>2022-12-31</v></c>"),
            "<si><t>严格</t></si>");
    assertThat(Seen.cells(READER, content)).containsExactly("[一]", "A1 严格", "B1 44926");
  }

  @Test
  void partsMayBeMarkedAndOfSixteenBits() throws Exception {
    Map<String, byte[]> parts =
        OfficePackage.parts(OfficePackage.xlsx(row("<c t=\"str\"><v>值</v></c>"), ""));
    String name = "xl/worksheets/sheet1.xml";
    String sheet = new String(parts.get(name), UTF_8);
    for (byte[] encoded :
        List.of(
            ("\uFEFF" + sheet).getBytes(UTF_8),
            sheet.replace("UTF-8", "UTF-16").getBytes(UTF_16),
            ("\uFEFF" + sheet.replace("UTF-8", "UTF-16")).getBytes(UTF_16LE))) {
      parts.put(name, encoded);
      assertThat(Seen.cells(READER, OfficePackage.zipped(parts))).containsExactly("[一]", "A1 值");
    }
    parts.put(name, sheet.replace("值", "\u00e9").getBytes(ISO_8859_1));
    assertThat(Seen.refusal(READER, OfficePackage.zipped(parts)).reason())
        .isEqualTo(Reason.DAMAGED);
  }

  @Test
  void theDimensionMayLie() throws Exception {
    assertThat(
            seen(
                "<dimension ref=\"A1:XFD1048576\"/>"
                    + row("<c r=\"C1\" t=\"inlineStr\"><is><t>内</t><rPh><t>nei</t></rPh></is></c>")
                    + "<mergeCells><mergeCell ref=\"C1:D2\"/></mergeCells>",
                ""))
        .containsExactly("[一]", "C1+2x2 内");
  }

  @Test
  void cellsWithoutAddressesFollowOneAnother() throws Exception {
    assertThat(
            seen(
                "<sheetData><row><c><v>1</v></c><c><v>2</v></c></row>"
                    + "<row r=\"5\"><c><v>3</v></c><c r=\"D5\"><v>4</v></c><c><v>5</v></c></row>"
                    + "<row><c><v>6</v></c></row></sheetData>",
                ""))
        .containsExactly("[一]", "A1 1", "B1 2", "A5 3", "D5 4", "E5 5", "A6 6");
  }

  @Test
  void rowsOutOfOrderArePutInOrder() throws Exception {
    assertThat(
            seen(
                "<sheetData><row r=\"3\"><c r=\"B3\"><v>3</v></c><c r=\"A3\"><v>2</v></c></row>"
                    + "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData>",
                ""))
        .containsExactly("[一]", "A1 1", "A3 2", "B3 3");
  }

  @Test
  void escapedCharactersAndRunsOfTextAreRead() throws Exception {
    assertThat(
            seen(
                row("<c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"str\"><v>z</v></c>"),
                "<si><r><t>一_x000D_\n</t></r><r><rPr><b/></rPr><t>二</t></r></si><si><t>_x005F_x</t></si>"))
        .containsExactly("[一]", "A1 一\n二", "B1 _x", "C1 z");
  }

  @Test
  void aMissingSharedStringIsDamage() {
    byte[] content = OfficePackage.xlsx(row("<c t=\"s\"><v>7</v></c>"), "<si><t>x</t></si>");
    assertThat(Seen.refusal(READER, content).reason()).isEqualTo(Reason.DAMAGED);
    assertThat(Seen.refusal(READER, content).detail()).isEqualTo("no shared string 7");
    byte[] without = OfficePackage.xlsx(row("<c t=\"s\"><v>0</v></c>"), "");
    assertThat(Seen.refusal(READER, without).reason()).isEqualTo(Reason.DAMAGED);
  }

  @Test
  void aFormulaThatCannotBeComputedIsShownItself() throws Exception {
    assertThat(
            seen(
                row("<c><f>[2]预算!B3*2</f></c><c><f>NOSUCH(1)</f><v></v></c><c><f>1+1</f></c>"), ""))
        .containsExactly("[一]", "A1 =[2]预算!B3*2", "B1 =NOSUCH(1)", "C1 =1+1");
  }

  @Test
  void tenThousandColumnsAreRefused() {
    byte[] content = OfficePackage.xlsx(row("<c s=\"1\"/>".repeat(10_000)), "");
    assertThat(Seen.refusal(READER, content).reason()).isEqualTo(Reason.LIMIT_EXCEEDED);
    assertThat(Seen.refusal(READER, content).detail()).isEqualTo("columns: 1001 > 1000");
  }

  @Test
  void aMergedAreaOverTheWholeSheetIsRefused() {
    byte[] content =
        OfficePackage.xlsx(
            row("<c><v>1</v></c>") + "<mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells>",
            "");
    assertThat(Seen.refusal(READER, content).reason()).isEqualTo(Reason.LIMIT_EXCEEDED);
    byte[] narrow =
        OfficePackage.xlsx(
            row("<c><v>1</v></c>") + "<mergeCells><mergeCell ref=\"A1:H1048576\"/></mergeCells>",
            "");
    assertThat(Seen.refusal(READER, narrow).reason()).isEqualTo(Reason.LIMIT_EXCEEDED);
  }

  @Test
  void aBombIsRefusedBeforeItIsUnpacked() {
    byte[] byRatio = OfficePackage.xlsx(row("<c><v>" + "0".repeat(100 << 20) + "</v></c>"), "");
    assertThat(byRatio.length).isLessThan(200_000);
    assertThat(Seen.refusal(READER, byRatio).reason()).isEqualTo(Reason.LIMIT_EXCEEDED);
    byte[] bySize = OfficePackage.xlsx(row("<c><v>1</v></c>".repeat(900)), "");
    assertThat(Seen.refusal(READER, bySize, Seen.limits(1000, 1000, 10_000)).detail())
        .startsWith("unpacked bytes");
  }

  @Test
  void documentTypesAndTheirEntitiesAreRefused() {
    Map<String, byte[]> parts = OfficePackage.parts(OfficePackage.xlsx(row("<c><v>1</v></c>"), ""));
    String sheet = new String(parts.get("xl/worksheets/sheet1.xml"), UTF_8);
    for (String type :
        List.of(
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>",
            "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x.dtd\">",
            "<!DOCTYPE x [<!ENTITY a \"xxxxxxxx\"><!ENTITY e \"&a;&a;&a;&a;\">]>")) {
      String typed =
          sheet.replace("<worksheet", type + "<worksheet").replace("<v>1</v>", "<v>&e;</v>");
      parts.put("xl/worksheets/sheet1.xml", typed.getBytes(UTF_8));
      assertThat(Seen.refusal(READER, OfficePackage.zipped(parts)).reason())
          .isEqualTo(Reason.DAMAGED);
      assertThat(Seen.refusal(READER, OfficePackage.zipped(parts)).detail())
          .contains("document type");
    }
  }

  @Test
  void otherPackagesAreNoWorkbooks() {
    assertThat(Seen.refusal(READER, OfficePackage.docx("<w:p/>")).reason())
        .isEqualTo(Reason.UNKNOWN_FORMAT);
    assertThat(Seen.refusal(READER, OfficePackage.zip(Map.of("a.txt", "x"))).reason())
        .isEqualTo(Reason.UNKNOWN_FORMAT);
    assertThat(Seen.refusal(READER, "no zip at all".getBytes(UTF_8)).reason())
        .isEqualTo(Reason.UNKNOWN_FORMAT);
  }

  @Test
  void aWorkbookOfPicturesIsAScan() {
    Map<String, byte[]> parts = OfficePackage.parts(OfficePackage.xlsx("<sheetData/>", ""));
    parts.put("xl/media/image1.png", new byte[100]);
    assertThat(Seen.refusal(READER, OfficePackage.zipped(parts)).reason())
        .isEqualTo(Reason.SCANNED);
  }
}
