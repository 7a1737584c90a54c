package org.jihe.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jihe.SampleForms;
import org.jihe.finding.Severity;
import org.jihe.inquiry.ImpactReport.Change;
import org.jihe.inquiry.ImpactReport.Kind;
import org.jihe.inquiry.ImpactReport.OfRule;
import org.jihe.message.JobException;
import org.jihe.message.Language;
import org.jihe.review.Review;
import org.jihe.review.ReviewRequest;
import org.jihe.review.ReviewRequest.Checking;
import org.jihe.review.ReviewRequest.Reading;
import org.jihe.review.Sessions;
import org.jihe.review.Stages;
import org.jihe.rule.fact.group.RegistryLists;
import org.jihe.workspace.Workspace;
import org.jihe.workspace.WorkspaceTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other rules and parameters would change in the findings of the sample forms. */
final class ImpactTest {

  private static final Path RULES = Path.of("rules");

  @TempDir private static Path shared;
  private static Path workspace;

  @TempDir private Path folder;

  @BeforeAll
  static void review() throws Exception {
    workspace = shared.resolve("workspace");
    Path input =
        Files.writeString(shared.resolve("forms.txt"), String.join("\n", SampleForms.texts()));
    Review.run(new ReviewRequest(List.of(input), workspace, Language.ZH));
  }

  private static ReviewRequest request(@Nullable Path rules) {
    return new ReviewRequest(
        List.of(),
        workspace,
        Language.ZH,
        Reading.USUAL,
        new Checking(rules, null, null, RegistryLists.NONE));
  }

  /** A folder of one's own that adds to the program's rules. */
  private Path table(String row) throws IOException {
    Files.createDirectories(folder.resolve("local"));
    Files.writeString(folder.resolve("local/own.csv"), "规则,单元格,比较,值,级别,消息\n" + row + "\n");
    return folder;
  }

  /** The program's rules with another threshold. */
  private Path parameters(String old, String with) throws IOException {
    Path target = Files.createDirectories(folder.resolve("jurisdictions"));
    try (Stream<Path> files = Files.list(RULES.resolve("jurisdictions"))) {
      for (Path file : files.toList()) {
        String text = Files.readString(file);
        Files.writeString(target.resolve(file.getFileName()), text.replace(old, with));
      }
    }
    assertThat(Files.readString(target.resolve("national.yaml"))).contains(with);
    return folder;
  }

  private static List<Row> findings(String rule) throws Exception {
    try (Workspace tables = Workspace.open(Sessions.current(), workspace)) {
      return tables
          .read(tables.begin("test"), WorkspaceTable.FINDINGS)
          .where("ruleId = '" + rule + "'")
          .selectExpr("projectName", "severity", "arguments['rate']")
          .collectAsList()
          .stream()
          .map(row -> new Row(row.getString(0), row.getString(1), row.getString(2)))
          .toList();
    }
  }

  private record Row(String project, String severity, String rate) {}

  @Test
  void theSameRulesChangeNothing() throws Exception {
    ImpactReport report = Impact.run(request(null), "last", 10);

    assertThat(report.sameRules()).isTrue();
    assertThat(report.forms()).isEqualTo(SampleForms.texts().size());
    assertThat(report.rules()).isEmpty();
    assertThat(report.changes()).isEmpty();
    assertThat(report.more()).isZero();
  }

  @Test
  void aLowerThresholdTakesAwayTheFindingsBetween() throws Exception {
    List<Row> before = findings("LowExecution");
    List<Row> gone = before.stream().filter(row -> percent(row).intValue() >= 84).toList();
    assertThat(gone).isNotEmpty().hasSizeLessThan(before.size());

    ImpactReport report =
        Impact.run(
            request(parameters("0.80, noteBelow: 0.90}", "0.80, noteBelow: 0.84}")), "last", 100);

    assertThat(report.sameRules()).isFalse();
    assertThat(report.rules()).containsExactly(new OfRule("LowExecution", 0, gone.size(), 0));
    assertThat(report.changes())
        .allMatch(change -> change.kind() == Kind.DISAPPEARED)
        .extracting(Change::project)
        .containsExactlyInAnyOrderElementsOf(gone.stream().map(Row::project).toList());
  }

  private static BigDecimal percent(Row row) {
    return new BigDecimal(row.rate().replace("%", ""));
  }

  @Test
  void anotherSeverityIsCountedApart() throws Exception {
    List<Row> notes =
        findings("LowExecution").stream().filter(row -> row.severity().equals("NOTE")).toList();
    assertThat(notes).isNotEmpty();

    ImpactReport report =
        Impact.run(
            request(parameters("{doubtBelow: 0.80, note", "{doubtBelow: 0.90, note")), "last", 100);

    assertThat(report.rules()).containsExactly(new OfRule("LowExecution", 0, 0, notes.size()));
    assertThat(report.changes())
        .extracting(Change::severity, Change::before)
        .containsOnly(tuple(Severity.DOUBT, Severity.NOTE));
  }

  @Test
  void aRowOfATableAppearsAndTheRestIsCounted() throws Exception {
    Path rules = table("有总分,总分,不为空,,提示,总分 {reported}");

    ImpactReport report = Impact.run(request(rules), "last", 2);

    int forms = SampleForms.texts().size();
    assertThat(report.rules()).containsExactly(new OfRule("有总分", forms, 0, 0));
    assertThat(report.changes()).hasSize(2);
    assertThat(report.more()).isEqualTo(forms - 2L);
    assertThat(report.changes().get(0).place()).isEqualTo("总分·得分");
  }

