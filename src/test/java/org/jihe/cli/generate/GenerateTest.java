package org.jihe.cli.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jihe.cli.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code generate} writes, and what it says of a wrong choice. */
class GenerateTest {

  @TempDir Path folder;

  private static Run run(String... arguments) {
    List<String> all = new ArrayList<>(List.of("generate"));
    all.addAll(List.of(arguments));
    return Run.of(all.toArray(new String[0]));
  }

  @Test
  void aFolderIsFilled() throws IOException {
    Path out = folder.resolve("made");
    Run ended =
        run(
            "--departments",
            "2",
            "--forms",
            "7",
            "--years",
            "2023",
            "--formats",
            "txt,json",
            "--out",
            out.toString());

    assertThat(ended.err()).contains("生成 7 份自评表", "truth.csv");
    assertThat(ended.code()).isZero();
    assertThat(out.resolve("forms/2023"))
        .isDirectoryContaining(file -> file.toString().endsWith("txt"));
    assertThat(Files.readAllLines(out.resolve("ledger.csv"))).hasSize(8);
    assertThat(out.resolve("project-list.csv")).exists();
  }

  @Test
  void aFilledFolderIsLeftAlone() throws IOException {
    Path there = Files.writeString(folder.resolve("mine.txt"), "x");
    Run ended = run("--out", folder.toString(), "--forms", "1");

    assertThat(ended.err()).contains("已有文件", "空文件夹");
    assertThat(ended.code()).isEqualTo(2);
    assertThat(folder).isDirectoryContaining(file -> file.equals(there));
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void everyWrongChoiceIsTold() {
    Run ended =
        run(
            "--out",
            folder.resolve("x").toString(),
            "--forms",
            "0",
            "--years",
            "2023-2021",
            "--defects",
            "1.5",
            "--formats",
            "jsonl,txt");

    assertThat(ended.err()).contains("--forms 应为 1 到", "2021-2023", "0 到 1 之间", "只能单独使用");
    assertThat(ended.code()).isEqualTo(2);
    assertThat(run("--lang", "en", "--out", "x", "--forms", "-1").err())
        .contains("--forms is a whole number from 1");
  }
}
