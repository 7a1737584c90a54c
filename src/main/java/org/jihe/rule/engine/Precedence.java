package org.jihe.rule.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jihe.rule.drl.RuleHeader;
import org.jihe.rule.fact.Evidence;
import org.jspecify.annotations.Nullable;

/** Which rules say nothing of a cell where another rule speaks of it ({@code @yieldsTo}). */
final class Precedence {

  /** Why a rule has no finding of its own; the other rule's name follows. */
  static final String SAID_BY = "said by ";

  private final Map<String, List<String>> others = new HashMap<>();

  Precedence(List<RuleHeader> rules) {
    for (RuleHeader rule : rules) {
      if (!rule.yieldsTo().isEmpty()) {
        others.put(rule.info().id(), rule.yieldsTo());
      }
    }
  }

  /**
   * What is said by another rule of the same cell, with that rule's name.
   *
   * @param inForce true of rules whose findings count on the form
   */
  IdentityHashMap<Evidence, String> yielded(List<Evidence> reported, Predicate<String> inForce) {
    IdentityHashMap<Evidence, String> yielded = new IdentityHashMap<>(0);
    if (others.isEmpty()) {
      return yielded;
    }
    Set<String> said = new HashSet<>();
    for (Evidence one : reported) {
      if (one.outcome() == null) {
        said.add(one.ruleId() + " " + one.subject());
      }
    }
    for (Evidence one : reported) {
      String other = one.outcome() == null ? speaker(one, said, inForce) : null;
      if (other != null) {
        yielded.put(one, other);
      }
    }
    return yielded;
  }

  private @Nullable String speaker(Evidence one, Set<String> said, Predicate<String> inForce) {
    for (String other : others.getOrDefault(one.ruleId(), List.of())) {
      if (said.contains(other + " " + one.subject()) && inForce.test(other)) {
        return other;
      }
    }
    return null;
  }
}
