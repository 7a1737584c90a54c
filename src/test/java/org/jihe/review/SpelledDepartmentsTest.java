package org.jihe.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jihe.SampleForms;
import org.jihe.finding.Finding;
import org.jihe.finding.FormerIds;
import org.jihe.form.department.DepartmentLine;
import org.jihe.form.department.Departments;
import org.jihe.form.department.JoinedNames.Joined;
import org.jihe.form.department.JoinedNames.Reading;
import org.jihe.inquiry.Differences;
import org.jihe.inquiry.Impact;
import org.jihe.message.JobException;
import org.jihe.message.Language;
import org.jihe.review.ReviewRequest.Checking;
import org.jihe.source.file.Limits;
import org.jihe.table.AcceptedForm;
import org.jihe.table.FindingCodec;
import org.jihe.table.FormCodec;
import org.jihe.table.Rows;
import org.jihe.template.declaration.TemplateSet;
import org.jihe.version.Resubmission;
import org.jihe.view.ReviewSummary;
import org.jihe.workspace.FolderState;
import org.jihe.workspace.Run;
import org.jihe.workspace.Workspace;
import org.jihe.workspace.WorkspaceTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One department whose forms print it in several ways. */
final class SpelledDepartmentsTest {

  private static final String NAME = "上海市闵行区行政服务中心";
  private static final List<String> SPELLINGS =
      List.of(NAME + "(汇总)", "219001-" + NAME, NAME, NAME + "（本级）");

  /** What version 0.1 took for a department of its own. */
  private static final Departments PARTED =
      list(NAME + "(汇总)>" + NAME + "(汇总)", NAME + "（本级）>" + NAME + "（本级）");

  @TempDir private Path folder;

  private static Departments list(String... pairs) {
    return new Departments(
        "departments.csv",
        Stream.of(pairs)
            .map(pair -> pair.split(">"))
            .map(cells -> new DepartmentLine(cells[0], cells[1], null, null, 2))
            .toList());
  }

  private Path form(int number, String department) throws IOException {
    String text = SampleForms.texts().get(number);
    String spelled = text.replaceAll("主管部门\t[^\t\n]*", "主管部门\t" + department);
    assertThat(spelled).contains("主管部门\t" + department);
    Path in = Files.createDirectories(folder.resolve("in"));
    return Files.writeString(in.resolve("form" + number + ".txt"), spelled);
  }

  private void forms() throws IOException {
    for (int i = 0; i < SPELLINGS.size(); i++) {
      form(i, SPELLINGS.get(i));
    }
  }

  private ReviewSummary review(String workspace, @Nullable Departments departments)
      throws Exception {
    return Review.run(request(workspace, departments));
  }

  private ReviewRequest request(String workspace, @Nullable Departments departments) {
    return new ReviewRequest(
        List.of(folder.resolve("in")),
        folder.resolve(workspace),
        Language.ZH,
        new ReviewRequest.Reading(
            Limits.STANDARD, TemplateSet.BUILT_IN, Resubmission.FORMS, departments),
        Checking.USUAL);
  }

  private Set<String> rows(String workspace, WorkspaceTable table, String... columns)
      throws Exception {
    SparkSession spark = Sessions.current();
    try (Workspace open = Workspace.open(spark, folder.resolve(workspace))) {
      Run run = open.begin("test");
      Set<String> rows = new TreeSet<>();
      for (Row row : open.read(run, table).selectExpr(columns).collectAsList()) {
        assertThat(rows.add(row.mkString(" | "))).as(row.toString()).isTrue();
      }
      return rows;
    }
  }

  private Set<String> forms(String workspace) throws Exception {
    return rows(workspace, WorkspaceTable.FORMS, "dossier", "formId", "file");
  }

  private Set<String> findings(String workspace) throws Exception {
    return rows(
        workspace,
        WorkspaceTable.FINDINGS,
        "dossier",
        "formId",
        "ruleId",
        "subject",
        "fingerprint");
  }

  @Test
  void areOneDossierAndOneLineOfTheStatistics() throws Exception {
    forms();
    ReviewSummary summary = review("w", null);
    assertThat(rows("w", WorkspaceTable.FORMS, "formId", "dossier"))
        .hasSize(4)
        .extracting(row -> row.substring(row.indexOf(" | ")))
        .containsOnly(" | " + Departments.NONE.dossier(2022, NAME));
    assertThat(summary.departments()).hasSize(1);
    assertThat(summary.departments().get(0).forms()).isEqualTo(4);
    assertThat(summary.names())
        .contains(
            new Joined(
                Reading.DEPARTMENT, List.of("219001-" + NAME, NAME, NAME + "(本级)", NAME + "(汇总)")));
    assertThat(Files.readString(folder.resolve("w/published/department_names.csv")))
        .contains("DEPARTMENT", NAME + "(本级)", "同一个部门");
  }

