package org.jihe.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jihe.SampleForms;
import org.jihe.layout.Quarantined.Reason;
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

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
