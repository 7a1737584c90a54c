package org.jihe.template.exact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jihe.layout.Position;
import org.jihe.template.row.Labels;
import org.jihe.template.row.PrintedRow;
import org.jihe.template.row.Token;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table as its head names them.
 *
 * @param columns the columns from left to right, those that no declaration knows among them
 * @param rows rows of the head
 * @param keys keys of all its labels, those over several columns among them
 */
record TableHead(List<Column> columns, int rows, Set<String> keys) {

  /** Name of the column in which the block's own label stands. */
  static final String BLOCK = "block";

  /**
   * A column.
   *
   * @param name what the template calls it; null for one that it does not know
   * @param label the label as printed
   * @param first first column of the grid that it covers
   * @param last last column of the grid that it covers
   */
  record Column(@Nullable String name, Token label, int first, int last) {

    boolean is(String other) {
      return other.equals(name);
    }

    /** The columns of a head begin in different places, which is all that a map of cells needs. */
    @Override
    public int hashCode() {
      return first;
    }

    Position position() {
      return label.position();
    }

    /** How many columns of the grid a cell shares with it. */
    int shared(Token token) {
      return Math.min(last, token.last()) - Math.max(first, token.column()) + 1;
    }
  }

  TableHead {
    columns = List.copyOf(columns);
    keys = Set.copyOf(keys);
  }

  /**
   * Reads the head at a row and, where labels stand in two rows, the row below it.
   *
   * @param meaning name of a column by its label, or null
   * @param blocks labels of the block
   */
  static TableHead at(
      List<PrintedRow> rows, int index, Function<Token, @Nullable String> meaning, List<String> blocks) {
    PrintedRow head = rows.get(index);
    List<Token> labels = new ArrayList<>(head.tokens());
    int count = 1;
    boolean spans = head.fixed() && labels.stream().allMatch(t -> t.rows() > 1 || t.columns() > 1);
    Set<String> keys = new HashSet<>();
    labels.forEach(label -> keys.add(label.key()));
    while (index + count < rows.size()) {
      PrintedRow below = rows.get(index + count);
      boolean reached =
          head.fixed()
              && below.grid() == head.grid()
              && below.covering().stream().anyMatch(head.tokens()::contains);
      Set<String> names = names(below.tokens(), meaning);
      boolean all =
          below.tokens().stream().allMatch(t -> meaning.apply(t) != null || isBlock(t, blocks));
      Set<String> fresh = new HashSet<>(names);
      fresh.removeAll(names(labels, meaning));
      boolean sub =
          all && names.size() >= 2 && !fresh.isEmpty() && (reached || !head.fixed() || spans);
      List<Token> whole =
          below.grid() == head.grid() ? null : continued(labels, below, meaning, blocks);
      if (whole != null) {
        labels = whole;
      } else if (sub) {
        labels.addAll(below.tokens());
      } else {
        break;
      }
      labels.forEach(label -> keys.add(label.key()));
      count++;
    }
    return new TableHead(columns(labels, count, head.fixed(), meaning, blocks), count, keys);
  }

  /** The labels with what the next page has of them, or null where its first row is another. */
  private static @Nullable List<Token> continued(
      List<Token> labels, PrintedRow row, Function<Token, @Nullable String> meaning, List<String> blocks) {
    List<Token> whole = new ArrayList<>(labels);
    for (Token rest : row.tokens()) {
      int at = 0;
      while (at < whole.size() && whole.get(at).column() != rest.column()) {
        at++;
      }
      if (isBlock(rest, blocks) && at == whole.size()) {
        whole.add(rest);
        continue;
      }
      Token joined = at == whole.size() ? rest : whole.get(at).join(rest);
      boolean known = meaning.apply(joined) != null || isBlock(joined, blocks);
      if (at == whole.size() || !known || meaning.apply(rest) != null) {
        return null;
      }
      whole.set(at, joined);
    }
    return row.fixed() ? whole : null;
  }

  private static Set<String> names(List<Token> tokens, Function<Token, @Nullable String> meaning) {
    Set<String> names = new HashSet<>();
    for (Token token : tokens) {
      String name = meaning.apply(token);
      if (name != null) {
        names.add(name);
      }
    }
    return names;
  }

  private static List<Column> columns(
      List<Token> labels,
      int rows,
      boolean fixed,
      Function<Token, @Nullable String> meaning,
      List<String> blocks) {
    List<Token> lowest = new ArrayList<>();
    for (Token label : labels) {
      boolean parent =
          rows > 1
              && labels.stream()
                  .anyMatch(
                      other ->
                          other.position().row() > label.position().row()
                              && other.overlaps(label.column(), label.last()));
      if (!parent) {
        lowest.add(label);
      }
    }
    lowest.sort(Comparator.comparingInt(Token::column));
    List<Column> columns = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < lowest.size(); i++) {
      Token label = lowest.get(i);
      int last = label.last();
      if (!fixed) {
        last = i + 1 < lowest.size() ? lowest.get(i + 1).column() - 1 : Integer.MAX_VALUE - 1;
      }
      String name = isBlock(label, blocks) ? BLOCK : meaning.apply(label);
      if (name != null && !name.equals(BLOCK) && !taken.add(name)) {
        name = null; // a second column of one name is kept under its own label
      }
      columns.add(new Column(name, label, label.column(), last));
    }
    return columns;
  }

  private static boolean isBlock(Token token, List<String> blocks) {
    return blocks.contains(token.key()) || blocks.contains(Labels.bare(token.key()));
  }

  /** The column of a name, or null where the head lacks it. */
  @Nullable Column column(String name) {
    for (Column column : columns) {
      if (column.is(name)) {
        return column;
      }
    }
    return null;
  }

  /** The column in which a cell stands, or null where it stands under none. */
  @Nullable Column under(Token token) {
    Column best = null;
    int most = 0;
    for (Column column : columns) {
      int shared = column.shared(token);
      if (shared > most) {
        most = shared;
        best = column;
      }
    }
    // A cell over several columns belongs to the first of them.
    if (best != null && token.columns() > 1) {
      for (Column column : columns) {
        if (column.shared(token) > 0) {
          return column;
        }
      }
    }
    return best;
  }

  /** True for a row that prints the head again, or a part of it, and nothing else. */
  boolean isRepeatedIn(PrintedRow row) {
    int hits = 0;
    for (Token token : row.tokens()) {
      if (!keys.contains(token.key())) {
        return false;
      }
      hits++;
    }
    return hits >= 2;
  }
}
