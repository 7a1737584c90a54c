package org.jihe.source.text;

import java.util.ArrayList;
import java.util.List;
import org.jihe.csv.CsvRecords;
import org.jihe.layout.Cell;
import org.jihe.layout.Document;
import org.jihe.layout.Grid;
import org.jihe.layout.Position;
import org.jihe.layout.Quarantined.Reason;
import org.jihe.source.file.Format;
import org.jihe.source.file.FormatReader;
import org.jihe.source.file.Limits;
import org.jihe.source.file.RawFile;
import org.jihe.source.file.Refusal;

/**
 * Reads text whose fields are separated by tabs or upright lines, or aligned by spaces: a line is a
 * row, a field is a cell, an empty line stays an empty row. Which of the two a text is, most of its
 * lines decide.
 */
public final class TextReader implements FormatReader {

  /** Lines with gaps that make a text one of aligned columns. */
  private static final int LEAST_ALIGNED = 3;

  /** A paragraph with so many lines of several fields has columns of its own. */
  private static final int OWN_COLUMNS = 8;

  /** Lines whose columns are looked at together. */
  private static final int MOST_TOGETHER = 500;

  @Override
  public Document read(RawFile source, Limits limits) throws Refusal {
    Encodings.Decoded decoded = Encodings.text(source);
    List<String> lines = lines(decoded.text());
    Rows rows = new Rows(source, limits);
    List<List<CsvRecords.Field>> records = SeparatedText.records(decoded.text());
    if (!records.isEmpty()) {
      for (List<CsvRecords.Field> record : records) {
        rows.separated(record);
      }
    } else if (isAligned(lines)) {
      aligned(lines, rows);
    } else {
      for (int i = 0; i < lines.size(); i++) {
        rows.tabbed(lines.get(i), i + 1);
      }
    }
    Grid grid = new Grid(rows.rows, Grid.Columns.LOOSE);
    return new Document(source.name(), Format.TEXT.id(), decoded.encoding(), List.of(grid));
  }

  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int from = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '\n' || c == '\r') {
        lines.add(text.substring(from, at));
        at += c == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n' ? 1 : 0;
        from = at + 1;
      }
    }
    lines.add(text.substring(from));
    return lines;
  }

  private static boolean isAligned(List<String> lines) {
    int printed = 0;
    int tabbed = 0;
    int gaps = 0;
    for (String line : lines) {
      if (line.isBlank()) {
        continue;
      }
      printed++;
      if (line.indexOf('\t') >= 0) {
        tabbed++;
      } else {
        gaps += line.contains("  ") && line.strip().contains("  ") ? 1 : 0;
      }
    }
    return gaps >= LEAST_ALIGNED && gaps > 2 * tabbed && gaps * 4 >= printed;
  }

  /** Paragraphs and pages that are long enough have columns of their own; short ones share them. */
  private static void aligned(List<String> lines, Rows rows) throws Refusal {
    List<AlignedLine> together = new ArrayList<>();
    List<AlignedLine> paragraph = new ArrayList<>();
    for (int i = 0; i <= lines.size(); i++) {
      String line = i < lines.size() ? lines.get(i) : "";
      boolean page = line.indexOf('\f') >= 0;
      if (line.isBlank() || page) {
        boolean own =
            paragraph.stream().filter(each -> each.fields.size() > 2).count() >= OWN_COLUMNS;
        if (own || page || together.size() + paragraph.size() > MOST_TOGETHER) {
          rows.aligned(together);
          together.clear();
        }
        together.addAll(paragraph);
        paragraph.clear();
        if (own || page) {
          rows.aligned(together);
          together.clear();
        }
      }
      if (i < lines.size()) {
        paragraph.add(new AlignedLine(i + 1, page, AlignedColumns.fields(line.replace("\f", ""))));
      }
    }
    together.addAll(paragraph);
    rows.aligned(together);
  }

  /**
   * A line and its fields.
   *
   * @param page true where a page begins in it
   */
  private record AlignedLine(int number, boolean page, List<AlignedColumns.Field> fields) {}

  /** The rows so far, within the limits. */
  private static final class Rows {

    private final List<List<Cell>> rows = new ArrayList<>();
    private final RawFile source;
    private final Limits limits;
    private int cells;

    Rows(RawFile source, Limits limits) {
      this.source = source;
      this.limits = limits;
    }

    void separated(List<CsvRecords.Field> fields) throws Refusal {
      List<Cell> row = new ArrayList<>();
      for (CsvRecords.Field field : fields) {
        row.add(cell(field.text(), field.line(), row.size() + 1));
      }
      add(row);
    }

    void tabbed(String line, int number) throws Refusal {
      String content = line;
      if (line.indexOf('\f') >= 0) {
        rows.add(List.of()); // a new page, which is no new line
        content = line.replace("\f", "");
      }
      List<Cell> row = new ArrayList<>();
      int from = 0;
      for (int end = content.indexOf('\t'); end >= 0; end = content.indexOf('\t', from)) {
        row.add(cell(content.substring(from, end), number, row.size() + 1));
        from = end + 1;
      }
      row.add(cell(content.substring(from), number, row.size() + 1));
      add(row);
    }

    void aligned(List<AlignedLine> lines) throws Refusal {
      AlignedColumns columns = AlignedColumns.of(lines.stream().map(line -> line.fields).toList());
      for (AlignedLine line : lines) {
        if (line.page) {
          rows.add(List.of());
        }
        int[] places = columns.place(line.fields);
        List<Cell> row = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
          row.add(cell(line.fields.get(i).text(), line.number, places[i]));
        }
        add(row);
      }
    }

    private Cell cell(String text, int line, int column) {
      return Cell.of(text, Position.inText(source.name(), line, column));
    }

    private void add(List<Cell> row) throws Refusal {
      cells += row.size();
      if (cells > limits.cells()) {
        throw new Refusal(source, Reason.LIMIT_EXCEEDED, "cells > " + limits.cells(), "");
      }
      rows.add(row);
    }
  }
}
