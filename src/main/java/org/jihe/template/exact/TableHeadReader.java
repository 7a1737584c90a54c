package org.jihe.template.exact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jihe.template.row.Labels;
import org.jihe.template.row.PrintedRow;
import org.jihe.template.row.Token;
import org.jspecify.annotations.Nullable;

/**
 * Reads the head of a table at a row and, where labels stand in two rows, the row below it.
 *
 * @param meaning name of a column by its label, or null
 * @param blocks labels of the block
 */
record TableHeadReader(Function<Token, @Nullable String> meaning, List<String> blocks) {

  TableHead read(List<PrintedRow> rows, int index) {
    PrintedRow head = rows.get(index);
    List<Token> labels = new ArrayList<>(head.tokens());
    Set<String> keys = keys(labels);
    int count = 1;
    while (index + count < rows.size()) {
      PrintedRow below = rows.get(index + count);
      List<Token> whole = below.grid() == head.grid() ? null : continued(labels, below);
      if (whole != null) {
        labels = whole;
      } else if (isSecondRow(below, head, labels)) {
        labels.addAll(below.tokens());
      } else {
        break;
      }
      keys.addAll(keys(labels));
      count++;
    }
    return new TableHead(columns(count > 1 ? lowest(labels) : labels, head.fixed()), count, keys);
  }

  private static Set<String> keys(List<Token> labels) {
    Set<String> keys = new HashSet<>();
    labels.forEach(label -> keys.add(label.key()));
    return keys;
  }

  /** True for a row of labels that names columns which those above do not. */
  private boolean isSecondRow(PrintedRow row, PrintedRow head, List<Token> labels) {
    Set<String> names = names(row.tokens());
    boolean all = row.tokens().stream().allMatch(t -> meaning.apply(t) != null || isBlock(t));
    return all
        && names.size() >= 2
        && !names(labels).containsAll(names)
        && (!head.fixed() || isReached(row, head) || spans(head));
  }

  /** True where a label of the head reaches down into the row. */
  private static boolean isReached(PrintedRow row, PrintedRow head) {
    return row.grid() == head.grid() && row.covering().stream().anyMatch(head.tokens()::contains);
  }

  /** True where every label of the head covers several cells. */
  private static boolean spans(PrintedRow head) {
    return head.tokens().stream().allMatch(t -> t.rows() > 1 || t.columns() > 1);
  }

  /** The labels with what the next page has of them, or null where its first row is another. */
  private @Nullable List<Token> continued(List<Token> labels, PrintedRow row) {
    if (!row.fixed()) {
      return null;
    }
    List<Token> whole = new ArrayList<>(labels);
    for (Token rest : row.tokens()) {
      int at = inColumn(whole, rest.column());
      if (at < whole.size()) {
        Token joined = whole.get(at).join(rest);
        if (!isLabel(joined) || meaning.apply(rest) != null) {
          return null;
        }
        whole.set(at, joined);
      } else if (isBlock(rest)) {
        whole.add(rest);
      } else {
        return null;
      }
    }
    return whole;
  }

  /** Index of the label that begins in a column, or their number where none does. */
  private static int inColumn(List<Token> labels, int column) {
    int at = 0;
    while (at < labels.size() && labels.get(at).column() != column) {
      at++;
    }
    return at;
  }

  private boolean isLabel(Token token) {
    return meaning.apply(token) != null || isBlock(token);
  }

  private boolean isBlock(Token token) {
    return blocks.contains(token.key()) || blocks.contains(Labels.bare(token.key()));
  }

  private Set<String> names(List<Token> tokens) {
    Set<String> names = new HashSet<>();
    for (Token token : tokens) {
      String name = meaning.apply(token);
      if (name != null) {
        names.add(name);
      }
    }
    return names;
  }

  /** The labels without those that have others below them. */
  private static List<Token> lowest(List<Token> labels) {
    List<Token> lowest = new ArrayList<>(labels);
    lowest.removeIf(label -> labels.stream().anyMatch(other -> isBelow(other, label)));
    return lowest;
  }

  private static boolean isBelow(Token other, Token label) {
    return other.position().row() > label.position().row()
        && other.overlaps(label.column(), label.last());
  }

  private List<TableHead.Column> columns(List<Token> labels, boolean fixed) {
    List<Token> sorted = new ArrayList<>(labels);
    sorted.sort(Comparator.comparingInt(Token::column));
    List<TableHead.Column> columns = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < sorted.size(); i++) {
      Token label = sorted.get(i);
      int last = label.last();
      if (!fixed) {
        last = i + 1 < sorted.size() ? sorted.get(i + 1).column() - 1 : Integer.MAX_VALUE - 1;
      }
      columns.add(new TableHead.Column(name(label, taken), label, label.column(), last));
    }
    return columns;
  }

  /** A column's name; a second column of one name is kept under its own label. */
  private @Nullable String name(Token label, Set<String> taken) {
    if (isBlock(label)) {
      return TableHead.BLOCK;
    }
    String name = meaning.apply(label);
    return name != null && taken.add(name) ? name : null;
  }
}
