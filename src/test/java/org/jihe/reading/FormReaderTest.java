package org.jihe.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jihe.SampleForms;
import org.jihe.layout.Quarantined.Reason;
import org.jihe.source.file.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormReaderTest {

  @TempDir Path folder;

  private static Reason onlyRefusal(FileReading reading) {
    assertThat(reading.forms()).isEmpty();
    assertThat(reading.quarantined()).hasSize(1);
    assertThat(reading.quarantined().get(0).file()).isEqualTo(reading.file());
    return reading.quarantined().get(0).reason();
  }

  @Test
  void readsTheSample() {
    FileReading reading = new FormReader().read(SampleForms.TEXT).get(0);
    assertThat(reading.forms()).hasSize(30);
    assertThat(reading.quarantined()).isEmpty();
    assertThat(reading.encoding()).isEqualTo("UTF-8");
    assertThat(reading.bytes()).isEqualTo(SampleForms.bytes().length);
    assertThat(reading.sha256()).hasSize(64);
  }

  @Test
  void aMissingFileIsQuarantined() {
    FileReading reading = new FormReader().read(folder.resolve("none.txt")).get(0);
    assertThat(onlyRefusal(reading)).isEqualTo(Reason.MISSING);
  }

  @Test
  void aFolderHoldsNoForm() {
    assertThat(onlyRefusal(new FormReader().read(folder).get(0))).isEqualTo(Reason.NO_FORM_FOUND);
  }

  @Test
  void aForbiddenFileIsUnreadable() throws IOException {
    Path file = Files.writeString(folder.resolve("secret.txt"), "x");
    assumeThat(file.getFileSystem().supportedFileAttributeViews()).contains("posix");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    assumeThat(Files.isReadable(file)).as("root reads everything").isFalse();
    assertThat(onlyRefusal(new FormReader().read(file).get(0))).isEqualTo(Reason.UNREADABLE);
  }

  @Test
  void aTextWithoutFormsIsQuarantinedWithItsBeginning() {
    FileReading reading = new FormReader().read("a.txt", bytes("会议纪要\n一、到会人员")).get(0);
    assertThat(onlyRefusal(reading)).isEqualTo(Reason.NO_FORM_FOUND);
    assertThat(reading.quarantined().get(0).excerpt()).startsWith("会议纪要");
  }

  @Test
  void theDigestIsOfTheBytes() {
    FormReader reader = new FormReader();
    assertThat(reader.read("a", bytes("甲")).get(0).sha256())
        .isEqualTo(reader.read("b", bytes("甲")).get(0).sha256())
        .isNotEqualTo(reader.read("a", bytes("乙")).get(0).sha256());
  }

  @Test
  void aFileThatGrowsIsReadOnceMore() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "甲");
    int[] opened = {0};
    FormReader reader =
        new FormReader(
            Limits.STANDARD,
            path -> {
              if (opened[0]++ == 0) {
                Files.writeString(path, "乙", StandardOpenOption.APPEND);
              }
              return Files.newInputStream(path);
            });
    FileReading reading = reader.read(file).get(0);
    assertThat(opened[0]).isEqualTo(2);
    assertThat(reading.bytes()).isEqualTo(6);
    assertThat(onlyRefusal(reading)).isEqualTo(Reason.NO_FORM_FOUND);
  }

  @Test
  void aFileThatKeepsGrowingIsQuarantined() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "甲");
    FormReader reader =
        new FormReader(
            Limits.STANDARD,
            path -> {
              Files.writeString(path, "乙", StandardOpenOption.APPEND);
              return Files.newInputStream(path);
            });
    assertThat(onlyRefusal(reader.read(file).get(0))).isEqualTo(Reason.CHANGED_WHILE_READ);
  }

  @Test
  void aFileThatGoesAwayIsMissing() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "甲");
    FormReader reader =
        new FormReader(
            Limits.STANDARD,
            path -> {
              Files.delete(path);
              return Files.newInputStream(path);
            });
    assertThat(onlyRefusal(reader.read(file).get(0))).isEqualTo(Reason.MISSING);
  }

  @Test
  void aFileAboveTheLimitIsNotOpened() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "甲乙丙");
    FormReader reader =
        new FormReader(
            Limits.STANDARD.with("bytes", "8"),
            path -> {
              throw new AssertionError("opened");
            });
    FileReading reading = reader.read(file).get(0);
    assertThat(onlyRefusal(reading)).isEqualTo(Reason.TOO_LARGE);
    assertThat(reading.quarantined().get(0).detail()).isEqualTo("9 B");
  }

  @Test
  void whatIsTooMuchForTheMemoryIsOneFilesAffair() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "甲");
    FormReader reader =
        new FormReader(
            Limits.STANDARD,
            path -> {
              throw new OutOfMemoryError("Java heap space");
            });
    assertThat(onlyRefusal(reader.read(file).get(0))).isEqualTo(Reason.LIMIT_EXCEEDED);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
