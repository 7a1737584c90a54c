package org.jihe.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jihe.finding.Finding;
import org.jihe.finding.Outcome;
import org.jihe.finding.Severity;
import org.jihe.message.Language;
import org.jihe.message.Messages;
import org.jihe.rule.authoring.GroupCases;
import org.jihe.rule.authoring.RuleCases;
import org.jihe.rule.authoring.RuleLint;
import org.jihe.rule.authoring.RuleTests;
import org.jihe.rule.catalogue.RuleCatalogue;
import org.jihe.rule.compiled.CompiledRules;
import org.jihe.rule.compiled.RuleCompiler;
import org.jihe.rule.drl.DrlFile;
import org.jihe.rule.drl.RuleInfo;
import org.jihe.rule.engine.RuleEngine;
import org.jihe.rule.engine.RuleSet;
import org.jihe.rule.folder.RuleException;
import org.jihe.rule.folder.RuleFolder;
import org.junit.jupiter.api.Test;

/** The catalogue is whole, and every rule does what its cases say. */
final class CatalogueTest {

  private static final Map<String, List<String>> FAMILIES =
      Map.of(
          "completeness",
          List.of(
              "AchievedObjectiveMissing",
              "AchievementSaysOnlyDone",
              "ActualValueMissing",
              "CategoryMissing",
              "CostIndicatorMissing",
              "FundingFigureMissing",
              "HeaderFieldMissing",
              "LowExecutionUnexplained",
              "ObjectiveWithoutContent",
              "OutputAspectMissing",
              "OverallDutyMissing",
              "OverallManagementMissing",
              "PlaceholderText",
              "PlannedObjectiveMissing",
              "ScoreMissing",
              "ScoredWithoutActual",
              "TargetMissing",
              "TooFewIndicators",
              "TooManySmallIndicators",
              "VarianceExplanationMissing"),
          "arithmetic",
          List.of(
              "BudgetMagnitudeSuspect",
              "CategoryMaxScoreMismatch",
              "ExecutionRateMismatch",
              "ExecutionScoreMismatch",
              "FundingPartExceedsTotal",
              "FundingPartsDiffer",
              "FundingPartsMissing",
              "FundingPartsOriginalMissing",
              "FundingTotalZero",
              "GradeMismatch",
              "MaxScoreSumMismatch",
              "OverExecution",
              "PartsExpenditureDiffers",
              "RateAboveHundred",
              "ScoreOutOfRange",
              "ScoreSumMismatch"),
          "execution",
          List.of(
              "BudgetAdjustmentLarge",
              "BudgetCutToFit",
              "LowExecution",
              "LowSpendFullOutput",
              "NarrativeContradictsFunding",
              "NarrativeFigureDiffers",
              "OriginalBudgetExecutionLow",
              "OutstandingExceedsRemainder",
              "PaidAheadOfDelivery",
              "PaidBeforeAcceptance",
              "PaidButHalfDelivered",
              "PaidButUnfinished",
              "PaidInFullWithRemainder",
              "PartEqualsSpent",
              "ProjectCancelled",
              "ZeroExecution",
              "ZeroExecutionScored"),
          "scoring",
          List.of(
              "AllIndicatorsFull",
              "FlatDeductions",
              "HighScoreWithErrors",
              "MetButDeducted",
              "NoPressureTarget",
              "OverFulfilmentUnexplained",
              "PartialAboveBand",
              "QuantitativeOverscored",
              "QuantitativeUnderscored",
              "ScoreConcentration",
              "TopGradeUnaccepted",
              "UnmetButFull"),
          "structure",
          List.of(
              "AspectMismatch",
              "DuplicateIndicator",
              "IndicatorNameTooGeneric",
              "IndicatorNameTooLong",
              "NonstandardCategoryPoints",
              "PaymentAsOutput",
              "ProjectNameTooGeneric",
              "ProjectNameYearDiffers",
              "QualitativeTargetsDominate",
              "TransferOutputsOnlyPayment",
              "UnknownLabel"),
          "text",
          List.of(
              "DateOfOtherYear",
              "ExplanationRepeated",
              "ExplanationWithoutMeasure",
              "ExternalCauseOnly",
              "MarkupInText",
              "NameFromElsewhere"),
          "target",
          List.of(
              "AchievementUnresponsive",
              "ActualRepeatsOperator",
              "ActualsCopiedFromTargets",
              "CircularTarget",
              "ConstantActuals",
              "CostDirectionWrong",
              "EffectBeforeAcceptance",
              "FuzzyTarget",
              "ObjectiveCopied",
              "ObjectiveLargelyCopied",
              "PercentActualForQuality",
              "QualitativeActualForQuantity",
              "QualityCounted",
              "RateNameWithoutRate",
              "SatisfactionEqualsTarget",
              "SatisfactionFull",
              "TargetTakenFromName",
              "TimelinessWithoutTime",
              "TimelyButLate",
              "TimelyButUnaccepted",
              "UnitMismatch",
              "UnitMissing"),
          "dossier",
          List.of(
              "AchievementNearlyReused",
              "AchievementReused",
              "ClonedIndicatorSet",
              "DuplicateProject",
              "ExplanationNearlyReused",
              "ExplanationReused",
              "FullMarkShare",
              "FundingPartsPractice",
              "InconsistentTarget",
              "IndicatorNamesShared",
              "PlannedObjectiveReused",
              "PossibleSplit",
              "RatesAlwaysRoundedUp",
              "ScoreCompression"),
          "history",
          List.of(
              "BudgetUpAfterLowExecution",
              "CarryOverMismatch",
              "DeferredProjectVanished",
              "ExplanationUnchanged",
              "ObjectiveUnchanged",
              "TargetBelowLastYear"),
          "registry",
          List.of("LedgerMismatch", "ProjectNotListed", "ProjectNotSubmitted"));

