package org.jihe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
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
}
