package org.jihe.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jihe.finding.Evaluation;
import org.jihe.finding.Outcome;
import org.jihe.form.SelfEvaluation;
import org.jihe.rule.authoring.GroupCases;
import org.jihe.rule.authoring.RuleCases;
import org.jihe.rule.compiled.RuleCache;
import org.jihe.rule.engine.RuleEngine;
import org.jihe.rule.engine.RuleSet;
import org.jihe.rule.folder.RuleException;
import org.jihe.rule.folder.RuleFolder;
import org.jihe.rule.waiver.Waivers;
import org.jihe.transcript.Transcripts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that count what other rules found count what stands: not what is waived or off. */
final class StandingErrorsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final String PROJECT = "project: 老旧小区消防设施维护";

  @TempDir private Path folder;

  private static SelfEvaluation form(String... changes) throws RuleException {
    ObjectNode form = RuleCases.object(RuleFolder.builtIn(), RuleCases.CLEAN, "cases.noCleanForm");
    RuleCases.set(form, "annualObjective.planned", TextNode.valueOf("—"));
    for (int i = 0; i < changes.length; i += 2) {
      RuleCases.set(form, changes[i], TextNode.valueOf(changes[i + 1]));
    }
    return Transcripts.fromJson("form", form);
  }

  private RuleSet waiving(RuleSet set, String... waivers) throws RuleException, IOException {
    StringBuilder text = new StringBuilder("waivers:\n");
    for (String waiver : waivers) {
      text.append("  - {" + waiver + ", reason: 已说明, approver: 张三, expires: 2027-01-01}\n");
    }
    Set<String> ids = new HashSet<>();
    set.rules().forEach(rule -> ids.add(rule.id()));
    Path file = Files.writeString(folder.resolve("waivers.yaml"), text.toString());
    return set.waiving(Waivers.read(file, ids, TODAY));
  }

  private static String high(Evaluation evaluation) {
    Outcome outcome =
        evaluation.outcomes().stream()
            .filter(each -> each.ruleId().equals("HighScoreWithErrors"))
            .findFirst()
            .orElseThrow();
    return outcome.kind()
        + evaluation.findings().stream()
            .filter(finding -> finding.ruleId().equals("HighScoreWithErrors"))
            .map(finding -> " " + finding.arguments().get("errors"))
            .findFirst()
            .orElse("");
  }

  private String high(SelfEvaluation form, String... waivers) throws RuleException, IOException {
    RuleSet set = waiving(RuleSet.open(null, null), waivers);
    return high(RuleEngine.of(set).evaluate("id", form));
  }

  @Test
  void anErrorThatIsWaivedDoesNotCount() throws Exception {
    SelfEvaluation form = form();
    assertThat(high(form, "rule: PlannedObjectiveMissing, agency: 别的, year: 2022"))
        .isEqualTo("FIRED 1");
    assertThat(high(form, "rule: PlannedObjectiveMissing, " + PROJECT + ", year: 2022"))
        .isEqualTo("PASSED");
    assertThat(high(form, "rule: PlannedObjectiveMissing, " + PROJECT + ", year: 2021"))
        .isEqualTo("FIRED 1");
    assertThat(high(form, "rule: HighScoreWithErrors, " + PROJECT + ", year: 2022"))
        .isEqualTo("WAIVED 1");
  }

  @Test
  void otherErrorsStillCount() throws Exception {
    SelfEvaluation form = form("annualObjective.achieved", "/", "indicators[0].actual", "/");
    String waiver = "rule: PlannedObjectiveMissing, " + PROJECT + ", year: 2022";
    String all = high(form, "rule: PlannedObjectiveMissing, agency: 别的, year: 2022");
    assertThat(all).startsWith("FIRED ");
    int errors = Integer.parseInt(all.substring("FIRED ".length()));
    assertThat(errors).isGreaterThan(1);
    assertThat(high(form, waiver)).isEqualTo("FIRED " + (errors - 1));
  }

  @Test
  void anErrorOfARuleThatIsOffDoesNotCount() throws Exception {
    RuleFolders.copy(folder);
    Files.writeString(
        folder.resolve("jurisdictions/county.yaml"),
        "jurisdiction: county\ninherits: national\nswitchedOff: [PlannedObjectiveMissing]\n");
    Evaluation evaluation = RuleEngine.of(RuleSet.open(folder, "county")).evaluate("id", form());
    assertThat(evaluation.findings())
        .noneMatch(finding -> finding.ruleId().equals("PlannedObjectiveMissing"));
    assertThat(high(evaluation)).isEqualTo("PASSED");
  }

  @Test
  void whatCouldNotBeJudgedIsNoError() throws Exception {
    Path own = Files.createDirectories(folder.resolve("own/local"));
    Files.writeString(
        own.resolve("own.csv"),
        """
        规则,单元格,一级指标,二级指标,指标名称包含,比较,值,级别,消息,英文消息,依据,说明
        必须达标,实际完成值,满意度,,,小于,85%,错误,{reported},{reported},,
        """);
    RuleSet set = RuleSet.open(folder.resolve("own"), null, new RuleCache(folder.resolve("c")));
    ObjectNode clean = RuleCases.object(RuleFolder.builtIn(), RuleCases.CLEAN, "cases.noCleanForm");
    int last = clean.path("indicators").size() - 1;
    RuleCases.set(clean, "indicators[" + last + "].actual", TextNode.valueOf("约9成"));
    Evaluation evaluation = RuleEngine.of(set).evaluate("id", Transcripts.fromJson("form", clean));
    assertThat(evaluation.outcomes())
        .filteredOn(outcome -> outcome.ruleId().equals("必须达标"))
        .extracting(Outcome::kind)
        .containsExactly(Outcome.Kind.NOT_EVALUATED);
    assertThat(high(evaluation)).isEqualTo("PASSED");
  }

  @Test
  void aDepartmentsPracticeIsNotMadeOfWaivedFindings() throws Exception {
    GroupCases.Case amiss =
        GroupCases.read(RuleFolder.builtIn(), "dossier", "FundingPartsPractice").cases().get(0);
    RuleSet set = RuleSet.open(null, null);
    assertThat(practice(set, amiss)).isEqualTo(1);
    String project = amiss.dossier().forms().get(0).projectName().printed();
    String year = amiss.dossier().forms().get(0).year().printed();
    List<String> rules =
        List.of("FundingPartsDiffer", "FundingPartsMissing", "FundingPartsOriginalMissing");
    String[] waivers =
        rules.stream()
            .map(rule -> "rule: " + rule + ", project: " + project + ", year: " + year)
            .toArray(String[]::new);
    assertThat(practice(waiving(set, waivers), amiss)).isZero();
  }

  private static long practice(RuleSet set, GroupCases.Case dossier) {
    return dossier.dossier().evaluate(RuleEngine.of(set)).findings().stream()
        .filter(finding -> finding.ruleId().equals("FundingPartsPractice"))
        .count();
  }
}
