package org.jihe.rule.fact.group;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jihe.finding.Evaluation;
import org.jihe.finding.Finding;
import org.jihe.finding.Outcome;
import org.jihe.rule.jurisdiction.Parameters;

/**
 * What the rules on single forms said of a form, and what they say of rules on several.
 *
 * @param jurisdiction id of the jurisdiction in force for the form
 * @param fired the form's own rules that fired, whether or not their findings are accepted
 * @param waived those of them whose findings a waiver accepts
 * @param switchedOff rules that the form's jurisdiction does not apply
 * @param unmet outcomes of rules on several forms that lack a cell here or are switched off
 */
public record OwnVerdicts(
    String jurisdiction,
    Set<String> fired,
    Set<String> waived,
    Set<String> switchedOff,
    List<Outcome> unmet)
    implements Serializable {

  public OwnVerdicts {
    fired = Set.copyOf(fired);
    waived = Set.copyOf(waived);
    switchedOff = Set.copyOf(switchedOff);
    unmet = List.copyOf(unmet);
  }

  static OwnVerdicts of(Evaluation evaluation, List<Outcome> unmet, Parameters parameters) {
    Set<String> fired = new TreeSet<>();
    Set<String> standing = new TreeSet<>();
    for (Finding finding : evaluation.findings()) {
      fired.add(finding.ruleId());
      if (finding.stands()) {
        standing.add(finding.ruleId());
      }
    }
    Set<String> waived = new TreeSet<>(fired);
    waived.removeAll(standing);
    return new OwnVerdicts(
        parameters.jurisdiction(), fired, waived, parameters.switchedOff(), unmet);
  }

  /** True where everything that a rule has found on the form was accepted. */
  boolean isAccepted(String rule) {
    return waived.contains(rule);
  }

  /** True where a rule has found something on the form that nobody has accepted. */
  boolean hasFinding(String rule) {
    return fired.contains(rule) && !waived.contains(rule);
  }
}
