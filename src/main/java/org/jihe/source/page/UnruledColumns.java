package org.jihe.source.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jihe.source.page.TextLines.Line;

/**
 * The columns of a table that no rulings part, over all its pages: what begins at one place is of
 * one column, and so are neighbouring places at which texts never stand beside one another, as in a
 * column whose texts are centred.
 */
final class UnruledColumns {

  /** Ems by which beginnings at one place may differ. */
  private static final double SAME = 0.2;

  /** A place at which fewer texts begin is none of a column. */
  private static final int LEAST_TEXTS = 2;

  private static final int LEAST_FIELDS = 3;
  private static final int LEAST_LINES = 3;
  private static final int LEAST_COLUMNS = 3;

  /** The share of the texts that has to begin where columns do. */
  private static final double EXPLAINED = 0.8;

  /** The same of a single page. */
  private static final double FITTING = 0.5;

  /** Ems by which texts beside one another overlap in height at least. */
  private static final double BESIDE = 0.2;

  /** Ems of a text that have to stand in a column for it to be of that column. */
  private static final double INSIDE = 0.5;

  /** Ems between the texts of neighbouring columns at most, where these are full. */
  private static final double PADDING = 1;

  private final List<Column> columns;

  private UnruledColumns(List<Column> columns) {
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

  /** A place at which texts begin, from top to bottom. */
  private record Place(double from, double to, List<Text> texts) {

    boolean isBeside(Place other) {
      int i = 0;
      int j = 0;
      while (i < texts.size() && j < other.texts.size()) {
        Text text = texts.get(i);
        Text next = other.texts.get(j);
        if (text.isBeside(next)) {
          return true;
        }
        boolean first = text.page == next.page ? text.bottom < next.bottom : text.page < next.page;
        i += first ? 1 : 0;
        j += first ? 0 : 1;
      }
      return false;
    }

    Place with(Place next) {
      List<Text> both = new ArrayList<>(texts);
      both.addAll(next.texts);
      return new Place(from, next.to, sorted(both));
    }

    static List<Text> sorted(List<Text> texts) {
      texts.sort(Comparator.comparingInt(Text::page).thenComparingDouble(Text::bottom));
      return texts;
    }
  }

  /** Where a field stands. */
  private record Text(int page, double left, double right, double top, double bottom) {

    static Text of(Line field, int page) {
      return new Text(page, field.left(), field.right(), field.top(), field.bottom());
    }

    double size() {
      return bottom - top;
    }

    boolean isBeside(Text other) {
      double least = BESIDE * Math.min(size(), other.size());
      return page == other.page
          && Math.min(bottom, other.bottom) - Math.max(top, other.top) > least
          && (right <= other.left || other.right <= left);
    }
  }

  /**
   * The columns of lines of fields; none where they are no table.
   *
   * @param pages the lines of all pages
   */
  static UnruledColumns of(List<List<List<Line>>> pages) {
    List<Text> all = new ArrayList<>();
    List<Text> full = new ArrayList<>();
    int lines = 0;
    for (int page = 0; page < pages.size(); page++) {
      for (List<Line> line : pages.get(page)) {
        lines += line.size() >= LEAST_FIELDS ? 1 : 0;
        for (Line field : line) {
          Text text = Text.of(field, page);
          all.add(text);
          if (line.size() >= LEAST_FIELDS) {
            full.add(text);
          }
        }
      }
    }
    if (lines < LEAST_LINES) {
      return new UnruledColumns(List.of());
    }
    List<Place> parted = new ArrayList<>();
    for (Place place : places(full, all)) {
      Place before = parted.isEmpty() ? null : parted.get(parted.size() - 1);
      if (before == null || before.isBeside(place)) {
        parted.add(place);
      } else {
        parted.set(parted.size() - 1, before.with(place));
      }
    }
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < parted.size(); i++) {
      double end = i + 1 < parted.size() ? parted.get(i + 1).from : Double.MAX_VALUE;
      columns.add(column(parted.get(i), end));
    }
    UnruledColumns found = new UnruledColumns(columns);
    return columns.size() >= LEAST_COLUMNS && found.explained(full) >= EXPLAINED * full.size()
        ? found
        : new UnruledColumns(List.of());
  }

  /** Where several of the table's texts begin, with all texts that begin there. */
  private static List<Place> places(List<Text> full, List<Text> all) {
    full.sort(Comparator.comparingDouble(Text::left));
    all.sort(Comparator.comparingDouble(Text::left));
    List<Place> places = new ArrayList<>();
    int first = 0;
    int at = 0;
    for (int i = 1; i <= full.size(); i++) {
      Text begin = full.get(first);
      Text last = full.get(i - 1);
      if (i == full.size()
          || full.get(i).left - begin.left > SAME * begin.size()
          || full.get(i).left - last.left > SAME * begin.size() / 2) {
        if (i - first >= LEAST_TEXTS) {
          List<Text> here = new ArrayList<>();
          while (at < all.size() && all.get(at).left <= last.left) {
            if (all.get(at).left >= begin.left) {
              here.add(all.get(at));
            }
            at++;
          }
          places.add(new Place(begin.left, last.left, Place.sorted(here)));
        }
        first = i;
      }
    }
    return places;
  }

  private static Column column(Place place, double end) {
    double right = place.to;
    for (Text text : place.texts) {
      right = text.right < end ? Math.max(right, text.right) : right;
    }
    return new Column(place.from, place.to, right);
  }

  private long explained(List<Text> texts) {
    return texts.stream().filter(text -> exactly(text.left, text.size()) >= 0).count();
  }

  boolean isEmpty() {
    return columns.isEmpty();
  }

  /** True where the texts of a page stand in these columns. */
  boolean fit(List<List<Line>> page) {
    List<Text> texts =
        page.stream()
            .filter(line -> line.size() >= LEAST_FIELDS)
            .flatMap(List::stream)
            .map(field -> Text.of(field, 0))
            .toList();
    return !isEmpty() && explained(texts) >= FITTING * texts.size();
  }

  private int exactly(double left, double size) {
    double tolerance = SAME * size;
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      if (column.left - tolerance <= left && left <= column.last + tolerance) {
        return i;
      }
    }
    return -1;
  }

  /** True for a text that begins where others of a column do. */
  boolean isAtBeginning(Line field) {
    return exactly(field.left(), field.size()) >= 0;
  }

  /** Number of the column in which a text begins, from 0. */
  int at(Line field) {
    int exactly = exactly(field.left(), field.size());
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
