package org.jihe.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jihe.SampleForms;
import org.jihe.form.SelfEvaluation;
import org.jihe.layout.Quarantined;
import org.jihe.layout.Quarantined.Reason;
import org.jihe.message.JobException;
import org.jihe.message.Language;
import org.jihe.reading.FileReading;
import org.jihe.reading.FormReader;
import org.jihe.reading.Inputs;
import org.jihe.reading.OwnOutput;
import org.jihe.review.ReviewRequest.Checking;
import org.jihe.review.ReviewRequest.Reading;
import org.jihe.review.list.ListFiles;
import org.jihe.review.summary.Identities;
import org.jihe.review.summary.IngestResult;
import org.jihe.rule.folder.RuleException;
import org.jihe.transcript.Transcripts;
import org.jihe.view.ReviewSummary;
import org.jihe.view.ReviewSummary.Accounting;
import org.jihe.view.ReviewSummary.DepartmentFigures;
import org.jihe.workspace.Run;
import org.jihe.workspace.TableSnapshots;
import org.jihe.workspace.Workspace;
import org.jihe.workspace.WorkspaceTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole reviews on an embedded Spark: what is read, kept, replaced and refused. */
class ReviewTest {

  @TempDir private Path folder;

  private Path inputs;
  private Path workspace;

  @BeforeEach
  void folders() throws IOException {
    inputs = Files.createDirectory(folder.resolve("inputs"));
    workspace = folder.resolve("workspace");
  }

  private ReviewRequest request(Path... paths) {
    return new ReviewRequest(List.of(paths), workspace, Language.ZH);
  }

  private ReviewSummary review(Path... paths) throws JobException, RuleException {
    return Review.run(request(paths));
  }

  /** A file of some forms of the sample, counted from 1. */
  private Path file(String name, int... forms) throws IOException {
    return write(
        name,
        Arrays.stream(forms)
            .mapToObj(form -> SampleForms.texts().get(form - 1))
            .collect(Collectors.joining("\n")));
  }

