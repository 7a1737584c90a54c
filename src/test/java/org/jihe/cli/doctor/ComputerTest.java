package org.jihe.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jihe.message.Language;
import org.jihe.message.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of computers of every kind, each with its remedy. */
class ComputerTest {

  @TempDir private Path folder;

  private static Computer computer(String java, long megabytes, Map<String, String> environment) {
    return new Computer(environment, Runtime.Version.parse(java), megabytes);
  }

  @Test
  void javaAndMemory() {
    assertThat(computer("11.0.2", 300, Map.of()).java().state()).isEqualTo(Check.State.BROKEN);
    assertThat(computer("17.0.15", 300, Map.of()).java().state()).isEqualTo(Check.State.FINE);
    assertThat(computer("25", 300, Map.of()).java().remedy()).isEqualTo("java.lacking");
    assertThat(computer("17", 511, Map.of()).memory().state()).isEqualTo(Check.State.BROKEN);
    assertThat(computer("17", 512, Map.of()).memory().state()).isEqualTo(Check.State.LACKING);
    assertThat(computer("17", 1024, Map.of()).memory().state()).isEqualTo(Check.State.FINE);
  }

  @Test
  void programsOnThePath() throws IOException {
    assertThat(computer("17", 9, Map.of("PATH", folder.toString())).chromium().state())
        .isEqualTo(Check.State.LACKING);
    Path program = Files.writeString(folder.resolve("chromium"), "");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    assertThat(computer("17", 9, Map.of("PATH", "/none:" + folder)).chromium().facts())
        .containsEntry("program", program.toString());
  }

  @Test
  void theDiskOfAFolderThatIsNotThereYet() {
    Check disk = computer("17", 9, Map.of()).disk("disk", folder.resolve("a/b/c"));
    assertThat(disk.facts()).containsEntry("folder", folder.toAbsolutePath().toString());
  }

  /** Whatever is wrong, both languages say what helps, with what was found filled in. */
  @Test
  void everyRemedyIsSaid() throws IOException {
    Map<String, String> all = new HashMap<>();
    for (String fact :
        Stream.of("version home megabytes font program folder database workspace schema run")
            .flatMap(names -> Stream.of(names.split(" ")))
            .toList()) {
      all.put(fact, "x");
    }
    for (Language language : Language.values()) {
      Messages texts = Messages.of(language, "doctor");
      for (String name :
          new String[] {
            "java",
            "memory",
            "fonts",
            "chromium",
            "tesseract",
            "disk",
            "temporary",
            "database",
            "catalog",
            "workspace"
          }) {
        assertThat(texts.text(name)).isNotBlank();
      }
      texts.all().keySet().forEach(key -> assertThat(texts.text(key, all)).doesNotContain("{"));
    }
  }
}
