package org.jihe.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jihe.form.Field;
import org.jihe.form.FormFields;
import org.jihe.form.SelfEvaluation;
import org.jihe.layout.Cell;
import org.jihe.layout.Document;
import org.jihe.layout.Grid;
import org.jihe.layout.Position;
import org.jihe.source.Sources;
import org.jihe.source.file.Limits;
import org.jihe.source.file.RawFile;
import org.jspecify.annotations.Nullable;

/** The rows of a source that a form was read from, read again as they stand there. */
public final class Original {

  /** Rows before the form's first and after its last, to see what it stands between. */
  private static final int AROUND = 1;

  private Original() {}

  /**
   * The rows from just before the form to just behind it, on every page or sheet that it stands on;
   * none where the source cannot be read any more.
   *
   * @param places where sources lie
   */
  public static List<List<Cell>> rows(SelfEvaluation form, SourcePlaces places, Limits limits) {
    Document document = document(form.origin().file(), places, limits);
    return document == null ? List.of() : rows(form, document.grids());
  }

  /** The same out of grids that were kept. */
  public static List<List<Cell>> rows(SelfEvaluation form, List<Grid> grids) {
    Map<String, int[]> extents = extents(form);
    List<List<Cell>> rows = new ArrayList<>();
    for (Grid grid : grids) {
      for (List<Cell> row : grid.rows()) {
        if (!row.isEmpty() && isWithin(extents, row.get(0).position())) {
          rows.add(row);
        }
      }
    }
    return rows;
  }

  private static boolean isWithin(Map<String, int[]> extents, Position position) {
    int[] extent = extents.get(leaf(position));
    return extent != null
        && position.row() >= extent[0] - AROUND
        && position.row() <= extent[1] + AROUND;
  }

  /** First and last row of the form on each page or sheet. */
  private static Map<String, int[]> extents(SelfEvaluation form) {
    Map<String, int[]> extents = new HashMap<>();
    List<Position> positions = new ArrayList<>(List.of(form.origin()));
    for (Field<?> field : FormFields.of(form).values()) {
      Position position = field.position();
      if (position != null) {
        positions.add(position);
      }
    }
    for (Position position : positions) {
      int row = position.row();
      int[] extent = extents.computeIfAbsent(leaf(position), leaf -> new int[] {row, row});
      extent[0] = Math.min(extent[0], row);
      extent[1] = Math.max(extent[1], row);
    }
    return extents;
  }

  private static String leaf(Position position) {
    return position.page() + "#" + position.sheet();
  }

  private static @Nullable Document document(String name, SourcePlaces places, Limits limits) {
    try {
      String container = FileReading.container(name);
      Path file = Path.of(places.of(container));
      if (!Files.isRegularFile(file) || Files.size(file) > limits.bytes()) {
        return null;
      }
      byte[] content = Files.readAllBytes(file);
      for (Sources.Reading reading : new Sources(limits).read(new RawFile(container, content))) {
        if (reading.file().equals(name)) {
          return reading.document();
        }
      }
      return null;
    } catch (IOException | InvalidPathException e) {
      return null;
    }
  }
}
