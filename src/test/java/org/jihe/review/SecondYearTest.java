package org.jihe.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jihe.SampleForms;
import org.jihe.SecondYear;
import org.jihe.finding.Finding;
import org.jihe.inquiry.InputForms;
import org.jihe.message.Language;
import org.jihe.reading.FormReader;
import org.jihe.rule.engine.RuleSet;
import org.jihe.rule.fact.group.RegistryLists;
import org.jihe.workspace.Run;
import org.jihe.workspace.Workspace;
import org.jihe.workspace.WorkspaceTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two years of one department, sent together or one after the other. */
class SecondYearTest {

  private static final String BACKUP = "区大数据中心电子政务系统备份(2022运维)";
  private static final String TESTING = "区大数据中心等保三级系统平台测评(2022运维)";
  private static final String CONFERENCES = "政务网高清视频会议系统(2022运维)";

  @TempDir private Path folder;

  private Path first;
  private Path second;

  @BeforeEach
  void years() throws IOException {
    first = Files.write(folder.resolve("2022.txt"), SampleForms.bytes());
    second = Files.writeString(folder.resolve("2023.txt"), SecondYear.text());
  }

  private Set<String> review(String workspace, Path... inputs) throws Exception {
    Path tables = folder.resolve(workspace);
    Review.run(new ReviewRequest(List.of(inputs), tables, Language.ZH));
    return findings(tables);
  }

  private static Set<String> findings(Path tables) throws Exception {
    SparkSession spark = Sessions.current();
    try (Workspace workspace = Workspace.open(spark, tables)) {
      Run run = workspace.begin("test");
      Set<String> findings = new TreeSet<>();
      for (Row row :
          workspace
              .read(run, WorkspaceTable.FINDINGS)
              .selectExpr("ruleId", "projectName", "subject", "reported", "expected", "fingerprint")
              .collectAsList()) {
        findings.add(row.mkString(" | "));
      }
      return findings;
    }
  }

  private static List<String> of(String rule, Set<String> findings) {
    return findings.stream()
        .filter(one -> one.startsWith(rule + " | "))
        .map(one -> one.substring(0, one.lastIndexOf(" | ")).replace(rule + " | ", ""))
        .toList();
  }

  @Test
  void rulesOnTwoYearsSeeWhatChangedAndWhatDidNot() throws Exception {
    Set<String> findings = review("together", first, second);
    assertThat(of("BudgetUpAfterLowExecution", findings))
        .containsExactly(
            "窗口建设经费 | funding.total.originalBudget | 400000 | null",
            "窗口服务费 | funding.total.originalBudget | 5670000 | null");
    // Nothing was left of the first; more was spent than there was of the second.
    assertThat(of("CarryOverMismatch", findings))
        .contains(TESTING + " | funding.priorYearCarryOver.finalBudget | 5000 | 2500")
        .contains("停车费 | funding.priorYearCarryOver.finalBudget | 0 | 53424")
        .noneMatch(one -> one.startsWith("党建经费"))
        .noneMatch(one -> one.startsWith("上海市闵行区“一网通办”配套系统"));
    // The one that was finished and paid may go without a word.
    assertThat(of("DeferredProjectVanished", findings))
        .containsExactly("null | lastYear: 政府投资计划 | null | null");
    assertThat(subjects("ExplanationUnchanged", CONFERENCES, findings))
        .containsExactly("indicators[10].varianceExplanation", "indicators[5].varianceExplanation");
    assertThat(subjects("ObjectiveUnchanged", TESTING, findings)).hasSize(1);
    assertThat(subjects("ObjectiveUnchanged", BACKUP, findings)).isEmpty();
    assertThat(of("TargetBelowLastYear", findings))
        .contains(CONFERENCES + " | indicators[11].target | >=85% | 95%")
        .noneMatch(one -> one.startsWith(BACKUP));
  }

  /** What is said of a form without Spark is what the tables say of it. */
  @Test
  void aFormShownByItselfHasTheFindingsOfTheTables() throws Exception {
    List<Path> inputs = List.of(first, second);
    InputForms read = InputForms.read(inputs, new FormReader());
    RuleSet rules = ReviewRequest.rulesInForce(null, null, null, folder.resolve("none"));
    Set<String> shown = new TreeSet<>();
    for (InputForms.Form form : read.forms()) {
      for (Finding finding : read.evaluate(form, rules, RegistryLists.NONE).findings()) {
        assertThat(finding.related().isEmpty() ? List.of(finding.formId()) : finding.related())
            .contains(form.id());
        shown.add(finding.ruleId() + " " + finding.fingerprint());
      }
    }
    Set<String> stored = new TreeSet<>();
    for (String row : review("together", first, second)) {
      // A project that is not there has no form to show.
      if (!row.startsWith("DeferredProjectVanished | ")) {
        stored.add(row.substring(0, row.indexOf(" | ")) + row.substring(row.lastIndexOf(" ")));
      }
    }
    assertThat(shown).hasSizeGreaterThan(1000).isEqualTo(stored);
  }

  private static List<String> subjects(String rule, String project, Set<String> findings) {
    return of(rule, findings).stream()
        .filter(one -> one.startsWith(project))
        .map(one -> one.split(" \\| ", -1)[1])
        .toList();
  }

  @Test
  void theOrderInWhichTheYearsArriveMakesNoDifference() throws Exception {
    Set<String> together = review("together", first, second);
    Set<String> firstAlone = review("forwards", first);
    assertThat(firstAlone).isNotEmpty().isSubsetOf(together);
    assertThat(review("forwards", second)).isEqualTo(together);
    Set<String> secondAlone = review("backwards", second);
    assertThat(secondAlone).isSubsetOf(together);
    assertThat(of("ObjectiveUnchanged", secondAlone)).isEmpty();
    assertThat(review("backwards", first)).isEqualTo(together);
  }

  @Test
  void onlyWhatAChangeConcernsIsCheckedAgain() throws Exception {
    review("years", first, second);
    List<String> files = files();
    review("years", second);
    assertThat(files()).isEqualTo(files);
    String text = Files.readString(second);
    Files.writeString(second, text.replace("使用人员满意度", "用户满意度"));
    review("years", second);
    List<String> later = files();
    assertThat(later).hasSameSizeAs(files).doesNotContainSequence(files);
    later.retainAll(files);
    assertThat(later).hasSize(1);
  }

  /** The files of the findings: new ones where a dossier has been checked again. */
  private List<String> files() throws Exception {
    SparkSession spark = Sessions.current();
    try (Workspace workspace = Workspace.open(spark, folder.resolve("years"))) {
      return new ArrayList<>(
          workspace.stored(workspace.begin("test"), WorkspaceTable.FINDINGS).files());
    }
  }
}
