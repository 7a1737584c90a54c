package org.jihe.template;

import java.util.ArrayList;
import java.util.List;
import org.jihe.template.declaration.Lexicon;
import org.jihe.template.row.PrintedRow;
import org.jihe.template.row.Token;
import org.jspecify.annotations.Nullable;

/**
 * Labels of indicators that the end of a page or line has torn in text, so that the first half is a
 * row of its own, or the second: put together where neither half is a label and both are one.
 */
final class TornLabels {

  /** Labels stand among so many texts at the beginning of a row. */
  private static final int IN_FRONT = 3;

  private final Lexicon lexicon;

  private TornLabels(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** The rows with whole labels; themselves where none is torn. */
  static List<PrintedRow> mended(List<PrintedRow> rows, Lexicon lexicon) {
    TornLabels labels = new TornLabels(lexicon);
    List<PrintedRow> mended = new ArrayList<>(rows.size());
    for (PrintedRow row : rows) {
      int above = labels.above(mended);
      PrintedRow joined = above < 0 ? null : labels.joined(mended.get(above), row);
      if (joined == null) {
        mended.add(row);
      } else {
        // The row with values stays in its place, the one with half a label goes.
        boolean below = row.tokens().size() > mended.get(above).tokens().size();
        mended.set(above, below ? joined.behindBreak() : joined);
        if (below && above + 1 < mended.size()) {
          mended.add(mended.remove(above));
        }
      }
    }
    return mended.size() == rows.size() ? rows : mended;
  }

  /** Index of the last row that does not repeat the table's head, or -1. */
  private int above(List<PrintedRow> rows) {
    int at = rows.size() - 1;
    while (at >= 0 && isHead(rows.get(at))) {
      at--;
    }
    return at;
  }

  private boolean isHead(PrintedRow row) {
    long columns =
        row.tokens().stream().filter(token -> lexicon.indicatorColumn(token) != null).count();
    return columns > 2;
  }

  private @Nullable PrintedRow joined(PrintedRow above, PrintedRow below) {
    if (above.fixed() || below.fixed()) {
      return null;
    }
    boolean first = above.tokens().size() < below.tokens().size();
    List<Token> halves = first ? above.tokens() : below.tokens();
    List<Token> row = first ? below.tokens() : above.tokens();
    if (halves.size() > 2 || row.size() <= halves.size()) {
      return null;
    }
    for (int at = 0; at + halves.size() <= Math.min(row.size(), IN_FRONT); at++) {
      List<Token> labels = labels(halves, row.subList(at, at + halves.size()), first);
      if (labels != null) {
        List<Token> tokens = new ArrayList<>(row.subList(0, at));
        tokens.addAll(labels);
        tokens.addAll(row.subList(at + halves.size(), row.size()));
        return (first ? below : above).with(tokens);
      }
    }
    return null;
  }

  /** The labels that halves make with texts, one each; null where one of them is none. */
  private @Nullable List<Token> labels(List<Token> halves, List<Token> texts, boolean first) {
    List<Token> labels = new ArrayList<>();
    for (int i = 0; i < halves.size(); i++) {
      Token half = halves.get(i);
      Token text = texts.get(i);
      Token whole = first ? half.join(text) : text.join(half);
      if (isLabel(half) || isLabel(text) || !isLabel(whole)) {
        return null;
      }
      labels.add(whole);
    }
    return labels;
  }

  private boolean isLabel(Token token) {
    return lexicon.category(token.text()) != null || lexicon.aspect(token.text()) != null;
  }
}