  @Test
  void theFamiliesAreWhole() throws RuleException {
    Map<String, List<String>> found = new TreeMap<>();
    for (RuleInfo rule : RuleSet.open(null, null).rules()) {
      found.computeIfAbsent(rule.family(), family -> new ArrayList<>()).add(rule.id());
    }

    assertThat(found).isEqualTo(FAMILIES);
  }

  @Test
  void nothingIsMissingBesideAnyRule() throws RuleException {
    assertThat(RuleLint.run(RuleFolders.PROJECT)).isEmpty();
  }

  @Test
  void everyCaseHolds() throws RuleException {
    List<RuleTests.Result> results = RuleTests.run(null, null);

    assertThat(results).hasSizeGreaterThan(500);
    assertThat(results).filteredOn(result -> !result.passed()).isEmpty();
  }

  /** What a list says of a rule is what its findings are, no more and no less. */
  @Test
  void everySeverityIsListedThatCasesFireWith() throws RuleException {
    RuleSet set = RuleSet.open(null, null);
    RuleEngine engine = RuleEngine.of(set);
    Map<String, Set<Severity>> fired = new TreeMap<>();
    Map<String, List<Severity>> listed = new TreeMap<>();
    for (RuleInfo info : set.rules()) {
      listed.put(info.id(), info.severities());
      List<Finding> findings = new ArrayList<>();
      if (info.grouped()) {
        GroupCases.read(RuleFolder.builtIn(), info.family(), info.id())
            .cases()
            .forEach(one -> findings.addAll(one.dossier().evaluate(engine).findings()));
      } else {
        RuleCases.read(RuleFolder.builtIn(), info.family(), info.id())
            .cases()
            .forEach(one -> findings.addAll(engine.evaluate("case", one.form()).findings()));
      }
      findings.forEach(
          finding ->
              fired
                  .computeIfAbsent(finding.ruleId(), id -> new TreeSet<>())
                  .add(finding.severity()));
    }

    assertThat(listed).hasSize(127);
    listed.forEach(
        (rule, severities) ->
            assertThat(severities).as(rule).containsExactlyElementsOf(fired.get(rule)));
    assertThat(listed.values()).filteredOn(severities -> severities.size() > 1).hasSize(11);
  }

  @Test
  void everyRuleIsQuietOnTheCleanForm() throws RuleException {
    RuleEngine engine = RuleEngine.of(RuleSet.open(null, null));

    List<Outcome> outcomes =
        engine.evaluate("clean", RuleCases.cleanForm(RuleFolder.builtIn())).outcomes();

    assertThat(outcomes).hasSize(104);
    assertThat(outcomes)
        .filteredOn(outcome -> outcome.kind() != Outcome.Kind.PASSED)
        .extracting(Outcome::ruleId, Outcome::reason)
        .containsExactly(
            tuple("CategoryMaxScoreMismatch", "categoryPoints: none"),
            tuple("GradeMismatch", "total.grade: blank"),
            tuple("OverallDutyMissing", "formKind: project"),
            tuple("OverallManagementMissing", "formKind: project"),
            tuple("TransferOutputsOnlyPayment", "formKind: project"));
  }

  @Test
  void everyMessageHasAValueForEveryPlaceholder() throws RuleException {
    RuleSet set = RuleSet.open(null, null);
    RuleEngine engine = RuleEngine.of(set);
    int rendered = 0;
    for (RuleInfo info : set.rules()) {
      if (info.grouped()) {
        continue;
      }
      RuleCases cases = RuleCases.read(RuleFolder.builtIn(), info.family(), info.id());
      for (RuleCases.Case one : cases.cases()) {
        for (Finding finding : engine.evaluate("case", one.form()).findings()) {
          for (Language language : Language.values()) {
            String pattern = set.messages(language).get(finding.ruleId());
            assertThat(Messages.fill(pattern, finding.arguments()))
                .as("%s in case %s of %s", finding.ruleId(), one.name(), info.id())
                .doesNotContain("{", "}", "null");
            rendered++;
          }
        }
      }
    }
    assertThat(rendered).isGreaterThan(400);
  }

  @Test
  void theProgramBringsItsRulesCompiled() throws RuleException {
    CompiledRules builtIn = CompiledRules.ofProgram();

    assertThat(builtIn.fingerprint())
        .isEqualTo(RuleCompiler.fingerprint(DrlFile.in(RuleFolder.at(RuleFolders.PROJECT))));
    assertThat(builtIn.models()).hasSize(10);
    assertThat(builtIn.classes()).isEmpty();
  }

  @Test
  void documentsAreShownToPeople() throws RuleException {
    RuleCatalogue catalogue = RuleCatalogue.open(null);

    assertThat(catalogue.list()).hasSize(127);
    assertThat(catalogue.list())
        .allSatisfy(
            entry -> {
              assertThat(entry.title()).isNotBlank();
              assertThat(entry.summary()).endsWith("。").hasSizeLessThan(60);
              assertThat(catalogue.show(entry.info().id())).doesNotContainPattern("第.{1,4}条");
            });
    assertThat(catalogue.show("ExecutionRateMismatch")).startsWith("# ExecutionRateMismatch 执行率算错");
    assertThat(catalogue.show("NoSuchRule")).isNull();
  }
}
