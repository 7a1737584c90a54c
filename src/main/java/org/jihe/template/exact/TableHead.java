package org.jihe.template.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jihe.layout.Position;
import org.jihe.template.declaration.Lexicon;
import org.jihe.template.row.PrintedRow;
import org.jihe.template.row.Token;
import org.jspecify.annotations.Nullable;

/**
 * The head of a table: its columns as they are labelled.
 *
 * @param columns the columns from left to right, those that no declaration knows among them
 * @param rows rows of the head
 * @param keys keys of all its labels, those over several columns among them
 */
record TableHead(List<Column> columns, int rows, Set<String> keys) {

  /** Name of the column in which the block's own label stands. */
  static final String BLOCK = "block";

  /** Name of the column of the categories' labels. */
  static final String CATEGORY = "category";

  /** Name of the column of the aspects' labels. */
  static final String ASPECT = "aspect";

  /** A row that repeats more labels than this is the head again, whatever stands in front of it. */
  private static final int REPEATED = 3;

  /** The columns of the indicator table in their usual order. */
  static final List<String> USUAL =
      List.of(
          CATEGORY, ASPECT, "name", "target", "actual", "maxScore", "score", "varianceExplanation");

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

  /** The head of the funding table at a row. */
  static TableHead ofFunding(List<PrintedRow> rows, int at, Lexicon lexicon) {
    List<String> blocks = lexicon.template().funding().labels();
    return new TableHeadReader(lexicon::fundingColumn, blocks).read(rows, at);
  }

  /** The head of the indicator table at a row. */
  static TableHead ofIndicators(List<PrintedRow> rows, int at, Lexicon lexicon) {
    List<String> blocks = lexicon.template().indicators().labels();
    return new TableHeadReader(lexicon::indicatorColumn, blocks).read(rows, at);
  }

  /** True for an indicator table with the usual columns in their usual order. */
  boolean isUsual() {
    List<String> names = new ArrayList<>();
    for (Column column : columns) {
      if (!column.is(BLOCK)) {
        names.add(column.name() == null ? "" : column.name());
      }
    }
    return names.equals(USUAL);
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

  /**
   * True for a row that prints the head again, or a part of it, and nothing else but a label in
   * front of it.
   */
  boolean isRepeatedIn(PrintedRow row) {
    int hits = 0;
    for (Token token : row.tokens()) {
      hits += keys.contains(token.key()) ? 1 : 0;
    }
    int others = row.tokens().size() - hits;
    boolean inFront = others == 1 && !keys.contains(row.tokens().get(0).key());
    return (others == 0 && hits >= 2) || (inFront && hits > REPEATED);
  }

  /** The head with a name for a column that had none. */
  TableHead with(Column column, String name) {
    List<Column> named = new ArrayList<>(columns);
    named.replaceAll(
        each ->
            each.equals(column) ? new Column(name, each.label(), each.first(), each.last()) : each);
    return new TableHead(named, rows, keys);
  }
}
