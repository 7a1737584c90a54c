package org.jihe.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jihe.finding.Finding;
import org.jihe.finding.Outcome;
import org.jihe.form.Field;
import org.jihe.form.FormFields;
import org.jihe.form.Recovery;
import org.jihe.form.SelfEvaluation;
import org.jihe.message.Language;
import org.jihe.rule.authoring.RuleCases;
import org.jihe.rule.engine.RuleEngine;
import org.jihe.rule.engine.RuleSet;
import org.jihe.rule.folder.RuleException;
import org.jihe.rule.folder.RuleException.Problem;
import org.jihe.rule.folder.RuleFolder;
import org.jihe.rule.jurisdiction.Jurisdiction;
import org.jihe.rule.jurisdiction.ParameterReader;
import org.jihe.rule.jurisdiction.Parameters;
import org.jihe.rule.jurisdiction.ParametersFile;
import org.jihe.rule.jurisdiction.RateRounding;
import org.jihe.rule.jurisdiction.ReverseScore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A jurisdiction's parameters: what they change, and how mistakes in them are named. */
final class ParametersTest {

  @TempDir Path folder;
  private Path national;

  @BeforeEach
  void copyRules() throws IOException {
    RuleFolders.copy(folder);
    national = folder.resolve("jurisdictions/national.yaml");
  }

  private List<Problem> problems(String jurisdiction) {
    RuleException failure =
        catchThrowableOfType(RuleException.class, () -> RuleSet.open(folder, jurisdiction));
    assertThat(failure).isNotNull();
    return failure.problems();
  }

