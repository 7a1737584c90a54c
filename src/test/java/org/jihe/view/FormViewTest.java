package org.jihe.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jihe.finding.Finding;
import org.jihe.finding.ScoreAudit;
import org.jihe.finding.ScoreAudit.Basis;
import org.jihe.finding.Severity;
import org.jihe.form.Guess;
import org.jihe.form.Recovery;
import org.jihe.form.SelfEvaluation;
import org.jihe.layout.Position;
import org.jihe.message.Language;
import org.jihe.message.Messages;
import org.jihe.transcript.Transcripts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormViewTest {

  private SelfEvaluation form;

  @BeforeEach
  void readTheParkingFees() throws Exception {
    Path file = Path.of("datasets/transcripts/minhang-2022/11.json");
    form = Transcripts.read(file.toString(), Files.readString(file));
  }

  private static Finding finding(String rule, String subject, int line) {
    return new Finding(
        "id",
        new Finding.Rule(rule, "", Severity.ERROR),
        new Finding.Place(subject, Position.inText("forms.txt", line, 8)),
        new Finding.Values("8.52", "8.51", new BigDecimal("0.01")),
        Map.of("score", "8.52", "expected", "8.51"),
        rule + subject);
  }

  private static final ScoreAudit AUDIT =
      new ScoreAudit(
          "id",
          "shanghai",
          "优",
          line("total.score", Basis.TOTAL, "20", "17", "19", "1", ""),
          List.of(
              line(
                  "funding.total.score",
                  Basis.EXECUTION,
                  "9",
                  "8.62",
                  "8.62",
                  "0.38",
                  "37.24 ÷ 43.2 × 10 = 8.62"),
              line("indicators[0].score", Basis.MET, "10", "8", "10", "1.12", "10 × 80%–100%")));

  private static ScoreAudit.Line line(
      String subject,
      Basis basis,
      String claimed,
      String low,
      String high,
      String over,
      String arithmetic) {
    return new ScoreAudit.Line(
        subject,
        "指标",
        basis,
        BigDecimal.TEN,
        new BigDecimal(claimed),
        new ScoreAudit.Range(new BigDecimal(low), new BigDecimal(high)),
        new BigDecimal(over),
        arithmetic);
  }

  private List<String> render(int width, Finding... findings) {
    Messages messages =
        Messages.of(Language.ZH, "summary", "reasons")
            .with(Map.of("ExecutionScoreMismatch", "资金执行得分 {score}，按执行率应为 {expected}。"));
    return new FormView(messages, Palette.PLAIN, width)
        .render(form, List.of(findings), AUDIT)
        .lines()
        .toList();
  }

  private static int lineWith(List<String> lines, String text) {
    for (int line = 0; line < lines.size(); line++) {
      if (lines.get(line).contains(text)) {
        return line;
      }
    }
    throw new AssertionError("no line with " + text + " in\n" + String.join("\n", lines));
  }

  @Test
  void putsAFindingUnderItsRowWithItsAddress() {
    List<String> lines = render(100, finding("ExecutionScoreMismatch", "funding.total.score", 293));
    int row = lineWith(lines, "年度资金总额");
    assertThat(lines.get(row + 1)).contains("错误", "资金执行得分 8.52，按执行率应为 8.51。");
    assertThat(lines.get(row + 2)).contains("ExecutionScoreMismatch", "forms.txt:293:8");
    assertThat(lines.get(row + 3)).contains("当年财政拨款");
  }

  @Test
  void tellsIndicatorsApart() {
    List<String> lines =
        render(
            120,
            finding("ActualValueMissing", "indicators[1].actual", 303),
            finding("ScoredWithoutActual", "indicators[10].actual", 304));
    assertThat(lineWith(lines, "ActualValueMissing"))
        .isGreaterThan(lineWith(lines, "免费停车票发放合规性"))
        .isLessThan(lineWith(lines, "免费停车票发放及时性"));
    assertThat(lineWith(lines, "ScoredWithoutActual"))
        .isGreaterThan(lineWith(lines, "办事群众满意度"))
        .isLessThan(lineWith(lines, "总分"));
  }

  @Test
  void showsWhatBelongsToTheWholeFormAtItsEnd() {
    List<String> lines = render(100, finding("TooFewIndicators", "form", 288));
    assertThat(lineWith(lines, "TooFewIndicators")).isGreaterThan(lineWith(lines, "整份表"));
    assertThat(lineWith(lines, "整份表")).isGreaterThan(lineWith(lines, "总分"));
  }

  @Test
  void showsEveryFindingOnce() {
    List<String> subjects =
        List.of(
            "projectName",
            "year",
            "supervisingDepartment",
            "implementingAgency",
            "currencyUnit",
            "funding",
            "funding.total.score",
            "funding.otherFunds.finalBudget",
            "annualObjective",
            "annualObjective.planned",
            "annualObjective.achieved",
            "indicators",
            "indicators[0]",
            "indicators[8].score",
            "total.score",
            "total",
            "title",
            "form",
            "");
    List<Finding> findings = new ArrayList<>();
    subjects.forEach(subject -> findings.add(finding("Rule" + findings.size() + "_", subject, 1)));
    assertThat(
            render(100, findings.toArray(Finding[]::new)).stream()
                .filter(line -> line.contains("_  forms.txt:1:8")))
        .hasSize(subjects.size());
  }

  @Test
  void namesAllCellsOfARuleInOneRemark() {
    List<String> lines =
        render(
            120,
            finding("ScoredWithoutActual", "indicators[1].actual", 303),
            finding("ScoredWithoutActual", "indicators[4].actual", 304),
            finding("ScoredWithoutActual", "indicators[10].actual", 305));

    assertThat(lines).filteredOn(line -> line.contains("ScoredWithoutActual  ")).hasSize(1);
    int also = lineWith(lines, "同一规则还有 2 处");
    assertThat(lines.get(also)).contains("indicators[4].actual", "应为 8.51");
    assertThat(also).isEqualTo(lineWith(lines, "ScoredWithoutActual  ") + 1);
  }

  @Test
  void showsTheScoreAuditWithItsArithmetic() {
    List<String> lines = render(120);
    assertThat(lines.get(lineWith(lines, "得分核算"))).contains("17–19", "填报 20", "共多 1.5 分");
    assertThat(lines.get(lineWith(lines, "37.24 ÷ 43.2"))).contains("预算执行", "8.62", "0.38");
    assertThat(lines.get(lineWith(lines, "定性：达成"))).contains("8–10");
  }

  @Test
  void namesGuessesWithTheirAlternative() {
    Guess guess = new Guess("indicators[4].aspect", Guess.Reason.LABEL_UNCERTAIN, "社会效益", "生态效益");
    Guess doubt = new Guess("form", Guess.Reason.COLUMNS_INFERRED, "", "");
    form = form.with(new Recovery("t", 0.5, List.of(guess, doubt)));
    List<String> lines = render(120);
    int row = lineWith(lines, "车辆拥堵时间");
    assertThat(lines.get(row + 1)).contains("猜测", "取“社会效益”，也可能是“生态效益”");
    assertThat(lines.get(lineWith(lines, "没有框线"))).contains("猜测").doesNotContain("取“");
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 100, 120})
  void fitsTheTerminal(int width) {
    assertThat(render(width, finding("ExecutionScoreMismatch", "funding.total.score", 293)))
        .allSatisfy(line -> assertThat(TextWidth.of(line)).isLessThanOrEqualTo(width));
  }
}
