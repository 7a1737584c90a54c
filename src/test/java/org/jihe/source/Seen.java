package org.jihe.source;

import java.util.ArrayList;
import java.util.List;
import org.jihe.layout.Cell;
import org.jihe.layout.Document;
import org.jihe.layout.Grid;
import org.jihe.layout.Quarantined;
import org.jihe.source.file.FormatReader;
import org.jihe.source.file.Limits;
import org.jihe.source.file.RawFile;
import org.jihe.source.file.Refusal;

/** What a reader makes of bytes, in a form that a test can state. */
public final class Seen {

  private Seen() {}

  public static Document document(FormatReader reader, byte[] content) throws Refusal {
    return reader.read(new RawFile("a", content), Limits.STANDARD);
  }

  /** Why the bytes are refused. */
  public static Quarantined refusal(FormatReader reader, byte[] content) {
    return refusal(reader, content, Limits.STANDARD);
  }

  public static Quarantined refusal(FormatReader reader, byte[] content, Limits limits) {
    try {
      reader.read(new RawFile("a", content), limits);
    } catch (Refusal refusal) {
      return refusal.entry();
    }
    throw new AssertionError("read");
  }

  /** Limits that a small file meets. */
  public static Limits limits(int cells, int columns, long unpacked) {
    Limits usual = Limits.STANDARD;
    return new Limits(
        usual.bytes(), cells, columns, usual.pages(), usual.members(), unpacked, usual.time());
  }

  /**
   * Every cell of every grid as {@code A1 text}, with the rows and columns that it covers where
   * there are several: {@code A1+2x3 text}; sheets stand before their cells, as {@code [name]}.
   */
  public static List<String> cells(Document document) {
    List<String> seen = new ArrayList<>();
    for (Grid grid : document.grids()) {
      String sheet = null;
      for (List<Cell> row : grid.rows()) {
        for (Cell cell : row) {
          if (cell.position().sheet() != null && !cell.position().sheet().equals(sheet)) {
            sheet = cell.position().sheet();
            seen.add("[" + sheet + "]");
          }
          boolean covers = cell.rowSpan() > 1 || cell.columnSpan() > 1;
          String span = covers ? "+" + cell.rowSpan() + "x" + cell.columnSpan() : "";
          seen.add((cell.position().address() + span + " " + cell.text()).stripTrailing());
        }
      }
    }
    return seen;
  }

  public static List<String> cells(FormatReader reader, byte[] content) throws Refusal {
    return cells(document(reader, content));
  }
}
