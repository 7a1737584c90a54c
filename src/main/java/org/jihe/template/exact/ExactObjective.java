package org.jihe.template.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jihe.form.AnnualObjective;
import org.jihe.form.Extra;
import org.jihe.form.Field;
import org.jihe.form.FormColumn;
import org.jihe.form.FormFields;
import org.jihe.form.FormPath;
import org.jihe.form.Guess;
import org.jihe.layout.Position;
import org.jihe.template.declaration.Template;
import org.jihe.template.row.CellText;
import org.jihe.template.row.Labels;
import org.jihe.template.row.PrintedRow;
import org.jihe.template.row.Token;
import org.jihe.template.row.TokenFields;
import org.jspecify.annotations.Nullable;

/** Reads the annual objective of a form whose columns can be trusted. */
final class ExactObjective {

  private static final int LONGEST_HEAD = 12;

  private final Template.ObjectiveBlock labels;
  private final List<Extra> extras = new ArrayList<>();
  private @Nullable Token planned;
  private @Nullable Token achieved;
  private @Nullable Token plannedHead;
  private @Nullable Token achievedHead;

  /** The head of a further column, such as one for reasons. */
  private @Nullable Token furtherHead;

  private final Map<String, List<String>> furtherLabels;
  private final List<String> blockLabels;

  private final Doubts doubts;

  ExactObjective(Template template, Doubts doubts) {
    this.doubts = doubts;
    this.labels = template.objective();
    this.furtherLabels = template.indicators().columns();
    this.blockLabels = new ArrayList<>(labels.labels());
    blockLabels.addAll(template.indicators().labels());
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
    for (int i = 0; i < rows.size(); i++) {
      read(rows.get(i), i + 1 < rows.size() ? rows.get(i + 1) : null);
    }
    if ((plannedHead == null) != (achievedHead == null) && rows.get(0).fixed()) {
      doubt(FormFields.PLANNED, Guess.Reason.LABEL_UNRECOGNISED, "");
      doubt(FormFields.ACHIEVED, Guess.Reason.LABEL_UNRECOGNISED, "");
    }
    return new AnnualObjective(
        field(planned, plannedHead, place), field(achieved, achievedHead, place));
  }

  private void doubt(
      FormColumn<AnnualObjective, String> column, Guess.Reason reason, String label) {
    doubts.add(FormPath.objective(column), reason, label);
  }

  private void read(PrintedRow row, @Nullable PrintedRow below) {
    Token plannedHere = labelled(row, labels.planned());
    Token achievedHere = labelled(row, labels.achieved());
    plannedHere = plannedHere == null ? leftOf(row, achievedHere) : plannedHere;
    if ((plannedHere == null) != (achievedHere == null) && below != null && row.fixed()) {
      boolean planned = plannedHere == null;
      Token known = planned ? achievedHere : plannedHere;
      Token other = known == null ? null : otherHead(row, known, planned, below);
      if (other != null) {
        doubt(FormFields.PLANNED, Guess.Reason.LABEL_RECOGNISED, other.text());
        doubt(FormFields.ACHIEVED, Guess.Reason.LABEL_RECOGNISED, other.text());
        plannedHere = planned ? other : plannedHere;
        achievedHere = planned ? achievedHere : other;
      }
    }
    if (plannedHere != null && achievedHere != null) {
      furtherHead = further(row, plannedHere, achievedHere);
      plannedHead = plannedHere;
      achievedHead = achievedHere;
      if (!hasTextBeside(row, plannedHere, achievedHere)) {
        Token label = row.tokens().get(0);
        if (isLeftOfHeads(label)) {
          restOfLabel(label);
        }
        return;
      }
    }
    @Nullable Token side = null;
    Token first = row.tokens().get(0);
    Token block =
        plannedHere != null && achievedHere != null && first.column() < plannedHere.column()
            ? first
            : null;
    for (Token token : row.tokens()) {
      if (token == block) {
        restOfLabel(token);
        continue;
      }
      if (token == furtherHead) {
        side = null;
      } else if (token == plannedHere || token == achievedHere) {
        side = token;
      } else if (side != null) {
        add(token, side == plannedHere);
      } else if (row.fixed() && isLeftOfHeads(token)) {
        restOfLabel(token);
      } else if (!isLabel(token)) {
        place(token);
      }
    }
    plannedHead = plannedHere == null ? plannedHead : plannedHere;
    achievedHead = achievedHere == null ? achievedHead : achievedHere;
  }

  /**
   * The head beside the one that is known: worded like a label, with a text of its own below it as
   * the other has; or null.
   */
  private @Nullable Token otherHead(PrintedRow row, Token known, boolean left, PrintedRow below) {
    Token found = null;
    for (Token token : row.tokens()) {
      boolean side = left ? token.last() < known.column() : token.column() > known.last();
      boolean head =
          side
              && !isLabel(token)
              && token.key().length() <= LONGEST_HEAD
              && !token.hasDigit()
              && below.tokens().stream().anyMatch(t -> t.column() == token.column())
              && below.tokens().stream().anyMatch(t -> t.column() == known.column());
      found = head ? token : found;
    }
    return found;
  }

  /** The head left of that of the achieved objective, where it is worded like one; or null. */
  private static @Nullable Token leftOf(PrintedRow row, @Nullable Token achieved) {
    int at = achieved == null ? -1 : row.tokens().indexOf(achieved);
    Token left = at < 1 ? null : row.tokens().get(at - 1);
    boolean head =
        left != null
            && left.key().length() <= LONGEST_HEAD
            && left.key().contains("目标")
            && !left.key().contains("完成");
    return head ? left : null;
  }

  /** True where the row of both heads has more than them. */
  private boolean hasTextBeside(PrintedRow row, Token plannedHere, Token achievedHere) {
    int first = Math.min(plannedHere.column(), achievedHere.column());
    return row.tokens().stream()
        .filter(t -> t.column() >= first && t != plannedHere && t != achievedHere)
        .anyMatch(t -> !isLabel(t) && t != furtherHead);
  }

  private boolean isLeftOfHeads(Token token) {
    return plannedHead != null
        && achievedHead != null
        && token.last() < Math.min(plannedHead.column(), achievedHead.column());
  }

  /**
   * What stands below the block's label is no text: the label's rest, or that of the next block.
   */
  private void restOfLabel(Token token) {
    String key = token.key();
    boolean head = labels.planned().contains(key) || labels.achieved().contains(key);
    if (!head && !isLabel(token) && !Labels.isPartOf(key, blockLabels)) {
      extras.add(
          new Extra(
              "annualObjective", "", TokenFields.text(token, token.column(), token.position())));
    }
  }

  private @Nullable Token further(PrintedRow row, Token plannedHere, Token achievedHere) {
    int last = Math.max(plannedHere.column(), achievedHere.column());
    for (Token token : row.tokens()) {
      if (token.column() > last && Labels.nameOf(token.key(), furtherLabels) != null) {
        return token;
      }
    }
    return null;
  }

  /** Gives a text to the column that it stands in. */
  private void place(Token token) {
    if (furtherHead != null && token.overlaps(furtherHead.column(), furtherHead.last())) {
      extras.add(
          new Extra(
              "annualObjective",
              CellText.joined(furtherHead.text()),
              TokenFields.text(token, token.column(), token.position())));
      return;
    }
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
