package org.jihe.template.exact;

import java.util.List;
import org.jihe.template.row.PrintedRow;
import org.jihe.template.row.Token;
import org.jspecify.annotations.Nullable;

/** A printed label of a category or an aspect, on its way down the rows that it reaches. */
final class LabelRun {

  private final int grid;
  private Token token;

  LabelRun(Token token, int grid) {
    this.token = token;
    this.grid = grid;
  }

  /** The label as printed. */
  Token token() {
    return token;
  }

  /** The label's text. */
  String text() {
    return token.text();
  }

  /** Takes a further part of the label. */
  void grow(Token whole) {
    token = whole;
  }

  /** True where the label's cell reaches over several rows. */
  boolean isMerged() {
    return token.rows() > 1;
  }

  boolean isOnPageOf(PrintedRow row) {
    return grid == row.grid();
  }

  /** True for a label that is printed on the row. */
  boolean isPrintedOn(PrintedRow row) {
    return grid == row.grid() && token.position().row() == row.line();
  }

  /** True for a label that is printed on the last row. */
  boolean isOfLast(List<IndicatorLine> lines) {
    return !lines.isEmpty() && isPrintedOn(lines.get(lines.size() - 1).row);
  }

  /** True for a merged label below whose last row the row stands. */
  boolean endsAbove(PrintedRow row) {
    return grid == row.grid() && isMerged() && row.line() >= token.position().row() + token.rows();
  }

  /** True where the run's label reads like another. */
  static boolean isWordedLike(@Nullable LabelRun run, Token label) {
    return run != null && run.token.key().equals(label.key());
  }
}
