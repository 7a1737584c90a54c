package org.jihe.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jihe.JavaProcess;
import org.jihe.SampleForms;
import org.jihe.workspace.Tables;
import org.jihe.workspace.WorkspaceTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands in one folder and then in another, on one workspace. */
class ElsewhereTest {

  @TempDir private Path root;

  private Path workspace;
  private int processes;

  @BeforeEach
  void layOut() {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a shell");
    workspace = root.resolve("工作区");
  }

  private Path forms(String folder, int index, String project) throws IOException {
    Path file = Files.createDirectories(root.resolve(folder).resolve("forms")).resolve("表.txt");
    String text = SampleForms.texts().get(index);
    Files.writeString(file, text.replaceFirst("(?m)^项目名称\\t[^\\t\\n]*", "项目名称\t" + project));
    return file;
  }

  /** Runs a command in a folder, its output into a file of that folder where one is named. */
  private String in(Path folder, Path said, String... arguments) throws Exception {
    JavaProcess process =
        JavaProcess.start(
            List.of("/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder.toString()),
            said,
            Map.of("XDG_CACHE_HOME", root.resolve("cache").toString()),
            Main.class,
            arguments);
    assertThat(process.await()).as(process.said()).isZero();
    return process.said();
  }

  private String review(Path folder, String input) throws Exception {
    Path said = Files.createDirectories(root.resolve("said")).resolve(processes++ + ".txt");
    return in(folder, said, "review", input, "--workspace", workspace.toString());
  }

  private List<String> files(String publication) throws IOException {
    List<String> files = new ArrayList<>();
    for (String line : Files.readAllLines(workspace.resolve("published/" + publication))) {
      files.add(line.replaceFirst("^\uFEFF", ""));
    }
    return files.subList(1, files.size());
  }

  private int sources() throws IOException {
    Tables tables = Tables.open(workspace);
    return tables
        .rows(Objects.requireNonNull(tables.last()), WorkspaceTable.SOURCES, List.of("file"))
        .size();
  }

  @Test
  void aSourceIsNeitherLostNorDoubledWhereverItIsNamed() throws Exception {
    Path one = forms("甲", 0, "甲的项目");
    forms("乙", 1, "乙的项目");
    review(root.resolve("甲"), "forms");
    assertThat(files("forms.csv")).hasSize(1);
    review(root, "甲/forms");
    assertThat(files("forms.csv")).hasSize(1);
    assertThat(sources()).isEqualTo(1);
    assertThat(files("form_versions.csv")).isEmpty();
    review(root.resolve("乙"), "forms");
    assertThat(files("forms.csv")).hasSize(2);
    assertThat(sources()).isEqualTo(2);
    assertThat(files("form_versions.csv")).isEmpty();

    String[] show = {"show", "甲的项目", "--source", "--workspace", workspace.toString()};
    Run here = Run.of(show);
    assertThat(here.code()).as(here.err()).isZero();
    assertThat(here.out()).contains("●");
    assertThat(here.err()).isEmpty();
    Files.delete(one);
    Run gone = Run.of(show);
    assertThat(gone.code()).as(gone.err()).isZero();
    assertThat(gone.out()).isEqualTo(here.out());
    assertThat(gone.err()).contains("forms/表.txt", "工作区");
  }

  @Test
  void theFileThatACommandWritesIntoIsNoSubmission() throws Exception {
    Path folder = forms("甲", 0, "甲的项目").getParent();
    String said = in(folder, folder.resolve("result.txt"), "review", ".");
    assertThat(said).contains("本命令正在写入的输出文件 1");
    workspace = folder.resolve("jihe-workspace");
    assertThat(sources()).isEqualTo(1);
    assertThat(files("quarantine.csv")).isEmpty();
  }
}
