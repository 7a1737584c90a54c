package org.jihe.rule.engine;

import java.util.List;
import org.jihe.finding.Finding;
import org.jihe.finding.Outcome;

/**
 * What the rules on several forms said of one department's forms of a year.
 *
 * @param findings one for every group that a rule fired on
 * @param outcomes for every form one of every such rule
 */
public record DossierEvaluation(List<Finding> findings, List<Outcome> outcomes) {

  public DossierEvaluation {
    findings = List.copyOf(findings);
    outcomes = List.copyOf(outcomes);
  }
}
