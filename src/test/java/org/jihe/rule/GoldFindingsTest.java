package org.jihe.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jihe.finding.Finding;
import org.jihe.form.SelfEvaluation;
import org.jihe.rule.engine.RuleEngine;
import org.jihe.rule.engine.RuleSet;
import org.jihe.rule.folder.RuleException;
import org.junit.jupiter.api.Test;

/**
 * What the rules say of the twenty forms that were read by eye: every change of a rule shows here.
 * {@code -Djihe.update=true} writes the list anew, except under continuous integration.
 */
final class GoldFindingsTest {

  private static final Path LIST = Path.of("src/test/resources/findings-of-twenty-forms.tsv");

  @Test
  void theFindingsAreTheOnesThatWereReadByEye() throws RuleException, IOException {
    StringBuilder list = new StringBuilder();
    RuleEngine engine = RuleEngine.of(RuleSet.open(null, null));
    for (SelfEvaluation form : RuleFolders.forms()) {
      for (Finding finding : engine.evaluate("f", form).findings()) {
        list.append(
            String.join(
                "\t",
                form.origin().file(),
                String.valueOf(form.projectName().printed()),
                finding.ruleId(),
                finding.subject(),
                finding.severity().name(),
                printed(finding.reported()),
                printed(finding.expected())));
        list.append('\n');
      }
    }

    if (Boolean.getBoolean("jihe.update")) {
      assertThat(System.getenv("CI")).as("the list is not updated in CI").isNotEqualTo("true");
      Files.writeString(LIST, list);
    }
    assertThat(list.toString().lines().toList()).isEqualTo(Files.readAllLines(LIST));
  }

  @Test
  void roundedUpRatesAreNoErrors() throws RuleException, IOException {
    RuleEngine engine = RuleEngine.of(RuleSet.open(null, null));
    for (SelfEvaluation form : RuleFolders.forms()) {
      List<Finding> findings = engine.evaluate("f", form).findings();
      assertThat(findings)
          .extracting(Finding::ruleId)
          .doesNotContain(
              "ExecutionRateMismatch",
              "ExecutionScoreMismatch",
              "ScoreSumMismatch",
              "MaxScoreSumMismatch");
    }
  }

  private static String printed(String value) {
    return value == null ? "" : value;
  }
}