  private Path write(String name, String text) throws IOException {
    Path file = inputs.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static void change(Path file, String text, String other) throws IOException {
    String before = Files.readString(file);
    assertThat(before).contains(text);
    Files.writeString(file, before.replace(text, other));
  }

  /** The current snapshot of every table. */
  private Map<String, Long> snapshots() throws IOException {
    return TableSnapshots.of(workspace);
  }

  @FunctionalInterface
  private interface OnTables<T> {
    T on(SparkSession spark, Workspace tables, Run run) throws Exception;
  }

  private <T> T onTables(OnTables<T> work) throws Exception {
    SparkSession spark = Sessions.current();
    try (Workspace tables = Workspace.open(spark, workspace)) {
      return work.on(spark, tables, tables.begin("test"));
    }
  }

  private List<Row> rows(WorkspaceTable table, String... columns) throws Exception {
    return onTables(
        (spark, tables, run) -> tables.read(run, table).selectExpr(columns).collectAsList());
  }

  private List<String> projects(int year) throws Exception {
    return onTables(
        (spark, tables, run) ->
            tables
                .read(run, WorkspaceTable.FORMS)
                .where("year.value = " + year)
                .selectExpr("projectName.printed")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .sorted()
                .toList());
  }

  @Test
  void theSampleDepartment() throws Exception {
    ReviewSummary summary = review(SampleForms.TEXT);
    Accounting accounting = summary.accounting();
    assertThat(accounting.sources()).isEqualTo(1);
    assertThat(accounting.formsFound()).isEqualTo(30);
    assertThat(accounting.formsAccepted()).isEqualTo(30);
    assertThat(accounting.indicators()).isEqualTo(344);
    assertThat(summary.quarantined()).isEmpty();
    assertThat(summary.forms()).hasSize(30);
    assertThat(summary.departments()).hasSize(1);
    DepartmentFigures figures = summary.departments().get(0);
    assertThat(figures.year()).isEqualTo(2022);
    assertThat(figures.forms()).isEqualTo(30);
    assertThat(figures.cancelledForms()).isEqualTo(1);
    assertThat(figures.originalBudget())
        .isBetween(new BigDecimal("76.965e6"), new BigDecimal("76.975e6"));
    assertThat(figures.finalBudget())
        .isBetween(new BigDecimal("74.255e6"), new BigDecimal("74.265e6"));
    assertThat(figures.actualExpenditure())
        .isBetween(new BigDecimal("66.125e6"), new BigDecimal("66.135e6"));
    assertThat(figures.executionRate())
        .isBetween(new BigDecimal("89.055"), new BigDecimal("89.065"));
    assertThat(figures.grades()).containsEntry("优", 28L);
    assertThat(figures.executionBands().values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(30);
    long errors = summary.forms().stream().mapToLong(form -> form.errors()).sum();
    assertThat(accounting.findingsBySeverity()).containsEntry("ERROR", errors);
    assertThat(Path.of(summary.published()).resolve("findings.jsonl")).isNotEmptyFile();
  }

  @Test
  void theSameInputAgainChangesNothing() throws Exception {
    Path file = file("a.txt", 1, 2, 3);
    review(file);
    Map<String, Long> before = snapshots();
    assertThat(before).containsKeys("forms", "findings", "outcomes", "department_statistics");
    ReviewSummary again = review(file);
    assertThat(snapshots()).isEqualTo(before);
    assertThat(again.accounting().formsAccepted()).isEqualTo(3);
    assertThat(again.forms()).hasSize(3);
  }

  @Test
  void aFolderWithItsOwnResultsIsReviewedAgain() throws Exception {
    Path file = file("a.txt", 1, 2, 3);
    workspace = inputs.resolve("results-2022");
    ReviewSummary first = review(inputs);
    Path published = workspace.resolve("published");
    Path copy = inputs.resolve("送领导/2022");
    long files = copy(published, copy);
    copy(workspace, inputs.resolve("备份"));
    for (FileReading reading : new FormReader().read(file)) {
      for (SelfEvaluation form : reading.forms()) {
        write("转录/" + form.ordinal() + ".json", Transcripts.write(form));
      }
    }

    ReviewSummary second = review(inputs);

    assertThat(second.accounting()).isEqualTo(first.accounting());
    assertThat(second.forms()).isEqualTo(first.forms());
    assertThat(second.passedOver())
        .isEqualTo(Map.of(Inputs.WORKSPACE, 2L, Inputs.PUBLICATION, files, Inputs.TRANSCRIPT, 3L));
    for (Path own : List.of(workspace, published, published.resolve("forms.jsonl"), copy)) {
      assertThat(OwnOutput.of(own)).as(own.toString()).isNotNull();
    }
    assertThat(OwnOutput.of(inputs)).isNull();
  }

  private static long copy(Path from, Path to) throws IOException {
    long files = 0;
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : (Iterable<Path>) all::iterator) {
        Path target = to.resolve(from.relativize(each).toString());
        Files.createDirectories(target.getParent());
        Files.copy(each, target);
        files += Files.isRegularFile(each) ? 1 : 0;
      }
    }
    return files;
  }

