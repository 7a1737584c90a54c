package org.jihe.rule.engine;

import java.util.List;
import org.jihe.finding.Outcome;
import org.jihe.finding.Outcome.Kind;
import org.jihe.form.FormKind;
import org.jihe.form.SelfEvaluation;
import org.jihe.rule.cell.Requirement;
import org.jihe.rule.drl.RuleHeader;
import org.jihe.rule.drl.RuleInfo;
import org.jihe.rule.fact.CellStates;
import org.jihe.rule.fact.FormFacts;
import org.jspecify.annotations.Nullable;

/**
 * What the engine needs of a rule, read once.
 *
 * @param ofIndicators true where the rule sees one indicator at a time
 * @param kinds the kinds of forms that the rule is for
 * @param requires cells without which the rule cannot be evaluated
 * @param concerns what a form must have for the rule to apply
 */
record EngineRule(
    String id,
    boolean ofIndicators,
    List<FormKind> kinds,
    List<Requirement> requires,
    List<RuleConcern> concerns) {

  static EngineRule of(RuleHeader header) {
    RuleInfo info = header.info();
    return new EngineRule(
        info.id(),
        info.scope().equals("indicator"),
        header.formKinds(),
        info.requires().stream().map(Requirement::parse).toList(),
        header.concerns().stream().map(RuleConcern::parse).toList());
  }

  /** What the rule says of a form. */
  Outcome outcome(String formId, Firing firing, SelfEvaluation form, FormFacts facts) {
    String without = notApplicable(form, facts);
    if (without != null) {
      return new Outcome(formId, id, Kind.NOT_APPLICABLE, without);
    }
    if (firing == Firing.FIRED) {
      return new Outcome(formId, id, Kind.FIRED, "");
    }
    CellStates states = facts.states();
    for (Requirement requirement : requires) {
      String missing = states.missing(requirement);
      if (missing != null) {
        return new Outcome(formId, id, Kind.NOT_EVALUATED, missing);
      }
    }
    return new Outcome(formId, id, Kind.PASSED, "");
  }

  /**
   * The path of a cell that was not read and that a finding rests on: its own, or one that the rule
   * requires; null where all were read.
   */
  static @Nullable String unread(
      @Nullable EngineRule rule, String subject, SelfEvaluation form, FormFacts facts) {
    if (form.recovery().guesses().isEmpty()) {
      return null;
    }
    if (form.isUnread(subject)) {
      return subject;
    }
    for (Requirement requirement : rule == null ? List.<Requirement>of() : rule.requires) {
      String path = facts.states().unread(requirement);
      if (path != null) {
        return path;
      }
    }
    return null;
  }

  /** Whether the rule has reported something of the form. */
  enum Firing {
    FIRED,
    QUIET
  }

  /** Why the rule does not apply to a form; null where it does. */
  private @Nullable String notApplicable(SelfEvaluation form, FormFacts facts) {
    if (!kinds.contains(form.kind())) {
      return "formKind: " + form.kind().key();
    }
    if (facts.switchedOff(id)) {
      return "jurisdiction: off";
    }
    if (ofIndicators && form.indicators().isEmpty()) {
      return "indicators: none";
    }
    for (RuleConcern concern : concerns) {
      String missing = concern.missing(form, facts.states());
      if (missing != null) {
        return missing;
      }
    }
    return null;
  }
}
