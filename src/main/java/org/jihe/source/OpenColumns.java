package org.jihe.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jihe.source.TextLines.Line;

/**
 * The columns of a table that no rulings part, over all its pages: what begins at one place is of
 * one column, and so are neighbouring places that are never taken in the same line, as in a column
 * whose texts are centred.
 */
final class OpenColumns {

  /** Ems by which beginnings at one place may differ. */
  private static final double SAME = 0.2;

  /** A place at which fewer texts begin is none of a column. */
  private static final int LEAST_TEXTS = 2;

  private static final int LEAST_FIELDS = 3;
  private static final int LEAST_LINES = 3;
  private static final int LEAST_COLUMNS = 3;

  /** The share of the texts that has to begin where columns do. */
  private static final double EXPLAINED = 0.8;

  /** Ems of a text that have to stand in a column for it to be of that column. */
  private static final double INSIDE = 0.5;

  /** Ems between the texts of neighbouring columns at most, where these are full. */
  private static final double PADDING = 1;

  private final List<Column> columns;

  private OpenColumns(List<Column> columns) {
    this.columns = columns;
  }

  /**
   * A column.
   *
   * @param left where its leftmost text begins
   * @param last where its last text begins
   * @param right where its texts end, those that reach into the next column aside
   */
  private record Column(double left, double last, double right) {}

  /** A place at which texts begin, and the numbers of their lines in order. */
  private record Place(double from, double to, List<Integer> lines) {

    boolean sharesLineWith(Place other) {
      int i = 0;
      int j = 0;
      while (i < lines.size() && j < other.lines.size()) {
        int difference = Integer.compare(lines.get(i), other.lines.get(j));
        if (difference == 0) {
          return true;
        }
        i += difference < 0 ? 1 : 0;
        j += difference > 0 ? 1 : 0;
      }
      return false;
    }
  }

  private record Beginning(double left, double size, int line) {}

  /**
   * The columns of lines of fields; none where they are no table.
   *
   * @param lines the lines of all pages
   */
  static OpenColumns of(List<List<Line>> lines) {
    List<List<Line>> full = lines.stream().filter(line -> line.size() >= LEAST_FIELDS).toList();
    if (full.size() < LEAST_LINES) {
      return new OpenColumns(List.of());
    }
    List<Place> places = places(full);
    List<Place> parted = new ArrayList<>();
    for (Place place : places) {
      Place before = parted.isEmpty() ? null : parted.get(parted.size() - 1);
      if (before == null || before.sharesLineWith(place)) {
        parted.add(place);
      } else {
        List<Integer> both = new ArrayList<>(before.lines);
        both.addAll(place.lines);
        both.sort(Comparator.naturalOrder());
        parted.set(parted.size() - 1, new Place(before.from, place.to, both));
      }
    }
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < parted.size(); i++) {
      double end = i + 1 < parted.size() ? parted.get(i + 1).from : Double.MAX_VALUE;
      columns.add(column(parted.get(i), end, full));
    }
    OpenColumns found = new OpenColumns(columns);
    return columns.size() >= LEAST_COLUMNS && found.explains(full)
        ? found
        : new OpenColumns(List.of());
  }

  private static List<Place> places(List<List<Line>> lines) {
    List<Beginning> beginnings = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      for (Line field : lines.get(i)) {
        beginnings.add(new Beginning(field.left(), field.size(), i));
      }
    }
    beginnings.sort(Comparator.comparingDouble(Beginning::left));
    List<Place> places = new ArrayList<>();
    int first = 0;
    for (int i = 1; i <= beginnings.size(); i++) {
      Beginning begin = beginnings.get(first);
      if (i == beginnings.size()
          || beginnings.get(i).left - begin.left > SAME * begin.size
          || beginnings.get(i).left - beginnings.get(i - 1).left > SAME * begin.size / 2) {
        if (i - first >= LEAST_TEXTS) {
          List<Beginning> same = beginnings.subList(first, i);
          places.add(
              new Place(
                  begin.left,
                  beginnings.get(i - 1).left,
                  same.stream().map(Beginning::line).sorted().toList()));
        }
        first = i;
      }
    }
    return places;
  }

  private static Column column(Place place, double end, List<List<Line>> lines) {
    double right = place.to;
    for (List<Line> line : lines) {
      for (Line field : line) {
        boolean here = place.from <= field.left() && field.left() <= place.to;
        right = here && field.right() < end ? Math.max(right, field.right()) : right;
      }
    }
    return new Column(place.from, place.to, right);
  }

  private boolean explains(List<List<Line>> lines) {
    int all = 0;
    int here = 0;
    for (List<Line> line : lines) {
      for (Line field : line) {
        all++;
        here += exactly(field) >= 0 ? 1 : 0;
      }
    }
    return here >= EXPLAINED * all;
  }

  boolean isEmpty() {
    return columns.isEmpty();
  }

  /** The share of a page's lines that these columns explain is that of the table's own lines. */
  boolean fit(List<List<Line>> lines) {
    return explains(lines.stream().filter(line -> line.size() >= LEAST_FIELDS).toList());
  }

  private int exactly(Line field) {
    double tolerance = SAME * field.size();
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      if (column.left - tolerance <= field.left() && field.left() <= column.last + tolerance) {
        return i;
      }
    }
    return -1;
  }

  /** True for a text that begins where others of a column do. */
  boolean isAtBeginning(Line field) {
    return exactly(field) >= 0;
  }

  /** Number of the column in which a text begins, from 0. */
  int at(Line field) {
    int exactly = exactly(field);
    if (exactly >= 0) {
      return exactly;
    }
    double least = Math.min(INSIDE * field.size(), (field.right() - field.left()) / 2);
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      if (Math.min(field.right(), column.right) - Math.max(field.left(), column.left) >= least) {
        return i;
      }
    }
    int at = 0;
    while (at + 1 < columns.size() && columns.get(at + 1).left <= field.left()) {
      at++;
    }
    return at;
  }

  /** True where another character of a width would not have fitted behind the text. */
  boolean isFull(Line field, double width) {
    int at = at(field);
    int end = at + 1;
    while (end < columns.size() && columns.get(end).left < field.right()) {
      end++;
    }
    double to = end < columns.size() ? columns.get(end).left : columns.get(end - 1).right;
    double indent = field.left() - columns.get(at).left;
    return field.right() + width + Math.max(0, indent) > to - PADDING * field.size();
  }

  /** Where the texts of the columns that a text covers end. */
  double right(Line field) {
    double right = field.right();
    for (Column column : columns) {
      right = column.left < field.right() ? Math.max(right, column.right) : right;
    }
    return right;
  }
}
