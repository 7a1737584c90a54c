package org.jihe.template.search;

import java.util.ArrayList;
import java.util.List;
import org.jihe.layout.Position;
import org.jihe.template.search.LabelledRow.Label;

/** One indicator's row with the parts and labels around it that belong to it. */
final class IndicatorRow {

  /** The row that holds the points. */
  final LabelledRow row;

  /** Rows above it that hold the beginnings of its cells. */
  final List<LabelledRow> before = new ArrayList<>();

  /** Rows below it that hold the ends of its cells. */
  final List<LabelledRow> after = new ArrayList<>();

  /** Labels that stand alone between the indicator above and this one. */
  final List<Label> loose = new ArrayList<>();

  /** True where a page break stands between the indicator above and this one. */
  final boolean afterBreak;

  /** True where a part could as well belong to the indicator below. */
  boolean partUncertain;

  IndicatorRow(LabelledRow row, boolean afterBreak) {
    this.row = row;
    this.afterBreak = afterBreak;
  }

  /** The first cell of the row. */
  Position origin() {
    return row.tokens().get(0).position();
  }

  /** True where parts of its cells stand in other rows. */
  boolean isTorn() {
    return !before.isEmpty() || !after.isEmpty();
  }
}
