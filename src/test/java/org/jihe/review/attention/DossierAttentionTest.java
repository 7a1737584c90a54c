package org.jihe.review.attention;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jihe.SampleForms;
import org.jihe.finding.Attention;
import org.jihe.finding.Attention.Term;
import org.jihe.finding.Severity;
import org.jihe.rule.engine.RuleSet;
import org.jihe.rule.folder.RuleException;
import org.jihe.table.AcceptedForm;
import org.jihe.transcript.Transcripts;
import org.junit.jupiter.api.Test;

/** Priorities that can be reckoned by hand. */
class DossierAttentionTest {

  private static final Scales SCALES = scales();

  private final DossierAttention dossier = new DossierAttention("d", SCALES);

  private static Scales scales() {
    try {
      return Scales.of(RuleSet.open(null, "national"));
    } catch (RuleException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first form of the sample under another name, with these amounts. */
  private String form(String name, String original, String budget, String spent) {
    ObjectNode json = SampleForms.transcripts().get(0);
    json.put("projectName", name);
    ObjectNode total = (ObjectNode) json.path("funding").path("total");
    total.put("originalBudget", original).put("finalBudget", budget);
    total.put("actualExpenditure", spent);
    return add(json);
  }

  private String add(ObjectNode json) {
    AcceptedForm accepted = AcceptedForm.of(Transcripts.fromJson("a.json", json));
    dossier.add(accepted, "national");
    return accepted.formId();
  }

  private Attention only() {
    assertThat(dossier.list()).hasSize(1);
    return dossier.list().get(0);
  }

  private static void assertPriority(Attention one, String points, double factor) {
    assertThat(one.points()).isEqualByComparingTo(points);
    assertThat(one.priority().doubleValue())
        .isCloseTo(
            one.points().doubleValue() * factor, org.assertj.core.api.Assertions.within(5e-5));
  }

  @Test
  void weightTimesConfidenceTimesTheMagnitudeOfTheLargestAmount() {
    String form = form("甲", "4640000", "1000000", "0");
    dossier.add(Set.of(form), "OverExecution", Severity.ERROR, "funding.total.actualExpenditure");
    dossier.add(Set.of(form), "AchievementReused", Severity.DOUBT, "annualObjective.achieved");
    dossier.add(Set.of(form), "FuzzyTarget", Severity.NOTE, "indicators[0].target");
    // 6 × 1 (logic) + 3 × 0.8 (practice) + 0.5 × 0.8
    assertPriority(only(), "8.8", Math.log10(4_640_000) - 3);
    assertThat(only().money()).isEqualTo(new Attention.Money(new BigDecimal("4640000"), false));
    assertThat(only().terms())
        .extracting(Term::ruleId)
        .containsExactly("OverExecution", "AchievementReused", "FuzzyTarget");
  }

  @Test
  void aRuleCountsOnceAsTheGravestOfItsFindings() {
    String form = form("甲", "9000", "9000", "9000");
    dossier.add(Set.of(form), "OverExecution", Severity.NOTE, "a");
    dossier.add(Set.of(form), "OverExecution", Severity.ERROR, "b");
    dossier.add(Set.of(form), "OverExecution", Severity.ERROR, "c");
    assertPriority(only(), "6", 1); // 9,000 yuan count as 10,000
    assertThat(only().terms())
        .containsExactly(new Term("OverExecution", BigDecimal.valueOf(6), BigDecimal.ONE, "b"));
  }

  @Test
  void rulesAboutOtherFindingsCountNothing() {
    String form = form("甲", "9000", "9000", "9000");
    dossier.add(Set.of(form), "HighScoreWithErrors", Severity.ERROR, "total.score");
    dossier.add(Set.of(form), "AllIndicatorsFull", Severity.ERROR, "indicators");
    assertThat(dossier.list()).isEmpty();
  }

  @Test
  void aGuessHalvesWhatIsSaidOfItsCell() {
    ObjectNode json = SampleForms.transcripts().get(0);
    json.withArray("guesses")
        .addObject()
        .put("path", "indicators[0].name")
        .put("reason", "FRAGMENT_UNCERTAIN")
        .put("chosen", "甲")
        .put("alternative", "乙");
    AcceptedForm accepted = AcceptedForm.of(Transcripts.fromJson("a.json", json));
    assertThat(accepted.form().recovery().guesses()).hasSize(1);
    dossier.add(accepted, "national");
    Set<String> form = Set.of(accepted.formId());
    dossier.add(form, "OverExecution", Severity.ERROR, "indicators[0].name");
    dossier.add(form, "ScoreSumMismatch", Severity.ERROR, "indicators[0].score");
    assertThat(only().terms())
        .extracting(Term::ruleId, Term::points)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("ScoreSumMismatch", BigDecimal.valueOf(6)),
            org.assertj.core.groups.Tuple.tuple("OverExecution", new BigDecimal("3.0")));
  }

  @Test
  void allFindingsTogetherComeToThirtyAtMost() {
    String form = form("甲", "1000000", "1000000", "1000000");
    for (String rule :
        List.of("OverExecution", "ScoreSumMismatch", "GradeMismatch", "A", "B", "C")) {
      dossier.add(Set.of(form), rule, Severity.ERROR, "total");
    }
    assertPriority(only(), "30", 3); // 3 × 6 + 3 × 4.8 = 32.4
    assertThat(only().terms()).hasSize(6);
  }

  @Test
  void aFindingOnSeveralFormsCountsForEachOfThem() {
    String one = form("甲", "10000", "10000", "10000");
    String other = form("乙", "100000", "10000", "10000");
    dossier.add(Set.of(one, other), "AchievementReused", Severity.DOUBT, "annualObjective");
    assertThat(dossier.list())
        .extracting(Attention::projectName, Attention::priority)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("乙", new BigDecimal("4.8")),
            org.assertj.core.groups.Tuple.tuple("甲", new BigDecimal("2.4")));
  }

  @Test
  void aFormWithoutAmountsWaitsForTheMedian() {
    String form = form("甲", "", "", "");
    dossier.add(Set.of(form), "OverExecution", Severity.ERROR, "total");
    Attention waiting = only();
    assertThat(waiting.money()).isEqualTo(new Attention.Money(null, true));
    Attention settled =
        Weighing.withMedian(
            waiting, new BigDecimal("1000000"), SCALES.priorities().of("national", 2022));
    assertPriority(settled, "6", 3);
    assertThat(settled.money()).isEqualTo(new Attention.Money(new BigDecimal("1000000"), true));
  }
}
