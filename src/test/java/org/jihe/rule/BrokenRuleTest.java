package org.jihe.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jihe.message.Language;
import org.jihe.rule.compiled.RuleCache;
import org.jihe.rule.engine.RuleSet;
import org.jihe.rule.folder.RuleException;
import org.jihe.rule.folder.RuleException.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mistake in a rule is named with its file and line, before any form is read. */
final class BrokenRuleTest {

  @TempDir Path folder;
  @TempDir Path cache;

  private List<Problem> problems(String drl) throws IOException {
    RuleFolders.withOneRule(folder, drl);
    RuleException failure =
        catchThrowableOfType(
            RuleException.class, () -> RuleSet.open(folder, null, new RuleCache(cache)));
    assertThat(failure).isNotNull();
    return failure.problems();
  }

  private void assertProblem(List<Problem> problems, int line, String detail) {
    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).file()).endsWith("arithmetic/Own.drl");
    assertThat(problems.get(0).line()).as(problems.get(0).text(Language.EN)).isEqualTo(line);
    assertThat(problems.get(0).text(Language.EN)).contains(detail);
  }

  @Test
  void anUnknownFieldInTheCondition() throws IOException {
    String drl = RuleFolders.ownRule("originalBudgett > 0", "$form.percentLimit(\"x\");");

    assertProblem(problems(drl.replace("percentLimit(\"x\")", "scored()")), 12, "originalBudgett");
  }

  @Test
  void theCompilersWordsFollowAChineseLead() throws IOException {
    String drl = RuleFolders.ownRule("originalBudget > 0", "$form.report(drools);");

    assertThat(problems(drl).get(0).text(Language.ZH)).startsWith("规则不能编译：");
  }

  @Test
  void whatThereIsIsNamedBesideWhatThereIsNot() throws IOException {
    String top = RuleFolders.ownRule("originalBudgett > 0", "$form.unspent();");
    assertThat(problems(top).get(0).text(Language.ZH))
        .startsWith("FormFact 没有 originalBudgett。")
        .contains("相近的是：originalBudget, ");
    String nested = RuleFolders.ownRule("execution.ratioo > 0", "$form.unspent();");
    assertProblem(problems(nested), 12, "Execution has no ratioo");
    assertThat(problems(nested).get(0).text(Language.EN)).contains("ratio, ");
  }

  @Test
  void aConstantThatDoesNotFitIsToldWithItsPlace() throws IOException {
    String drl = RuleFolders.ownRule("finalBudget > \"abc\"", "$form.unspent();");
    assertThat(problems(drl).get(0).text(Language.ZH)).startsWith("条件里的常量与所比较的栏目类型不合");
    assertThat(problems(drl).get(0).line()).isEqualTo(12);
  }

  @Test
  void anUnknownMethodInTheConsequence() throws IOException {
    String drl =
        RuleFolders.ownRule(
            "originalBudget > 0",
            "var budget = $form.originalBudget();\n  $form.raport(drools, \"total.score\");");

    assertProblem(problems(drl), 15, "raport");
  }

  @Test
  void aRuleToYieldToThatThereIsNot() throws IOException {
    String drl = RuleFolders.ownRule().replace("  @since", "  @yieldsTo( \"Nobody\" )\n  @since");

    assertProblem(problems(drl), 10, "there is no rule \"Nobody\"");
  }

  @Test
  void aRuleThatYieldsToItself() throws IOException {
    String drl = RuleFolders.ownRule().replace("  @since", "  @yieldsTo( Own )\n  @since");

    assertProblem(problems(drl), 10, "wait for each other");
  }

  @Test
  void aWordThatIsNoDrl() throws IOException {
    assertThat(problems(RuleFolders.ownRule().replace("when", "whn")))
        .first()
        .satisfies(
            problem -> {
              assertThat(problem.file()).endsWith("Own.drl");
              assertThat(problem.line()).isEqualTo(11);
            });
  }

  @Test
  void aRequiredCellThatNoFormHas() throws IOException {
    String drl = RuleFolders.ownRule().replace("total.originalBudget\" )", "total.budget\" )");

    assertProblem(problems(drl), 9, "no form has a cell funding.total.budget");
  }

  @Test
  void anUnknownSeverity() throws IOException {
    assertProblem(problems(RuleFolders.ownRule().replace("NOTE", "FATAL")), 6, "FATAL");
  }

  @Test
  void aMissingAnnotation() throws IOException {
    assertProblem(
        problems(RuleFolders.ownRule().replace("  @since( \"0.1\" )\n", "")), 5, "no @since");
  }

  @Test
  void aRuleOfAnotherNameThanItsFile() throws IOException {
    assertProblem(problems(RuleFolders.ownRule().replace("rule Own", "rule Other")), 5, "Other");
  }

  @Test
  void aThresholdThatTheJurisdictionLacks() throws IOException {
    String drl = RuleFolders.ownRule("originalBudget > limit(\"Own.much\")", "$form.scored();");

    assertProblem(problems(drl), 12, "Own.much");
  }

  @Test
  void aMissingMessage() throws IOException {
    RuleFolders.withOneRule(folder, RuleFolders.ownRule());
    Files.writeString(folder.resolve("arithmetic/messages_en.properties"), "Another=text\n");

    RuleException failure =
        catchThrowableOfType(
            RuleException.class, () -> RuleSet.open(folder, null, new RuleCache(cache)));

    assertThat(failure.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.file()).endsWith("arithmetic/messages_en.properties");
              assertThat(problem.text(Language.EN)).contains("Own");
            });
  }

  @Test
  void aFolderThatIsNotThere() {
    RuleException failure =
        catchThrowableOfType(
            RuleException.class, () -> RuleSet.open(folder.resolve("nowhere"), null));

    assertThat(failure.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.file()).endsWith("nowhere"));
  }

  @Test
  void aFolderWithoutRules() {
    RuleException failure =
        catchThrowableOfType(RuleException.class, () -> RuleSet.open(folder, null));

    assertThat(failure.problems()).singleElement().extracting(Problem::line).isEqualTo(0);
  }
}
