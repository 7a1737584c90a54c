package org.jihe.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jihe.cli.Run;
import org.jihe.cli.console.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesCommandTest {

  @TempDir private Path folder;

  @Test
  void listsTheRulesByFamily() {
    Run run = Run.of("rules", "list");
    assertThat(run.code()).isZero();
    assertThat(run.out().lines())
        .contains("completeness", "arithmetic", "execution")
        .anyMatch(line -> line.matches(" +错误 +VarianceExplanationMissing +\\S+"));
    assertThat(Run.of("rules", "list", "--format", "json").out())
        .contains("\"id\" : \"ZeroExecutionScored\"");
  }

  @Test
  void listsEverySeverityOfARule() {
    assertThat(Run.of("rules", "list").out().lines())
        .anyMatch(line -> line.matches(" +错误/疑点 +CategoryMissing +\\S+"))
        .anyMatch(line -> line.matches(" +疑点/提示 +LowExecution +\\S+"))
        .anyMatch(line -> line.matches(" +错误 {7}OverExecution +\\S+"));
    assertThat(Run.of("rules", "show", "LowExecution", "--lang", "en").out())
        .contains("severity Doubt/Note");
    assertThat(Run.of("rules", "list", "--format", "json").out().replaceAll("\\s", ""))
        .contains("\"severity\":\"ERROR\",\"severities\":[\"ERROR\",\"DOUBT\"]");
  }

  @Test
  void explainsARuleByItsIdOrItsName() {
    Run run = Run.of("rules", "show", "overexecution");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("# OverExecution", "何时报", "funding.total.finalBudget");
  }

  @Test
  void namesRulesThatAreMeantPerhaps() {
    Run run = Run.of("rules", "show", "Execution");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("没有这条规则：Execution", "OverExecution");
  }

  @Test
  void runsTheCases() {
    Run run = Run.of("rules", "test");
    assertThat(run.code()).as(run.out()).isZero();
    assertThat(run.out()).contains("不通过 0");
  }

  @Test
  void saysWhichCaseFailsAndHow() throws IOException {
    Path rules = copy();
    Path cases = rules.resolve("arithmetic/OverExecution.cases.json");
    String text = Files.readString(cases);
    Files.writeString(
        cases, text.replaceFirst("\"subject\"\\s*:\\s*\"[^\"]*\"", "\"subject\": \"x\""));
    Run run = Run.of("rules", "test", "OverExecution", "--rules", rules.toString());
    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(run.out()).contains("OverExecution.cases.json: ", "应有的发现没有出现：x");
  }

  @Test
  void namesOutcomesAndSeveritiesForPeople() throws IOException {
    Path rules = copy();
    Path cases = rules.resolve("arithmetic/OverExecution.cases.json");
    Files.writeString(
        cases,
        Files.readString(cases)
            .replace("\"ERROR\"", "\"NOTE\"")
            .replaceFirst("\"expect\": \\[]", "\"outcome\": \"NOT_EVALUATED\""));
    String[] test = {"rules", "test", "OverExecution", "--rules", rules.toString()};
    assertThat(Run.of(test).out())
        .contains("级别应为 提示，实为 错误", "结论应为 未评价（NOT_EVALUATED），实为 通过（PASSED）");
    assertThat(Run.of("rules", "test", "Nothing").err())
        .contains("没有规则“Nothing”。用 jihe rules list");
  }

  @Test
  void findsTheBuiltInRulesInOrder() {
    Run run = Run.of("rules", "lint");
    assertThat(run.code()).as(run.out()).isZero();
  }

  @Test
  void findsWhatIsMissing() throws IOException {
    Path rules = copy();
    Files.delete(rules.resolve("arithmetic/OverExecution.md"));
    Run run = Run.of("rules", "lint", "--rules", rules.toString());
    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(run.out()).contains("OverExecution.md: ");
    assertThat(Run.of("rules", "lint", "--rules", folder.resolve("none").toString()).code())
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void changedRulesOfTheProgramAreToldAsThoseOfOnesOwn() throws IOException {
    Path rules = copy();
    Path national = rules.resolve("jurisdictions/national.yaml");
    Files.writeString(national, "\tgrades:\n" + Files.readString(national));
    System.setProperty("jihe.home", folder.toString());
    try {
      Run run = Run.of("show", "停车费", "datasets/minhang-2022");
      assertThat(run.code()).isEqualTo(ExitCode.FAILED);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).contains(national + ":1: 这一行用制表符（Tab）缩进");
      assertThat(Run.of("show", "停车费", "datasets/minhang-2022", "--rules", rules.toString()))
          .isEqualTo(run);
    } finally {
      System.clearProperty("jihe.home");
    }
  }

  private Path copy() throws IOException {
    Path original = Path.of("rules");
    Path rules = folder.resolve("rules");
    try (Stream<Path> files = Files.walk(original)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, rules.resolve(original.relativize(file)));
      }
    }
    return rules;
  }

  @Test
  void titlesFollowTheLanguage() {
    assertThat(Run.of("rules", "list", "--lang", "en").out().lines())
        .anyMatch(line -> line.matches(" +Error +OverExecution +Expenditure exceeds the budget"));
  }

  @Test
  void writesANewRuleThatPasses() {
    Run written = Run.of("rules", "new", "BrandNew", "--rules", folder.toString());
    assertThat(written.code()).isZero();
    assertThat(written.out().lines()).hasSize(5);
    assertThat(written.err()).contains("jihe rules test --rule BrandNew");

    Run tested = Run.of("rules", "test", "--rule", "BrandNew", "--rules", folder.toString());
    assertThat(tested.code()).isZero();
    assertThat(tested.out()).contains("规则 1 条，用例 2 个：通过 2");

    Run again = Run.of("rules", "new", "BrandNew", "--rules", folder.toString());
    assertThat(again.code()).isEqualTo(ExitCode.USAGE);
    assertThat(again.err()).contains("已经有规则“BrandNew”");
  }

  @Test
  void aWrongTableIsToldInTheReadersLanguage() throws IOException {
    Files.createDirectories(folder.resolve("local"));
    Files.writeString(folder.resolve("local/own.csv"), "规则,单元格,比较,值,级别,消息\n甲,总分,大于,九十,错误,m\n");
    assertThat(Run.of("rules", "lint", "--rules", folder.toString()).out())
        .contains("own.csv:2: D2：“九十”不是一个数");
    assertThat(Run.of("rules", "list", "--rules", folder.toString(), "--lang", "en").err())
        .contains("own.csv:2: D2: \"九十\" is not one number");
  }
}
