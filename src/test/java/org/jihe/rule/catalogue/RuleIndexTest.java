package org.jihe.rule.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jihe.GoldenFile;
import org.jihe.rule.folder.RuleException;
import org.junit.jupiter.api.Test;

/** The index of rules names every rule, and is current. */
final class RuleIndexTest {

  private static final Pattern LINK = Pattern.compile("]\\(([^)]+)\\)");

  @Test
  void theIndexIsCurrent() throws RuleException {
    GoldenFile.at("rules/INDEX.md").holds(RuleIndex.of(RuleCatalogue.open(null)));
  }

  @Test
  void everyRuleStandsInTheIndexOnceWithItsDocument() throws RuleException {
    RuleCatalogue catalogue = RuleCatalogue.open(null);
    String index = RuleIndex.of(catalogue);
    for (RuleCatalogue.Entry entry : catalogue.list()) {
      assertThat(index.split(Pattern.quote("`" + entry.info().id() + "`"), -1)).hasSize(2);
      assertThat(entry.english()).isNotBlank().isNotEqualTo(entry.info().id()).isASCII();
    }
    Matcher link = LINK.matcher(index);
    while (link.find()) {
      assertThat(Path.of("rules", link.group(1))).exists();
    }
  }
}
