package org.jihe.rule.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jihe.form.SelfEvaluation;
import org.jihe.message.Language;
import org.jihe.rule.RuleFolders;
import org.jihe.rule.catalogue.RuleCatalogue;
import org.jihe.rule.compiled.RuleCache;
import org.jihe.rule.drl.RuleInfo;
import org.jihe.rule.engine.RuleEngine;
import org.jihe.rule.engine.RuleSet;
import org.jihe.rule.folder.RuleException.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules and parameters that somebody changed in {@code rules/} beside the program. */
final class ProgramFolderTest {

  @TempDir Path home;
  @TempDir Path cache;
  @TempDir Path own;
  private Path rules;

  @BeforeEach
  void standBeside() throws IOException {
    rules = RuleFolders.copy(home.resolve("rules"));
    System.setProperty(ProgramFolder.HOME, home.toString());
  }

  @AfterEach
  void standAlone() {
    System.clearProperty(ProgramFolder.HOME);
  }

  private RuleSet open() throws RuleException {
    return RuleSet.open(null, null, new RuleCache(cache));
  }

  private List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.list(cache)) {
      return files.toList();
    }
  }

  private Problem problem() {
    RuleException failure = catchThrowableOfType(RuleException.class, this::open);
    assertThat(failure).isNotNull();
    return failure.problems().get(0);
  }

  private long findings(RuleSet set, String rule) throws IOException {
    long count = 0;
    for (SelfEvaluation form : RuleFolders.forms()) {
      count +=
          RuleEngine.of(set).evaluate("f", form).findings().stream()
              .filter(finding -> finding.ruleId().equals(rule))
              .count();
    }
    return count;
  }

  @Test
  void whatIsAsItWasBuiltIsNotCompiled() throws Exception {
    RuleSet set = open();

    assertThat(kept()).isEmpty();
    assertThat(set.compiled().classes()).isEmpty();
    System.clearProperty(ProgramFolder.HOME);
    assertThat(set.fingerprint()).isEqualTo(open().fingerprint());
  }

  @Test
  void aChangedRuleIsCompiledAndKept() throws Exception {
    RuleSet before = open();
    long found = findings(before, "BudgetAdjustmentLarge");
    assertThat(found).isPositive();
    RuleFolders.replace(
        rules.resolve("execution/BudgetAdjustmentLarge.drl"), "FormFact( ", "FormFact( 1 == 2, ");

    RuleSet after = open();

    assertThat(findings(after, "BudgetAdjustmentLarge")).isZero();
    assertThat(after.rules()).hasSameSizeAs(before.rules());
    assertThat(kept()).hasSize(1);
    assertThat(open().fingerprint()).isEqualTo(after.fingerprint());
    assertThat(RuleSet.open(rules, null, new RuleCache(cache)).fingerprint())
        .isEqualTo(after.fingerprint());
    assertThat(kept()).hasSize(1);
  }

  @Test
  void aChangedThresholdCounts() throws Exception {
    Path national = rules.resolve("jurisdictions/national.yaml");
    RuleFolders.replace(national, "fewest: 8", "fewest: 9");

    assertThat(open().parameters().limit("TooFewIndicators.fewest")).isEqualByComparingTo("9");
    assertThat(kept()).isEmpty();
  }

  @Test
  void aNewJurisdictionIsKnown() throws Exception {
    Files.writeString(
        rules.resolve("jurisdictions/county.yaml"), "jurisdiction: county\ninherits: national\n");

    assertThat(RuleSet.open(null, "county", new RuleCache(cache)).jurisdiction())
        .isEqualTo("county");
  }

  @Test
  void changedTextsAreShown() throws Exception {
    RuleFolders.replace(
        rules.resolve("arithmetic/messages_zh.properties"), "OverExecution=", "OverExecution=新：");
    RuleFolders.replace(
        rules.resolve("arithmetic/OverExecution.md"), "# OverExecution ", "# OverExecution 新");

    assertThat(open().messages(Language.ZH).get("OverExecution")).startsWith("新：");
    assertThat(RuleCatalogue.open(null).show("OverExecution")).startsWith("# OverExecution 新");
    assertThat(kept()).isEmpty();
  }

  @Test
  void aRuleThatWasTakenAwayIsGone() throws Exception {
    int before = open().rules().size();
    Files.delete(rules.resolve("arithmetic/OverExecution.drl"));

    assertThat(open().rules()).hasSize(before - 1);
  }

  @Test
  void aRuleTableIsRead() throws Exception {
    int before = open().rules().size();
    Files.createDirectories(rules.resolve("local"));
    Files.writeString(rules.resolve("local/own.csv"), "规则,单元格,比较,值,级别,消息\n甲,总分,大于,90,错误,m\n");

    assertThat(open().rules()).hasSize(before + 1);
    assertThat(open().messages(Language.ZH)).containsEntry("甲", "m");

    RuleFolders.withOneRule(own, RuleFolders.ownRule());
    assertThat(RuleSet.open(own, null, new RuleCache(cache)).rules()).hasSize(1);
    Files.move(own.resolve("arithmetic"), own.resolve("local"));
    RuleFolders.replace(own.resolve("local/Own.drl"), "jihe.arithmetic", "jihe.local");
    assertThat(RuleSet.open(own, null, new RuleCache(cache)).rules()).hasSize(before + 2);
  }

  @Test
  void rulesOfOnesOwnStandOnWhatWasChanged() throws Exception {
    Files.delete(rules.resolve("arithmetic/OverExecution.drl"));
    RuleFolders.withOneRule(own, RuleFolders.ownRule().replace("jihe.arithmetic", "jihe.local"));
    Files.move(own.resolve("arithmetic"), own.resolve("local"));

    RuleSet set = RuleSet.open(own, null, new RuleCache(cache));

    assertThat(set.rules())
        .extracting(RuleInfo::id)
        .contains("Own", "ExecutionRateMismatch")
        .doesNotContain("OverExecution");
  }

  @Test
  void aBrokenRuleIsNamedWithItsLine() throws Exception {
    Path file = rules.resolve("arithmetic/OverExecution.drl");
    RuleFolders.replace(file, "FormFact( ", "FormFact( noSuchField > 0, ");

    Problem problem = problem();

    assertThat(problem.file()).isEqualTo(file.toString());
    assertThat(problem.line()).isPositive();
    assertThat(problem.line(Language.ZH)).contains("OverExecution.drl:", "FormFact 没有 noSuchField");
  }

  @Test
  void brokenYamlIsNamedWithItsLine() throws Exception {
    Path file = rules.resolve("jurisdictions/national.yaml");
    String whole = Files.readString(file);
    List<String> lines = whole.lines().toList();
    int line = 0;
    while (!lines.get(line).contains("fewest: 8")) {
      line++;
    }
    String broken = lines.get(line);
    for (String[] each :
        new String[][] {
          {"\t" + broken.strip(), "制表符"},
          {"      " + broken.strip() + "\n  " + broken.strip(), "不是正确的 YAML"},
          {broken + "\n" + broken, "写了两次"},
          {"  \"" + broken.strip(), "不是正确的 YAML"},
          {broken + " \u0001", "U+0001"},
        }) {
      Files.writeString(file, whole.replace(broken + "\n", each[0] + "\n"));

      Problem problem = problem();

      assertThat(problem.file()).isEqualTo(file.toString());
      assertThat(problem.line()).as(problem.line(Language.ZH)).isBetween(line - 1, line + 3);
      assertThat(problem.line(Language.ZH)).contains(each[1]);
    }
  }

  @Test
  void whatIsNoUtf8IsNamedWithItsLine() throws Exception {
    Path file = rules.resolve("arithmetic/OverExecution.drl");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 2] = (byte) 0xB0;
    Files.write(file, bytes);

    assertThat(problem().line(Language.ZH)).contains("OverExecution.drl:", "UTF-8");
    assertThat(problem().line()).isGreaterThan(5);
  }

  @Test
  void aWrongEscapeIsNamedWithItsLine() throws Exception {
    Path file = rules.resolve("arithmetic/messages_zh.properties");
    String text = Files.readString(file);
    Files.writeString(file, text + "# fine: \\\\u\nOwn=\\uZZZZ\n");

    assertThat(problem().file()).isEqualTo(file.toString());
    assertThat(problem().line()).isEqualTo((int) text.lines().count() + 2);
  }

  @Test
  void whatEditorsAndSystemsLeaveIsNoRule() throws Exception {
    Files.writeString(rules.resolve("arithmetic/._OverExecution.drl"), "Mac OS X");
    Files.createSymbolicLink(
        rules.resolve("arithmetic/.#OverExecution.drl"), Path.of("user@host.123"));
    Files.writeString(rules.resolve("arithmetic/OverExecution.drl~"), "before");

    assertThat(open().compiled().classes()).isEmpty();
  }
}
