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
    assertThat(parking.execution().originalRatio()).isEqualByComparingTo("0.306576");
    assertThat(parking.funding().budgetChange()).isEqualByComparingTo("0.64");
    assertThat(parking.execution().exactScore()).isEqualByComparingTo("8.516");
    assertThat(parking.scores().scoreSum()).isEqualByComparingTo("98.52");
    assertThat(parking.scores().indicatorScoreSum()).isEqualByComparingTo("90");
    assertThat(parking.scores().maxScoreSum()).isEqualByComparingTo("100");
    assertThat(parking.scores().scoreSumError()).isEqualByComparingTo("0");
    assertThat(parking.scores().earnedGrade()).isEqualTo("优");
    assertThat(parking.scores().grade()).isNull();
    assertThat(parking.execution().scoreArithmetic()).isEqualTo("306,576 ÷ 360000.00 × 10");
  }

  @Test
  void moreSpentThanBudgeted() throws Exception {
    FormFact system = fact("22");

    assertThat(system.executionPercent()).isEqualTo("797.92%");
    assertThat(system.execution().exactScore()).isEqualByComparingTo("10");
    assertThat(system.execution().scoreArithmetic()).isEqualTo("min(10, 153,200 ÷ 19200.00 × 10)");
    assertThat(system.parts().pathsOfAtLeast(system.limit("BudgetMagnitudeSuspect.factor")))
        .containsExactly("funding.currentYearAppropriation.finalBudget");
  }

  @Test
  void aCancelledProject() throws Exception {
    FormFact contest = fact("28");

    assertThat(contest.executionRatio()).isNull();
    assertThat(contest.execution().exactRate()).isEqualByComparingTo("0");
    assertThat(contest.execution().rateFits()).isTrue();
    assertThat(contest.execution().exactScore()).isNull();
    assertThat(contest.scores().anyPositive()).isFalse();
    assertThat(contest.scores().firstPositive()).isNull();
  }

  @Test
  void partsWithBlanksAddUp() throws Exception {
    FormFact backup = fact("02");

    assertThat(backup.parts().finalBudget()).isEqualByComparingTo("994000");
    assertThat(backup.parts().originalBudget()).isEqualByComparingTo("0");
    assertThat(backup.parts().finalBudgetAllZero()).isFalse();
    assertThat(backup.parts().emptyTotals()).isEmpty();
  }

  @Test
  void whatCannotBeReadIsNoNumber() throws Exception {
    FormFact empty = fact(Transcripts.read("empty", "{\"funding\":{\"total\":{\"score\":\"十\"}}}"));

    assertThat(empty.scores().scoreSum()).isNull();
    assertThat(empty.executionRatio()).isNull();
    assertThat(empty.funding().budgetFactor()).isNull();
    assertThat(empty.parts().finalBudget()).isEqualByComparingTo("0");
    assertThat(empty.scores().blank())
        .containsExactly("funding.total.maxScore", "total.maxScore", "total.score");
    assertThat(empty.texts().blankHeaderFields()).hasSize(5);
  }
}
