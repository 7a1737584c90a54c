package org.jihe.rule.fact;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What 实际完成情况 says about the funding.
 *
 * @param budgetIsZero the words that say that the plan is 0, or null
 * @param executionIsZero the words that say that the execution is 0, or null
 */
record Narrative(@Nullable String budgetIsZero, @Nullable String executionIsZero) {

  private static final Narrative SILENT = new Narrative(null, null);

  static Narrative of(@Nullable String achieved, Parameters parameters) {
    if (achieved == null) {
      return SILENT;
    }
    String budget = null;
    String execution = null;
    for (Pattern pattern : parameters.patternsNamed("zeroInNarrative")) {
      Matcher matcher = pattern.matcher(achieved);
      while (matcher.find()) {
        if (budget == null && parameters.mentions("planNamedInNarrative", matcher.group())) {
          budget = matcher.group();
        }
        if (execution == null
            && parameters.mentions("executionNamedInNarrative", matcher.group())) {
          execution = matcher.group();
        }
      }
    }
    return new Narrative(budget, execution);
  }
}
