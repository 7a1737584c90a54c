package org.jihe.publish;

import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jihe.finding.Finding;
import org.jihe.finding.Severity;
import org.jihe.message.Messages;

/**
 * What a list for Chinese offices says, whatever the language of the program.
 *
 * @param titles the rules' names by rule id
 * @param advice what the rules rest on and what to do, by rule id
 * @param messages message patterns of the rules by rule id
 * @param texts the program's own texts, with the bundles {@code summary} and {@code reasons}
 * @param cells the label of a cell by its path
 */
public record ChineseWords(
    Map<String, String> titles,
    Map<String, Advice> advice,
    Map<String, String> messages,
    Messages texts,
    UnaryOperator<String> cells) {

  /**
   * What stands behind a rule.
   *
   * @param basis what it rests on (依据)
   * @param remedy what to do (怎么改)
   */
  public record Advice(String basis, String remedy) {

    static final Advice NONE = new Advice("", "");
  }

  Advice advice(String ruleId) {
    return advice.getOrDefault(ruleId, Advice.NONE);
  }

  String title(Finding finding) {
    return titles.getOrDefault(finding.ruleId(), finding.ruleId());
  }

  String severity(Severity severity) {
    return texts.text("summary.severity." + severity.name().toLowerCase(Locale.ROOT));
  }

  String message(Finding finding) {
    String pattern = messages.getOrDefault(finding.ruleId(), finding.ruleId());
    return Messages.fill(pattern, finding.arguments());
  }
}
