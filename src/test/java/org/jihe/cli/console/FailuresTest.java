package org.jihe.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jihe.message.JobException;
import org.jihe.message.Language;
import org.jihe.rule.folder.Phrase;
import org.jihe.rule.folder.RuleException;
import org.jihe.rule.folder.RuleException.Problem;
import org.junit.jupiter.api.Test;

class FailuresTest {

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  private String report(Throwable failure) {
    PrintStream err = new PrintStream(said, true, StandardCharsets.UTF_8);
    int code = new Failures(Console.of(err, err, Language.ZH, Map.of())).report(failure);
    assertThat(code).isEqualTo(ExitCode.FAILED);
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void wrongRulesAreNamedByFileAndLine() {
    String text =
        report(
            new RuleException(
                List.of(
                    new Problem(
                        "rules/a/A.drl",
                        12,
                        new Phrase("drl.compile", Map.of("detail", "unexpected 'then'"))),
                    new Problem(
                        "rules/jurisdictions/x.yaml", 0, new Phrase("file.missing", Map.of())))));
    assertThat(text)
        .contains(
            "rules/a/A.drl:12: 规则不能编译：unexpected 'then'\n", "rules/jurisdictions/x.yaml: 没有这个文件。")
        .contains("有 2 处错误");
  }

  @Test
  void theTraceOfAnUnexpectedFailureGoesToTheFileThatIsNamed() throws Exception {
    String text = report(new IllegalStateException("first line\nsecond line"));
    assertThat(text)
        .contains("IllegalStateException: first line")
        .doesNotContain("\tat ", "second");
    Matcher log = Pattern.compile("详细信息在 (\\S+?)，").matcher(text);
    assertThat(log.find()).isTrue();
    Path file = Path.of(log.group(1));
    assertThat(Files.readString(file)).contains("\tat org.jihe.cli.console.FailuresTest");
    Files.delete(file);
    Files.delete(file.getParent());
    System.clearProperty("jihe.log");
  }

  @Test
  void wantOfMemoryHasARemedyWhereverItHappens() {
    List<Throwable> failures =
        List.of(
            new OutOfMemoryError("Java heap space"),
            new IllegalStateException(new OutOfMemoryError("GC overhead limit exceeded")),
            new IllegalStateException(
                "Job aborted: Task 0 failed: java.lang.OutOfMemoryError: Java heap space\n\tat a.B"),
            new JobException("workspace.damaged", Map.of(), new OutOfMemoryError()));
    for (Throwable failure : failures) {
      said.reset();
      assertThat(report(failure))
          .contains("JIHE_JAVA_OPTS=-Xmx", (Runtime.getRuntime().maxMemory() >> 20) + " MB")
          .doesNotContain("\tat ", "Exception");
    }
  }

  @Test
  void soHasTooShortAStack() {
    assertThat(report(new IllegalStateException(new StackOverflowError())))
        .contains("-Xss", "-Xmx")
        .doesNotContain("Exception");
  }

  @Test
  void aFailureThatIsItsOwnCauseIsReported() {
    IllegalStateException one = new IllegalStateException("one");
    one.initCause(new IllegalStateException("two", one));
    assertThat(report(one)).contains("one");
  }
}
