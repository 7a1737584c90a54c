package org.jihe.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jihe.SampleForms;
import org.jihe.finding.Evaluation;
import org.jihe.finding.Finding;
import org.jihe.finding.ScoreAudit;
import org.jihe.finding.ScoreAudit.Line;
import org.jihe.form.SelfEvaluation;
import org.jihe.rule.authoring.RuleCases;
import org.jihe.rule.engine.RuleEngine;
import org.jihe.rule.engine.RuleSet;
import org.jihe.rule.folder.RuleException;
import org.jihe.rule.folder.RuleFolder;
import org.jihe.transcript.Transcripts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The score audit on forms whose ranges are worked out by hand. */
class ScoreAuditTest {

  /** What a rule of these says, the range says too, or the other way round. */
  private static final Set<String> ABOUT_SCORES =
      Set.of(
          "ExecutionScoreMismatch",
          "MetButDeducted",
          "PartialAboveBand",
          "QuantitativeOverscored",
          "QuantitativeUnderscored",
          "ScoreMissing",
          "ScoreOutOfRange",
          "ScoreSumMismatch",
          "ScoredWithoutActual",
          "UnmetButFull",
          "ZeroExecutionScored");

  private static Evaluation evaluate(SelfEvaluation form) throws RuleException {
    return RuleEngine.of(RuleSet.open(null, null)).evaluate("form", form);
  }

  private static Line audited(ObjectNode form, String subject) throws RuleException {
    ScoreAudit audit = evaluate(Transcripts.fromJson("form.json", form)).audit();
    return audit.lines().stream()
        .filter(line -> line.subject().equals(subject))
        .findFirst()
        .orElseThrow();
  }

  private static ObjectNode clean() throws RuleException {
    return Transcripts.toJson(RuleCases.cleanForm(RuleFolder.builtIn()));
  }

  @Test
  void theCleanFormIsWithinItsRange() throws RuleException {
    ScoreAudit audit = evaluate(RuleCases.cleanForm(RuleFolder.builtIn())).audit();

    assertThat(audit.lines()).hasSize(10).allMatch(Line::supported);
    assertThat(audit.total().supported()).isTrue();
    assertThat(audit.linesOverClaimed()).isZero();
    // 9.86 + 7 × full + 9.01 less the tolerance + 80 % of 15 words, up to all of it
    assertThat(audit.total().low()).isEqualByComparingTo("95.82");
    assertThat(audit.total().high()).isEqualByComparingTo("98.91");
    assertThat(audit.total().arithmetic()).isEqualTo("9.86 + (85.96–89.05) = (95.82–98.91)");
  }

  @ParameterizedTest
  @CsvSource({"98.91, 0", "98.92, 0", "98.93, 0.02", "95.82, 0", "95.81, 0", "95.80, 0"})
  void aTotalMayMissItsSumByWhatTheRulesLetPass(String score, String over) throws RuleException {
    ObjectNode form = clean();
    ((ObjectNode) form.get("total")).put("score", score);

    Line total = evaluate(Transcripts.fromJson("form.json", form)).audit().total();

    assertThat(total.supported()).isEqualTo(!score.equals("98.93") && !score.equals("95.80"));
    assertThat(total.overClaimed()).isEqualByComparingTo(over);
  }

