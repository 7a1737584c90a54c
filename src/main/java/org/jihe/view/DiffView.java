package org.jihe.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jihe.form.FormColumn;
import org.jihe.form.FormDiff.Change;
import org.jihe.form.FormPath;
import org.jihe.form.FundingKind;
import org.jihe.layout.Position;
import org.jihe.message.Messages;
import org.jihe.message.Visible;
import org.jspecify.annotations.Nullable;

/** What two versions of a form print differently, for the terminal: cell by cell with its place. */
public final class DiffView {

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
    FormPath path = FormPath.find(change.subject());
    if (path == null) {
      return Visible.line(change.subject());
    }
    FormColumn<?, ?> column = path.column();
    if (path.row() >= 0 && path.label() == null && path.number() == 1) {
      String key =
          column != null
              ? "diff.indicator"
              : change.after() == null ? "diff.indicator.removed" : "diff.indicator.added";
      return indicator(key, path, change, column == null ? "" : column(column));
    }
    if (path.isField() && path.kind() != null) {
      return messages.text(
          "diff.funding",
          Map.of("row", row(path.kind()), "column", column(Objects.requireNonNull(column))));
    }
    String known = messages.find("diff.subject." + change.subject());
    return known == null ? extra(path, change) : known;
  }

  /** What is printed beyond the model: where it belongs and its label. */
  private String extra(FormPath path, Change change) {
    String block = text("form.extra." + path.block().key(), path.block().key());
    String label = path.label() == null ? "" : Visible.line(path.label());
    String shown = label.isEmpty() ? block : label;
    if (path.row() >= 0) {
      return indicator("diff.indicator", path, change, shown);
    }
    String line = path.kind() != null ? row(path.kind()) : path.own();
    if (line == null && label.isEmpty()) {
      return shown;
    }
    return messages.text(
        "diff.funding", Map.of("row", line == null ? block : line, "column", shown));
  }

  private String indicator(String key, FormPath path, Change change, String column) {
    String name = change.item() == null ? "" : change.item();
    return messages.text(
        key, Map.of("number", String.valueOf(path.row() + 1), "name", name, "column", column));
  }

  private String row(FundingKind kind) {
    return text("form." + FormPath.funding(kind), kind.key()).strip();
  }

  private String column(FormColumn<?, ?> column) {
    return text("form.column." + column.name(), column.name());
  }

  private String text(String key, String otherwise) {
    String found = messages.find(key);
    return found == null ? otherwise : found;
  }
}
