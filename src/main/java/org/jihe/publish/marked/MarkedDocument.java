package org.jihe.publish.marked;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFComment;
import org.apache.poi.xwpf.usermodel.XWPFComments;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTDecimalNumber;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTrPr;

/**
 * Comments in a document of Word. Its rows and columns are counted as the reader of documents
 * counts them; a cell that does not print what the finding says is not the one that is meant.
 */
final class MarkedDocument {

  /** The head of a form stands within so many rows. */
  private static final int LONGEST_FORM = 12;

  private final XWPFDocument document;
  private final Map<Long, XWPFParagraph> cells = new HashMap<>();
  private final Map<Long, String> texts = new HashMap<>();
  private int lastRow;
  private int pending;

  private MarkedDocument(XWPFDocument document) {
    this.document = document;
    for (IBodyElement element : document.getBodyElements()) {
      if (element instanceof XWPFTable table) {
        lastRow += pending;
        pending = 0;
        table.getRows().forEach(this::row);
      } else if (element instanceof XWPFParagraph paragraph && !paragraph.getText().isBlank()) {
        pending++;
        put(lastRow + pending, 1, paragraph, paragraph.getText());
      }
    }
  }

  /** The copy's bytes; {@code left} takes the marks whose cells are not found. */
  static byte[] copy(byte[] source, List<Mark> marks, List<Mark> left) throws IOException {
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(source))) {
      MarkedDocument marked = new MarkedDocument(document);
      for (Mark mark : marks) {
        if (!marked.comment(mark)) {
          left.add(mark);
        }
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.write(out);
      return out.toByteArray();
    }
  }

  private void put(int row, int column, XWPFParagraph paragraph, String text) {
    long key = ((long) row << Integer.SIZE) | column;
    cells.put(key, paragraph);
    texts.put(key, text);
  }

  private void row(XWPFTableRow row) {
    lastRow++;
    int column = 1 + before(row);
    for (XWPFTableCell cell : row.getTableCells()) {
      List<XWPFParagraph> paragraphs = cell.getParagraphs();
      if (!paragraphs.isEmpty()) {
        put(lastRow, column, paragraphs.get(0), cell.getText());
      }
      column += span(cell);
    }
  }

  private static int before(XWPFTableRow row) {
    CTTrPr properties = row.getCtRow().getTrPr();
    if (properties == null || properties.sizeOfGridBeforeArray() == 0) {
      return 0;
    }
    return properties.getGridBeforeArray(0).getVal().intValue();
  }

  private static int span(XWPFTableCell cell) {
    CTTcPr properties = cell.getCTTc().getTcPr();
    CTDecimalNumber span = properties == null ? null : properties.getGridSpan();
    return span == null ? 1 : Math.max(1, span.getVal().intValue());
  }

  private boolean comment(Mark mark) {
    long key = ((long) mark.cell().row() << Integer.SIZE) | mark.cell().column();
    XWPFParagraph paragraph = cells.get(key);
    if (paragraph == null || !isThat(mark.printed(), texts.getOrDefault(key, ""))) {
      paragraph = below(mark);
    }
    if (paragraph == null) {
      return false;
    }
    XWPFComments comments = document.getDocComments();
    if (comments == null) {
      comments = document.createComments();
    }
    BigInteger id = free(comments);
    XWPFComment comment = comments.createComment(id);
    comment.setAuthor(Mark.AUTHOR);
    comment.setInitials("审");
    for (String line : mark.text().split("\n", -1)) {
      XWPFRun run = comment.createParagraph().createRun();
      run.setText(line);
    }
    CTP xml = paragraph.getCTP();
    xml.insertNewCommentRangeStart(0).setId(id);
    xml.addNewCommentRangeEnd().setId(id);
    xml.addNewR().addNewCommentReference().setId(id);
    return true;
  }

  /** What is about a form as a whole is at its first cell, and what it prints stands below. */
  private @Nullable XWPFParagraph below(Mark mark) {
    String wanted = folded(mark.printed());
    int first = mark.cell().row();
    return cells.keySet().stream()
        .filter(key -> key >> Integer.SIZE >= first && key >> Integer.SIZE < first + LONGEST_FORM)
        .filter(key -> !wanted.isEmpty() && folded(texts.getOrDefault(key, "")).equals(wanted))
        .min(Comparator.naturalOrder())
        .map(cells::get)
        .orElse(null);
  }

  private static BigInteger free(XWPFComments comments) {
    BigInteger most = BigInteger.ZERO;
    for (XWPFComment comment : comments.getComments()) {
      String id = comment.getId();
      if (id != null && id.matches("\\d{1,9}")) {
        most = most.max(new BigInteger(id));
      }
    }
    return most.add(BigInteger.ONE);
  }

  private static boolean isThat(@Nullable String printed, String there) {
    return printed == null || printed.isBlank() || folded(there).contains(folded(printed));
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}]+", "");
  }
}
