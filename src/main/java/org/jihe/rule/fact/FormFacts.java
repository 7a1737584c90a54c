package org.jihe.rule.fact;

import java.util.ArrayList;
import java.util.List;
import org.jihe.form.FundingRow;
import org.jihe.form.Indicator;
import org.jihe.form.SelfEvaluation;
import org.jihe.form.TotalScore;
import org.jihe.rule.cell.Cells;
import org.jihe.rule.fact.wording.LabelMeanings;
import org.jihe.rule.fact.wording.Labels;
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
    List<Labels> labels = labels(form, parameters);
    FullScores fullScores = new FullScores(form.indicators(), labels);
    FormContext context = new FormContext(form, fullScores, parameters);
    List<IndicatorFact> rows = new ArrayList<>(labels.size());
    for (Indicator indicator : form.indicators()) {
      rows.add(new IndicatorFact(indicator, rows.size(), labels.get(rows.size()), context));
    }
    IndicatorSet indicators = new IndicatorSet(rows, fullScores, parameters);
    FormFact whole = new FormFact(context, indicators);

    List<Object> facts = new ArrayList<>(2 * rows.size() + 6);
    facts.add(whole);
    facts.addAll(rows);
    for (FundingRow part : form.funding().parts()) {
      facts.add(new FundingPartFact(whole, part));
    }
    facts.addAll(scores(whole, form, rows));
    CellStates states = CellStates.of(form, parameters, indicators);
    return new FormFacts(whole, facts, states, context.evidence());
  }

  private static List<Labels> labels(SelfEvaluation form, Parameters parameters) {
    LabelMeanings meanings = new LabelMeanings(parameters);
    List<Labels> labels = new ArrayList<>(form.indicators().size());
    for (Indicator indicator : form.indicators()) {
      labels.add(new Labels(indicator, meanings, parameters));
    }
    return labels;
  }

  private static List<ScoreFact> scores(
      FormFact whole, SelfEvaluation form, List<IndicatorFact> rows) {
    List<ScoreFact> scores = new ArrayList<>(rows.size() + 2);
    FundingRow funding = form.funding().total();
    scores.add(
        new ScoreFact(
            whole, Cells.FUNDING_SCORE, funding.maxScore().value(), funding.score().value()));
    for (IndicatorFact row : rows) {
      scores.add(new ScoreFact(whole, row.path("score"), row.maxScore(), row.score()));
    }
    TotalScore total = form.total();
    scores.add(
        new ScoreFact(whole, Cells.TOTAL_SCORE, total.maxScore().value(), total.score().value()));
    return scores;
  }
}
