package org.jihe.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jihe.form.Field;
import org.jihe.form.FormFields;
import org.jihe.form.SelfEvaluation;
import org.jihe.layout.Box;
import org.jihe.layout.Cell;
import org.jihe.layout.Position;
import org.jihe.message.Messages;

/**
 * The rows of its source that a form was read from, for the terminal: every cell behind its
 * address, those that the form has a value from marked.
 */
public final class SourceView {

  private static final String INDENT = "  ";

  private final Messages messages;
  private final Palette palette;
  private final int width;

  /**
   * @param messages with the bundle {@code summary}
   * @param width columns of the terminal
   */
  public SourceView(Messages messages, Palette palette, int width) {
    this.messages = messages;
    this.palette = palette;
    this.width = width;
  }

  /** The text, ending with a line feed. */
  public String render(SelfEvaluation form, List<List<Cell>> rows) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(palette.heading(messages.text("form.heading.original")));
    if (rows.isEmpty()) {
      lines.add(INDENT + messages.text("form.original.none"));
    }
    List<Position> values =
        FormFields.of(form).values().stream()
            .filter(field -> field.printed() != null)
            .<Position>mapMulti(
                (Field<?> field, java.util.function.Consumer<Position> take) -> {
                  Position position = field.position();
                  if (position != null) {
                    take.accept(position);
                  }
                })
            .toList();
    String leaf = "";
    for (List<Cell> row : rows) {
      Position first = row.get(0).position();
      String now = Places.leaf(first);
      if (!now.equals(leaf)) {
        leaf = now;
        lines.add(INDENT + palette.faint(now));
      }
      row(lines, row, values);
    }
    return String.join("\n", lines) + "\n";
  }

  private void row(List<String> lines, List<Cell> row, List<Position> values) {
    for (Cell cell : row) {
      if (cell.isEmpty()) {
        continue;
      }
      Position place = cell.position();
      boolean used =
          values.stream()
              .anyMatch(
                  value ->
                      value.row() == place.row()
                          && value.column() == place.column()
                          && Places.leaf(value).equals(Places.leaf(place)));
      String head =
          String.format(Locale.ROOT, "%s %-8s", used ? "●" : " ", Places.within(place));
      Box box = place.box();
      String text = cell.text().replaceAll("\\s+", " ").strip();
      String tail = box == null ? "" : "  [" + box + "]";
      String lead = INDENT + head + " ";
      int room = Math.max(20, width - TextWidth.of(lead));
      for (String line : TextWidth.wrap(text + tail, room)) {
        lines.add(lead + line);
        lead = INDENT + " ".repeat(TextWidth.of(head) + 1);
      }
    }
  }
}
