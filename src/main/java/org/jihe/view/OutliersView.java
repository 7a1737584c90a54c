package org.jihe.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jihe.message.Messages;
import org.jihe.message.Visible;

/** What stands out, by measure, the farthest first. */
public final class OutliersView {

  private static final int SHOWN = 5;

  private final Messages messages;
  private final Palette palette;
  private final int width;

  /**
   * @param messages with the bundle {@code comparison}
   * @param width columns of the terminal
   */
  public OutliersView(Messages messages, Palette palette, int width) {
    this.messages = messages;
    this.palette = palette;
    this.width = width;
  }

  /** How many of each measure are shown. */
  public enum Extent {
    FIRST,
    ALL
  }

  /**
   * The whole text, ending with a line feed.
   *
   * @param sentences what is said of each, in the language of the messages
   */
  public String render(List<OutlierLine> all, Map<OutlierLine, String> sentences, Extent extent) {
    Map<String, List<OutlierLine>> byMeasure = new LinkedHashMap<>();
    all.forEach(one -> byMeasure.computeIfAbsent(one.measure(), key -> new ArrayList<>()).add(one));
    List<String> lines = new ArrayList<>();
    if (all.isEmpty()) {
      lines.add(messages.text("outliers.none"));
    }
    byMeasure.forEach(
        (measure, some) -> {
          Map<String, Object> heading =
              Map.of(
                  "measure",
                  messages.text("outlier.measure." + measure),
                  "count",
                  Figures.count(some.size()));
          lines.add((lines.isEmpty() ? "" : "\n") + palette.heading(heading(heading)));
          int shown = extent == Extent.ALL ? some.size() : Math.min(SHOWN, some.size());
          for (OutlierLine one : some.subList(0, shown)) {
            add(lines, one, sentences.getOrDefault(one, one.sentence()));
          }
          if (shown < some.size()) {
            Map<String, String> more = Map.of("count", Figures.count(some.size() - shown));
            lines.add("  " + palette.faint(messages.text("outliers.more", more)));
          }
        });
    return String.join("\n", lines) + "\n";
  }

  private String heading(Map<String, Object> arguments) {
    return messages.text("outliers.heading", arguments);
  }

  private void add(List<String> lines, OutlierLine one, String sentence) {
    String project = one.project();
    String who =
        one.year()
            + " "
            + Visible.line(one.department())
            + (project == null ? "" : " · " + Visible.line(project));
    TextWidth.wrap(who, width - 2).forEach(part -> lines.add("  " + part));
    TextWidth.wrap(Visible.line(sentence), width - 4)
        .forEach(part -> lines.add("    " + palette.faint(part)));
  }
}
