package org.jihe.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jihe.form.FormDiff.Change;
import org.jihe.layout.Position;
import org.jihe.message.Messages;
import org.jihe.message.Visible;
import org.jspecify.annotations.Nullable;

/** What two versions of a form print differently, for the terminal: cell by cell with its place. */
public final class DiffView {

  private static final Pattern INDICATOR = Pattern.compile("indicators\\[(\\d+)](?:\\.(\\w+))?");
  private static final Pattern FUNDING = Pattern.compile("funding\\.(\\w+)\\.(\\w+)");
  private static final Pattern EXTRA =
      Pattern.compile(
          "(?<block>head|funding|annualObjective|indicators|total|closing)"
              + "(?:(?<=indicators)\\[(?<row>\\d{1,9})](?:\\.\\w+)?"
              + "|(?<=funding)\\.(?<kind>\\w+)|(?<=funding)\\[(?<own>.*?)](?=\\[|#|$))?"
              + "(?:\\[(?<label>.*)])?(?:#\\d+)?",
          Pattern.DOTALL);

  private static final String INDENT = "    ";

  private final Messages messages;
  private final Palette palette;
  private final int width;

  /**
   * @param messages with the bundle {@code summary}
   * @param width columns of the terminal
   */
  public DiffView(Messages messages, Palette palette, int width) {
    this.messages = messages;
    this.palette = palette;
    this.width = width;
  }

  /** The lines, without a heading. */
  public List<String> render(List<Change> changes) {
    List<String> lines = new ArrayList<>();
    for (Change change : changes) {
      TextWidth.wrap(label(change), width - 2).forEach(line -> lines.add("  " + line));
      side(lines, "- ", change.before(), change.placeBefore());
      side(lines, "+ ", change.after(), change.placeAfter());
    }
    return lines;
  }

  private void side(
      List<String> lines, String mark, @Nullable String text, @Nullable Position place) {
    String shown = text == null ? messages.text("diff.blank") : Visible.text(text);
    String lead = INDENT + mark;
    for (String line : TextWidth.wrap(shown, Math.max(20, width - TextWidth.of(lead)))) {
      lines.add(lead + line);
      lead = INDENT + "  ";
    }
    if (place != null) {
      lines.add(INDENT + "  " + palette.faint(Places.of(place)));
    }
  }

  private String label(Change change) {
    Matcher indicator = INDICATOR.matcher(change.subject());
    if (indicator.matches()) {
      String number = String.valueOf(Integer.parseInt(indicator.group(1)) + 1);
      String column = indicator.group(2);
      String name = change.item() == null ? "" : change.item();
      String key =
          column != null
              ? "diff.indicator"
              : change.after() == null ? "diff.indicator.removed" : "diff.indicator.added";
      return messages.text(
          key,
          Map.of(
              "number",
              number,
              "name",
              name,
              "column",
              column == null ? "" : text("form.column." + column, column)));
    }
    Matcher funding = FUNDING.matcher(change.subject());
    if (funding.matches()) {
      String row = text("form.funding." + funding.group(1), funding.group(1)).strip();
      String column = text("form.column." + funding.group(2), funding.group(2));
      return messages.text("diff.funding", Map.of("row", row, "column", column));
    }
    String known = messages.find("diff.subject." + change.subject());
    return known == null ? extra(change) : known;
  }

  /** What is printed beyond the model: where it belongs and its label. */
  private String extra(Change change) {
    Matcher parts = EXTRA.matcher(change.subject());
    if (!parts.matches()) {
      return Visible.line(change.subject());
    }
    String block = parts.group("block");
    String label = parts.group("label") == null ? "" : Visible.line(parts.group("label"));
    String shown = label.isEmpty() ? text("form.extra." + block, block) : label;
    String row = parts.group("row");
    String name = change.item() == null ? "" : change.item();
    if (row != null) {
      String number = String.valueOf(Integer.parseInt(row) + 1);
      return messages.text(
          "diff.indicator", Map.of("number", number, "name", name, "column", shown));
    }
    String kind = parts.group("kind");
    String own = parts.group("own");
    String line = kind != null ? text("form.funding." + kind, kind).strip() : own;
    return line != null
        ? messages.text("diff.funding", Map.of("row", line, "column", shown))
        : label.isEmpty()
            ? shown
            : messages.text(
                "diff.funding", Map.of("row", text("form.extra." + block, block), "column", shown));
  }

  private String text(String key, String otherwise) {
    String found = messages.find(key);
    return found == null ? otherwise : found;
  }
}
