package org.jihe.template.exact;

import java.util.ArrayList;
import java.util.List;
import org.jihe.form.AnnualObjective;
import org.jihe.form.Extra;
import org.jihe.form.Field;
import org.jihe.layout.Position;
import org.jihe.template.declaration.Template;
import org.jihe.template.row.PrintedRow;
import org.jihe.template.row.Token;
import org.jihe.template.row.TokenFields;
import org.jspecify.annotations.Nullable;

/** Reads the annual objective of a form whose columns can be trusted. */
final class ExactObjective {

  private final Template.ObjectiveBlock labels;
  private final List<Extra> extras = new ArrayList<>();
  private @Nullable Token planned;
  private @Nullable Token achieved;
  private @Nullable Token plannedHead;
  private @Nullable Token achievedHead;

  ExactObjective(Template template) {
    this.labels = template.objective();
  }

  /** True for the row with which the block begins. */
  static boolean startsBlock(PrintedRow row, Template template) {
    for (Token token : row.tokens()) {
      if (template.objective().planned().contains(token.key())
          || template.objective().achieved().contains(token.key())) {
        return true;
      }
    }
    return template.objective().labels().contains(row.tokens().get(0).key());
  }

  /** Reads the rows of the block, its heads among them. */
  AnnualObjective read(List<PrintedRow> rows, Position place) {
    for (PrintedRow row : rows) {
      read(row);
    }
    return new AnnualObjective(
        field(planned, plannedHead, place), field(achieved, achievedHead, place));
  }

  private void read(PrintedRow row) {
    Token plannedHere = labelled(row, labels.planned());
    Token achievedHere = labelled(row, labels.achieved());
    if (plannedHere != null && achievedHere != null) {
      plannedHead = plannedHere;
      achievedHead = achievedHere;
      if (!hasTextBeside(row, plannedHere, achievedHere)) {
        return;
      }
    }
    @Nullable Token side = null;
    for (Token token : row.tokens()) {
      if (token == plannedHere || token == achievedHere) {
        side = token;
      } else if (side != null) {
        add(token, side == plannedHere);
      } else if (!isLabel(token)) {
        place(token);
      }
    }
    plannedHead = plannedHere == null ? plannedHead : plannedHere;
    achievedHead = achievedHere == null ? achievedHead : achievedHere;
  }

  /** True where the row of both heads has more than them. */
  private boolean hasTextBeside(PrintedRow row, Token plannedHere, Token achievedHere) {
    int first = Math.min(plannedHere.column(), achievedHere.column());
    return row.tokens().stream()
        .anyMatch(t -> t.column() >= first && !isLabel(t) && t != plannedHere && t != achievedHere);
  }

  /** Gives a text to the column that it stands in. */
  private void place(Token token) {
    if (plannedHead == null && achievedHead == null) {
      add(token, planned == null);
      return;
    }
    int toPlanned = distance(token, plannedHead);
    int toAchieved = distance(token, achievedHead);
    boolean below = achievedHead == null || plannedHead == null;
    if (below && planned != null && achieved != null) {
      extras.add(
          new Extra(
              "annualObjective", "", TokenFields.text(token, token.column(), token.position())));
      return;
    }
    add(
        token,
        toPlanned <= toAchieved
            && (achievedHead == null || token.column() < achievedHead.column() || toPlanned == 0));
  }

  private static int distance(Token token, @Nullable Token head) {
    if (head == null) {
      return Integer.MAX_VALUE;
    }
    if (token.overlaps(head.column(), head.last())) {
      return 0;
    }
    return Math.min(Math.abs(token.column() - head.last()), Math.abs(head.column() - token.last()));
  }

  private void add(Token token, boolean toPlanned) {
    if (toPlanned) {
      planned = planned == null ? token : planned.join(token);
    } else {
      achieved = achieved == null ? token : achieved.join(token);
    }
  }

  private boolean isLabel(Token token) {
    return labels.labels().contains(token.key());
  }

  private static @Nullable Token labelled(PrintedRow row, List<String> labels) {
    Token last = null; // the block's own label in front may be worded like a column's
    for (Token token : row.tokens()) {
      last = labels.contains(token.key()) ? token : last;
    }
    return last;
  }

  private static Field<String> field(@Nullable Token text, @Nullable Token head, Position place) {
    if (text != null) {
      return TokenFields.text(text, text.column(), place);
    }
    return Field.blank(head == null ? place : TokenFields.place(below(head), head.column()));
  }

  private static Position below(Token head) {
    Position at = head.position();
    return new Position(at.file(), at.page(), at.sheet(), at.row() + 1, at.column());
  }

  List<Extra> extras() {
    return extras;
  }
}