  @Test
  void aCodeBeforeTheNameChangesNoIdAndNoFingerprint() throws Exception {
    forms();
    review("w", null);
    Set<String> before = findings("w");
    assertThat(before).isNotEmpty();
    form(2, "２１９００１－" + NAME + "（汇总）");
    ReviewSummary again = review("w", null);
    assertThat(findings("w")).isEqualTo(before);
    assertThat(again.accounting().formsAccepted()).isEqualTo(4);
    assertThat(again.resubmissions().replaced()).isEqualTo(1);
  }

  @Test
  void formsOfAnotherIdentityAreRenamedOnce() throws Exception {
    forms();
    String first = review("w", PARTED).runId();
    assertThat(rows("w", WorkspaceTable.FORMS, "formId", "dossier")).hasSize(4);
    assertThat(dossiers("w")).hasSize(3);
    Path beside =
        folder.resolve("beside"); // tables of three runs would leave no room for the first
    FolderState.copy(folder.resolve("w"), beside);
    form(0, SPELLINGS.get(0)); // sent again with another figure, so that there is a history
    Path changed = folder.resolve("in/form0.txt");
    Files.writeString(changed, Files.readString(changed).replace("9,000\t10", "8,000\t10"));
    String second = review("w", null).runId();
    assertThat(dossiers("w")).as("the list stays in force").hasSize(3);
    assertThat(rows("w", WorkspaceTable.FORM_VERSIONS, "formId", "dossier")).hasSize(1);

    String third = review("w", list("别的局>别的局")).runId();
    review("fresh", null);
    assertThat(forms("w")).isEqualTo(forms("fresh"));
    assertThat(findings("w")).isEqualTo(findings("fresh")).isNotEmpty();
    assertThat(rows("w", WorkspaceTable.DEPARTMENT_STATISTICS, "dossier", "forms"))
        .isEqualTo(rows("fresh", WorkspaceTable.DEPARTMENT_STATISTICS, "dossier", "forms"));
    assertThat(rows("w", WorkspaceTable.FORM_VERSIONS, "dossier", "version"))
        .containsExactly(Departments.NONE.dossier(2022, NAME) + " | 1");

    Path workspace = folder.resolve("w");
    assertThat(Differences.ofRuns(workspace, second, third).forms()).isEmpty();
    String other = review("beside", list("别的局>别的局")).runId();
    assertThat(Differences.ofRuns(beside, first, other).forms())
        .extracting(each -> each.kind().name())
        .containsExactly("CHANGED");
    assertThat(Differences.ofProject(workspace, "法律顾问费", Differences.Span.ALL).forms()).hasSize(1);
  }

  private Set<String> dossiers(String workspace) throws Exception {
    Set<String> dossiers = new TreeSet<>();
    forms(workspace).forEach(row -> dossiers.add(row.substring(0, row.indexOf(" | "))));
    return dossiers;
  }

  @Test
  void findingsThatVersion01StoredAreRecognised() throws Exception {
    forms();
    review("w", PARTED);
    try (Workspace open = Workspace.open(Sessions.current(), folder.resolve("w"))) {
      Run run = open.begin("test");
      Map<String, AcceptedForm> forms = new HashMap<>();
      Rows.of(open.read(run, WorkspaceTable.FORMS)).map(FormCodec::fromRow).collect().stream()
          .forEach(form -> forms.put(form.formId(), form));
      List<Row> rows = new ArrayList<>();
      for (Row row : Rows.of(open.read(run, WorkspaceTable.FINDINGS)).collect()) {
        rows.add(former(row, FindingCodec.fromRow(row), forms));
      }
      open.rewrite(run, WorkspaceTable.FINDINGS, rows);
      Commit.of(open, run);
    }
    assertThat(Impact.run(request("w", null), "last", 100).changes()).isEmpty();
  }

  private static Row former(Row row, Finding found, Map<String, AcceptedForm> forms) {
    AcceptedForm form = forms.get(found.formId());
    if (form == null || found.related().size() > 1) {
      return row;
    }
    String fingerprint = FormerIds.fingerprint(form.form(), found.ruleId(), found.subject());
    return FindingCodec.toRow(
        form.dossier(),
        form.form().projectName().printed(),
        new Finding(
            found.formId(),
            found.rule(),
            found.place(),
            found.values(),
            found.arguments(),
            fingerprint));
  }

  @Test
  void aListThatIsLostIsAskedFor() throws Exception {
    forms();
    Departments list = list("219001>甲局", NAME + ">甲局");
    review("w", list);
    assertThat(dossiers("w")).containsExactly(Departments.NONE.dossier(2022, "甲局"));
    assertThat(Stages.check(request("w", null)).counts()).containsEntry("dossiers", 0L);
    try (Stream<Path> files = Files.list(folder.resolve("w/lists"))) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    assertThatThrownBy(() -> review("w", null))
        .isInstanceOfSatisfying(
            JobException.class, e -> assertThat(e.key()).isEqualTo("departments.lost"));
    review("w", list);
    review("w", null);
    assertThat(dossiers("w")).containsExactly(Departments.NONE.dossier(2022, "甲局"));
  }
}
