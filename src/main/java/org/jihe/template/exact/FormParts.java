package org.jihe.template.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jihe.template.declaration.Lexicon;
import org.jihe.template.row.LabelledText;
import org.jihe.template.row.PrintedRow;
import org.jihe.template.row.Token;
import org.jspecify.annotations.Nullable;

/**
 * Where the parts of a form begin: indices of its rows; -1 for a part that it lacks.
 *
 * @param funding the head of the funding table
 * @param objective the annual objective
 * @param indicators the head of the indicator table
 * @param total the last row of the table
 * @param size how many rows the form has
 */
record FormParts(int funding, int objective, int indicators, int total, int size) {

  /** No table of a form has so many; a row of more cells is no head of one. */
  private static final int MOST_COLUMNS = 200;

  /** A title may be worded like the objective's label. */
  private static final int TITLE_ROWS = 2;

  /** Finds the parts by their heads and labels. */
  static FormParts of(List<PrintedRow> rows, Lexicon lexicon) {
    int funding = -1;
    int indicators = -1;
    boolean certain = false;
    for (int i = 0; i < rows.size() && !(certain && funding >= 0); i++) {
      int money = columnsNamed(rows.get(i), lexicon::fundingColumn);
      int measures = columnsNamed(rows.get(i), lexicon::indicatorColumn);
      if (funding < 0 && money >= 2 && money >= measures) {
        funding = i;
      } else if (!certain && measures >= 2 && measures > money) {
        boolean second = indicators >= 0 && i == indicators + 1; // of a head of two rows
        certain = second || namesIndicators(rows.get(i), lexicon);
        indicators = indicators < 0 || (certain && !second) ? i : indicators;
      }
    }
    int total = indicators < 0 ? -1 : ExactTotal.rowOf(rows, indicators + 1, lexicon);
    int objective = objective(rows, funding, indicators, lexicon);
    return new FormParts(funding, objective, indicators, total, rows.size());
  }

  /** True for a head with indicators' names or labels, which a row of the objective has not. */
  private static boolean namesIndicators(PrintedRow row, Lexicon lexicon) {
    for (Token token : row.tokens()) {
      String name = lexicon.indicatorColumn(token);
      if (name != null
          && (name.equals("name") || name.equals("category") || name.equals("aspect"))) {
        return true;
      }
    }
    return false;
  }

  private static int objective(
      List<PrintedRow> rows, int funding, int indicators, Lexicon lexicon) {
    int end = indicators < 0 ? rows.size() : indicators;
    for (int i = Math.min(TITLE_ROWS, Math.max(0, funding)); i < end; i++) {
      if (i != funding && ExactObjective.startsBlock(rows.get(i), lexicon.template())) {
        return i;
      }
    }
    return -1;
  }

  /** How many columns of a table a row names, those apart that several tables have. */
  static int columnsNamed(PrintedRow row, Function<Token, @Nullable String> meaning) {
    if (row.tokens().size() < 2 || row.tokens().size() > MOST_COLUMNS) {
      return 0;
    }
    List<String> names = new ArrayList<>();
    for (Token token : row.tokens()) {
      String name = meaning.apply(token);
      if (name != null && !isOfSeveral(name) && !names.contains(name)) {
        names.add(name);
      }
    }
    return names.size();
  }

  private static boolean isOfSeveral(String name) {
    return name.equals("maxScore") || name.equals("score");
  }

  /** Where the first table or objective begins. */
  int first() {
    int first = indicators;
    first = funding >= 0 ? Math.min(first, funding) : first;
    return objective >= 0 ? Math.min(first, objective) : first;
  }

  /** Where the part that begins there ends. */
  int end(int start) {
    int end = total >= 0 && start < total ? total : size;
    for (int other : new int[] {funding, objective, indicators}) {
      end = other > start ? Math.min(end, other) : end;
    }
    return end;
  }

  /** Where the indicator table ends: one without a total at the first row below tables. */
  int tableEnd(List<PrintedRow> rows, int from, Lexicon lexicon) {
    int end = end(indicators);
    for (int i = from; total < 0 && i < end; i++) {
      if (isClosing(rows.get(i), lexicon)) {
        return i;
      }
    }
    return Math.max(from, end);
  }

  /** True for a row that begins with a label of the form's end. */
  static boolean isClosing(PrintedRow row, Lexicon lexicon) {
    Token first = row.tokens().get(0);
    if (lexicon.isClosing(first.key())) {
      return true;
    }
    LabelledText pair = LabelledText.of(first);
    return pair != null && lexicon.isClosing(pair.key());
  }
}
