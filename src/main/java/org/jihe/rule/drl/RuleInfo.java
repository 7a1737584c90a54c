package org.jihe.rule.drl;

import java.io.Serializable;
import java.util.List;
import java.util.TreeSet;
import org.jihe.finding.Severity;

/**
 * One rule of the catalogue.
 *
 * @param id the rule's name, such as {@code ExecutionRateMismatch}
 * @param family the folder it stands in, such as {@code arithmetic}
 * @param severity its severity where it says no other of a finding; where it has several, the
 *     gravest
 * @param severities every severity that its findings can have, the gravest first
 * @param scope what one evaluation sees, such as {@code form}
 * @param basis {@code 10}, {@code 101}, {@code practice} or {@code logic}
 * @param requires paths of the cells that the rule reads, such as {@code funding.total.score} or
 *     {@code indicators[].score}
 * @param since the first version that has it
 */
public record RuleInfo(
    String id,
    String family,
    Severity severity,
    List<Severity> severities,
    String scope,
    String basis,
    List<String> requires,
    String since)
    implements Serializable {

  public RuleInfo {
    severities = List.copyOf(new TreeSet<>(severities));
    requires = List.copyOf(requires);
  }

  /** Scopes of rules that see several forms, or lists beside them. */
  static final List<String> GROUPED = List.of("dossier", "history", "registry");

  /** True for a rule that sees more than one form. */
  public boolean grouped() {
    return GROUPED.contains(scope);
  }
}
