package org.jihe.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jihe.JavaProcess;
import org.jihe.cli.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However many cores share the work, the tables of the annual review are the same to the byte. */
class PartitionsTest {

  private static final List<String> FILES =
      List.of("comparison.csv", "outliers.csv", "rollup_statistics.csv", "comparison.jsonl");

  @TempDir Path folder;

  @Test
  void oneTwoAndEightPartitionsGiveTheSameBytes() throws Exception {
    Path made = folder.resolve("made");
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
      Main.run(
          new String[] {
            "generate",
            "--departments",
            "5",
            "--forms",
            "150",
            "--years",
            "2021-2022",
            "--formats",
            "json",
            "--defects",
            "0.5",
            "--out",
            made.toString()
          },
          out,
          out);
    }
    Path one = reviewed(made, 1);
    Path two = reviewed(made, 2);
    Path eight = reviewed(made, 8);
    for (String file : FILES) {
      assertThat(text(one, file)).as(file).contains("2022").hasLineCount(lines(one, file));
      assertThat(text(two, file)).as(file).isEqualTo(text(one, file));
      assertThat(text(eight, file)).as(file).isEqualTo(text(one, file));
    }
  }

  private static int lines(Path workspace, String file) throws IOException {
    int lines = Files.readAllLines(workspace.resolve("published").resolve(file)).size();
    assertThat(lines).as(file).isGreaterThan(5);
    return lines;
  }

  private static String text(Path workspace, String file) throws IOException {
    return Files.readString(workspace.resolve("published").resolve(file));
  }

  private Path reviewed(Path made, int cores) throws Exception {
    Path workspace = folder.resolve("w" + cores);
    int code =
        JavaProcess.start(
                folder.resolve("said" + cores + ".txt"),
                Map.of("JAVA_TOOL_OPTIONS", "-XX:ActiveProcessorCount=" + cores),
                Main.class,
                "review",
                made.resolve("forms").toString(),
                "--workspace",
                workspace.toString())
            .await();
    assertThat(code).as(Files.readString(folder.resolve("said" + cores + ".txt"))).isLessThan(2);
    return workspace;
  }
}
