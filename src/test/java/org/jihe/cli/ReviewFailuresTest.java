package org.jihe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jihe.cli.console.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stops a review before any form is read. */
class ReviewFailuresTest {

  private static final String SAMPLE = "datasets/minhang-2022";

  @TempDir private Path folder;

  private Path rules;
  private Path workspace;

  @BeforeEach
  void copyTheRules() throws IOException {
    rules = folder.resolve("rules");
    workspace = folder.resolve("workspace");
    Path original = Path.of("rules");
    try (Stream<Path> files = Files.walk(original)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, rules.resolve(original.relativize(file)));
      }
    }
  }

  private Run review(String... more) {
    return Run.of(
        Stream.concat(
                Stream.of("review", SAMPLE, "--workspace", workspace.toString()), Stream.of(more))
            .toArray(String[]::new));
  }

  private static void change(Path file, String text, String replacement) throws IOException {
    String before = Files.readString(file);
    assertThat(before).contains(text);
    Files.writeString(file, before.replace(text, replacement));
  }

  private void nothingWasDone(Run run) {
    nothingWasDone(run, ExitCode.FAILED);
  }

  private void nothingWasDone(Run run, int code) {
    assertThat(run.code()).isEqualTo(code);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).doesNotContain("\tat ", "Exception");
    assertThat(Files.isDirectory(workspace.resolve("tables"))).isFalse();
  }

  @Test
  void aWorkspaceThatCannotBeWritten() throws IOException {
    Files.writeString(workspace, "a file where the folder should be");
    Run run = review();
    nothingWasDone(run);
    assertThat(run.err()).contains("工作区", workspace.toString(), "--workspace");
  }

  @Test
  void aWorkspaceInsideAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    workspace = file.resolve("workspace");
    Run run = review("--lang", "en");
    nothingWasDone(run);
    assertThat(run.err()).contains("workspace", workspace.toString());
  }

  @Test
  void aRuleThatDoesNotCompile() throws IOException {
    Path rule = rules.resolve("arithmetic/OverExecution.drl");
    change(rule, "\nwhen", "\nwhem");
    Run run = review("--rules", rules.toString());
    nothingWasDone(run);
    assertThat(run.err()).containsPattern("OverExecution\\.drl:\\d+: ").contains("改正之前不会审核任何表格");
  }

  @Test
  void aParameterThatIsNoNumber() throws IOException {
    Files.writeString(rules.resolve("jurisdictions/shanghai.yaml"), "extends: [national\n");
    Run run = review("--rules", rules.toString(), "--jurisdiction", "shanghai");
    nothingWasDone(run);
    assertThat(run.err()).containsPattern("shanghai\\.yaml(:\\d+)?: ");
  }

  @Test
  void aJurisdictionThatIsNotThere() {
    Run run = review("--jurisdiction", "atlantis");
    nothingWasDone(run, ExitCode.USAGE);
    assertThat(run.err()).contains("atlantis");
  }

  @Test
  void listsThatCannotBeRead() throws IOException {
    Run missing = review("--project-list", folder.resolve("none.csv").toString());
    nothingWasDone(missing, ExitCode.USAGE);
    assertThat(missing.err()).contains("none.csv");
    Path ledger = folder.resolve("ledger.csv");
    Files.writeString(ledger, "项目名称,主管部门,年度,支出数\n停车费,政务服务中心,2022,很多\n");
    Run wrong = review("--ledger", ledger.toString());
    nothingWasDone(wrong, ExitCode.USAGE);
    assertThat(wrong.err()).contains("ledger.csv", "第 2 行", "很多");
  }

  @Test
  void aFolderOfRulesThatIsNotThere() {
    Run run = review("--rules", folder.resolve("none").toString());
    nothingWasDone(run, ExitCode.USAGE);
    assertThat(run.err()).contains("none");
  }
}
