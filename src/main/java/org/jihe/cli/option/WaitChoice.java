package org.jihe.cli.option;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How long another review on the same workspace is waited for. */
public final class WaitChoice {

  private static final String OPTION = "--wait";
  private static final long MOST = 7L * 24 * 60 * 60;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(names = OPTION, paramLabel = "SECONDS", descriptionKey = "wait")
  private String seconds = "0";

  /**
   * The time.
   *
   * @throws UsageMistake where it is no whole number of seconds
   */
  public Duration longest() {
    if (seconds.matches("\\d{1,7}") && Long.parseLong(seconds) <= MOST) {
      return Duration.ofSeconds(Long.parseLong(seconds));
    }
    if (command == null) {
      throw new IllegalArgumentException(seconds);
    }
    throw new UsageMistake(
        command,
        command.findOption(OPTION),
        "usage.wait",
        Map.of("value", seconds, "most", String.valueOf(MOST)),
        "",
        List.of());
  }
}