  @Test
  void aDepartmentYearIsReplacedAndOthersStay() throws Exception {
    Path now = file("2022.txt", 1, 2, 3);
    Path before = file("2021.txt", 4, 5, 6);
    change(before, "(2022 年度)", "(2021 年度)");
    review(now, before);
    List<String> others = projects(2022);
    assertThat(projects(2021)).hasSize(3);
    List<String> files = filesOf(2022);

    file("2021.txt", 4, 7);
    change(before, "(2022 年度)", "(2021 年度)");
    ReviewSummary summary = review(before);

    assertThat(summary.accounting().formsAccepted()).isEqualTo(2);
    assertThat(summary.resubmissions().withdrawn()).isEqualTo(2);
    assertThat(projects(2021)).hasSize(2).anyMatch(name -> name.contains("机房建设"));
    assertThat(projects(2022)).isEqualTo(others).hasSize(3);
    assertThat(filesOf(2022)).isEqualTo(files);
    assertThat(rows(WorkspaceTable.DEPARTMENT_STATISTICS, "year", "forms"))
        .extracting(row -> row.getInt(0) + ": " + row.getLong(1))
        .containsExactlyInAnyOrder("2021: 2", "2022: 3");
    assertThat(rows(WorkspaceTable.SOURCES, "input")).hasSize(2);
    assertThat(Files.readAllLines(workspace.resolve("published/forms.csv"))).hasSize(1 + 5);
  }

  /** Where the rows of a year stand: they have not been written again where this stays the same. */
  private List<String> filesOf(int year) throws Exception {
    return onTables(
        (spark, tables, run) ->
            tables
                .read(run, WorkspaceTable.FORMS)
                .where("year.value = " + year)
                .selectExpr("_file")
                .distinct()
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .sorted()
                .toList());
  }

  @Test
  void oneContentUnderTwoNamesIsReadOnce() throws Exception {
    file("a.txt", 1, 2);
    file("b.txt", 1, 2);
    Accounting accounting = review(inputs).accounting();
    assertThat(accounting.sources()).isEqualTo(2);
    assertThat(accounting.sourcesRead()).isEqualTo(1);
    assertThat(accounting.sourcesDuplicate()).isEqualTo(1);
    assertThat(accounting.formsFound()).isEqualTo(2);
    assertThat(accounting.formsAccepted()).isEqualTo(2);
    assertThat(rows(WorkspaceTable.SOURCES, "outcome", "duplicateOf"))
        .extracting(row -> row.getString(0) + " " + row.getString(1))
        .containsExactlyInAnyOrder(
            "READ null", "DUPLICATE " + inputs.resolve("a.txt").toString().replace('\\', '/'));
  }

  @Test
  void oneFormInTwoFilesIsKeptOnce() throws Exception {
    file("a.txt", 1, 2);
    file("b.txt", 2, 3);
    Accounting accounting = review(inputs).accounting();
    assertThat(accounting.sourcesRead()).isEqualTo(2);
    assertThat(accounting.formsFound()).isEqualTo(4);
    assertThat(accounting.formsDuplicate()).isEqualTo(1);
    assertThat(accounting.formsAccepted()).isEqualTo(3);
  }

  @Test
  void twoFormsOfOneProjectThatDifferAreBothKept() throws Exception {
    file("a.txt", 1);
    change(file("b.txt", 1), "9,000\t10\t100.00%", "8,000\t10\t88.89%");
    Accounting accounting = review(inputs).accounting();
    assertThat(accounting.formsAccepted()).isEqualTo(2);
    assertThat(accounting.formsDuplicate()).isZero();
    List<String> ids =
        rows(WorkspaceTable.FORMS, "formId").stream()
            .map(row -> row.getString(0))
            .sorted()
            .toList();
    assertThat(ids.get(1)).isEqualTo(ids.get(0) + "-2");
  }

  @Test
  void whatCannotBeReadDoesNotHinderTheRest() throws Exception {
    file("good.txt", 1, 2);
    write("empty.txt", "");
    write("letter.txt", "关于报送绩效自评材料的通知\n请于月底前报送。\n");
    write("cut.txt", SampleForms.texts().get(2).substring(0, 400));
    Files.createDirectory(folder.resolve("nothing"));
    ReviewSummary summary =
        review(inputs, folder.resolve("missing.txt"), folder.resolve("nothing"));
    Accounting accounting = summary.accounting();
    assertThat(accounting.sources()).isEqualTo(6);
    assertThat(accounting.formsAccepted()).isEqualTo(2);
    assertThat(accounting.formsQuarantined()).isEqualTo(1);
    assertThat(accounting.formsFound()).isEqualTo(3);
    assertThat(summary.quarantined().stream().map(Quarantined::reason))
        .containsExactlyInAnyOrder(
            Reason.EMPTY,
            Reason.NO_FORM_FOUND,
            Reason.TRUNCATED,
            Reason.MISSING,
            Reason.NO_FORM_FOUND);
    assertThat(rows(WorkspaceTable.QUARANTINE, "file")).hasSize(5);
  }

