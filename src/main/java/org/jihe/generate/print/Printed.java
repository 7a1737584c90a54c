package org.jihe.generate.print;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jihe.layout.Position;
import org.jihe.source.file.RawFile;

/**
 * A file with forms, and where every value of theirs stands in it.
 *
 * @param forms what was printed, in the order of the file
 * @param places by form: path of a value to the cells that print it, usually one
 */
public record Printed(
    RawFile file, List<PrintedForm> forms, List<Map<String, List<Position>>> places) {

  /** The same forms in another file, at the same places of it. */
  Printed as(RawFile other) {
    List<Map<String, List<Position>>> moved = new ArrayList<>();
    for (Map<String, List<Position>> form : places) {
      Map<String, List<Position>> there = new LinkedHashMap<>();
      form.forEach(
          (path, positions) ->
              there.put(path, positions.stream().map(at -> in(other.name(), at)).toList()));
      moved.add(there);
    }
    return new Printed(other, forms, moved);
  }

  private static Position in(String file, Position at) {
    return new Position(file, at.page(), at.sheet(), at.row(), at.column(), at.box());
  }

  /** Collects the places while a file is printed. */
  static final class Places {
    private final List<Map<String, List<Position>>> byForm = new ArrayList<>();

    void nextForm() {
      byForm.add(new LinkedHashMap<>());
    }

    /** All subjects of the cell are printed there. */
    void put(PrintedCell cell, Position position) {
      for (String subject : cell.subjects()) {
        put(subject, position);
      }
    }

    void put(String subject, Position position) {
      byForm
          .get(byForm.size() - 1)
          .computeIfAbsent(subject, key -> new ArrayList<>())
          .add(position);
    }

    List<Map<String, List<Position>>> all() {
      return byForm;
    }
  }
}
