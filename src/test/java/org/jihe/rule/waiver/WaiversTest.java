package org.jihe.rule.waiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jihe.finding.Evaluation;
import org.jihe.finding.Finding;
import org.jihe.finding.Outcome;
import org.jihe.form.SelfEvaluation;
import org.jihe.form.department.DepartmentLine;
import org.jihe.form.department.Departments;
import org.jihe.message.Language;
import org.jihe.rule.authoring.RuleCases;
import org.jihe.rule.engine.RuleEngine;
import org.jihe.rule.engine.RuleSet;
import org.jihe.rule.folder.RuleException;
import org.jihe.rule.folder.RuleException.Problem;
import org.jihe.rule.folder.RuleFolder;
import org.jihe.transcript.Transcripts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Waivers: what they accept, until when, and how mistakes in their file are named. */
final class WaiversTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final Set<String> RULES = Set.of("PlannedObjectiveMissing", "FuzzyTarget");

  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("waivers.yaml"), text);
  }

  private static String waiver(String rule, String whom, String expires) {
    return "  - {rule: %s, %s, year: 2022, reason: 已说明, approver: 张三, expires: %s}\n"
        .formatted(rule, whom, expires);
  }

  /** The clean form without its planned objective and what was achieved of it. */
  private static SelfEvaluation form() throws RuleException {
    ObjectNode form = RuleCases.object(RuleFolder.builtIn(), RuleCases.CLEAN, "cases.noCleanForm");
    form.putNull("annualObjective");
    return Transcripts.fromJson("form", form);
  }

  private Evaluation evaluate(String waivers) throws RuleException, IOException {
    RuleSet set = RuleSet.open(null, null);
    Waivers read = Waivers.read(file("waivers:\n" + waivers), RULES, TODAY);
    return RuleEngine.of(set.waiving(read)).evaluate("id", form());
  }

  private static Outcome.Kind outcome(Evaluation evaluation) {
    return evaluation.outcomes().stream()
        .filter(outcome -> outcome.ruleId().equals("PlannedObjectiveMissing"))
        .map(Outcome::kind)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aWaivedFindingIsAnOutcomeOfItsOwn() throws RuleException, IOException {
    Evaluation evaluation =
        evaluate(waiver("PlannedObjectiveMissing", "project: 老旧小区 消防设施维护", "2026-11-24"));

    assertThat(outcome(evaluation)).isEqualTo(Outcome.Kind.WAIVED);
    assertThat(evaluation.findings())
        .filteredOn(finding -> finding.ruleId().equals("PlannedObjectiveMissing"))
        .extracting(Finding::waived)
        .containsExactly("老旧小区 消防设施维护 2022 · 已说明 · 张三 · 2026-11-24");
    assertThat(evaluation.findings())
        .filteredOn(finding -> !finding.ruleId().equals("PlannedObjectiveMissing"))
        .isNotEmpty()
        .allMatch(Finding::stands);
  }

  @Test
  void anAgencysWaiverHoldsForAllItsProjects() throws RuleException, IOException {
    assertThat(
            outcome(
                evaluate(waiver("PlannedObjectiveMissing", "agency: 某区消防救援局后勤中心", "2027-01-01"))))
        .isEqualTo(Outcome.Kind.WAIVED);
  }

  @Test
  void anAgencysWaiverHoldsHoweverItIsSpelled() throws RuleException, IOException {
    for (String agency : List.of("219001-某区消防救援局后勤中心", "某区消防救援局后勤中心（本级）", "某区 消防救援局后勤中心(汇总)")) {
      assertThat(
              outcome(
                  evaluate(waiver("PlannedObjectiveMissing", "agency: " + agency, "2027-01-01"))))
          .as(agency)
          .isEqualTo(Outcome.Kind.WAIVED);
    }
    String other = waiver("PlannedObjectiveMissing", "agency: 某区消防救援局", "2027-01-01");
    assertThat(outcome(evaluate(other))).isEqualTo(Outcome.Kind.FIRED);
  }

  @Test
  void aDepartmentsWaiverHoldsForTheNamesThatAreSaidToBeIts() {
    Waiver waiver =
        new Waiver("R", null, null, "新名局", 2022, null, "r", "a", LocalDate.of(2099, 1, 1));
    Waivers waivers = new Waivers(List.of(waiver), List.of());
    assertThat(waivers.of("R", "p", "a", "旧名局", 2022, "f")).isNull();
    assertThat(waivers.of("R", "p", "a", "新名局（本级）", 2022, "f")).isEqualTo(waiver);
    Departments list =
        new Departments("d.csv", List.of(new DepartmentLine("旧名局", "新名局", null, null, 2)));
    assertThat(waivers.naming(list).of("R", "p", "a", "旧名局", 2022, "f")).isEqualTo(waiver);
    assertThat(waivers.naming(list).of("R", "p", "a", "别的局", 2022, "f")).isNull();
  }

  @Test
  void otherProjectsYearsAndRulesAreNotWaived() throws RuleException, IOException {
    for (String other :
        List.of(
            waiver("PlannedObjectiveMissing", "project: 别的项目", "2027-01-01"),
            waiver("FuzzyTarget", "project: 老旧小区消防设施维护", "2027-01-01"),
            waiver("PlannedObjectiveMissing", "project: 老旧小区消防设施维护", "2027-01-01")
                .replace("year: 2022", "year: 2021"),
            waiver(
                "PlannedObjectiveMissing", "project: 老旧小区消防设施维护, department: 别的局", "2027-01-01"))) {
      assertThat(outcome(evaluate(other))).as(other).isEqualTo(Outcome.Kind.FIRED);
    }
  }

  @Test
  void anExpiredWaiverWaivesNothingAndIsKept() throws RuleException, IOException {
    String expired = waiver("PlannedObjectiveMissing", "project: 老旧小区消防设施维护", "2026-11-23");

    assertThat(outcome(evaluate(expired))).isEqualTo(Outcome.Kind.FIRED);
    Waivers read = Waivers.read(file("waivers:\n" + expired), RULES, TODAY);
    assertThat(read.active()).isEmpty();
    assertThat(read.expired()).hasSize(1);
  }

  @Test
  void waiversCountInTheFingerprint() throws RuleException, IOException {
    RuleSet set = RuleSet.open(null, null);
    Waivers read =
        Waivers.read(
            file("waivers:\n" + waiver("FuzzyTarget", "agency: 甲", "2027-01-01")), RULES, TODAY);

    assertThat(set.waiving(read).fingerprint()).isNotEqualTo(set.fingerprint());
    assertThat(set.waiving(Waivers.NONE).fingerprint()).isEqualTo(set.fingerprint());
  }

  private List<Problem> problems(String text) throws IOException {
    Path file = file(text);
    RuleException failure =
        catchThrowableOfType(RuleException.class, () -> Waivers.read(file, RULES, TODAY));
    assertThat(failure).as(text).isNotNull();
    return failure.problems();
  }

  @Test
  void everyMistakeIsNamedWithItsLine() throws IOException {
    assertThat(
            problems(
                "waivers:\n"
                    + waiver("FuzzyTarget", "project: 甲", "2027-01-01")
                    + waiver("FuzyTarget", "project: 甲", "2027-01-01")
                    + waiver("FuzzyTarget", "projekt: 甲", "2027-01-01")
                    + waiver("FuzzyTarget", "project: 甲", "明年")
                    + "  - {rule: FuzzyTarget, agency: 甲, year: 22}\n"))
        .extracting(problem -> problem.line() + " " + problem.text(Language.EN))
        .containsExactly(
            "3 there is no rule \"FuzyTarget\". See them all with jihe rules list.",
            "4 unknown key \"projekt\". It may be: rule project agency department year fingerprint reason approver expires.",
            "4 the waiver names neither project nor agency nor fingerprint. Add one at least.",
            "5 expires cannot be \"明年\". Write a date, such as 2026-12-31.",
            "6 the waiver has no reason. Add it.",
            "6 the waiver has no approver. Add it.",
            "6 the waiver has no expires. Add it.",
            "6 \"22\" is no year. Write four digits, such as 2022.");
  }

  @Test
  void mistakesAreToldInChineseWithWhatToDo() throws IOException {
    assertThat(problems("waivers:\n" + waiver("FuzyTarget", "projekt: 甲", "明年")))
        .extracting(problem -> problem.text(Language.ZH))
        .containsExactly(
            "不认识“projekt”。可以写：rule project agency department year fingerprint reason approver expires。",
            "豁免没有写 project（项目）、agency（单位）或 fingerprint（一处发现的指纹）。请至少写一个。",
            "没有规则“FuzyTarget”。用 jihe rules list 查看全部规则。",
            "expires 不能写“明年”。请写日期，例如 2026-12-31。");
  }

  @Test
  void afileOfSomethingElse() throws IOException {
    assertThat(problems("rules: []\n").get(0).text(Language.EN)).contains("one list named waivers");
    assertThat(problems("waivers: [\n").get(0).line()).isPositive();
    RuleException failure =
        catchThrowableOfType(
            RuleException.class, () -> Waivers.read(folder.resolve("none.yaml"), RULES, TODAY));
    assertThat(failure.problems().get(0).text(Language.EN)).contains("no such file");
  }
}
