package org.jihe.rule.fact;

import java.util.ArrayList;
import java.util.List;
import org.jihe.finding.ScoreAudit;
import org.jihe.form.FundingRow;
import org.jihe.form.Indicator;
import org.jihe.form.SelfEvaluation;
import org.jihe.rule.audit.ScoreAudits;
import org.jihe.rule.fact.wording.Explanations;
import org.jihe.rule.fact.wording.LabelKinds;
import org.jihe.rule.jurisdiction.Parameters;

/**
 * All facts of one form and what the rules report of it.
 *
 * @param form the form as a whole, one of the facts
 * @param facts what a session is given at first
 * @param states which cells are blank or unreadable
 * @param evidence filled by the rules while they run
 */
public record FormFacts(
    FormFact form, List<Object> facts, CellStates states, List<Evidence> evidence) {

  /** The form's scores beside what its figures and words support. */
  public ScoreAudit audit(String formId) {
    return ScoreAudits.of(formId, form, form.indicators().rows());
  }

  /** True where the jurisdiction does not apply a rule. */
  public boolean switchedOff(String rule) {
    return form.parameters().switchedOff().contains(rule);
  }

  /** The fact for rules that look at what the others found. */
  public ErrorCount errors(int count) {
    return new ErrorCount(form, count);
  }

  /** The facts of a form, as a jurisdiction reads it. */
  public static FormFacts of(SelfEvaluation form, Parameters parameters) {
    LabelKinds kinds = new LabelKinds(parameters);
    List<Evidence> evidence = new ArrayList<>();
    List<IndicatorFact> rows = new ArrayList<>(form.indicators().size());
    for (Indicator indicator : form.indicators()) {
      rows.add(new IndicatorFact(indicator, rows.size(), kinds, parameters));
    }
    IndicatorSet indicators = new IndicatorSet(rows, parameters);
    Structure structure =
        new Structure(form.funding().total().maxScore().value(), rows, parameters);
    Explanations explanations = new Explanations(rows, parameters);
    FormFact whole = new FormFact(form, parameters, indicators, structure, explanations, evidence);
    rows.forEach(row -> row.belongsTo(whole));

    List<Object> facts = new ArrayList<>(2 * rows.size() + 6);
    facts.add(whole);
    facts.addAll(rows);
    for (FundingRow part : form.funding().parts()) {
      facts.add(new FundingPartFact(whole, part));
    }
    FundingRow total = form.funding().total();
    facts.add(
        new ScoreFact(whole, Cells.FUNDING_SCORE, total.maxScore().value(), total.score().value()));
    for (IndicatorFact row : rows) {
      facts.add(new ScoreFact(whole, row.path("score"), row.maxScore(), row.score()));
    }
    facts.add(
        new ScoreFact(
            whole,
            Cells.TOTAL_SCORE,
            form.total().maxScore().value(),
            form.total().score().value()));
    return new FormFacts(whole, facts, CellStates.of(form, parameters, indicators), evidence);
  }
}
