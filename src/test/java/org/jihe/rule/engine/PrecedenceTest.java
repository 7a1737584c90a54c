package org.jihe.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jihe.finding.Evaluation;
import org.jihe.finding.Outcome;
import org.jihe.rule.authoring.RuleCases;
import org.jihe.rule.folder.RuleFolder;
import org.jihe.transcript.Transcripts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rule that yields to another is silent where that one speaks, and nowhere else. */
class PrecedenceTest {

  @TempDir Path folder;

  private Evaluation evaluate(String budget, String waiting) throws Exception {
    Path local = Files.createDirectories(folder.resolve("local"));
    Files.writeString(local.resolve("Loud.drl"), rule("Loud", "originalBudget > 500", ""));
    Files.writeString(
        local.resolve("Shy.drl"),
        rule("Shy", "originalBudget > 300", "@yieldsTo( " + waiting + " )"));
    for (String language : List.of("zh", "en")) {
      Files.writeString(
          local.resolve("messages_" + language + ".properties"),
          "Loud={reported}\nLoud.title=loud\nShy={reported}\nShy.title=shy\n");
    }
    ObjectNode form = RuleCases.object(RuleFolder.builtIn(), RuleCases.CLEAN, "cases.noCleanForm");
    RuleCases.set(
        form,
        "funding.total.originalBudget",
        com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.textNode(budget));
    return RuleEngine.of(RuleSet.open(folder, null))
        .evaluate("one", Transcripts.fromJson("one", form));
  }

  private static String rule(String name, String condition, String annotation) {
    return """
        package jihe.local

        import org.jihe.rule.fact.FormFact

        rule %s
          @severity( ERROR )
          @scope( form )
          @basis( local )
          @requires( "funding.total.originalBudget" )
          @since( "0.2" )
          %s
        when
          $form : FormFact( %s )
        then
          $form.report(drools, "funding.total.originalBudget");
        end
        """
        .formatted(name, annotation, condition);
  }

  private static Outcome outcome(Evaluation evaluation, String rule) {
    return evaluation.outcomes().stream()
        .filter(one -> one.ruleId().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  private static long findings(Evaluation evaluation, String rule) {
    return evaluation.findings().stream().filter(one -> one.ruleId().equals(rule)).count();
  }

  @Test
  void bothFireOnACell() throws Exception {
    Evaluation both = evaluate("1000000", "Loud");

    assertThat(findings(both, "Loud")).isEqualTo(1);
    assertThat(findings(both, "Shy")).isZero();
    assertThat(outcome(both, "Shy"))
        .isEqualTo(new Outcome("one", "Shy", Outcome.Kind.NOT_APPLICABLE, "said by Loud"));
    assertThat(outcome(both, "Loud").kind()).isEqualTo(Outcome.Kind.FIRED);
  }

  @Test
  void oneSpeaksWhereTheOtherIsSilent() throws Exception {
    Evaluation alone = evaluate("400", "Loud");

    assertThat(findings(alone, "Shy")).isEqualTo(1);
    assertThat(outcome(alone, "Shy").kind()).isEqualTo(Outcome.Kind.FIRED);
    assertThat(outcome(alone, "Loud").kind()).isEqualTo(Outcome.Kind.PASSED);
  }

  @Test
  void errorsThatAnotherRuleSaysAreCountedOnce() throws Exception {
    Evaluation both = evaluate("1000000", "Loud");

    assertThat(both.findings())
        .filteredOn(one -> one.ruleId().equals("HighScoreWithErrors"))
        .singleElement()
        .satisfies(one -> assertThat(one.arguments()).containsEntry("errors", "1"));
  }
}