  private int lineOf(Path file, String text) throws IOException {
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(text)) {
        return i + 1;
      }
    }
    throw new IllegalArgumentException(text);
  }

  private void assertProblem(List<Problem> problems, String file, int line, String detail) {
    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).file()).endsWith(file);
    assertThat(problems.get(0).line()).isEqualTo(line);
    assertThat(problems.get(0).text(Language.EN)).contains(detail);
  }

  @Test
  void anUnknownKey() throws IOException {
    RuleFolders.replace(national, "executionScore:", "executionScoring:");

    assertThat(problems(null))
        .first()
        .satisfies(
            problem -> {
              assertThat(problem.file()).endsWith("jurisdictions/national.yaml");
              assertThat(problem.line()).isEqualTo(lineOf(national, "method: linear"));
              assertThat(problem.text(Language.EN)).contains("unknown key \"executionScoring\"");
            });
  }

  @Test
  void textForANumber() throws IOException {
    RuleFolders.replace(national, "fewest: 8", "fewest: eight");

    assertProblem(
        problems(null),
        "national.yaml",
        lineOf(national, "fewest: eight"),
        "\"eight\" is no number");
  }

  @Test
  void mistakesAreToldInChineseWithWhatToDo() throws IOException {
    RuleFolders.replace(national, "fewest: 8", "fewest: eight");
    Path county =
        county(
            """
            reverseScore: quadratic
            years:
              - {from: 2022, to: 2021}
              - {from: 22}
              - {rounding: up}
            """);

    assertThat(problems("national"))
        .extracting(problem -> problem.text(Language.ZH))
        .containsExactly("“eight”不是数。请写一个数，例如 0.9。");
    assertThat(problems("county"))
        .allMatch(problem -> problem.file().equals(county.toString()))
        .extracting(problem -> problem.line() + " " + problem.text(Language.ZH))
        .containsExactly(
            "5 年度从 2022 到 2021，前后颠倒了。请改正。",
            "6 “22”不是年份。请写四位数，例如 2022。",
            "7 没有写年度。请写 from、to，或其中一个。");
  }

  @Test
  void whatYamlForbidsIsAMistakeOfTheFile() throws IOException {
    RuleFolders.replace(national, "grades:\n", "grades: \"\u0001\"\n");

    assertProblem(
        problems(null), "national.yaml", lineOf(national, "grades:"), "the character U+0001");
  }

  @Test
  void oneWordForAList() throws IOException {
    RuleFolders.replace(national, "costAspect: [成本]", "costAspect: 成本");

    assertProblem(problems(null), "national.yaml", lineOf(national, "costAspect"), "a list");
  }

  @Test
  void noYaml() throws IOException {
    RuleFolders.replace(national, "grades:\n", "grades: [\n");

    assertThat(problems(null).get(0).line()).isPositive();
  }

  @Test
  void theSameThresholdTwice() throws IOException {
    RuleFolders.replace(
        national, "  TooFewIndicators:", "  LowExecution: {noteBelow: 1}\n  TooFewIndicators:");

    assertThat(problems(null).get(0).text(Language.EN))
        .contains("\"LowExecution\" stands here twice");
  }

  @Test
  void noRegularExpression() throws IOException {
    RuleFolders.replace(national, "'（略）'", "'（略)'");

    assertProblem(
        problems(null), "national.yaml", lineOf(national, "（略)"), "no regular expression");
  }

  @Test
  void aJurisdictionThatIsNotThere() {
    assertProblem(problems("atlantis"), "jurisdictions/atlantis.yaml", 0, "atlantis");
  }

  @Test
  void jurisdictionsInACircle() throws IOException {
    Files.writeString(national, "jurisdiction: national\ninherits: shanghai\n");

    assertThat(problems(null).get(0).text(Language.EN)).contains("circle");
  }

  @Test
  void aJurisdictionInheritsWhatItDoesNotName() throws RuleException, IOException {
    Files.writeString(
        folder.resolve("jurisdictions/county.yaml"),
        """
        jurisdiction: county
        inherits: national
        thresholds:
          TooFewIndicators: {fewest: 10}
        executionScore:
          method: bands
          bands:
            - {from: 0.95, share: 1}
            - {from: 0.80, share: 0.8}
        switchedOff: [CostIndicatorMissing]
        """);

    RuleSet set = RuleSet.open(folder, "county");
    Parameters parameters = set.parameters();

    assertThat(set.jurisdiction()).isEqualTo("county");
    assertThat(set.fingerprint()).isNotEqualTo(RuleSet.open(folder, null).fingerprint());
    assertThat(parameters.limit("TooFewIndicators.fewest")).isEqualByComparingTo("10");
    assertThat(parameters.limit("LowExecution.noteBelow")).isEqualByComparingTo("0.9");
    assertThat(
            parameters
                .executionScore()
                .of(BigDecimal.TEN, new BigDecimal("80"), new BigDecimal("100")))
        .isEqualByComparingTo("8");

    var evaluation =
        RuleEngine.of(set).evaluate("clean", RuleCases.cleanForm(RuleFolder.builtIn()));
    assertThat(evaluation.outcomes())
        .contains(
            new Outcome(
                "clean", "CostIndicatorMissing", Outcome.Kind.NOT_APPLICABLE, "jurisdiction: off"));
    assertThat(evaluation.findings())
        .extracting(finding -> finding.ruleId() + " " + finding.expected())
        .containsExactlyInAnyOrder(
            "TooFewIndicators null", "ExecutionScoreMismatch 10", "HighScoreWithErrors null");
  }

  @Test
  void theProgramBringsItsParametersAsTheFilesSay() throws RuleException, IOException {
    for (String id : RuleFolder.at(RuleFolders.PROJECT).jurisdictions()) {
      Jurisdiction written = ParameterReader.read(RuleFolder.at(RuleFolders.PROJECT), id, Set.of());
      assertThat(ParametersFile.fromBytes(ParametersFile.toBytes(written)).parameters().canonical())
          .isEqualTo(written.parameters().canonical());
      assertThat(RuleSet.open(null, id).parameters().canonical())
          .isEqualTo(written.parameters().canonical());
    }
    assertThat(RuleFolder.builtIn().jurisdictions())
        .isEqualTo(RuleFolder.at(RuleFolders.PROJECT).jurisdictions());
  }

  @Test
  void whoInheritsTheNationDiffersInWhatItNamesAlone() throws RuleException {
    Parameters shanghai = RuleSet.open(null, "shanghai").parameters();
    Parameters nation = RuleSet.open(null, null).parameters();

    assertThat(shanghai.thresholds()).isEqualTo(nation.thresholds());
    assertThat(shanghai.words()).isEqualTo(nation.words());
  }

  private Path county(String text) throws IOException {
    Path county = folder.resolve("jurisdictions/county.yaml");
    Files.writeString(county, "jurisdiction: county\ninherits: shanghai\n" + text);
    return county;
  }

  @Test
  void aYearHasItsOwnParameters() throws RuleException, IOException {
    county(
        """
        thresholds: {TooFewIndicators: {fewest: 9}}
        reverseScore: linear
        rounding: halfUp
        years:
          - {to: 2021, thresholds: {TooFewIndicators: {fewest: 6}}}
          - from: 2022
            to: 2023
            thresholds: {TooFewIndicators: {fewest: 7}, LowExecution: {noteBelow: 0.95}}
        """);
    Jurisdiction county = ParameterReader.read(RuleFolder.at(folder), "county", Set.of());

    assertThat(List.of(2019, 2021, 2022, 2023, 2024))
        .extracting(year -> county.of(year).limit("TooFewIndicators.fewest").intValue())
        .containsExactly(6, 6, 7, 7, 9);
    assertThat(county.of(null).limit("TooFewIndicators.fewest")).isEqualByComparingTo("9");
    assertThat(county.of(2022).limit("LowExecution.noteBelow")).isEqualByComparingTo("0.95");
    assertThat(county.of(2022).reverseScore()).isEqualTo(ReverseScore.LINEAR);
    assertThat(county.of(2022).rounding()).isEqualTo(RateRounding.HALF_UP);
    assertThat(ParametersFile.fromBytes(ParametersFile.toBytes(county)).of(2021).canonical())
        .isEqualTo(county.of(2021).canonical());
  }

  @Test
  void yearsThatOverlap() throws IOException {
    Path county =
        county(
            """
            years:
              - {from: 2019, to: 2021, rounding: up}
              - {from: 2021, rounding: down}
            """);

    assertProblem(
        problems("county"),
        "county.yaml",
        lineOf(county, "from: 2021"),
        "years 2021– overlap 2019–2021 in line 4.");
  }

  @Test
  void aYearThatIsNone() throws IOException {
    Path county = county("years:\n  - {from: 22, rounding: up}\n");

    assertProblem(problems("county"), "county.yaml", lineOf(county, "22"), "\"22\" is no year");
  }

  @Test
  void aMethodThatIsNone() throws IOException {
    Path county = county("reverseScore: quadratic\n");

    assertProblem(
        problems("county"),
        "county.yaml",
        lineOf(county, "quadratic"),
        "cannot be \"quadratic\". It may be: ratio linear.");
  }

  @Test
  void aThresholdThatNoRuleUses() throws IOException {
    Path county = county("thresholds: {LowExecutoin: {noteBelow: 0.85}}\n");

    assertProblem(
        problems("county"),
        "county.yaml",
        lineOf(county, "LowExecutoin"),
        "no rule uses the threshold LowExecutoin.noteBelow");
  }

  @Test
  void aThresholdThatTheFactsThemselvesRead() throws IOException {
    Path own = RuleFolders.withOneRule(folder.resolve("own"), RuleFolders.ownRule());
    String national = Files.readString(folder.resolve("jurisdictions/national.yaml"));
    Files.createDirectories(own.resolve("jurisdictions"));
    Files.writeString(
        own.resolve("jurisdictions/national.yaml"),
        national.replace("  ScoreSumMismatch: {tolerance: 0.01}\n", ""));

    assertThatThrownBy(() -> RuleSet.open(own, null))
        .isInstanceOfSatisfying(
            RuleException.class,
            e ->
                assertProblem(
                    e.problems(),
                    "national.yaml",
                    0,
                    "thresholds has no ScoreSumMismatch.tolerance"));
  }

  @Test
  void aRuleThatIsSwitchedOffAndNotThere() throws IOException {
    county("switchedOff: [LowExecutoin]\n");

    assertProblem(problems("county"), "county.yaml", 0, "switchedOff names LowExecutoin, but");
  }

  private static SelfEvaluation form(String department, String template) throws RuleException {
    SelfEvaluation clean = RuleCases.cleanForm(RuleFolder.builtIn());
    Field<String> name = clean.supervisingDepartment();
    return clean.toBuilder()
        .head(
            FormFields.SUPERVISING_DEPARTMENT,
            new Field<>(department, department, name.position(), name.reading()))
        .recovery(new Recovery(template, 1, List.of()))
        .build();
  }

  @ParameterizedTest
  @CsvSource({
    "上海市闵行区大数据中心, any, shanghai",
    "云南省教育厅, any, yunnan",
    "合肥市财政局, any, anhui",
    "某区教育局, shanghai-project, shanghai",
    "某区教育局, any, national",
    "上海市驻四川办事处, any, national",
    "上海市闵行区大数据中心, sichuan-project, shanghai"
  })
  void aFormsJurisdictionIsFoundByItsDepartmentElseByItsTemplate(
      String department, String template, String expected) throws RuleException {
    assertThat(RuleSet.open(null, null).jurisdictionOf(form(department, template)))
        .isEqualTo(expected);
    assertThat(RuleSet.open(null, "anhui").jurisdictionOf(form(department, template)))
        .isEqualTo("anhui");
  }

  @Test
  void aFormIsCheckedAsItsOwnJurisdictionHasIt() throws RuleException, IOException {
    county(
        "detect: {departments: [甲县]}\nyears:\n  - {from: 2022, to: 2022, thresholds: {TooFewIndicators: {fewest: 10}}}\n");
    RuleEngine engine = RuleEngine.of(RuleSet.open(folder, null));

    assertThat(engine.evaluate("here", form("甲县教育局", "any")).findings())
        .extracting(Finding::ruleId)
        .containsExactly("TooFewIndicators");
    assertThat(engine.evaluate("elsewhere", form("乙县教育局", "any")).findings()).isEmpty();
    assertThat(engine.evaluate("here", form("甲县教育局", "any")).audit().jurisdiction())
        .isEqualTo("county");
  }
}
