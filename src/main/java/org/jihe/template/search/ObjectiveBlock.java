package org.jihe.template.search;

import java.util.ArrayList;
import java.util.List;
import org.jihe.form.AnnualObjective;
import org.jihe.layout.Position;
import org.jihe.template.declaration.Template;
import org.jihe.template.row.Labels;
import org.jihe.template.row.PrintedRow;
import org.jihe.template.row.Token;
import org.jihe.template.row.TokenFields;
import org.jspecify.annotations.Nullable;

/** Reads the annual objective: two long texts that pages and lines may have torn. */
public final class ObjectiveBlock {

  private static final int LONGEST_LABEL = 6;
  private static final int USUAL_PLANNED = 2;
  private static final int USUAL_ACHIEVED = 5;

  private ObjectiveBlock() {}

  /** True for the row that heads the two columns. */
  static boolean startsBlock(PrintedRow row, Template template) {
    return column(row, template.objective().planned()) != null
        || column(row, template.objective().achieved()) != null;
  }

  /**
   * Reads the block.
   *
   * @param rows the head of the two columns and the rows below it, to the indicator table
   */
  static AnnualObjective read(List<PrintedRow> rows, Template template, Position place) {
    Token planned = null;
    Token achieved = null;
    int plannedColumn = USUAL_PLANNED;
    int achievedColumn = USUAL_ACHIEVED;
    for (PrintedRow row : rows) {
      List<Token> texts = new ArrayList<>();
      Token plannedHead = column(row, template.objective().planned());
      Token achievedHead = column(row, template.objective().achieved());
      if (plannedHead != null) {
        plannedColumn = plannedHead.column();
      }
      if (achievedHead != null) {
        achievedColumn = achievedHead.column();
      }
      if (plannedHead != null || achievedHead != null) {
        continue;
      }
      for (Token token : row.tokens()) {
        if (!texts.isEmpty() || !isLabel(token, plannedColumn, template)) {
          texts.add(token);
        }
      }
      int border = border(texts, plannedColumn, achievedColumn);
      for (int i = 0; i < texts.size(); i++) {
        Token text = texts.get(i);
        if (i < border) {
          planned = planned == null ? text : planned.join(text);
        } else {
          achieved = achieved == null ? text : achieved.join(text);
        }
      }
    }
    return new AnnualObjective(
        TokenFields.text(planned, plannedColumn, place), TokenFields.text(achieved, achievedColumn, place));
  }

  /** Index of the first text that belongs to what was achieved. */
  private static int border(List<Token> texts, int planned, int achieved) {
    if (texts.size() == 2 && texts.get(0).column() < achieved) {
      return 1;
    }
    int border = 0;
    while (border < texts.size()) {
      int column = texts.get(border).column();
      if (Math.abs(column - planned) > Math.abs(column - achieved)) {
        break;
      }
      border++;
    }
    return border;
  }

  /** The whole label, or a torn part of it in front of the texts. */
  private static boolean isLabel(Token token, int planned, Template template) {
    String key = token.key();
    List<String> labels = template.objective().labels();
    return Labels.isOneOf(key, labels)
        || (token.column() < planned
            && key.length() <= LONGEST_LABEL
            && Labels.isPartOf(key, labels));
  }

  private static @Nullable Token column(PrintedRow row, List<String> labels) {
    for (Token token : row.tokens()) {
      if (Labels.isOneOf(token.key(), labels)) {
        return token;
      }
    }
    return null;
  }
}
