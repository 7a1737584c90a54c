package org.jihe.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jihe.finding.Finding;
import org.jihe.form.SelfEvaluation;
import org.jihe.rule.engine.RuleEngine;
import org.jihe.rule.engine.RuleSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine and the rules written by hand find the same on forms that were made up. */
class PlainRulesTest {

  private static final int FORMS = 20_000;
  private static final long SEED = 20_230_401;
  private static final int FEWEST_FINDINGS_OF_A_RULE = 40;

  @TempDir Path folder;

  @Test
  void engineFindsWhatPlainRulesFind() throws Exception {
    RuleSet rules = RuleSet.open(RulesOfForms.thirty(folder), null);
    assertThat(rules.rules()).hasSize(30);
    RuleEngine engine = RuleEngine.of(rules);
    RandomForms forms = new RandomForms(SEED);
    Map<String, Integer> fired = new TreeMap<>();
    for (int number = 0; number < FORMS; number++) {
      SelfEvaluation form = forms.form(number);
      String id = "form" + number;
      List<Finding> found = engine.evaluate(id, form).findings();
      assertThat(found)
          .as("form %d of seed %d", number, SEED)
          .containsExactlyInAnyOrderElementsOf(PlainRules.check(id, form, rules.fingerprint()));
      found.forEach(one -> fired.merge(one.ruleId(), 1, Integer::sum));
    }
    assertThat(fired).hasSize(30);
    assertThat(fired.values()).allMatch(count -> count >= FEWEST_FINDINGS_OF_A_RULE, "" + fired);
  }

  @Test
  void formsDependOnTheSeedAlone() {
    RandomForms forms = new RandomForms(SEED);
    SelfEvaluation third = new RandomForms(SEED).form(3);
    assertThat(IntStream.range(0, 4).mapToObj(forms::form).toList().get(3)).isEqualTo(third);
    assertThat(new RandomForms(SEED + 1).form(3)).isNotEqualTo(third);
  }

  @Test
  void mostFormsHaveNoMistakeThatTheThirtyRulesFind() {
    RandomForms forms = new RandomForms(SEED);
    long quiet =
        IntStream.range(0, FORMS)
            .filter(number -> PlainRules.check("form", forms.form(number), "").isEmpty())
            .count();
    assertThat(quiet / (double) FORMS).isBetween(0.84, 0.91);
  }
}
