package org.jihe.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.util.Shell;
import org.jihe.JavaProcess;
import org.jihe.SampleForms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * On Windows libraries take other ways: Hadoop starts a program {@code winutils.exe} that nobody
 * has. Here every library believes to be there, and all commands that touch files do their work.
 */
class WindowsTest {

  @TempDir private Path folder;

  @Test
  void nothingAsksForProgramsThatWindowsDoesNotHave() throws Exception {
    assumeTrue(Shell.LINUX, "takes the libraries' parts for Linux");
    Path form = folder.resolve("自评表.txt");
    Files.writeString(form, SampleForms.texts().get(0));
    String workspace = folder.resolve("工作区 1").toString();
    Path made = folder.resolve("made");
    List<List<String>> commands =
        List.of(
            List.of("review", form.toString(), "--workspace", workspace),
            List.of("show", "法律顾问费", "--workspace", workspace),
            List.of("runs", "--workspace", workspace),
            List.of("workspace", "register", "--workspace", workspace),
            List.of("workspace", "tidy", "--workspace", workspace),
            List.of(
                "generate",
                "--forms",
                "20",
                "--departments",
                "2",
                "--years",
                "2022",
                "--seed",
                "1",
                "--formats",
                "xlsx,txt",
                "--out",
                made.toString()),
            List.of("review", made.resolve("forms").toString(), "--workspace", workspace));
    JavaProcess process =
        JavaProcess.start(
            folder.resolve("said.txt"),
            Map.of("HADOOP_HOME", ""),
            AsOnWindows.class,
            commands.stream()
                .flatMap(command -> Stream.concat(command.stream(), Stream.of(";")))
                .toArray(String[]::new));
    assertThat(process.await()).as(process.said()).isZero();
    assertThat(process.said().lines().filter(line -> line.startsWith("ended ")))
        .as(process.said())
        .containsExactly(
            "ended review 0",
            "ended show 0",
            "ended runs 0",
            "ended workspace 0",
            "ended workspace 0",
            "ended generate 0",
            "ended review 0");
    assertThat(folder.resolve("工作区 1/published/report/index.html")).isNotEmptyFile();
  }
}