  @Test
  void projectsOfTheListWithoutAFormAndFormsOfTwoLines() throws Exception {
    Path forms = file("forms.txt", 1, 2);
    String department = "上海市闵行区行政服务中心（汇总）,2022";
    Path list = folder.resolve("list.csv");
    Files.writeString(
        list,
        String.join(
            "\n",
            "项目名称,主管部门,年度,项目编码",
            "法律顾问费," + department + ",A1",
            "法律顾问费," + department + ",A2",
            "新大厅绿化," + department + ",A3",
            "没有申报的部门的项目,区绿化市容局,2022,B1"));
    ReviewSummary summary =
        Review.run(
            new ReviewRequest(
                List.of(forms),
                workspace,
                Language.ZH,
                Reading.USUAL,
                new Checking(null, null, null, ListFiles.read(list, null))));
    assertThat(summary.unmatched().withoutForm())
        .allSatisfy(line -> assertThat(line.ruleId()).isEqualTo("ProjectNotSubmitted"))
        .anySatisfy(line -> assertThat(line.text()).contains("新大厅绿化", "A3"))
        .anySatisfy(line -> assertThat(line.text()).contains("区绿化市容局", "B1"));
    assertThat(summary.unmatched().ambiguousForms()).isEqualTo(1);
    assertThat(review(forms).unmatched().withoutForm())
        .isEqualTo(summary.unmatched().withoutForm());
  }

  @Test
  void nothingButWhatCannotBeRead() throws Exception {
    ReviewSummary summary = review(folder.resolve("missing.txt"));
    assertThat(summary.accounting().formsFound()).isZero();
    assertThat(summary.departments()).isEmpty();
    assertThat(summary.quarantined()).hasSize(1);
  }

  @Test
  void hundredsOfFilesInFoldersOfFolders() throws Exception {
    String form = SampleForms.texts().get(0);
    for (int i = 0; i < 120; i++) {
      write("district" + i % 7 + "/form" + i + ".txt", form.replace("法律顾问费", "法律顾问费 第" + i + "批"));
    }
    write("district1/.hidden.txt", form);
    write(".git/form.txt", form);
    Accounting accounting = review(inputs).accounting();
    assertThat(accounting.sources()).isEqualTo(120);
    assertThat(accounting.formsAccepted()).isEqualTo(120);
  }

  @Test
  void aRunThatStopsHalfWayLeavesWhatWasThere() throws Exception {
    review(file("a.txt", 1, 2, 3));
    Path other = file("a.txt", 4, 5);
    onTables(
        (spark, tables, run) -> {
          // Writes the tables of the first stage and never commits the run.
          IngestResult read = Ingest.run(spark, tables, run, request(other), Progress.NONE);
          assertThat(read.forms().accepted()).isEqualTo(2);
          return read;
        });
    assertThat(projects(2022)).hasSize(3);
    ReviewSummary summary = review(other);
    assertThat(summary.accounting().formsAccepted()).isEqualTo(2);
    assertThat(projects(2022)).hasSize(2);
  }

  @Test
  void theFirstRunStopsHalfWay() throws Exception {
    Path file = file("a.txt", 1, 2, 3);
    onTables((spark, tables, run) -> Ingest.run(spark, tables, run, request(file), Progress.NONE));
    assertThat(projects(2022)).isEmpty();
    assertThat(review(file).forms()).hasSize(3);
    assertThat(projects(2022)).hasSize(3);
  }

