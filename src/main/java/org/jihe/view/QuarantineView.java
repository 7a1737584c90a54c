package org.jihe.view;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jihe.layout.Quarantined;
import org.jihe.layout.Quarantined.Dismissal;
import org.jihe.layout.Quarantined.Reason;
import org.jihe.message.Messages;
import org.jihe.message.Visible;

/** What is in quarantine, each with its place, the reason and what to do about it. */
public final class QuarantineView {

  /** More than these nobody reads between other things. */
  private static final int FEW = 20;

  private final Messages messages;
  private final Palette palette;
  private final int width;

  /**
   * @param messages with the bundles {@code summary} and {@code reasons}
   * @param width columns of the terminal
   */
  public QuarantineView(Messages messages, Palette palette, int width) {
    this.messages = messages;
    this.palette = palette;
    this.width = width;
  }

  /**
   * The lines of the first few that wait, how many of each reason there are besides, and those that
   * a person has dismissed, a line each.
   */
  public List<String> first(List<Quarantined> all) {
    List<Quarantined> quarantined = all.stream().filter(Quarantined::isWaiting).toList();
    List<String> lines = render(quarantined.subList(0, Math.min(FEW, quarantined.size())));
    if (quarantined.size() > FEW) {
      Map<Reason, Long> others = new EnumMap<>(Reason.class);
      quarantined.stream().skip(FEW).forEach(each -> others.merge(each.reason(), 1L, Long::sum));
      List<String> parts = new ArrayList<>();
      others.forEach(
          (reason, count) -> parts.add(messages.text(key(reason)) + " " + Figures.count(count)));
      String more =
          messages.text(
              "quarantine.more",
              Map.of(
                  "count",
                  Figures.count(quarantined.size() - FEW),
                  "reasons",
                  String.join(messages.text("quarantine.separator"), parts)));
      TextWidth.wrap(more, Math.max(20, width - 2)).forEach(line -> lines.add("  " + line));
    }
    dismissed(lines, all.stream().filter(entry -> !entry.isWaiting()).toList());
    return lines;
  }

  private void dismissed(List<String> lines, List<Quarantined> entries) {
    for (Quarantined each : entries.subList(0, Math.min(FEW, entries.size()))) {
      Dismissal dismissal = each.dismissed();
      if (dismissal != null) {
        lines.add("  ○ " + place(each) + "  " + words(messages, dismissal));
      }
    }
    if (entries.size() > FEW) {
      lines.add(
          "  "
              + messages.text(
                  "quarantine.dismissed.more",
                  Map.of("count", Figures.count(entries.size() - FEW))));
    }
  }

  /** Who has dismissed an entry, when and why. */
  public static String words(Messages messages, Dismissal dismissal) {
    return messages.text(
        "quarantine.dismissed",
        Map.of("by", dismissal.by(), "on", dismissal.on(), "text", dismissal.text()));
  }

  private static String place(Quarantined entry) {
    return entry.place() == null ? Visible.name(entry.file()) : Places.of(entry.place());
  }

  /** The lines of all, without a heading. */
  public List<String> render(List<Quarantined> quarantined) {
    List<String> lines = new ArrayList<>();
    quarantined.forEach(each -> render(lines, "", each));
    return lines;
  }

  /** The lines of an entry by its number. */
  public List<String> render(int number, Quarantined entry) {
    List<String> lines = new ArrayList<>();
    render(lines, number + " ", entry);
    return lines;
  }

  private void render(List<String> lines, String number, Quarantined each) {
    String mark = each.isWaiting() ? palette.bad("✗") : "○";
    lines.add("  " + number + mark + " " + place(each));
    String key = key(each.reason());
    entry(lines, "quarantine.reason", reason(key, each.detail()));
    entry(lines, "quarantine.remedy", messages.text(key + ".remedy"));
    if (!each.excerpt().isBlank()) {
      String excerpt = Visible.line(each.excerpt().replaceAll("\\s+", " ").strip());
      entry(lines, "quarantine.excerpt", TextWidth.cut(excerpt, Math.max(20, width - 14)));
    }
    Dismissal dismissal = each.dismissed();
    if (dismissal != null) {
      entry(lines, "quarantine.decision", words(messages, dismissal));
    }
  }

  private static String key(Reason reason) {
    return "quarantine." + reason.name().toLowerCase(Locale.ROOT);
  }

  private String reason(String key, String detail) {
    String reason = messages.text(key);
    return detail.isBlank()
        ? reason
        : reason + messages.text("quarantine.detail", Map.of("detail", detail));
  }

  private void entry(List<String> lines, String label, String text) {
    String head = "    " + messages.text(label) + "  ";
    String indent = " ".repeat(TextWidth.of(head));
    boolean first = true;
    for (String line : TextWidth.wrap(text, Math.max(20, width - TextWidth.of(head)))) {
      lines.add((first ? head : indent) + line);
      first = false;
    }
  }
}
