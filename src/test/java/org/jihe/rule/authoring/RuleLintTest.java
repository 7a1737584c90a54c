package org.jihe.rule.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jihe.message.Language;
import org.jihe.rule.RuleFolders;
import org.jihe.rule.drl.Conditions;
import org.jihe.rule.drl.DrlFile;
import org.jihe.rule.drl.DrlRule;
import org.jihe.rule.folder.RuleException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a rule's author may forget, one mistake at a time. */
final class RuleLintTest {

  private static final String RULE = "arithmetic/OverExecution";

  @TempDir Path folder;

  @BeforeEach
  void copyRules() throws IOException {
    RuleFolders.copy(folder);
  }

  private void assertProblem(String file, String detail) throws RuleException {
    assertThat(RuleLint.run(folder))
        .anySatisfy(
            problem -> {
              assertThat(problem.file()).endsWith(file);
              assertThat(problem.text(Language.EN)).contains(detail);
            });
  }

  @Test
  void aMissingDocument() throws Exception {
    Files.delete(folder.resolve(RULE + ".md"));
    assertProblem("OverExecution.md", "missing");
  }

  @Test
  void aSeverityThatIsNotTheGravest() throws Exception {
    RuleFolders.replace(folder.resolve("execution/LowExecution.drl"), "( DOUBT )", "( NOTE )");
    assertThat(RuleLint.run(folder))
        .anySatisfy(
            problem -> {
              assertThat(problem.file()).endsWith("LowExecution.drl");
              assertThat(problem.line()).isEqualTo(6);
              assertThat(problem.text(Language.EN)).contains("Write @severity( DOUBT )");
            });
  }

  @Test
  void aMissingHeading() throws Exception {
    RuleFolders.replace(folder.resolve(RULE + ".md"), "## 局限", "## 其他");
    assertProblem("OverExecution.md", "局限");
  }

  @Test
  void missingCases() throws Exception {
    Files.delete(folder.resolve(RULE + ".cases.json"));
    assertProblem("OverExecution.cases.json", "missing");
  }

  @Test
  void noQuietCase() throws Exception {
    Files.writeString(
        folder.resolve(RULE + ".cases.json"),
        """
        {"cases": [{"name": "over", "change": {"funding.total.actualExpenditure": "1000000.01"},
          "expect": [{"subject": "funding.total.actualExpenditure"}]}]}
        """);
    assertProblem("OverExecution.cases.json", "quiet");
  }

  @Test
  void noFiringCase() throws Exception {
    Files.writeString(
        folder.resolve(RULE + ".cases.json"), "{\"cases\": [{\"name\": \"q\", \"expect\": []}]}");
    assertProblem("OverExecution.cases.json", "no case in which the rule fires");
  }

