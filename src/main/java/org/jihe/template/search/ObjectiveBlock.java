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
final class ObjectiveBlock {

  private static final int LONGEST_LABEL = 6;
  private static final int USUAL_PLANNED = 2;
  private static final int USUAL_ACHIEVED = 5;

  private final Template template;
  private @Nullable Token planned;
  private @Nullable Token achieved;
  private int plannedColumn = USUAL_PLANNED;
  private int achievedColumn = USUAL_ACHIEVED;

  private ObjectiveBlock(Template template) {
    this.template = template;
  }

  /** True for the row that heads the two columns. */
  static boolean startsBlock(PrintedRow row, Template template) {
    return column(row, template.objective().planned()) != null
        || column(row, template.objective().achieved()) != null;
  }

  /**
   * Reads the block.
   *
   * @param rows the head of the two columns and the rows below it, to the indicator table
   * @param place where a text stands that is not printed
   */
  static AnnualObjective read(List<PrintedRow> rows, Template template, Position place) {
    ObjectiveBlock block = new ObjectiveBlock(template);
    rows.forEach(block::read);
    return new AnnualObjective(
        TokenFields.text(block.planned, block.plannedColumn, place),
        TokenFields.text(block.achieved, block.achievedColumn, place));
  }

  private void read(PrintedRow row) {
    if (!isHead(row)) {
      List<Token> texts = texts(row);
      int border = border(texts, plannedColumn, achievedColumn);
      texts.subList(0, border).forEach(text -> planned = joined(planned, text));
      texts.subList(border, texts.size()).forEach(text -> achieved = joined(achieved, text));
    }
  }

  /** True for a row of the columns' heads, which say where the texts stand. */
  private boolean isHead(PrintedRow row) {
    Token plannedHead = column(row, template.objective().planned());
    Token achievedHead = column(row, template.objective().achieved());
    plannedColumn = plannedHead == null ? plannedColumn : plannedHead.column();
    achievedColumn = achievedHead == null ? achievedColumn : achievedHead.column();
    return plannedHead != null || achievedHead != null;
  }

  /** The texts of a row without the labels of the block in front of them. */
  private List<Token> texts(PrintedRow row) {
    List<Token> texts = new ArrayList<>();
    for (Token token : row.tokens()) {
      if (!texts.isEmpty() || !isLabel(token)) {
        texts.add(token);
      }
    }
    return texts;
  }

  private static Token joined(@Nullable Token text, Token rest) {
    return text == null ? rest : text.join(rest);
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
  private boolean isLabel(Token token) {
    String key = token.key();
    List<String> labels = template.objective().labels();
    return Labels.isOneOf(key, labels)
        || (token.column() < plannedColumn
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
