package org.jihe.rule.drl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jihe.finding.Severity;
import org.jihe.message.Language;
import org.jihe.rule.RuleFolders;
import org.jihe.rule.folder.RuleException.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule is read as Drools reads it, not as its lines look. */
final class DrlRuleTest {

  private static DrlRule rule(String text) {
    return DrlRule.of(new DrlFile("Own.drl", "arithmetic", "Own", text));
  }

  private static List<String> told(String text) {
    List<Problem> problems = new ArrayList<>();
    rule(text).header(problems::add);
    return problems.stream().map(problem -> problem.line(Language.EN)).toList();
  }

  @Test
  void aCommentAnnotatesNothing() {
    String text =
        RuleFolders.ownRule().replace("rule Own", "/*\n @severity( ERROR )\n*/\nrule Own");

    assertThat(rule(text).header(problem -> {}).info().severity()).isEqualTo(Severity.NOTE);
    assertThat(told(text)).isEmpty();
  }

  @Test
  void anAnnotationOnTheRulesOwnLine() {
    String text = RuleFolders.ownRule().replace("rule Own\n", "rule Own ");

    assertThat(told(text)).isEmpty();
  }

  @Test
  void anAnnotationThatIsWrittenTwice() {
    String text = RuleFolders.ownRule().replace("when", "  @severity( ERROR )\nwhen");

    assertThat(told(text))
        .containsExactly("Own.drl:6: @severity is written twice. Leave one of them.");
  }

  @Test
  void aSecondRule() {
    String text = RuleFolders.ownRule() + "\nrule Two when then end\n";

    assertThat(told(text)).singleElement().asString().contains("this is the second");
  }

  @Test
  void aRuleThatCannotBeReadIsToldWithTheParsersWordsAlone() {
    assertThat(told(RuleFolders.ownRule().replace("when", "whn")))
        .containsExactly(
            "Own.drl:11: the rule does not compile: mismatched input 'whn' in rule \"Own\"");
  }

  @Test
  void aParameterInACommentIsNotUsed() {
    String text =
        RuleFolders.ownRule(
            "originalBudget > limit(\"Own.much\")",
            "// $form.limit(\"Own.none\")\n  $form.percentLimit(\"Own.part\");");

    assertThat(rule(text).header(problem -> {}).uses())
        .containsExactly(
            new ParameterUse(true, "Own.much", 12), new ParameterUse(true, "Own.part", 15));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$a : finalBudget,\\n  $a : originalBudget | 13",
        "$a : finalBudget ) IndicatorFact( $a : score | 12",
        "$form : finalBudget | 12",
      })
  void aNameThatIsBoundTwice(String condition, int line) {
    List<Problem> twice =
        Bindings.twice(rule(RuleFolders.ownRule(condition.replace("\\n", "\n"), "")));

    assertThat(twice).extracting(Problem::line).containsExactly(line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$a : finalBudget, \"$a : x\" != name",
        "finalBudget > 0 ? true : false",
        "finalBudget > 0 ) ( IndicatorFact( $a : score ) or IndicatorFact( $a : maxScore ) ",
        "finalBudget > 0 ) not IndicatorFact( $a : score ) not IndicatorFact( $a : maxScore ",
      })
  void aNameThatIsBoundOnce(String condition) {
    assertThat(Bindings.twice(rule(RuleFolders.ownRule(condition, "")))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "!(finalBudget > 5), finalBudget <= 5",
        "parts.stream().anyMatch(part -> part > 5), finalBudget > 3",
        "(finalBudget > 5 || finalBudget < 3) && finalBudget < 4",
        "/* finalBudget > 5, */ finalBudget < 3",
      })
  void whatTheParserDoesNotTellIsNotJudged(String condition) {
    DrlRule rule = rule(RuleFolders.ownRule(condition, ""));

    assertThat(Conditions.contradictions(rule)).isEmpty();
  }
}
