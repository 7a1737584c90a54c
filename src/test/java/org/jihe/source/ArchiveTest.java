package org.jihe.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.jihe.layout.Quarantined;
import org.jihe.layout.Quarantined.Reason;
import org.jihe.source.file.Format;
import org.jihe.source.file.Limits;
import org.jihe.source.file.RawFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ArchiveTest {

  private static final byte[] TEXT = "项目名称\t法律顾问费".getBytes(UTF_8);

  /** Builds an archive in memory. */
  private static final class Zip {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip;

    Zip(Charset names) {
      zip = new ZipOutputStream(bytes, names);
    }

    static Zip utf8() {
      return new Zip(UTF_8);
    }

    Zip add(String name, byte[] content) throws IOException {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
      zip.closeEntry();
      return this;
    }

    byte[] bytes() throws IOException {
      zip.close();
      return bytes.toByteArray();
    }
  }

  private static List<String> read(Limits limits, byte[] archive) {
    List<String> shown = new ArrayList<>();
    new Sources(limits)
        .read(
            new RawFile("a.zip", archive),
            reading -> {
              Quarantined refusal = reading.refusal();
              String what =
                  refusal == null
                      ? Shown.cells(reading.document()).toString()
                      : refusal.reason() + " " + refusal.detail();
              shown.add(reading.file() + " " + what.strip());
            });
    return shown;
  }

  private static List<String> read(byte[] archive) {
    return read(Limits.STANDARD, archive);
  }

  @Test
  void everyMemberIsASource() throws IOException {
    byte[] inner = Zip.utf8().add("c.csv", "a,b\n".getBytes(UTF_8)).bytes();
    byte[] archive =
        Zip.utf8()
            .add("2022/", new byte[0])
            .add("2022/甲.txt", TEXT)
            .add("里.zip", inner)
            .add("b.html", "<table><tr><td>x</table>".getBytes(UTF_8))
            .add("leer.txt", new byte[0])
            .bytes();
    assertThat(read(archive))
        .containsExactly(
            "a.zip!/2022/甲.txt [A1 项目名称, B1 法律顾问费]",
            "a.zip!/里.zip!/c.csv [A1 a, B1 b]",
            "a.zip!/b.html [A1 x]",
            "a.zip!/leer.txt EMPTY 0 B");
    assertThat(new Sources(Limits.STANDARD).read(new RawFile("a.zip", archive)))
        .extracting(Sources.Reading::format)
        .containsExactly(Format.TEXT, Format.CSV, Format.HTML, Format.TEXT);
  }

  @Test
  void positionsNameTheMember() throws IOException {
    byte[] archive = Zip.utf8().add("d/甲.txt", TEXT).bytes();
    Sources.Reading reading = Shown.reading("dir/a.zip", archive);
    assertThat(reading.document().grids().get(0).rows().get(0).get(1).position().file())
        .isEqualTo("dir/a.zip!/d/甲.txt");
  }

  @Test
  void namesOfChineseSystemsAreRead() throws IOException {
    byte[] gbk = new Zip(Charset.forName("GBK")).add("绩效\\甲.txt", TEXT).bytes();
    assertThat(read(gbk)).containsExactly("a.zip!/绩效/甲.txt [A1 项目名称, B1 法律顾问费]");
    byte[] unmarked = Zip.utf8().add("绩效/甲.txt", TEXT).bytes();
    for (int i = 0; i + 10 < unmarked.length; i++) { // take the mark of UTF-8 off
      boolean local = unmarked[i] == 'P' && unmarked[i + 1] == 'K' && unmarked[i + 2] == 3;
      boolean central = unmarked[i] == 'P' && unmarked[i + 1] == 'K' && unmarked[i + 2] == 1;
      if (local || central) {
        unmarked[i + (local ? 7 : 9)] &= ~8;
      }
    }
    assertThat(read(unmarked)).containsExactly("a.zip!/绩效/甲.txt [A1 项目名称, B1 法律顾问费]");
  }

  @Test
  void whatNoPersonPutThereIsPassedOverAndCounted() throws IOException {
    byte[] archive =
        Zip.utf8()
            .add("__MACOSX/._甲.txt", TEXT)
            .add("d/.DS_Store", TEXT)
            .add("d/~$表.xlsx", TEXT)
            .add("Thumbs.db", TEXT)
            .add("甲.txt", TEXT)
            .bytes();
    List<Sources.Reading> readings = new ArrayList<>();
    assertThat(Shown.SOURCES.read(new RawFile("a.zip", archive), readings::add)).isEqualTo(4);
    assertThat(readings).extracting(Sources.Reading::file).containsExactly("a.zip!/甲.txt");
  }

  @Test
  void anArchiveWithoutMembersIsReported() throws IOException {
    assertThat(read(Zip.utf8().bytes())).containsExactly("a.zip EMPTY 22 B, 0 members");
    byte[] hidden = Zip.utf8().add("__MACOSX/._a", TEXT).bytes();
    assertThat(read(hidden))
        .containsExactly("a.zip EMPTY " + hidden.length + " B, 0 members, 1 passed over");
  }

  @Test
  void unsafeNamesAreNamesAndNothingElse() throws IOException {
    byte[] archive =
        Zip.utf8()
            .add("../../etc/passwd", TEXT)
            .add("/srv/a.txt", TEXT)
            .add("CON\u0007", TEXT)
            .bytes();
    assertThat(read(archive))
        .extracting(line -> line.substring(0, line.indexOf(" [")))
        .containsExactly("a.zip!/../../etc/passwd", "a.zip!//srv/a.txt", "a.zip!/CON\uFFFD");
  }

  @Test
  void anEncryptedMemberDoesNotHideTheOthers() throws IOException {
    byte[] archive = Zip.utf8().add("a.txt", TEXT).add("b.txt", TEXT).bytes();
    boolean first = true;
    for (int i = 0; i + 10 < archive.length; i++) { // mark the first member as encrypted
      if (archive[i] == 'P' && archive[i + 1] == 'K' && archive[i + 2] == 1 && first) {
        archive[i + 8] |= 1;
        first = false;
      }
    }
    assertThat(read(archive))
        .containsExactly("a.zip!/a.txt ENCRYPTED", "a.zip!/b.txt [A1 项目名称, B1 法律顾问费]");
  }

  @Test
  void aDamagedMemberDoesNotHideTheOthers() throws IOException {
    byte[] archive = Zip.utf8().add("a.txt", TEXT).add("b.txt", TEXT).bytes();
    archive[30 + 5 + 8] ^= 0x55; // inside the packed bytes of the first member
    List<String> read = read(archive);
    assertThat(read).hasSize(2);
    assertThat(read.get(0)).startsWith("a.zip!/a.txt DAMAGED");
    assertThat(read.get(1)).isEqualTo("a.zip!/b.txt [A1 项目名称, B1 法律顾问费]");
  }

  @Test
  void ofAnArchiveThatWasCutOffWhatIsThereIsRead() throws IOException {
    byte[] archive = Zip.utf8().add("a.txt", TEXT).add("b.txt", TEXT).bytes();
    int second = new String(archive, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("b.txt");
    List<String> read = read(Arrays.copyOf(archive, second + 20));
    assertThat(read.get(0)).isEqualTo("a.zip!/a.txt [A1 项目名称, B1 法律顾问费]");
    assertThat(read.subList(1, read.size()))
        .isNotEmpty()
        .allMatch(line -> line.contains(" DAMAGED "));
  }

  @Test
  void archivesInsideOneAnotherEndSomewhere() throws IOException {
    byte[] archive = Zip.utf8().add("a.txt", TEXT).bytes();
    for (int i = 0; i < 3; i++) {
      archive = Zip.utf8().add("z.zip", archive).bytes();
    }
    assertThat(read(archive))
        .containsExactly("a.zip!/z.zip!/z.zip!/z.zip LIMIT_EXCEEDED depth > 3");
    assertThat(read(Limits.STANDARD.with("depth", "4"), archive))
        .containsExactly("a.zip!/z.zip!/z.zip!/z.zip!/a.txt [A1 项目名称, B1 法律顾问费]");
  }

  @Test
  void bombsAreStopped() throws IOException {
    byte[] zeros = new byte[3_000_000];
    byte[] archive = Zip.utf8().add("a.txt", TEXT).add("b.bin", zeros).add("c.txt", TEXT).bytes();
    assertThat(read(Limits.STANDARD.with("unpacked", "1m"), archive))
        .containsExactly(
            "a.zip!/a.txt [A1 项目名称, B1 法律顾问费]", "a.zip LIMIT_EXCEEDED unpacked > 1048576 B");
    assertThat(read(Limits.STANDARD.with("bytes", "1m"), archive))
        .containsExactly(
            "a.zip!/a.txt [A1 项目名称, B1 法律顾问费]",
            "a.zip!/b.bin TOO_LARGE > 1048576 B",
            "a.zip!/c.txt [A1 项目名称, B1 法律顾问费]");
    assertThat(read(Limits.STANDARD.with("members", "2"), archive))
        .containsExactly("a.zip LIMIT_EXCEEDED members > 2");
    byte[] large = Zip.utf8().add("a.bin", new byte[70 << 20]).bytes();
    assertThat(read(large)).containsExactly("a.zip!/a.bin LIMIT_EXCEEDED unpacked / packed > 300");
  }

  @Test
  void whatTheCallerThrowsIsNoDamage() throws IOException {
    byte[] archive = Zip.utf8().add("a.txt", TEXT).bytes();
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () ->
                Shown.SOURCES.read(
                    new RawFile("a.zip", archive),
                    reading -> {
                      throw new IllegalStateException("mine");
                    }))
        .hasMessage("mine");
  }

  @Test
  void theFormatForLargeArchivesIsRead() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      zip.setUseZip64(Zip64Mode.AlwaysWithCompatibility);
      zip.putArchiveEntry(new ZipArchiveEntry("甲.txt"));
      zip.write(TEXT);
      zip.closeArchiveEntry();
    }
    assertThat(read(bytes.toByteArray())).containsExactly("a.zip!/甲.txt [A1 项目名称, B1 法律顾问费]");
  }

  @Test
  void aRefusalOfAnArchiveHasItsReason() throws IOException {
    byte[] archive = Arrays.copyOf(Zip.utf8().add("a.txt", TEXT).bytes(), 12);
    assertThat(Shown.refusal("a.zip", archive).reason()).isEqualTo(Reason.DAMAGED);
  }
}
