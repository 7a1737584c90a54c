package org.jihe.cli.console;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.jihe.message.Messages;
import org.jihe.review.Progress;
import org.jihe.view.TextWidth;

/**
 * How far a job is, for the person that waits for it: a line that is written over and over on a
 * terminal; elsewhere a line every ten seconds, so that short jobs leave none.
 */
public final class ProgressLine implements Progress {

  /** How progress is shown. */
  enum Style {
    /** One line that is written over. */
    BAR,
    /** A line now and then. */
    LINES
  }

  private static final long NANOS = 1_000_000_000L;
  private static final long LINE_EVERY_NANOS = 10 * NANOS;
  private static final int BAR_WIDTH = 24;

  /** A rate of the first moments says little. */
  private static final double LEAST_SECONDS = 1;

  private static final String CLEAR = "\r\u001b[K";

  private final PrintStream err;
  private final Messages messages;
  private final Style style;
  private final int width;
  private final LongSupplier clock;
  private long began;
  private long told;
  private boolean anyTold;

  ProgressLine(PrintStream err, Messages messages, Style style, int width, LongSupplier clock) {
    this.err = err;
    this.messages = messages;
    this.style = style;
    this.width = width;
    this.clock = clock;
    this.began = clock.getAsLong();
    this.told = began;
  }

  @Override
  public synchronized void begins(Step step) {
    began = clock.getAsLong();
    String text = messages.text("progress." + step.name().toLowerCase(Locale.ROOT));
    if (style == Style.BAR) {
      show(text);
    } else if (anyTold) {
      err.println(text);
    }
  }

  @Override
  public synchronized void reads(Reading reading) {
    long now = clock.getAsLong();
    if (style == Style.BAR) {
      show(bar(reading) + " " + text(reading, now));
    } else if (now - told >= LINE_EVERY_NANOS && reading.files() > 0) {
      told = now;
      anyTold = true;
      err.println(text(reading, now));
    }
  }

  /** Takes the line away, so that results stand alone. */
  public synchronized void end() {
    if (style == Style.BAR) {
      err.print(CLEAR);
      err.flush();
    }
  }

  private void show(String text) {
    err.print(CLEAR + TextWidth.cut(text, width - 1));
    err.flush();
  }

  private String text(Reading reading, long now) {
    double seconds = (now - began) / (double) NANOS;
    Map<String, Object> facts = new TreeMap<>();
    facts.put("files", count(reading.files()));
    facts.put("all", count(reading.allFiles()));
    facts.put("forms", count(reading.forms()));
    facts.put("rate", count(Math.round(reading.files() / Math.max(seconds, 1e-9))));
    double done = share(reading);
    boolean known = seconds >= LEAST_SECONDS && done > 0;
    facts.put("left", known ? duration(seconds * (1 - done) / done) : "…");
    return messages.text("progress.reading", facts);
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private String duration(double seconds) {
    long whole = Math.round(seconds);
    return whole < 60
        ? messages.text("progress.seconds", Map.of("seconds", whole))
        : messages.text(
            "progress.minutes",
            Map.of(
                "minutes", whole / 60, "seconds", String.format(Locale.ROOT, "%02d", whole % 60)));
  }

  /** Large files take longer than small ones, and a file costs something by itself. */
  private static double share(Reading reading) {
    double files = reading.allFiles() == 0 ? 1 : reading.files() / (double) reading.allFiles();
    double bytes = reading.allBytes() == 0 ? files : reading.bytes() / (double) reading.allBytes();
    return Math.min(1, (files + bytes) / 2);
  }

  private static String bar(Reading reading) {
    int full = (int) (share(reading) * BAR_WIDTH);
    return "█".repeat(full) + "░".repeat(BAR_WIDTH - full);
  }
}