  @Test
  void formsThatAreLostOnTheWayFailTheRun() throws Exception {
    Path file = file("a.txt", 1, 2, 3);
    onTables(
        (spark, tables, run) -> {
          IngestResult read = Ingest.run(spark, tables, run, request(file), Progress.NONE);
          Identities.ofForms(tables, run, read);
          Dataset<Row> forms = tables.read(run, WorkspaceTable.FORMS).limit(2);
          tables.replace(
              run,
              WorkspaceTable.FORMS,
              spark.createDataFrame(forms.collectAsList(), WorkspaceTable.FORMS.schema()),
              read.dossiers());
          assertThatThrownBy(() -> Identities.ofForms(tables, run, read))
              .isInstanceOfSatisfying(
                  JobException.class,
                  failure -> {
                    assertThat(failure.key()).isEqualTo("accounting");
                    assertThat(failure.arguments().get("figures"))
                        .isEqualTo("3 in force, 2 in the tables");
                  });
          return null;
        });
  }

  @Test
  void sourcesAndFormsMustAddUp() {
    Accounting lost = new Accounting(2, 1, 0, 0, 5, 5, 0, 0, 0, 0, 0, 0, Map.of());
    assertThatThrownBy(() -> Identities.ofForms(lost, 0, 5)).isInstanceOf(JobException.class);
    Accounting twice = new Accounting(1, 1, 0, 0, 5, 5, 1, 0, 0, 0, 0, 0, Map.of());
    assertThatThrownBy(() -> Identities.ofForms(twice, 0, 5)).isInstanceOf(JobException.class);
  }

  @Test
  void theStagesOneByOneGiveWhatTheReviewGives() throws Exception {
    Path file = file("a.txt", IntStream.rangeClosed(1, 8).toArray());
    ReviewSummary whole = review(file);
    Map<String, List<String>> reviewed = published();
    workspace = folder.resolve("stages");
    assertThat(Stages.ingest(request(file)).counts()).containsEntry("forms", 8L);
    assertThat(Stages.check(request()).counts())
        .containsEntry("findings", whole.accounting().findings());
    Stages.aggregate(request());
    Stages.publish(request());
    assertThat(published()).isEqualTo(reviewed);
  }

  private Map<String, List<String>> published() throws IOException {
    Map<String, List<String>> contents = new TreeMap<>();
    for (String name : List.of("forms.csv", "findings.jsonl", "department_statistics.json")) {
      contents.put(name, Files.readAllLines(workspace.resolve("published").resolve(name)));
    }
    contents.values().forEach(lines -> assertThat(lines).isNotEmpty());
    return contents;
  }

  @Test
  void aStageOnAnEmptyWorkspaceSaysSo() throws Exception {
    assertThatThrownBy(() -> Stages.check(request()))
        .isInstanceOfSatisfying(
            JobException.class, failure -> assertThat(failure.key()).isEqualTo("workspace.empty"));
    assertThat(workspace).doesNotExist();
    review(folder.resolve("missing.txt"));
    assertThatThrownBy(() -> Stages.publish(request()))
        .isInstanceOfSatisfying(
            JobException.class, failure -> assertThat(failure.key()).isEqualTo("workspace.empty"));
  }

