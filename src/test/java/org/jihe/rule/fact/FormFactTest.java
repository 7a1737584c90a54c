package org.jihe.rule.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jihe.form.SelfEvaluation;
import org.jihe.rule.RuleSetParameters;
import org.jihe.rule.engine.RuleSet;
import org.jihe.rule.jurisdiction.Parameters;
import org.jihe.transcript.Transcripts;
import org.junit.jupiter.api.Test;

/** The arithmetic of forms that departments have published. */
final class FormFactTest {

  private static FormFact fact(String number) throws Exception {
    Path file = Path.of("datasets/transcripts/minhang-2022/" + number + ".json");
    return fact(Transcripts.read(number, Files.readString(file)));
  }

  private static FormFact fact(SelfEvaluation form) throws Exception {
    Parameters parameters = RuleSetParameters.of(RuleSet.open(null, null));
    List<Object> facts = new ArrayList<>(FormFacts.of(form, parameters).facts());
    return (FormFact) facts.get(0);
  }

  @Test
  void amountsRatesAndScores() throws Exception {
    FormFact parking = fact("11");

    assertThat(parking.finalBudget()).isEqualByComparingTo("360000");
    assertThat(parking.actualExpenditure()).isEqualByComparingTo("306576");
    assertThat(parking.executionRatio()).isEqualByComparingTo("0.8516");
    assertThat(parking.originalExecutionRatio()).isEqualByComparingTo("0.306576");
    assertThat(parking.budgetChange()).isEqualByComparingTo("0.64");
    assertThat(parking.exactExecutionScore()).isEqualByComparingTo("8.516");
    assertThat(parking.scoreSum()).isEqualByComparingTo("98.52");
    assertThat(parking.indicatorScoreSum()).isEqualByComparingTo("90");
    assertThat(parking.maxScoreSum()).isEqualByComparingTo("100");
    assertThat(parking.scoreSumError()).isEqualByComparingTo("0");
    assertThat(parking.earnedGrade()).isEqualTo("优");
    assertThat(parking.grade()).isNull();
    assertThat(parking.executionScoreArithmetic()).isEqualTo("306,576 ÷ 360000.00 × 10");
  }

  @Test
  void moreSpentThanBudgeted() throws Exception {
    FormFact system = fact("22");

    assertThat(system.executionPercent()).isEqualTo("797.92%");
    assertThat(system.exactExecutionScore()).isEqualByComparingTo("10");
    assertThat(system.executionScoreArithmetic()).isEqualTo("min(10, 153,200 ÷ 19200.00 × 10)");
    assertThat(system.partPathsOfAtLeast(system.limit("BudgetMagnitudeSuspect.factor")))
        .containsExactly("funding.currentYearAppropriation.finalBudget");
  }

  @Test
  void aCancelledProject() throws Exception {
    FormFact contest = fact("28");

    assertThat(contest.executionRatio()).isNull();
    assertThat(contest.exactExecutionRate()).isEqualByComparingTo("0");
    assertThat(contest.executionRateFits()).isTrue();
    assertThat(contest.exactExecutionScore()).isNull();
    assertThat(contest.scored()).isFalse();
    assertThat(contest.firstPositiveScore()).isNull();
  }

  @Test
  void partsWithBlanksAddUp() throws Exception {
    FormFact backup = fact("02");

    assertThat(backup.partsFinalBudget()).isEqualByComparingTo("994000");
    assertThat(backup.partsOriginalBudget()).isEqualByComparingTo("0");
    assertThat(backup.partsFinalBudgetAllZero()).isFalse();
    assertThat(backup.emptyTotals()).isEmpty();
  }

  @Test
  void whatCannotBeReadIsNoNumber() throws Exception {
    FormFact empty = fact(Transcripts.read("empty", "{\"funding\":{\"total\":{\"score\":\"十\"}}}"));

    assertThat(empty.scoreSum()).isNull();
    assertThat(empty.executionRatio()).isNull();
    assertThat(empty.budgetFactor()).isNull();
    assertThat(empty.partsFinalBudget()).isEqualByComparingTo("0");
    assertThat(empty.blankScores())
        .containsExactly("funding.total.maxScore", "total.maxScore", "total.score");
    assertThat(empty.blankHeaderFields()).hasSize(5);
  }
}
