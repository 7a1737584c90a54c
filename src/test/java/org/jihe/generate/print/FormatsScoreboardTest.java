package org.jihe.generate.print;

import java.util.List;
import org.jihe.GoldenFile;
import org.junit.jupiter.api.Test;

/** Keeps {@code datasets/formats-scoreboard.txt} current. */
class FormatsScoreboardTest {

  private static final int FORMS = 4;
  private static final int MOST = 20;

  @Test
  void theScoreboardIsCurrent() {
    StringBuilder board = new StringBuilder();
    board.append(
        "Forms put together at random, printed in every format and every template, and read back.\n");
    board.append(
        "exact: every cell is read as printed, and from the place where it was printed.\n\n");
    board.append(FormatsBoard.head());
    for (FormLayout layout : FormLayout.values()) {
      List<PrintedForm> forms = FormatsBoard.forms(layout, MOST);
      for (PrintedFormat format : PrintedFormat.values()) {
        int count = Math.max(FORMS, format.formsInFile());
        FormatsBoard.Tally tally = FormatsBoard.tally(format, forms.subList(0, count));
        board.append(FormatsBoard.line(format, layout, tally));
      }
    }
    GoldenFile.at("datasets/formats-scoreboard.txt").holds(board.toString());
  }
}
