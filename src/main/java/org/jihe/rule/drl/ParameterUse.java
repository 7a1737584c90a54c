package org.jihe.rule.drl;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A parameter that a rule names.
 *
 * @param threshold true for a number, false for a list of words
 * @param name its name
 * @param line where
 */
public record ParameterUse(boolean threshold, String name, int line) implements Serializable {

  /** Calls of methods of the facts that take a parameter's name. */
  private static final Pattern CALL =
      Pattern.compile(
          "\\b(limit|percentLimit|\\w+Below|\\w+AtLeast|\\w+AtMost|pointsAt|\\w+Has|\\w+Is|withoutAspect)\\s*\\(\\s*\"([^\"]+)\"\\s*\\)");

  /**
   * The thresholds and word lists that a rule names: calls stand in what the parser leaves as text.
   */
  static List<ParameterUse> in(DrlFile file) {
    String text = DrlText.withoutComments(file.text());
    List<ParameterUse> uses = new ArrayList<>();
    Matcher call = CALL.matcher(text);
    while (call.find()) {
      int line = DrlText.line(text, call.start());
      uses.add(new ParameterUse(!namesWords(call.group(1)), call.group(2), line));
    }
    return uses;
  }

  private static boolean namesWords(String method) {
    return method.endsWith("Has") || method.endsWith("Is") || method.equals("withoutAspect");
  }
}
