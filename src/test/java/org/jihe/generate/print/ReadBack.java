package org.jihe.generate.print;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jihe.Cells;
import org.jihe.form.Field;
import org.jihe.form.SelfEvaluation;
import org.jihe.layout.Box;
import org.jihe.layout.Position;
import org.jihe.reading.FileReading;
import org.jihe.reading.FormReader;
import org.jihe.transcript.Transcripts;

/** Reads what was printed and compares it with what was to be printed. */
final class ReadBack {

  private static final FormReader READER = new FormReader();

  /** How far a box may reach over the cell's rules, in points. */
  private static final double RULE = 1.5;

  private static final String LOST = "form: ";

  private ReadBack() {}

  /**
   * One printed form.
   *
   * @param cells how many cells it has
   * @param wrong cells that were read differently
   * @param misplaced values that are said to stand elsewhere
   */
  record Result(int cells, List<String> wrong, List<String> misplaced) {
    /** True where not even the form was found. */
    boolean lost() {
      return wrong.size() == 1 && wrong.get(0).startsWith(LOST);
    }

    boolean exact() {
      return wrong.isEmpty() && misplaced.isEmpty();
    }
  }

  /** A result for every form of the file. */
  static List<Result> of(Printed printed) {
    List<SelfEvaluation> read = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    for (FileReading reading : READER.read(printed.file().name(), printed.file().content())) {
      read.addAll(reading.forms());
      reading.quarantined().forEach(entry -> refused.add(entry.toString()));
    }
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < printed.forms().size(); i++) {
      ObjectNode expected = printed.forms().get(i).expected();
      SelfEvaluation form = read.size() == printed.forms().size() ? read.get(i) : null;
      results.add(
          form == null
              ? new Result(
                  Cells.of(expected).size(),
                  List.of(
                      read.size()
                          + " forms for "
                          + printed.forms().size()
                          + ", refused "
                          + refused),
                  List.of())
              : compare(expected, form, printed.places().get(i)));
    }
    return results;
  }

  private static Result compare(
      ObjectNode expected, SelfEvaluation form, Map<String, List<Position>> places) {
    ObjectNode actual = Transcripts.toJson(form);
    ObjectNode wanted = expected.deepCopy();
    if (!wanted.has("extras")) {
      actual.remove("extras");
    }
    List<String> wrong = new ArrayList<>();
    Cells.differences(wanted, actual).forEach(each -> wrong.add(each.toString()));
    List<String> misplaced = new ArrayList<>();
    Subjects.of(form)
        .forEach(
            (path, field) -> {
              List<Position> at = places.getOrDefault(path, List.of());
              if (field.printed() != null
                  && !at.isEmpty()
                  && at.stream().noneMatch(place -> stands(field, place))) {
                misplaced.add(
                    String.format(
                        Locale.ROOT,
                        "%s: %s ≠ %s",
                        path,
                        describe(at.get(0)),
                        describe(field.position())));
              }
            });
    return new Result(Cells.of(expected).size(), wrong, misplaced);
  }

  private static String describe(Position at) {
    return at == null
        ? "nowhere"
        : at.file() + " " + at.page() + " " + at.sheet() + " " + at.address() + " " + at.box();
  }

  /** Row or column 0, and no box, mean that the format has none. */
  private static boolean stands(Field<?> field, Position expected) {
    Position actual = field.position();
    return actual != null
        && actual.file().equals(expected.file())
        && actual.page() == expected.page()
        && Objects.equals(actual.sheet(), expected.sheet())
        && (expected.row() == 0 || actual.row() == expected.row())
        && (expected.column() == 0 || actual.column() == expected.column())
        && (expected.box() == null || inside(actual.box(), expected.box()));
  }

  private static boolean inside(Box actual, Box cell) {
    return actual != null
        && actual.left() >= cell.left() - RULE
        && actual.right() <= cell.right() + RULE
        && actual.top() >= cell.top() - RULE
        && actual.bottom() <= cell.bottom() + RULE
        && actual.right() > actual.left()
        && actual.bottom() > actual.top();
  }
}
