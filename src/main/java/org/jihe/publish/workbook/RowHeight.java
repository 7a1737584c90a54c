package org.jihe.publish.workbook;

import java.util.PrimitiveIterator;

/**
 * How high a row must be for its wrapped texts to be seen: not every spreadsheet finds that out by
 * itself when it opens a file. Characters of full width take two places.
 */
final class RowHeight {

  /** Points of a line of the body's font. */
  private static final float LINE = 13.5f;

  private static final float LEAST = 16;

  /** Spreadsheets allow no more. */
  private static final float MOST = 409;

  /** The first character of the blocks whose characters are square. */
  private static final int WIDE = 0x2E80;

  private int lines = 1;

  /** Takes the text of a cell of a column that is so many digits wide. */
  void add(String text, int width) {
    int count = 1;
    double used = 0;
    PrimitiveIterator.OfInt points = text.codePoints().iterator();
    while (points.hasNext()) {
      int point = points.nextInt();
      if (point == '\n') {
        count++;
        used = 0;
        continue;
      }
      double wide = isWide(point) ? 2 : 1;
      if (used + wide > width) {
        count++;
        used = 0;
      }
      used += wide;
    }
    lines = Math.max(lines, count);
  }

  private static boolean isWide(int point) {
    return point >= WIDE || (point >= 0x2010 && point <= 0x2027) || point == '·' || point == '×';
  }

  float points() {
    return Math.min(MOST, Math.max(LEAST, lines * LINE + 3));
  }
}
