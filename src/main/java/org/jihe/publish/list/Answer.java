package org.jihe.publish.list;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jihe.finding.Reply;

/**
 * What has come of an item so far.
 *
 * @param text the department's words (单位反馈); may be empty
 * @param by who replied (反馈人); may be empty
 * @param state how far the matter is
 * @param opinion the bureau's words (复核意见); may be empty
 * @param extras the department's own columns, by their heads, in the order of its list
 */
public record Answer(
    String text, String by, Reply.State state, String opinion, Map<String, String> extras) {

  /** Nobody has answered. */
  public static final Answer NONE = new Answer("", "", Reply.State.AWAITED, "", Map.of());

  public Answer {
    extras = Collections.unmodifiableMap(new LinkedHashMap<>(extras));
  }
}
