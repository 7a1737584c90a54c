package org.jihe.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jihe.layout.Cell;
import org.jihe.layout.Document;
import org.jihe.layout.Quarantined;
import org.jihe.source.file.Limits;
import org.jihe.source.file.RawFile;

/** What a source gives, in words that tests compare. */
public final class Shown {

  static final Sources SOURCES = new Sources(Limits.STANDARD);

  private Shown() {}

  public static Sources.Reading reading(String name, byte[] content) {
    List<Sources.Reading> readings = SOURCES.read(new RawFile(name, content));
    assertThat(readings).hasSize(1);
    return readings.get(0);
  }

  public static Document document(String name, byte[] content) {
    Sources.Reading reading = reading(name, content);
    assertThat(reading.refusal()).isNull();
    return reading.document();
  }

  public static Quarantined refusal(String name, byte[] content) {
    Sources.Reading reading = reading(name, content);
    assertThat(reading.document()).isNull();
    return reading.refusal();
  }

  /** Every cell that is not empty: address, span where it has one, text with ⏎ for line feeds. */
  public static List<String> cells(String name, String content) {
    return cells(document(name, content.getBytes(UTF_8)));
  }

  public static List<String> cells(Document document) {
    List<String> cells = new ArrayList<>();
    document.grids().stream()
        .flatMap(grid -> grid.rows().stream())
        .flatMap(List::stream)
        .filter(cell -> !cell.isEmpty())
        .forEach(cell -> cells.add(cell(cell)));
    return cells;
  }

  private static String cell(Cell cell) {
    boolean single = cell.rowSpan() == 1 && cell.columnSpan() == 1;
    String span = single ? "" : " " + cell.rowSpan() + "x" + cell.columnSpan();
    return cell.position().address() + span + " " + cell.text().replace("\n", "⏎");
  }
}
