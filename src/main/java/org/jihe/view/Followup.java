package org.jihe.view;

import java.util.List;
import java.util.Map;

/**
 * What has come of earlier findings.
 *
 * @param corrected forms of this review that replace an earlier version, with what became of the
 *     findings on it
 * @param states how many items are in each state, by its name; empty where nobody has replied
 * @param alike forms of one project that cannot be told apart, by their places
 */
public record Followup(
    List<FindingChange> corrected, Map<String, Long> states, List<List<String>> alike) {

  /** There is nothing earlier. */
  public static final Followup NONE = new Followup(List.of(), Map.of(), List.of());
}
