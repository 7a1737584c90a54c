package org.jihe.publish.marked;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Comments in a workbook. */
final class MarkedWorkbook {

  private static final int WIDE = 4;
  private static final int HIGH = 7;

  private MarkedWorkbook() {}

  /** The copy's bytes; {@code left} takes the marks that have no cell there. */
  static byte[] copy(byte[] source, List<Mark> marks, List<Mark> left) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(source))) {
      for (Mark mark : marks) {
        XSSFSheet sheet = book.getSheet(mark.cell().sheet());
        if (sheet == null) {
          left.add(mark);
          continue;
        }
        comment(sheet, mark);
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      book.write(out);
      return out.toByteArray();
    }
  }

  private static void comment(XSSFSheet sheet, Mark mark) {
    CellAddress address = new CellAddress(mark.cell().row() - 1, mark.cell().column() - 1);
    XSSFComment there = sheet.getCellComment(address);
    if (there != null) {
      // Somebody else's words stay, ours stand below them.
      String before = there.getString() == null ? "" : there.getString().getString();
      there.setString(new XSSFRichTextString(before + "\n\n" + mark.text()));
      return;
    }
    XSSFDrawing drawing = sheet.createDrawingPatriarch();
    int row = address.getRow();
    int column = address.getColumn();
    ClientAnchor anchor =
        drawing.createAnchor(0, 0, 0, 0, column + 1, row, column + 1 + WIDE, row + HIGH);
    XSSFComment comment = drawing.createCellComment(anchor);
    comment.setAddress(address);
    comment.setAuthor(Mark.AUTHOR);
    comment.setString(new XSSFRichTextString(mark.text()));
  }
}
