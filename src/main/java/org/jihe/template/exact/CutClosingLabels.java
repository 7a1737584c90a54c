package org.jihe.template.exact;

import java.util.ArrayList;
import java.util.List;
import org.jihe.template.declaration.Lexicon;
import org.jihe.template.row.PrintedRow;
import org.jihe.template.row.Token;

/** Puts together a closing line whose label the end of a page has cut. */
final class CutClosingLabels {

  private CutClosingLabels() {}

  /** The rows; one that the end of a page cuts through the label of a closing line is one row. */
  static List<PrintedRow> mended(List<PrintedRow> printed, Lexicon lexicon) {
    List<PrintedRow> rows = new ArrayList<>(printed);
    for (int i = 1; i < rows.size(); i++) {
      PrintedRow above = rows.get(i - 1);
      int next = i;
      while (next < rows.size()
          && rows.get(next).grid() != above.grid()
          && FormParts.columnsNamed(rows.get(next), lexicon::indicatorColumn) > 1) {
        next++; // the head again
      }
      if (next < rows.size() && cutsLabel(above, rows.get(next), lexicon)) {
        rows.set(i - 1, joined(above, rows.remove(next)));
      }
    }
    return rows;
  }

  private static boolean cutsLabel(PrintedRow above, PrintedRow below, Lexicon lexicon) {
    Token start = above.tokens().get(0);
    Token rest = below.tokens().get(0);
    return above.grid() != below.grid()
        && above.fixed()
        && below.fixed()
        && start.column() == rest.column()
        && !lexicon.isClosing(start.key())
        && !lexicon.isClosing(rest.key())
        && lexicon.isClosing(start.join(rest).key());
  }

  private static PrintedRow joined(PrintedRow above, PrintedRow below) {
    List<Token> tokens = new ArrayList<>(above.tokens());
    for (Token rest : below.tokens()) {
      int at = 0;
      while (at < tokens.size() && tokens.get(at).column() < rest.column()) {
        at++;
      }
      if (at < tokens.size() && tokens.get(at).column() == rest.column()) {
        tokens.set(at, tokens.get(at).join(rest));
      } else {
        tokens.add(at, rest);
      }
    }
    return above.with(tokens);
  }
}
