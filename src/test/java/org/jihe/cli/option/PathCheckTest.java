package org.jihe.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jihe.SampleForms;
import org.jihe.cli.Run;
import org.jihe.cli.console.ExitCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths that cannot be meant are wrong usage, and nothing is done. */
class PathCheckTest {

  @TempDir private Path folder;

  private Path form;
  private List<Path> before;

  @BeforeEach
  void aFormAndAWorkspace() throws IOException {
    form = Files.writeString(folder.resolve("forms.txt"), SampleForms.texts().get(0));
    Path tables = Files.createDirectories(folder.resolve("work/tables/forms/metadata"));
    Files.writeString(tables.resolve("v1.metadata.json"), "{}");
    Path published = Files.createDirectories(folder.resolve("results"));
    for (String name : List.of("forms.json", "findings.csv", "score_audit.csv")) {
      Files.writeString(published.resolve(name), "x");
    }
    before = there();
  }

  @AfterEach
  void nothingIsWritten() throws IOException {
    assertThat(there()).isEqualTo(before);
    assertThat(Path.of("-")).doesNotExist();
    assertThat(Path.of("tables")).doesNotExist();
  }

  private List<Path> there() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.sorted().toList();
    }
  }

  /** A command line in which {@code @} is the temporary folder. */
  private Run run(String line) {
    List<String> arguments = new ArrayList<>();
    for (String word : line.split(" ", -1)) {
      arguments.add(word.equals("''") ? "" : word.replace("@", folder.toString()));
    }
    return Run.of(arguments.toArray(String[]::new));
  }

  private Run isWrongUsage(String line) {
    Run run = run(line);
    assertThat(run.code()).as(line + "\n" + run.err()).isEqualTo(ExitCode.USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("没有读取任何文件，也没有写入任何文件").doesNotContain("Exception");
    return run;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "review @/formz.txt --workspace @/new",
        "review @/forms.txt @/formz.txt --workspace @/new",
        "review @/forms.txt/formz.txt --workspace @/new",
        "ingest @/formz.txt --workspace @/new",
        "transcribe @/formz.txt --out @/new",
        "show 停车费 @/formz.txt",
        "diff @/forms.txt @/formz.txt",
        "diff @/formz.txt @/forms.txt",
        "template try @/formz.txt",
        "template lint @/formz.txt",
        "review @/forms.txt --workspace @/new --rules @/formz.txt",
        "review @/forms.txt --workspace @/new --waivers @/formz.txt",
        "review @/forms.txt --workspace @/new --project-list @/formz.txt",
        "review @/forms.txt --workspace @/new --ledger @/formz.txt",
        "review @/forms.txt --workspace @/new --templates @/formz.txt",
        "ingest @/forms.txt --workspace @/new --templates @/formz.txt",
        "transcribe @/forms.txt --out @/new --templates @/formz.txt",
        "show 停车费 @/forms.txt --rules @/formz.txt",
        "rules list --rules @/formz.txt",
        "rules test --rules @/formz.txt",
        "rules lint --rules @/formz.txt",
        "check --workspace @/formz.txt",
        "aggregate --workspace @/formz.txt",
        "publish --workspace @/formz.txt",
        "quarantine list --workspace @/formz.txt",
        "diff 停车费 --workspace @/formz.txt",
        "rules impact --against last --workspace @/formz.txt",
      })
  void aMistypedPathIsNamedWithTheNearest(String line) {
    assertThat(isWrongUsage(line).err()).contains("formz.txt").containsAnyOf("forms.txt", "上级");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "review %s --workspace @/new",
        "review @/forms.txt --workspace %s",
        "review @/forms.txt %s --workspace @/new",
        "review @/forms.txt --workspace @/new --rules %s",
        "review @/forms.txt --workspace @/new --ledger %s",
        "ingest %s --workspace @/new",
        "ingest @/forms.txt --workspace %s",
        "transcribe %s --out @/new",
        "transcribe @/forms.txt --out %s",
        "show 停车费 %s",
        "show 停车费 --workspace %s",
        "diff @/forms.txt %s",
        "diff %s --workspace @/work",
        "template try %s",
        "template list --templates %s",
        "check --workspace %s",
        "quarantine list --workspace %s",
        "rules list --rules %s",
        "rules new Name --rules %s",
      })
  void anEmptyPathAndADashAreRefused(String line) {
    assertThat(isWrongUsage(line.formatted("''")).err()).contains("是空的");
    assertThat(isWrongUsage(line.formatted("-")).err()).contains("./-");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "review @/work --workspace @/new",
        "review @/forms.txt @/work/tables --workspace @/new",
        "ingest @/work/tables/forms/metadata/v1.metadata.json --workspace @/new",
        "review @ --workspace @",
        "review @/forms.txt --workspace @",
        "review @/results --workspace @/new",
        "review @/results/forms.json --workspace @/new",
        "transcribe @/work --out @/new",
        "show 停车费 @/work",
      })
  void whatTheProgramWroteIsNoInput(String line) {
    assertThat(isWrongUsage(line).err()).containsAnyOf("工作区", "程序发布的结果");
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() {
    Run run = isWrongUsage("review @/a.txt @/b.txt --workspace '' --rules @/forms.txt");
    assertThat(run.err()).contains("a.txt", "b.txt", "--workspace 是空的", "--rules", "应是文件夹");
    Run english = run("review @/formz.txt --workspace @/new --lang en");
    assertThat(english.err())
        .contains("there is no", "Names like it", "forms.txt", "none was written");
  }

  @Test
  void theNearestNamesComeFromTheFolderThatIsThere() {
    assertThat(isWrongUsage("review @/wrk/none/a.txt --workspace @/new").err()).contains("work");
    assertThat(isWrongUsage("review @/qqqqqqqqq --workspace @/new").err())
        .contains("存在的上级是 " + folder);
  }

  @Test
  void aLinkThatLeadsNowhereIsMistyped() throws IOException {
    Files.createSymbolicLink(folder.resolve("link.txt"), folder.resolve("gone.txt"));
    before = there();
    isWrongUsage("transcribe @/link.txt --out @/new");
  }

  @Test
  void aFileThatIsThereAndCannotBeReadIsASource() throws IOException {
    Path circle = folder.resolve("circle.txt");
    Files.createSymbolicLink(circle, circle);
    before = there();
    assertThat(run("transcribe @/circle.txt --out @/new").code()).isEqualTo(ExitCode.QUARANTINE);
    assumeThat(System.getProperty("user.name")).isNotEqualTo("root");
    Files.setPosixFilePermissions(form, PosixFilePermissions.fromString("---------"));
    assertThat(run("transcribe @/forms.txt --out @/new").code()).isEqualTo(ExitCode.QUARANTINE);
  }
}
