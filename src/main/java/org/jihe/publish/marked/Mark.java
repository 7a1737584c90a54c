package org.jihe.publish.marked;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jihe.layout.Position;
import org.jihe.publish.list.Item;
import org.jihe.publish.list.Shown;

/**
 * A comment on a cell.
 *
 * @param cell where it goes
 * @param printed what the cell prints, as far as the findings say; may be empty
 * @param text the comment
 */
record Mark(Position cell, String printed, String text) {

  /** Who comments. */
  static final String AUTHOR = "绩效自评审核";

  /** One comment a cell, whatever is about it. */
  static List<Mark> of(List<Item> items) {
    Map<Position, Mark> marks = new LinkedHashMap<>();
    for (Item item : items) {
      Position cell = item.cell();
      if (cell == null) {
        continue;
      }
      String level =
          switch (item.severity()) {
            case ERROR -> "【错误】";
            case DOUBT -> "【疑点】";
            case NOTE -> "【提示】";
          };
      String text = level + item.rule() + "：" + item.problem() + "\n" + item.advice();
      String shown = Shown.text(text).strip();
      marks.merge(
          cell,
          new Mark(cell, item.reported(), shown),
          (one, more) -> new Mark(cell, one.printed, one.text + "\n\n" + more.text));
    }
    return new ArrayList<>(marks.values());
  }
}
