package org.jihe.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jihe.finding.Evaluation;
import org.jihe.finding.Finding;
import org.jihe.finding.Outcome;
import org.jihe.form.SelfEvaluation;
import org.jihe.rule.RuleFolders;
import org.jihe.rule.drl.RuleInfo;
import org.jihe.rule.folder.RuleException;
import org.junit.jupiter.api.Test;

/** The engine itself: outcomes, threads, sessions and what travels to executors. */
final class RuleEngineTest {

  private static RuleEngine engine() throws RuleException {
    return RuleEngine.of(RuleSet.open(null, null));
  }

  @Test
  void everyRuleHasOneOutcomeOnEveryForm() throws RuleException, IOException {
    RuleSet set = RuleSet.open(null, null);
    List<String> rules =
        set.rules().stream().filter(rule -> !rule.grouped()).map(RuleInfo::id).sorted().toList();
    for (SelfEvaluation form : RuleFolders.forms()) {
      Evaluation evaluation = RuleEngine.of(set).evaluate(form.key(), form);

      assertThat(evaluation.outcomes()).extracting(Outcome::ruleId).isEqualTo(rules);
      for (Outcome outcome : evaluation.outcomes()) {
        boolean found =
            evaluation.findings().stream().anyMatch(f -> f.ruleId().equals(outcome.ruleId()));
        assertThat(outcome.kind() == Outcome.Kind.FIRED).isEqualTo(found);
        boolean silent =
            outcome.kind() == Outcome.Kind.FIRED || outcome.kind() == Outcome.Kind.PASSED;
        assertThat(outcome.reason().isEmpty()).isEqualTo(silent);
      }
    }
  }

  @Test
  void aFindingIsRecognisedAgainWhereverItsFormStands() throws RuleException, IOException {
    SelfEvaluation form = RuleFolders.forms().get(0);

    List<Finding> first = engine().evaluate("here", form).findings();
    List<Finding> again = engine().evaluate("here-2", form).findings();

    assertThat(first).isNotEmpty();
    assertThat(again)
        .extracting(Finding::fingerprint)
        .isEqualTo(first.stream().map(Finding::fingerprint).toList())
        .doesNotHaveDuplicates();
    assertThat(first)
        .allSatisfy(f -> assertThat(f.ruleSetFingerprint()).matches("[0-9a-f]{16}"))
        .allSatisfy(f -> assertThat(f.formId()).isEqualTo("here"));
  }

  @Test
  void threadsGetWhatOneThreadGets() throws Exception {
    RuleEngine engine = engine();
    List<SelfEvaluation> forms = RuleFolders.forms();
    List<Evaluation> alone = forms.stream().map(form -> engine.evaluate("f", form)).toList();
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      List<Future<List<Evaluation>>> together = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        together.add(
            pool.submit(() -> forms.stream().map(form -> engine.evaluate("f", form)).toList()));
      }
      for (Future<List<Evaluation>> one : together) {
        assertThat(one.get()).isEqualTo(alone);
      }
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } finally {
      pool.shutdownNow();
    }
    assertThat(engine.openSessions()).isZero();
  }

  @Test
  void noSessionIsLeftOpen() throws RuleException, IOException {
    RuleEngine engine = engine();
    for (SelfEvaluation form : RuleFolders.forms()) {
      engine.evaluate("f", form);
    }

    assertThat(engine.openSessions()).isZero();
  }

  @Test
  void oneEngineServesARuleSet() throws RuleException {
    assertThat(engine()).isSameAs(engine());
  }

  @Test
  void aRuleSetTravels() throws Exception {
    RuleSet set = RuleSet.open(null, null);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(set);
    }

    RuleSet arrived;
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      arrived = (RuleSet) in.readObject();
    }

    assertThat(arrived.fingerprint()).isEqualTo(set.fingerprint());
    assertThat(arrived.rules()).isEqualTo(set.rules());
    assertThat(RuleEngine.of(arrived)).isSameAs(RuleEngine.of(set));
    assertThat(bytes.size()).as("what every task carries").isLessThan(100_000);
  }
}
