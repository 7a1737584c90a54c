package org.jihe.rule.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jihe.rule.RuleSetParameters;
import org.jihe.rule.engine.RuleSet;
import org.jihe.rule.jurisdiction.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What answers mean, beside the labels of a careful reviewer. */
class AnswersTest {

  private static final Path LABELLED = Path.of("src/test/resources/answers.tsv");
  private static final Path VARIED = Path.of("src/test/resources/answers-varied.tsv");
  private static final Path HELD_OUT = Path.of("src/test/resources/answers-held-out.tsv");

  /** One labelled answer: verdict, target, name, aspect, answer, reason. */
  private record Labelled(Verdict verdict, Question question, String line) {

    static Labelled of(String line) {
      String[] cells = line.split("\\|", -1);
      Question question =
          new Question(cells[2], cells[1], cells[4], cells[3].equals("成本"), cells[3].equals("时效"));
      return new Labelled(verdict(cells[0]), question, line);
    }

    private static Verdict verdict(String label) {
      return Verdict.valueOf(label.toUpperCase(java.util.Locale.ROOT).replace(' ', '_'));
    }
  }

  @Test
  void saysWhatAReviewerSays() throws Exception {
    List<String> lines = lines(LABELLED);
    assertThat(wrong(lines)).isEmpty();
    assertThat(lines).hasSizeGreaterThanOrEqualTo(800);
  }

  /** Answers that no word list was made for: 9 of 10 are understood, and none is wronged. */
  @Test
  void saysItOfAnswersThatNobodyLookedAt() throws Exception {
    List<String> lines = lines(HELD_OUT);
    List<String> wrong = wrong(lines);
    assertThat(wrong.size()).as(String.join("\n", wrong)).isLessThanOrEqualTo(lines.size() / 10);
    assertThat(wrong).noneMatch(line -> line.startsWith("NOT_MET") && !line.contains("not met|"));
  }

  /** Answers of many trades: few are not understood, and none is wronged. */
  @Test
  void saysItOfAnswersOfManyTrades() throws Exception {
    List<String> lines = lines(VARIED);
    List<String> wrong = wrong(lines);
    assertThat(lines).hasSizeGreaterThanOrEqualTo(500);
    assertThat(wrong.size()).as(String.join("\n", wrong)).isLessThanOrEqualTo(lines.size() / 20);
    assertThat(wrong).allMatch(line -> line.startsWith("UNDECIDED"));
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }

  private static List<String> wrong(List<String> lines) throws Exception {
    Parameters words = RuleSetParameters.of(RuleSet.open(null, null));
    Answers answers = new Answers(words);
    List<String> wrong = new ArrayList<>();
    for (String line : lines) {
      Labelled labelled = Labelled.of(line);
      Question question = labelled.question();
      Answer answer = answers.read(question, Attainment.of(question, words));
      if (answer.verdict() != labelled.verdict()) {
        wrong.add(
            answer.verdict() + " " + answer.reason() + " " + answer.evidence() + " ← " + line);
      }
    }
    return wrong;
  }

  @ParameterizedTest
  @CsvSource({
    "系统建设验收合格率, =100%, 尚未完成验收, true",
    "通过第三方测评, 通过, 无, true",
    "验收情况, 一次验收合格, 因疫情未完成, true",
    "重大故障发生数, 0起, 无, false",
    "重大故障发生数, 0起, 未发生, false",
    "安全事故, 无事故, 无, false",
    "运维连续性, 不间断, 不间断, false",
    "检测率, ≥95%, 不低于95%, false",
    "检测率, ≥95%, 98%, false",
    "检测率, ≥95%, '', false",
    "投诉处理情况, 及时, 没有投诉, false",
    "安全生产, 安全, 无安全事故, false",
    "环境影响, 达标, 未造成污染, false",
    "公共设施, 完好, 无人机巡查完成, false",
    "适用性, 适用, 不适用, false",
    "验收情况, 合格, 不合格, true",
    "隐患整改, 整改到位, 隐患问题尚未整改, true"
  })
  void aNegativeWordCountsWhereTheTargetIsNotOfThatKind(
      String name, String target, String actual, boolean negative) throws Exception {
    Parameters words = RuleSetParameters.of(RuleSet.open(null, null));
    Question question = new Question(name, target, actual, false, false);

    assertThat(new Answers(words).read(question, Attainment.of(question, words)).deniedInWords())
        .isEqualTo(negative);
  }
}