  @ParameterizedTest
  @CsvSource({
    // subject of the clean form, target, actual, score, basis, low, high, over
    "0, ≥20个,  10个,          10, QUANTITATIVE, 4.95, 5.05, 4.95",
    "0, ≥20个,  20个,          10, QUANTITATIVE, 10,   10,   0",
    "0, ≥20个,  19个,         9.5, QUANTITATIVE, 9.45, 9.55, 0",
    "0, 20个左右, 10个,        10, UNDECIDED,    0,    10,   0",
    "3, ≤2%,    4%,            9,  QUANTITATIVE, 4.95, 5.05, 3.95",
    "7, 健全,   健全,          15, UNDECIDED,    0,    15,   0",
    "7, 健全,   运行良好,      15, MET,          12,   15,   0",
    "7, 健全,   基本健全,      15, PARTLY_MET,   9,    12,   3",
    "7, 健全,   尚未建立,      15, UNMET,        0,    9,    6",
    "7, 健全,   100%,          15, MET,          12,   15,   0",
    "7, 健全,   70%,           15, PARTLY_MET,   9,    12,   3",
    "7, 健全,   0,             15, UNMET,        0,    9,    6",
    "7, 健全,   15个,          15, UNDECIDED,    0,    15,   0",
    "7, 12月底前, 完成,        15, MET,          12,   15,   0",
    "0, ≥20个,  完成,          10, UNDECIDED,    0,    10,   0",
    "0, ≥20个,  '东8个，西9个', 10, UNDECIDED,    0,    10,   0"
  })
  void everyReadingHasItsRange(
      int row,
      String target,
      String actual,
      String score,
      String basis,
      String low,
      String high,
      String over)
      throws RuleException {
    ObjectNode form = clean();
    ObjectNode indicator = (ObjectNode) form.withArray("indicators").get(row);
    indicator.put("target", target).put("actual", actual).put("score", score);

    Line line = audited(form, "indicators[" + row + "].score");

    assertThat(line.basis().name()).isEqualTo(basis);
    assertThat(line.low()).isEqualByComparingTo(low);
    assertThat(line.high()).isEqualByComparingTo(high);
    assertThat(line.overClaimed()).isEqualByComparingTo(over);
  }

  @Test
  void aBlankActualEarnsNothing() throws RuleException {
    ObjectNode form = clean();
    ((ObjectNode) form.withArray("indicators").get(1)).putNull("actual");

    Line line = audited(form, "indicators[1].score");

    assertThat(line.basis()).isEqualTo(ScoreAudit.Basis.BLANK);
    assertThat(line.high()).isEqualByComparingTo(BigDecimal.ZERO);
    assertThat(line.overClaimed()).isEqualByComparingTo("10");
  }

  @Test
  void executionIsRecomputedWithItsArithmetic() throws RuleException {
    ObjectNode form = clean();
    ObjectNode total = (ObjectNode) form.get("funding").get("total");
    total.put("finalBudget", "43.20").put("actualExpenditure", "37.24").put("score", "9.00");

    Line line = audited(form, "funding.total.score");

    assertThat(line.arithmetic()).isEqualTo("37.24 ÷ 43.20 × 10 = 8.62");
    assertThat(line.high()).isEqualByComparingTo("8.63"); // rounded up at the printed decimals
    assertThat(line.overClaimed()).isEqualByComparingTo("0.37");
  }

  @Test
  void withoutPointsNothingIsAudited() throws RuleException {
    ObjectNode form = clean();
    ((ObjectNode) form.withArray("indicators").get(0)).putNull("maxScore");

    ScoreAudit audit = evaluate(Transcripts.fromJson("form.json", form)).audit();

    assertThat(audit.total().high()).isNull();
    assertThat(audit.total().overClaimed()).isZero();
  }

  @Test
  void rangesAndRulesAgreeOnTheSampleForms() throws RuleException {
    int quiet = 0;
    int supported = 0;
    for (ObjectNode transcript : SampleForms.transcripts()) {
      Evaluation evaluation = evaluate(Transcripts.fromJson("form.json", transcript));
      List<String> rules = evaluation.findings().stream().map(Finding::ruleId).toList();
      boolean nothingWrong = rules.stream().noneMatch(ABOUT_SCORES::contains);
      if (nothingWrong) {
        quiet++;
        assertThat(evaluation.audit().total())
            .as("%s", transcript.path("projectName"))
            .matches(Line::supported);
      }
      supported += evaluation.audit().total().supported() ? 1 : 0;
    }
    assertThat(quiet).isGreaterThanOrEqualTo(5);
    assertThat(supported).isBetween(quiet, 29);
  }
}
