package org.jihe.view;

import java.util.ArrayList;
import java.util.List;
import org.jihe.form.Field;
import org.jihe.form.FormFields;
import org.jihe.form.SelfEvaluation;
import org.jihe.layout.Box;
import org.jihe.layout.Cell;
import org.jihe.layout.Position;
import org.jihe.message.Messages;
import org.jihe.message.Visible;

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
    List<String> cells = new ArrayList<>();
    for (Cell cell : row) {
      Position place = cell.position();
      Box box = place.box();
      if (!cell.isEmpty()) {
        cells.add(
            (isUsed(place, values) ? "●" : "")
                + Places.within(place)
                + (box == null ? "" : " [" + box + "]")
                + " "
                + Visible.line(cell.text().replaceAll("\\s+", " ").strip()));
      }
    }
    if (cells.isEmpty()) {
      return;
    }
    String lead = INDENT;
    for (String line : TextWidth.wrap(String.join(" │ ", cells), Math.max(20, width - 6))) {
      lines.add(lead + line);
      lead = INDENT + INDENT + INDENT;
    }
  }

  private static boolean isUsed(Position place, List<Position> values) {
    return values.stream()
        .anyMatch(
            value ->
                value.row() == place.row()
                    && value.column() == place.column()
                    && Places.leaf(value).equals(Places.leaf(place)));
  }
}