  @Test
  void casesThatAreNoJson() throws Exception {
    Files.writeString(folder.resolve(RULE + ".cases.json"), "{\n  \"cases\": [,\n");
    assertThat(RuleLint.run(folder))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.file()).endsWith("OverExecution.cases.json");
              assertThat(problem.line()).isEqualTo(2);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'\"nix.da\": \"1\"' | 用例“一”：没有单元格 nix.da。请改正 change 中的路径。",
        "'}, \"repeat\": {\"row\": 99, \"times\": 1' | 用例“一”：没有序号 99，一共 9 个，从 0 数起。请改正。",
        "'}, \"outcome\": \"FOUND\", \"x\": {' | 用例“一”：outcome 不能写“FOUND”。",
      })
  void aCaseThatCannotBeMade(String change, String told) throws Exception {
    Files.writeString(
        folder.resolve(RULE + ".cases.json"),
        "{\"cases\": [{\"name\": \"一\", \"change\": {" + change + "}}]}");
    assertThat(RuleLint.run(folder))
        .singleElement()
        .satisfies(problem -> assertThat(problem.text(Language.ZH)).startsWith(told));
  }

  @Test
  void casesThatAreNoObject() throws Exception {
    Files.writeString(folder.resolve(RULE + ".cases.json"), "[]");
    assertProblem("OverExecution.cases.json", "must be a JSON object");
  }

  @Test
  void aBundleThatCannotBeReadIsToldOnce() throws Exception {
    Path bundle = folder.resolve("arithmetic/messages_zh.properties");
    Files.writeString(bundle, Files.readString(bundle) + "X=\\uzz\n");
    assertThat(RuleLint.run(folder))
        .singleElement()
        .satisfies(problem -> assertThat(problem.text(Language.ZH)).startsWith("反斜杠用错了："));
  }

  @Test
  void everyJurisdictionIsLookedAt() throws Exception {
    RuleFolders.replace(
        folder.resolve("jurisdictions/shanghai.yaml"), "jurisdiction: shanghai", "jurisdiction: x");
    RuleFolders.replace(
        folder.resolve("jurisdictions/yunnan.yaml"), "jurisdiction: yunnan", "jurisdiction: y");
    assertThat(RuleLint.run(folder))
        .extracting(problem -> problem.text(Language.ZH))
        .containsExactly("地区“x”与文件名不同。请改成一样的。", "地区“y”与文件名不同。请改成一样的。");
  }

  @Test
  void aRuleThatDoesNotCompile() throws Exception {
    RuleFolders.replace(folder.resolve(RULE + ".drl"), "> finalBudget", "> finalBudgett");
    assertProblem("OverExecution.drl", "the rule does not compile: ");
  }

  @Test
  void placeholdersThatDiffer() throws Exception {
    RuleFolders.replace(
        folder.resolve("arithmetic/messages_en.properties"), "final budget {budget}", "budget");
    assertProblem(
        "arithmetic/messages_en.properties",
        "OverExecution has other placeholders than in Chinese: English {difference} {reported}, Chinese {budget} ");
  }

  @Test
  void aMissingMessage() throws Exception {
    RuleFolders.replace(
        folder.resolve("arithmetic/messages_zh.properties"), "OverExecution=", "Overdone=");
    assertProblem("arithmetic/messages_zh.properties", "no message for OverExecution");
    assertProblem("arithmetic/messages_zh.properties", "Overdone");
  }

  @Test
  void aRuleOfAnotherName() throws Exception {
    RuleFolders.replace(folder.resolve(RULE + ".drl"), "rule OverExecution", "rule Overspending");
    assertProblem("OverExecution.drl", "Overspending");
  }

  @Test
  void aRequirementThatNamesNoCell() throws Exception {
    RuleFolders.replace(folder.resolve(RULE + ".drl"), "total.finalBudget,", "total.budget,");
    assertProblem("OverExecution.drl", "no form has a cell funding.total.budget");
  }

  @Test
  void anUnknownThreshold() throws Exception {
    RuleFolders.replace(
        folder.resolve("execution/LowExecution.drl"),
        "limit(\"LowExecution.noteBelow\")",
        "limit(\"LowExecution.below\")");
    assertProblem("LowExecution.drl", "LowExecution.below");
  }

  @Test
  void aThresholdThatNoRuleUses() throws Exception {
    RuleFolders.replace(
        folder.resolve("jurisdictions/national.yaml"), "{fewest: 8}", "{fewest: 8, most: 9}");
    assertProblem("national.yaml", "TooFewIndicators.most");
  }

  @Test
  void aNameThatIsBoundTwice() throws Exception {
    RuleFolders.replace(
        folder.resolve(RULE + ".drl"),
        "actualExpenditure > finalBudget",
        "$a : actualExpenditure, $a : finalBudget, $a > 0");
    assertProblem("OverExecution.drl", "the variable $a is bound twice");
  }

  @Test
  void aRuleThatFiresWithoutWhatItRequires() throws Exception {
    RuleFolders.replace(
        folder.resolve(RULE + ".drl"),
        "actualExpenditure > finalBudget",
        "finalBudget == null || actualExpenditure > finalBudget");
    RuleFolders.replace(
        folder.resolve(RULE + ".drl"),
        ".difference($form.actualExpenditure().subtract($form.finalBudget()))",
        "");
    assertProblem("OverExecution.drl", "fires although the cell funding.total.finalBudget");
  }

  @Test
  void aCleanFormThatIsNotClean() throws Exception {
    RuleFolders.replace(folder.resolve("clean-form.json"), "\"98.86\"", "\"99.86\"");
    assertProblem("clean-form.json", "ScoreSumMismatch");
  }

  @Test
  void aStrayDocument() throws Exception {
    Files.writeString(folder.resolve("arithmetic/Gone.md"), "# Gone\n");
    assertThat(RuleLint.run(folder))
        .extracting(problem -> problem.text(Language.EN))
        .contains("there is no rule of this name. Correct the file's name, or delete the file.");
  }

  @Test
  void aMissingEnglishTitle() throws Exception {
    RuleFolders.replace(
        folder.resolve("arithmetic/messages_en.properties"), "OverExecution.title=", "#");
    assertProblem("arithmetic/messages_en.properties", "no English title for OverExecution");
  }

  @Test
  void aSecondRuleWithTheSameCondition() throws Exception {
    Files.writeString(
        folder.resolve("arithmetic/SameAgain.drl"),
        Files.readString(folder.resolve(RULE + ".drl"))
            .replace("OverExecution", "SameAgain")
            .replace("$form", "$other"));
    assertProblem("SameAgain.drl", "same condition as OverExecution");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "actualExpenditure > finalBudget, finalBudget > actualExpenditure | can never hold",
        "finalBudget > 5, finalBudget < 3 | can never hold",
        "finalBudget > 5 && finalBudget <= 5 | can never hold",
        "finalBudget == 1, finalBudget == 2 | can never hold",
        "finalBudget == null, actualExpenditure > 1, finalBudget > 2 | can never hold",
        "executionRatio >= limit(\"LowExecution.noteBelow\"), executionRatio < limit(\"LowExecution.noteBelow\") | can never hold",
        "plannedBlank, !plannedBlank | can never hold",
        "finalBudget != finalBudget | can never hold",
        "finalBudget >= finalBudget | always holds",
        "1 > 2 | can never hold",
      })
  void aConditionThatCanNeverHold(String condition, String detail) throws Exception {
    RuleFolders.replace(
        folder.resolve(RULE + ".drl"), "actualExpenditure > finalBudget", condition);
    assertProblem("OverExecution.drl", detail);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "finalBudget > 3, finalBudget < 5",
        "finalBudget >= 5, finalBudget <= 5",
        "finalBudget != null, finalBudget > 5",
        "finalBudget == null, finalBudget != 5",
        "finalBudget > 5 || finalBudget < 3",
        "finalBudget > 5, actualExpenditure < 3 || finalBudget < 3",
        "finalBudget != 1, finalBudget != 2",
        "$a : finalBudget, finalBudget > 5",
        "actualExpenditure >= finalBudget, finalBudget >= actualExpenditure",
      })
  void aConditionThatCanHold(String condition) throws Exception {
    DrlFile rule = new DrlFile("Own.drl", "arithmetic", "Own", RuleFolders.ownRule(condition, ""));
    assertThat(Conditions.contradictions(DrlRule.of(rule))).isEmpty();
  }

  @Test
  void aRuleThatIsNotFinished() throws Exception {
    RuleFolders.replace(folder.resolve(RULE + ".md"), "## 局限\n", "## 局限\n\n待填。\n");
    assertProblem("OverExecution.md", "not finished");
  }

  @Test
  void aRowOfARuleTable() throws Exception {
    Files.createDirectories(folder.resolve("local"));
    Path table = folder.resolve("local/own.csv");
    Files.writeString(table, "规则,单元格,比较,值,级别,消息\n甲,总分,高过,1,错误,m\n");
    assertProblem("local/own.csv", "C2: unknown comparison");

    Files.writeString(table, "规则,单元格,比较,值,级别,消息\n甲,总分,大于,1,错误,m\n乙,总分,大于,1,提示,n\n");
    assertProblem("local/own.csv", "乙 has the same condition as 甲 (");
  }

  @Test
  void aFolderThatAddsToTheProgram() throws Exception {
    Path own = folder.resolve("own");
    Files.createDirectories(own.resolve("local"));
    Files.writeString(own.resolve("local/own.csv"), "规则,单元格,比较,值,级别,消息\n甲,总分,大于,101,错误,m\n");
    assertThat(RuleLint.run(own)).isEmpty();
  }
}
