package org.jihe.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jihe.finding.Finding;
import org.jihe.message.Language;
import org.jihe.message.Messages;
import org.jihe.rule.authoring.GroupCases;
import org.jihe.rule.authoring.RuleTests;
import org.jihe.rule.drl.DrlFile;
import org.jihe.rule.drl.ParameterUse;
import org.jihe.rule.drl.RuleHeader;
import org.jihe.rule.drl.RuleInfo;
import org.jihe.rule.engine.DossierEvaluation;
import org.jihe.rule.engine.RuleEngine;
import org.jihe.rule.engine.RuleSet;
import org.jihe.rule.folder.RuleException;
import org.jihe.rule.folder.RuleFolder;
import org.junit.jupiter.api.Test;

/** Rules that see several forms: their cases, their messages, and one outcome a form and rule. */
final class GroupRulesTest {

  private static final int RULES = 23;

  @Test
  void everyCaseHolds() throws RuleException {
    List<RuleTests.Result> results = new ArrayList<>();
    for (RuleInfo rule : RuleSet.open(null, null).rules()) {
      if (rule.grouped()) {
        results.addAll(RuleTests.run(null, rule.id()));
      }
    }

    assertThat(results).hasSizeGreaterThan(70);
    assertThat(results).filteredOn(result -> !result.passed()).isEmpty();
  }

  @Test
  void theCleanDossierFiresNothingAndHasOneOutcomeAFormAndRule() throws RuleException {
    RuleEngine engine = RuleEngine.of(RuleSet.open(null, null));
    DossierEvaluation clean = GroupCases.clean(RuleFolder.builtIn()).evaluate(engine);

    assertThat(clean.findings()).isEmpty();
    assertThat(clean.outcomes()).hasSize(2 * RULES);
    assertThat(clean.outcomes())
        .extracting(one -> one.formId() + " " + one.ruleId())
        .doesNotHaveDuplicates();
  }

  @Test
  void aThresholdHasACaseOnEitherSide() throws RuleException {
    for (RuleHeader rule : RuleHeader.of(DrlFile.in(RuleFolder.at(RuleFolders.PROJECT)))) {
      RuleInfo info = rule.info();
      if (!info.grouped()) {
        continue;
      }
      List<GroupCases.Case> cases =
          GroupCases.read(RuleFolder.builtIn(), info.family(), info.id()).cases();
      assertThat(cases).as(info.id()).anyMatch(one -> !one.findings().isEmpty());
      assertThat(cases).as(info.id()).anyMatch(one -> one.findings().isEmpty());
      if (rule.uses().stream().anyMatch(ParameterUse::threshold)) {
        List<GroupCases.Case> atTheLimit =
            cases.stream().filter(one -> one.name().contains("临界")).toList();
        assertThat(atTheLimit).as(info.id()).anyMatch(one -> !one.findings().isEmpty());
        assertThat(atTheLimit).as(info.id()).anyMatch(one -> one.findings().isEmpty());
      }
    }
  }

  @Test
  void everyMessageHasAValueForEveryPlaceholder() throws RuleException {
    RuleSet set = RuleSet.open(null, null);
    RuleEngine engine = RuleEngine.of(set);
    int rendered = 0;
    for (RuleInfo info : set.rules()) {
      if (!info.grouped()) {
        continue;
      }
      for (GroupCases.Case one :
          GroupCases.read(RuleFolder.builtIn(), info.family(), info.id()).cases()) {
        for (Finding finding : one.dossier().evaluate(engine).findings()) {
          for (Language language : Language.values()) {
            String pattern = set.messages(language).get(finding.ruleId());
            assertThat(Messages.fill(pattern, finding.arguments()))
                .as("%s in case %s", finding.ruleId(), one.name())
                .doesNotContain("{", "}", "null");
            rendered++;
          }
        }
      }
    }
    assertThat(rendered).isGreaterThan(60);
  }
}
