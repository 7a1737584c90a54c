package org.jihe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jihe.JavaProcess;
import org.jihe.SampleForms;
import org.jihe.cli.console.ExitCode;
import org.jihe.workspace.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes that review and two that read, all on one workspace: every review that reports
 * success is in the tables, every other has changed nothing, and no reader meets a fault. {@code
 * .ci/two-reviews} does it for longer.
 */
class TwoReviewsTest {

  private static final Pattern CODES =
      Pattern.compile("codes \\[(\\d+), (\\d+), (\\d+), (\\d+)] last \\d+");

  private static final String SECONDS = System.getenv().getOrDefault("JIHE_TEST_SECONDS", "25");

  @TempDir private Path folder;

  private JavaProcess start(String name, String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add(1, workspace().toString());
    all.add(2, SECONDS);
    return JavaProcess.start(
        folder.resolve(name + ".txt"), Map.of(), ReviewLoop.class, all.toArray(String[]::new));
  }

  private Path workspace() {
    return folder.resolve("绩效 测试");
  }

  private static int[] codes(JavaProcess process) throws Exception {
    assertThat(process.await()).as(process.said()).isZero();
    Matcher codes = CODES.matcher(process.said());
    assertThat(codes.find()).as(process.said()).isTrue();
    int[] counts = new int[ExitCode.FAILED + 1];
    for (int code = 0; code < counts.length; code++) {
      counts[code] = Integer.parseInt(codes.group(code + 1));
    }
    return counts;
  }

  @Test
  void everyReviewThatIsDoneIsThere() throws Exception {
    Path first = Files.writeString(folder.resolve("first.txt"), parking());
    Run begun = Run.of("review", first.toString(), "--workspace", workspace().toString());
    assertThat(begun.code()).as(begun.err()).isLessThanOrEqualTo(ExitCode.QUARANTINE);
    JavaProcess waiting = start("waiting", "review", "0", "120");
    JavaProcess refused = start("refused", "review", "1", "0");
    List<JavaProcess> readers = List.of(start("one", "read"), start("other", "read"));
    int[] waited = codes(waiting);
    int[] tried = codes(refused);
    assertThat(waited[2] + waited[3]).as(waiting.said()).isZero();
    assertThat(waited[0] + waited[1]).isPositive();
    assertThat(tried[2]).isZero();
    if (tried[3] > 0) {
      assertThat(refused.said()).contains("正被另一个进程使用", "--wait");
    }
    for (JavaProcess reader : readers) {
      int[] read = codes(reader);
      assertThat(read[0]).isPositive();
      assertThat(read[1] + read[2] + read[3]).as(reader.said()).isZero();
    }
    assertThat(Tables.open(workspace()).runs())
        .hasSize(1 + waited[0] + waited[1] + tried[0] + tried[1]);
  }

  private static String parking() {
    return SampleForms.texts().stream().filter(text -> text.contains("停车费")).findFirst().get();
  }

  @Test
  void aReviewThatIsKilledKeepsNobodyOut() throws Exception {
    Path first = Files.writeString(folder.resolve("first.txt"), parking());
    JavaProcess killed = start("killed", "review", "0", "0");
    long patience = System.nanoTime() + 60_000_000_000L;
    while (!Files.exists(workspace().resolve("catalog.db")) && System.nanoTime() < patience) {
      Thread.sleep(20);
    }
    Run refused = Run.of("review", first.toString(), "--workspace", workspace().toString());
    killed.kill();
    assertThat(refused.code()).isIn(ExitCode.FAILED, ExitCode.DONE, ExitCode.QUARANTINE);
    Run after = Run.of("review", first.toString(), "--workspace", workspace().toString());
    assertThat(after.code()).as(after.err()).isLessThanOrEqualTo(ExitCode.QUARANTINE);
    assertThat(Run.of("show", "停车费", "--workspace", workspace().toString()).code()).isZero();
  }
}
