package org.jihe.rule.fact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.drools.model.Drools;
import org.jihe.form.SelfEvaluation;
import org.jihe.form.measure.Figures;
import org.jihe.rule.fact.wording.Lateness;
import org.jihe.rule.jurisdiction.Parameters;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.RuleContext;

/**
 * What all facts of one form share: the form, the jurisdiction that reads it, and the list in which
 * rules set down what they report.
 */
final class FormContext {

  private final SelfEvaluation form;
  private final Parameters parameters;
  private final Execution execution;
  private final FullScores fullScores;
  private final List<Evidence> evidence = new ArrayList<>();
  private boolean latenessKnown;
  private @Nullable Lateness lateness;

  FormContext(SelfEvaluation form, FullScores fullScores, Parameters parameters) {
    this.form = form;
    this.parameters = parameters;
    this.fullScores = fullScores;
    this.execution = new Execution(form.funding().total(), parameters);
  }

  SelfEvaluation form() {
    return form;
  }

  Parameters parameters() {
    return parameters;
  }

  /** True where a 0 is printed as expenditure; a blank tells nothing. */
  boolean unspent() {
    BigDecimal spent = form.funding().total().actualExpenditure().value();
    return spent != null && spent.signum() == 0;
  }

  Execution execution() {
    return execution;
  }

  FullScores fullScores() {
    return fullScores;
  }

  /** Where the form says that something was late; null where it does not. */
  @Nullable Lateness lateness() {
    if (!latenessKnown) {
      lateness = Lateness.of(form, parameters);
      latenessKnown = true;
    }
    return lateness;
  }

  /** A threshold of the jurisdiction. */
  BigDecimal limit(String name) {
    return parameters.limit(name);
  }

  /** A threshold in percent, such as {@code 90%}. */
  String percentLimit(String name) {
    return Figures.text(limit(name).movePointRight(2)) + "%";
  }

  /** What the rules have reported so far. */
  List<Evidence> evidence() {
    return evidence;
  }

  void add(Evidence one) {
    evidence.add(one);
  }

  /** Reports a subject of the form. */
  Evidence report(Drools rule, String subject) {
    // What a compiled consequence is given is both.
    String name = ((RuleContext) rule).getRule().getName();
    Evidence reported = new Evidence(name, subject);
    evidence.add(reported);
    return reported;
  }
}
