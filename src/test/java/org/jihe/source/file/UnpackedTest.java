package org.jihe.source.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jihe.layout.Quarantined;
import org.jihe.layout.Quarantined.Reason;
import org.jihe.source.OfficePackage;
import org.jihe.source.OverlappingZip;
import org.jihe.source.Sources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Small sources that unpack to a great deal together, though no part of them does alone. */
@Timeout(60)
class UnpackedTest {

  private static final int MEBIBYTE = 1 << 20;
  private static final int MANY = 5_000;

  /** What came of a source. */
  private static final class Result {

    final List<String> read = new ArrayList<>();
    final List<Quarantined> refused = new ArrayList<>();

    static Result of(String name, byte[] content) {
      Result result = new Result();
      new Sources(Limits.STANDARD)
          .read(
              new RawFile(name, content),
              reading -> {
                if (reading.refusal() == null) {
                  result.read.add(reading.file());
                } else {
                  result.refused.add(reading.refusal());
                }
              });
      return result;
    }

    void isRefusedWhole() {
      assertThat(read).isEmpty();
      assertThat(refused).hasSize(1);
      assertThat(refused.get(0).reason()).isEqualTo(Reason.LIMIT_EXCEEDED);
      assertThat(refused.get(0).detail()).contains("unpacked / packed > 300 in all");
    }
  }

  private static byte[] lines(int bytes) {
    return "项目名称\t法律顾问费\n".repeat(bytes / 29).getBytes(UTF_8);
  }

  @Test
  void membersThatShareTheirBytes() {
    byte[] archive = OverlappingZip.ofOne(lines(3 * MEBIBYTE), ".txt", MANY);
    assertThat(archive.length).isLessThan(336 << 10);
    Result.of("a.zip", archive).isRefusedWhole();
  }

  @Test
  void membersThatQuoteTheHeadsOfOthers() {
    Result.of("a.zip", OverlappingZip.quoting(lines(MEBIBYTE), ".txt", 900)).isRefusedWhole();
  }

  @Test
  void aDirectoryThatLiesIsFoundOutWhileItIsRead() {
    byte[] archive = OverlappingZip.lying(new byte[4 * MEBIBYTE], ".bin", MANY, 100);
    Result result = Result.of("a.zip", archive);
    // What is in proportion to the archive, and no more, has been unpacked.
    assertThat(result.refused).hasSizeLessThan(30);
    Quarantined last = result.refused.get(result.refused.size() - 1);
    assertThat(last.file()).isEqualTo("a.zip");
    assertThat(last.detail()).contains("in all");
  }

  @Test
  void anArchiveInAnArchiveCountsWithIt() {
    byte[] inner = OverlappingZip.ofOne(new byte[4 * MEBIBYTE], ".bin", 2);
    Result result = Result.of("a.zip", OverlappingZip.ofOne(inner, ".zip", MANY));
    assertThat(result.refused).hasSizeLessThan(60);
    assertThat(result.refused.get(result.refused.size() - 1).file()).isEqualTo("a.zip");
  }

  @Test
  void anArchiveOutOfProportionDoesNotHideItsNeighbours() {
    byte[] bomb = OverlappingZip.ofOne(new byte[4 * MEBIBYTE], ".bin", 100);
    Map<String, byte[]> own = new LinkedHashMap<>();
    own.put("1.zip", bomb);
    own.put("a.txt", lines(1000));
    Result result = Result.of("a.zip", OverlappingZip.with(own, lines(1000), i -> i + ".txt", 1));
    assertThat(result.refused).hasSize(1);
    assertThat(result.refused.get(0).file()).isEqualTo("a.zip!/1.zip");
    assertThat(result.read).containsExactly("a.zip!/a.txt", "a.zip!/0.txt");
  }

  @Test
  void anArchiveThatFitsIsRead() {
    Result result = Result.of("a.zip", OverlappingZip.ofOne(lines(1000), ".txt", 20));
    assertThat(result.read).hasSize(20);
    assertThat(result.refused).isEmpty();
  }

  @Test
  void sheetsThatShareTheirBytes() throws IOException {
    byte[] workbook = workbook(60, 12 * MEBIBYTE);
    Result result = Result.of("a.xlsx", workbook);
    assertThat(result.read).isEmpty();
    assertThat(result.refused).hasSize(1);
    assertThat(result.refused.get(0).reason()).isEqualTo(Reason.LIMIT_EXCEEDED);
    assertThat(result.refused.get(0).detail()).contains("in all");
  }

  @Test
  void workbooksInAnArchiveCountWithIt() throws IOException {
    byte[] workbook = workbook(1, 12 * MEBIBYTE);
    Result result = Result.of("a.zip", OverlappingZip.ofOne(workbook, ".xlsx", MANY));
    assertThat(result.refused).hasSizeLessThan(40);
    assertThat(result.refused.get(result.refused.size() - 1).file()).isEqualTo("a.zip");
  }

  @Test
  void aWorkbookInProportionIsRead() throws IOException {
    String row = "<row><c t=\"inlineStr\"><is><t>项目名称</t></is></c></row>";
    byte[] plain = OfficePackage.xlsx("<sheetData>" + row.repeat(200) + "</sheetData>", "");
    assertThat(Result.of("a.xlsx", plain).read).hasSize(1);
  }

  /** A workbook with one cell, whose sheets are one blank text of that size in one place. */
  private static byte[] workbook(int sheets, int bytes) throws IOException {
    String sheet = "<sheetData><row><c><v>1</v></c></row></sheetData>" + " ".repeat(bytes);
    Map<String, byte[]> parts =
        new LinkedHashMap<>(OfficePackage.parts(OfficePackage.xlsx(sheet, "")));
    byte[] content = parts.remove("xl/worksheets/sheet1.xml");
    String book = new String(parts.get("xl/workbook.xml"), UTF_8);
    String relations = new String(parts.get("xl/_rels/workbook.xml.rels"), UTF_8);
    String tab = book.substring(book.indexOf("<sheet "), book.indexOf("</sheets>"));
    String relation =
        relations.substring(relations.indexOf("<Relationship "), relations.indexOf("</Relation"));
    StringBuilder tabs = new StringBuilder();
    StringBuilder all = new StringBuilder();
    IntStream.rangeClosed(1, sheets)
        .forEach(
            i -> {
              tabs.append(tab.replace("rId1", "r" + i).replace("一", "s" + i));
              all.append(relation.replace("rId1", "r" + i).replace("sheet1", "sheet" + i));
            });
    parts.put("xl/workbook.xml", book.replace(tab, tabs).getBytes(UTF_8));
    parts.put("xl/_rels/workbook.xml.rels", relations.replace(relation, all).getBytes(UTF_8));
    return OverlappingZip.with(
        parts, content, i -> "xl/worksheets/sheet" + (i + 1) + ".xml", sheets);
  }
}
