package org.jihe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jihe.SampleForms;
import org.jihe.cli.console.ExitCode;
import org.jihe.cli.option.LastReview;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code show} and the other reading commands say is what the tables hold. */
class InForceTest {

  private static final String SCORE = "9,000\t10\t100.00%";
  private static final String CORRECTED = "8,000\t10\t88.89%";

  @TempDir private Path folder;

  private String workspace() {
    return folder.resolve("工作 区#1").toString();
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Run show(String project, String... more) {
    String[] arguments = {"show", project, "--workspace", workspace()};
    return Run.of(Stream.concat(Stream.of(arguments), Stream.of(more)).toArray(String[]::new));
  }

  private void run(String... arguments) {
    String[] all =
        Stream.concat(Stream.of(arguments), Stream.of("--workspace", workspace()))
            .toArray(String[]::new);
    Run run = Run.of(all);
    assertThat(run.code()).as(run.err()).isLessThanOrEqualTo(ExitCode.QUARANTINE);
  }

  private static Map<Path, FileTime> state(Path folder) throws IOException {
    Map<Path, FileTime> state = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        state.put(file, Files.getLastModifiedTime(file));
      }
    }
    return state;
  }

  @Test
  void everyFormIsShownAsItsFileIs() throws IOException {
    String sample = "datasets/minhang-2022";
    run("review", sample);
    Map<Path, FileTime> before = state(Path.of(workspace()));
    for (ObjectNode form : SampleForms.transcripts()) {
      String project = form.get("projectName").textValue();
      Run fromTables = show(project);
      assertThat(fromTables.err()).isEmpty();
      assertThat(fromTables.out()).isEqualTo(Run.of("show", project, sample).out());
    }
    assertThat(Run.of("quarantine", "list", "--workspace", workspace()).code()).isZero();
    Run versions = Run.of("diff", "停车费", "--workspace", workspace());
    assertThat(versions.code()).isEqualTo(ExitCode.USAGE);
    assertThat(state(Path.of(workspace()))).isEqualTo(before);
  }

  @Test
  void aResubmissionIsShownInItsNewVersion() throws IOException {
    Path first = write("报送/a.txt", SampleForms.texts().get(0) + "\n" + SampleForms.texts().get(1));
    run("review", first.getParent().toString());
    Path again = write("再报/b.txt", SampleForms.texts().get(0).replace(SCORE, CORRECTED));
    run("review", again.getParent().toString());
    assertThat(show("法律顾问费").out()).contains("b.txt:1:1", "88.89%").doesNotContain("a.txt:1:1");
    assertThat(show("电子政务系统备份").out()).contains("a.txt");
    // The same file with other contents: of the two versions only the new one is there to be read.
    Files.writeString(first, SampleForms.texts().get(1).replace("备份", "备份服务"));
    run("review", "--whole-years", first.toString());
    assertThat(show("法律顾问费").code()).isEqualTo(ExitCode.USAGE);
    assertThat(show("电子政务系统备份服务").out()).contains("a.txt");
  }

  @Test
  void whatWasReadAndNotCheckedYetIsCheckedWhenItIsShown() throws IOException {
    Path file = write("a.txt", SampleForms.texts().get(0));
    run("ingest", file.toString());
    assertThat(show("法律顾问费").out()).isEqualTo(Run.of("show", "法律顾问费", file.toString()).out());
    run("check");
    Files.writeString(file, SampleForms.texts().get(0).replace(SCORE, CORRECTED));
    run("ingest", file.toString());
    assertThat(show("法律顾问费").out())
        .contains("88.89%")
        .isEqualTo(Run.of("show", "法律顾问费", file.toString()).out());
  }

  @Test
  void aWorkspaceWhosePublicationWasNotMadeIsShownFromItsTables() throws IOException {
    Path file = write("a.txt", SampleForms.texts().get(0));
    run("review", file.toString());
    Files.writeString(file, SampleForms.texts().get(0).replace(SCORE, CORRECTED));
    run("ingest", file.toString());
    run("check");
    run("aggregate");
    // As after a kill behind the commit: what is published, and the file beside it, are of before.
    assertThat(Files.readString(folder.resolve("工作 区#1/published/forms.csv")))
        .contains(",9000,100.00,");
    Files.delete(folder.resolve("工作 区#1/last-review.json"));
    assertThat(show("法律顾问费").out()).contains("88.89%");
  }

  @Test
  void theListsOfTheLastReviewCountWithoutBeingNamedAgain() throws IOException {
    Path ledger = write("ledger.csv", "项目名称,主管部门,年度,支出数\n停车费,上海市闵行区行政服务中心（汇总）,2022,1\n");
    run("review", "datasets/minhang-2022", "--ledger", ledger.toString());
    assertThat(show("停车费").out()).contains("LedgerMismatch");
    assertThat(show("停车费", "--jurisdiction", "national").out()).contains("LedgerMismatch");
  }

  @Test
  void rulesThatAreGoneLeaveTheirFindings() throws IOException {
    Path rules = folder.resolve("rules");
    copy(Path.of("rules"), rules);
    run("review", "datasets/minhang-2022", "--rules", rules.toString());
    String before = show("停车费").out();
    Files.move(rules, folder.resolve("moved"));
    Run after = show("停车费");
    assertThat(after.err()).contains(rules.toString());
    assertThat(after.out()).isEqualTo(before);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path one : (Iterable<Path>) all::iterator) {
        Files.copy(one, to.resolve(from.relativize(one).toString()));
      }
    }
  }

  @Test
  void whatTheWorkspaceRemembersIsWrittenAsOne() throws IOException {
    Path ledger = write("ledger.csv", "项目名称,主管部门,年度,支出数\n");
    LastReview last = new LastReview("/rules", "national", ledger.toString());
    last.writeTo(folder);
    assertThat(LastReview.readFrom(folder)).isEqualTo(last);
    // A version of before, and half a file.
    Files.writeString(
        folder.resolve("last-review.json"), "{\"inputs\":[\"a\"],\"waivers\":\"x\",\"before\":[]}");
    assertThat(LastReview.readFrom(folder)).isEqualTo(new LastReview(null, null, "x"));
    Files.writeString(folder.resolve("last-review.json"), "{\"waivers\":\"x");
    assertThat(LastReview.readFrom(folder)).isNull();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("ledger.csv", "last-review.json");
    }
  }
}