  @Test
  void nothingInTheWorkspaceChanges() throws Exception {
    List<Path> before = tree();
    Impact.run(request(table("有总分,总分,不为空,,提示,总分")), "last", 2);
    assertThat(tree()).isEqualTo(before);
  }

  private static List<Path> tree() throws IOException {
    try (Stream<Path> all = Files.walk(workspace)) {
      return all.sorted().toList();
    }
  }

  @Test
  void aRunThatIsNotThere() {
    assertThatThrownBy(() -> Impact.run(request(null), "20200101-000000-000", 1))
        .isInstanceOfSatisfying(
            JobException.class,
            e -> {
              assertThat(e.key()).isEqualTo("workspace.noRun");
              assertThat(e.arguments().get("runs")).matches("\\d{8}-\\d{6}-\\d{3}");
            });
  }

  private static void assertRefused(Path workspace, @Nullable Path rules, String key) {
    ReviewRequest request =
        new ReviewRequest(
            List.of(),
            workspace,
            Language.ZH,
            Reading.USUAL,
            new Checking(rules, null, null, RegistryLists.NONE));
    assertThatThrownBy(() -> Impact.run(request, "last", 1))
        .isInstanceOfSatisfying(JobException.class, e -> assertThat(e.key()).isEqualTo(key));
  }

  @Test
  void whyThereIsNothingToCompareIsToldAsItIs() throws Exception {
    Path one = Files.writeString(folder.resolve("one.txt"), SampleForms.texts().get(0));
    Path none = Files.writeString(folder.resolve("none.txt"), "no form");
    Path tables = folder.resolve("tables of it");
    Path formless = folder.resolve("formless");
    Stages.ingest(new ReviewRequest(List.of(none), formless, Language.ZH));
    assertRefused(formless, null, "workspace.formless");
    assertRefused(folder.resolve("nowhere"), null, "workspace.empty");

    Review.run(new ReviewRequest(List.of(one), tables, Language.ZH));
    Files.writeString(one, SampleForms.texts().get(1));
    Stages.ingest(new ReviewRequest(List.of(one), tables, Language.ZH));
    assertRefused(tables, null, "workspace.changedSince");
  }

  @Test
  void theRunsJurisdictionMayBeGone() throws Exception {
    Path one = Files.writeString(folder.resolve("one.txt"), SampleForms.texts().get(0));
    Path tables = folder.resolve("tables of it");
    Path rules = parameters("fewest: 8", "fewest: 8");
    Files.writeString(
        rules.resolve("jurisdictions/county.yaml"), "jurisdiction: county\ninherits: national\n");
    Review.run(
        new ReviewRequest(
            List.of(one),
            tables,
            Language.ZH,
            Reading.USUAL,
            new Checking(rules, "county", null, RegistryLists.NONE)));

    assertRefused(tables, null, "impact.jurisdiction");
  }

  /** A run with waivers was said to have had other rules. */
  @Test
  void waiversAreNoOtherRules() throws Exception {
    Path one = Files.writeString(folder.resolve("one.txt"), SampleForms.texts().get(0));
    Path tables = Files.createDirectories(folder.resolve("tables of it"));
    Files.writeString(
        tables.resolve("waivers.yaml"),
        "waivers:\n  - {rule: CostIndicatorMissing, agency: 某单位, year: 2022, reason: r, approver: a,"
            + " expires: 2999-12-31}\n");
    Review.run(new ReviewRequest(List.of(one), tables, Language.ZH));

    ImpactReport report = Impact.run(new ReviewRequest(List.of(), tables, Language.ZH), "last", 1);

    assertThat(report.sameRules()).isTrue();
    assertThat(report.rules()).isEmpty();
  }

  /** Rules on several forms are not compared, and so are not said to say nothing any more. */
  @Test
  void whatIsNotComparedDoesNotDisappear() throws Exception {
    assertThat(findings("ScoreCompression")).isNotEmpty();
    Path rules = Files.createDirectories(folder.resolve("alone/arithmetic"));
    for (String name :
        List.of("OverExecution.drl", "messages_zh.properties", "messages_en.properties")) {
      Files.copy(RULES.resolve("arithmetic").resolve(name), rules.resolve(name));
    }

    ImpactReport report = Impact.run(request(rules.getParent()), "last", 0);

    assertThat(report.rules()).extracting(OfRule::rule).doesNotContain("ScoreCompression");
    assertThat(report.rules()).extracting(OfRule::rule).contains("LowExecution");
  }

  @Test
  void aRunThatWasNotChecked() throws Exception {
    Path input = Files.writeString(folder.resolve("one.txt"), SampleForms.texts().get(0));
    Path fresh = folder.resolve("fresh");
    Stages.ingest(new ReviewRequest(List.of(input), fresh, Language.ZH));

    assertThatThrownBy(
            () -> Impact.run(new ReviewRequest(List.of(), fresh, Language.ZH), "last", 1))
        .isInstanceOfSatisfying(
            JobException.class, e -> assertThat(e.key()).isEqualTo("workspace.unchecked"));
  }
}
