package org.jihe.cli.console;

import java.io.PrintStream;
import java.util.Map;
import java.util.function.Supplier;
import org.jihe.message.Language;
import org.jihe.message.Messages;
import org.jihe.view.Palette;
import org.jspecify.annotations.Nullable;

/**
 * Where a command writes, and how.
 *
 * @param out results; what is no text is made visible on the way out
 * @param err what goes on and what went wrong; likewise
 * @param messages the program's own texts in the user's language
 * @param palette colours of results
 * @param width columns of the terminal
 * @param progressLines tells how far a job is
 */
public record Console(
    PrintStream out,
    PrintStream err,
    Messages messages,
    Palette palette,
    int width,
    Supplier<ProgressLine> progressLines) {

  private static final int USUAL_WIDTH = 100;
  private static final int LEAST_WIDTH = 60;
  private static final int MOST_WIDTH = 160;

  /**
   * A console on the given streams.
   *
   * @param environment the process's variables; of interest are {@code COLUMNS} and {@code
   *     NO_COLOR}, and {@code JIHE_TERMINAL} and {@code JIHE_PROGRESS}, which the launcher sets
   *     where results, and where progress, go to a terminal
   */
  public static Console of(
      PrintStream out, PrintStream err, Language language, Map<String, String> environment) {
    boolean coloured =
        environment.containsKey("JIHE_TERMINAL")
            && environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !"dumb".equals(environment.get("TERM"));
    Palette palette = coloured ? Palette.COLOURED : Palette.PLAIN;
    Messages messages =
        Messages.of(language, "cli", "list", "summary", "reasons", "comparison", "sample");
    int width = width(environment.get("COLUMNS"));
    ProgressLine.Style style =
        environment.containsKey("JIHE_PROGRESS") && !"dumb".equals(environment.get("TERM"))
            ? ProgressLine.Style.BAR
            : ProgressLine.Style.LINES;
    return new Console(
        TerminalText.over(out, palette),
        TerminalText.over(err, palette),
        messages,
        palette,
        width,
        // Says numbers alone, and writes over its own line: the fence is not for it.
        () -> new ProgressLine(err, messages, style, width, System::nanoTime));
  }

  private static int width(@Nullable String columns) {
    if (columns == null || !columns.matches("\\d{1,4}") || Integer.parseInt(columns) == 0) {
      return USUAL_WIDTH;
    }
    return Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, Integer.parseInt(columns)));
  }

  /** Tells how far a job is. */
  public ProgressLine progress() {
    return progressLines.get();
  }

  /** Says what goes on, or what is wrong. */
  public void say(String key, Map<String, ?> arguments) {
    err.println(messages.text(key, arguments));
  }

  public void say(String key) {
    say(key, Map.of());
  }
}
