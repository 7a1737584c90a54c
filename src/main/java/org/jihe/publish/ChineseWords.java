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
 * @param messages message patterns of the rules by rule id
 * @param texts the program's own texts, with the bundle {@code summary}
 * @param cells the label of a cell by its path
 */
public record ChineseWords(
    Map<String, String> titles,
    Map<String, String> messages,
    Messages texts,
    UnaryOperator<String> cells) {

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
