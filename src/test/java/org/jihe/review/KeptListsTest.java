package org.jihe.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jihe.SampleForms;
import org.jihe.message.Language;
import org.jihe.review.ReviewRequest.Checking;
import org.jihe.review.ReviewRequest.Reading;
import org.jihe.review.list.ListFiles;
import org.jihe.rule.fact.group.RegistryLists;
import org.jihe.view.ReviewSummary;
import org.jihe.view.ReviewSummary.ListFigures;
import org.jihe.workspace.Run;
import org.jihe.workspace.Workspace;
import org.jihe.workspace.WorkspaceTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Findings that come from the bureau's lists stay where the lists are not named again. */
class KeptListsTest {

  private static final String DEPARTMENT = "上海市闵行区行政服务中心（汇总）,2022";
  private static final Set<String> RULES =
      Set.of("ProjectNotSubmitted", "ProjectNotListed", "LedgerMismatch");

  @TempDir private Path folder;

  private Path forms;
  private Path list;
  private Path ledger;

  @BeforeEach
  void files() throws IOException {
    List<String> texts = SampleForms.texts();
    forms = Files.createDirectories(folder.resolve("in"));
    Files.writeString(forms.resolve("a.txt"), texts.get(0));
    Files.writeString(forms.resolve("b.txt"), texts.get(1));
    list =
        Files.writeString(
            folder.resolve("list.csv"),
            "项目名称,主管部门,年度\n法律顾问费,"
                + DEPARTMENT
                + "\n新大厅绿化,"
                + DEPARTMENT
                + "\n没有申报的项目,区绿化市容局,2022\n");
    ledger = ledger("ledger.csv", "0.80");
  }

  private Path ledger(String name, String tenThousands) throws IOException {
    return Files.writeString(
        folder.resolve(name),
        "项目名称,主管部门,年度,支出数（万元）\n法律顾问费," + DEPARTMENT + "," + tenThousands + "\n");
  }

  private ReviewRequest request(RegistryLists lists) {
    return new ReviewRequest(
        List.of(forms),
        folder.resolve("w"),
        Language.ZH,
        Reading.USUAL,
        new Checking(null, null, null, lists));
  }

  /** The findings that come from lists. */
  private List<String> found() throws Exception {
    SparkSession spark = Sessions.current();
    try (Workspace workspace = Workspace.open(spark, folder.resolve("w"))) {
      Run run = workspace.begin("test");
      List<String> findings = new ArrayList<>();
      for (Row row :
          workspace
              .read(run, WorkspaceTable.FINDINGS)
              .selectExpr("ruleId", "projectName", "subject", "reported", "expected")
              .collectAsList()) {
        if (RULES.contains(row.getString(0))) {
          findings.add(row.mkString(" | "));
        }
      }
      findings.sort(null);
      return findings;
    }
  }

  private static final List<String> ALL =
      List.of(
          "LedgerMismatch | 法律顾问费 | funding.total.actualExpenditure | 9,000 | 8000",
          "ProjectNotListed | 区大数据中心电子政务系统备份(2022运维) | projectName | "
              + "区大数据中心电子政务系统备份(2022运维) | null",
          "ProjectNotSubmitted | null | projectList: 新大厅绿化 | null | null",
          "ProjectNotSubmitted | null | projectList: 没有申报的项目 | null | null");

  @Test
  void aCheckOrReviewWithoutTheListsKeepsThem() throws Exception {
    ReviewSummary first = Review.run(request(ListFiles.read(list, ledger)));
    assertThat(found()).containsExactlyElementsOf(ALL);
    assertThat(first.unmatched().lists()).isEqualTo(ListFigures.NONE);

    Stages.Result checked = Stages.check(request(RegistryLists.NONE));
    assertThat(found()).containsExactlyElementsOf(ALL);
    assertThat(checked.counts().get("dossiers")).as("nothing has changed").isZero();
    assertThat(checked.lists()).isEqualTo(new ListFigures(both(), 4, 0));

    // The form is sent again with what the ledger says.
    Files.writeString(
        forms.resolve("a.txt"), SampleForms.texts().get(0).replace("9,000\t10", "8,000\t10"));
    ReviewSummary again = Review.run(request(RegistryLists.NONE));
    assertThat(found()).containsExactlyElementsOf(ALL.subList(1, 4));
    assertThat(again.unmatched().lists()).isEqualTo(new ListFigures(both(), 3, 0));
    assertThat(again.unmatched().withoutForm()).hasSize(2);

    // One list given: the other stays.
    Stages.check(request(ListFiles.read(null, ledger("other.csv", "0.7"))));
    assertThat(found())
        .hasSize(4)
        .containsAll(ALL.subList(1, 4))
        .anyMatch(finding -> finding.startsWith("LedgerMismatch") && finding.endsWith("7000"));
    Stages.Result later = Stages.check(request(RegistryLists.NONE));
    assertThat(later.lists().kept()).containsExactly(name(list), name(folder.resolve("other.csv")));
    assertThat(found()).hasSize(4);

    // Asked to, it forgets them.
    Stages.Result alone = Stages.check(request(RegistryLists.NONE.alone()));
    assertThat(found()).isEmpty();
    assertThat(alone.lists()).isEqualTo(ListFigures.NONE);
    assertThat(Stages.check(request(RegistryLists.NONE)).lists()).isEqualTo(ListFigures.NONE);
  }

  /** What was given for one department accuses no other that comes later. */
  @Test
  void aKeptListSaysNothingOfADepartmentThatIsNotOnIt() throws Exception {
    Review.run(request(ListFiles.read(list, ledger)));
    Files.writeString(
        forms.resolve("other.txt"), SampleForms.texts().get(2).replace("闵行区行政服务中心", "徐汇区行政服务中心"));
    Review.run(request(RegistryLists.NONE));
    assertThat(found()).containsExactlyElementsOf(ALL);
    // Given, the same list is held against every department.
    Review.run(request(ListFiles.read(list, ledger)));
    assertThat(found()).hasSize(ALL.size() + 1).containsAll(ALL);
  }

  /** A department of the list without a form is checked again only where its own lines change. */
  @Test
  void aFindingOfADepartmentWithoutFormsStandsOnce() throws Exception {
    Review.run(request(ListFiles.read(list, ledger)));
    Files.writeString(
        forms.resolve("a.txt"), SampleForms.texts().get(0).replace("提升决策水平", "提升决策能力"));
    Review.run(request(ListFiles.read(list, ledger)));
    assertThat(found()).containsExactlyElementsOf(ALL);
  }

  @Test
  void listsThatCannotBeHadAnyMoreAreNotLostInSilence() throws Exception {
    Review.run(request(ListFiles.read(list, ledger)));
    try (Stream<Path> copies = Files.list(folder.resolve("w/lists"))) {
      for (Path copy : copies.toList()) {
        Files.writeString(copy, Files.readString(copy).replace("新大厅绿化", "新大厅"));
      }
    }
    Stages.Result checked = Stages.check(request(RegistryLists.NONE));
    assertThat(checked.lists()).isEqualTo(new ListFigures(List.of(), 0, 4));
    assertThat(found()).isEmpty();
  }

  private List<String> both() {
    return List.of(name(list), name(ledger));
  }

  private static String name(Path file) {
    return file.toString().replace('\\', '/');
  }
}
