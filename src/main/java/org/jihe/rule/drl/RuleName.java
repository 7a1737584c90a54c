package org.jihe.rule.drl;

/**
 * Which rule is meant.
 *
 * @param family the folder it stands in
 * @param name its id, of which there is one in all families
 */
public record RuleName(String family, String name) {

  /** The name of the rule that a file holds. */
  public static RuleName of(DrlFile file) {
    return new RuleName(file.family(), file.name());
  }

  /** The name of a rule of the catalogue. */
  public static RuleName of(RuleInfo info) {
    return new RuleName(info.family(), info.id());
  }
}