  @Test
  void aDamagedWorkspaceSaysSo() throws Exception {
    review(file("a.txt", 1));
    try (var files = Files.walk(workspace.resolve("tables/forms/metadata"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".json")).toList()) {
        Files.write(file, "{".getBytes(StandardCharsets.UTF_8));
      }
    }
    assertThatThrownBy(() -> review(file("a.txt", 1)))
        .isInstanceOfSatisfying(
            JobException.class,
            failure -> assertThat(failure.key()).isEqualTo("workspace.damaged"));
  }

  @Test
  void tablesWhoseFilesAreGoneSaySo() throws Exception {
    Path file = file("a.txt", 1);
    review(file);
    try (var files = Files.walk(workspace.resolve("tables/forms/data"))) {
      for (Path data : files.filter(path -> path.toString().endsWith(".parquet")).toList()) {
        Files.delete(data);
      }
    }
    assertThatThrownBy(() -> review(file))
        .isInstanceOfSatisfying(
            JobException.class,
            failure -> assertThat(failure.key()).isEqualTo("workspace.damaged"));
  }

  @Test
  void aWorkspaceInUseSaysSo() throws Exception {
    Path file = file("a.txt", 1);
    try (Workspace held = Workspace.open(Sessions.current(), workspace)) {
      assertThat(held.folder()).isEqualTo(workspace);
      assertThatThrownBy(() -> review(file))
          .isInstanceOfSatisfying(
              JobException.class, failure -> assertThat(failure.key()).isEqualTo("workspace.busy"));
    }
    assertThat(review(file).forms()).hasSize(1);
  }

  @Test
  void everyFailureHasItsWordsInBothLanguages() {
    for (Language language : Language.values()) {
      var texts = org.jihe.message.Messages.of(language, "jobs");
      for (String key :
          List.of(
              "workspace.unwritable",
              "workspace.busy",
              "workspace.damaged",
              "workspace.empty",
              "accounting")) {
        assertThat(texts.text(key)).isNotBlank();
      }
    }
  }

  @Test
  void waivedFindingsAreCountedApartAndShown() throws Exception {
    Path file = file("a.txt", 1);
    ReviewSummary before = review(file);
    String project = String.valueOf(before.forms().get(0).projectName());
    String waiver =
        "  - {rule: %s, project: %s, year: 2022, reason: 已说明, approver: 张三, expires: %s}\n";
    Files.writeString(
        workspace.resolve(ReviewRequest.WAIVERS),
        "waivers:\n"
            + waiver.formatted("FuzzyTarget", project, "2999-12-31")
            + waiver.formatted("LowExecution", project, "2999-12-31")
            + waiver.formatted("ObjectiveCopied", project, "2020-12-31"));

    ReviewSummary after = review(file);

    assertThat(before.waivers().waivers()).isEmpty();
    assertThat(after.waivers().findings()).isEqualTo(2);
    assertThat(after.accounting().findings()).isEqualTo(before.accounting().findings() - 2);
    assertThat(after.waivers().waivers())
        .extracting(line -> line.ruleId() + " " + line.state() + " " + line.findings())
        .containsExactly(
            "FuzzyTarget USED 2", "LowExecution UNUSED 0", "ObjectiveCopied EXPIRED 0");
    assertThat(after.rules())
        .filteredOn(rule -> rule.waived() > 0)
        .extracting(rule -> rule.ruleId() + " " + rule.waived() + " " + rule.findings())
        .containsExactly("FuzzyTarget 1 0");
    List<Row> figures =
        onTables(
            (spark, tables, run) ->
                tables.read(run, WorkspaceTable.DEPARTMENT_STATISTICS).collectAsList());
    assertThat(figures.get(0).getJavaMap(figures.get(0).fieldIndex("findingsByRule")))
        .doesNotContainKey("FuzzyTarget");
    assertThat(Files.readString(workspace.resolve("published/findings.csv")))
        .contains("已说明 · 张三 · 2999-12-31");
  }

  @Test
  void theJurisdictionIsDetectedAndSaid() throws Exception {
    ReviewSummary summary = review(file("a.txt", 1));
    assertThat(summary.jurisdictions())
        .isEqualTo(new ReviewSummary.Jurisdictions(true, Map.of("上海市", 1L)));
    List<Row> audits =
        onTables(
            (spark, tables, run) -> tables.read(run, WorkspaceTable.SCORE_AUDIT).collectAsList());
    assertThat(audits)
        .extracting(row -> row.<String>getAs("jurisdiction") + " " + row.getAs("grade"))
        .containsExactly("shanghai 优");
  }
}
