package org.jihe.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jihe.finding.Outcome;
import org.jihe.rule.RuleException.Problem;
import org.jihe.rule.fact.Parameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    assertThat(problems.get(0).detail()).contains(detail);
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
              assertThat(problem.detail()).contains("unknown key executionScoring");
            });
  }

  @Test
  void textForANumber() throws IOException {
    RuleFolders.replace(national, "fewest: 8", "fewest: eight");

    assertProblem(problems(null), "national.yaml", lineOf(national, "fewest: eight"), "not eight");
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

    assertThat(problems(null).get(0).detail()).contains("LowExecution stands here twice");
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

    assertThat(problems(null).get(0).detail()).contains("circle");
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
  void theProgramBringsItsParametersAsTheFilesSay() throws RuleException {
    for (String id : List.of("national", "shanghai")) {
      assertThat(RuleSet.open(null, id).parameters().canonical())
          .isEqualTo(ParameterReader.read(RuleFolder.at(RuleFolders.PROJECT), id).canonical());
    }
  }

  @Test
  void shanghaiDiffersFromTheNationInNameAlone() throws RuleException {
    Parameters shanghai = RuleSet.open(null, "shanghai").parameters();
    Parameters nation = RuleSet.open(null, null).parameters();

    assertThat(shanghai.thresholds()).isEqualTo(nation.thresholds());
    assertThat(shanghai.words()).isEqualTo(nation.words());
  }
}
