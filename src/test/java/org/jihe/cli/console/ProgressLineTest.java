package org.jihe.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.jihe.message.Language;
import org.jihe.message.Messages;
import org.jihe.review.Progress.Reading;
import org.jihe.review.Progress.Step;
import org.jihe.view.TextWidth;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

  private static final long SECOND = 1_000_000_000L;

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final AtomicLong now = new AtomicLong();

  private ProgressLine line(ProgressLine.Style style) {
    return new ProgressLine(
        new PrintStream(err, true, StandardCharsets.UTF_8),
        Messages.of(Language.ZH, "cli"),
        style,
        80,
        now::get);
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aTerminalSeesOneLineThatGoesAway() {
    ProgressLine line = line(ProgressLine.Style.BAR);
    line.begins(Step.READ);
    now.set(10 * SECOND);
    line.reads(new Reading(500, 2_000, 250, 1_000, 480));
    line.end();
    assertThat(said())
        .contains("██████░░░░", "500/2,000 个文件，480 份表，每秒 50 个，剩余约 30 秒")
        .endsWith("\r\u001b[K")
        .doesNotContain("\n");
    for (String shown : said().split("\r\u001b\\[K", -1)) {
      assertThat(TextWidth.of(shown)).isLessThan(80);
    }
  }

  @Test
  void elsewhereAShortJobLeavesNoLines() {
    ProgressLine line = line(ProgressLine.Style.LINES);
    line.begins(Step.READ);
    now.set(9 * SECOND);
    line.reads(new Reading(500, 2_000, 250, 1_000, 480));
    line.begins(Step.CHECK);
    line.end();
    assertThat(said()).isEmpty();
  }

  @Test
  void aLongOneALineEveryTenSeconds() {
    ProgressLine line = line(ProgressLine.Style.LINES);
    line.begins(Step.READ);
    for (int second = 1; second <= 25; second++) {
      now.set(second * SECOND);
      line.reads(new Reading(second, 100, 0, 0, 0));
    }
    line.begins(Step.CHECK);
    assertThat(said().lines())
        .containsExactly(
            "10/100 个文件，0 份表，每秒 1 个，剩余约 1 分 30 秒",
            "20/100 个文件，0 份表，每秒 1 个，剩余约 1 分 20 秒",
            "按规则检查 …");
  }
}
