package org.jihe.review.reply;

import java.util.Map;

/**
 * A row of a list that was sent back, as it stands there; texts may be empty.
 *
 * @param file the file
 * @param sheet the sheet; empty where the format has none
 * @param row its row, counted from 1
 * @param key what the line is known by
 * @param extras what stands in columns that are the department's own, by their heads
 */
record ReturnedLine(
    String file,
    String sheet,
    int row,
    String key,
    String project,
    String place,
    String problem,
    String text,
    String by,
    String state,
    String opinion,
    Map<String, String> extras) {

  /** True where nothing stands that would say what it is about. */
  boolean isNameless() {
    return key.isEmpty() && project.isEmpty() && problem.isEmpty();
  }

  /** True where nothing is said. */
  boolean isSilent() {
    return text.isEmpty() && by.isEmpty() && state.isEmpty() && opinion.isEmpty();
  }
}
