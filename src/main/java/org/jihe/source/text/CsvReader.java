package org.jihe.source.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jihe.csv.CsvRecords;
import org.jihe.csv.CsvRecords.Marks;
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

/** Reads tables whose fields are separated by commas or semicolons. */
public final class CsvReader implements FormatReader {

  private static final String SEPARATORS = ",;\t";
  private static final int LOOKED_AT = 20_000;
  private static final int MOST_FIELDS = 64;
  private static final int LEAST_FIELDS = 4;
  private static final int LEAST_RECORDS = 4;

  /** The line with which Excel is told the separator. */
  private static final Pattern TOLD = Pattern.compile("\\A\"?sep=(.)\"?(?:\\r\\n|[\\r\\n]|\\z)");

  /** A text that is written as a formula so that Excel leaves its zeros alone. */
  private static final Pattern AS_FORMULA = Pattern.compile("=\"([^\"]*)\"");

  @Override
  public Document read(RawFile source, Limits limits) throws Refusal {
    Encodings.Decoded decoded = Encodings.text(source);
    String text = decoded.text();
    Matcher told = TOLD.matcher(text);
    CsvRecords records =
        told.find()
            ? new CsvRecords(text, told.end(), 2, told.group(1).charAt(0), Marks.TOLERANT)
            : new CsvRecords(text, 0, 1, separator(text), Marks.TOLERANT);
    List<List<Cell>> rows = new ArrayList<>();
    int cells = 0;
    while (records.hasNext()) {
      List<Cell> row = row(source.name(), records.next());
      cells += row.size();
      if (row.size() > limits.columns()) {
        throw new Refusal(source, Reason.LIMIT_EXCEEDED, "columns > " + limits.columns(), "");
      }
      if (cells > limits.cells()) {
        throw new Refusal(source, Reason.LIMIT_EXCEEDED, "cells > " + limits.cells(), "");
      }
      rows.add(row);
    }
    Grid grid = new Grid(rows, Grid.Columns.FIXED);
    return new Document(source.name(), Format.CSV.id(), decoded.encoding(), List.of(grid));
  }

  private static List<Cell> row(String file, List<CsvRecords.Field> fields) {
    List<Cell> cells = new ArrayList<>(fields.size());
    for (CsvRecords.Field field : fields) {
      Position position = Position.inText(file, field.line(), cells.size() + 1);
      cells.add(Cell.of(plain(field.text()), position));
    }
    return cells;
  }

  private static String plain(String text) {
    if (!text.startsWith("=\"")) {
      return text;
    }
    Matcher formula = AS_FORMULA.matcher(text);
    return formula.matches() ? formula.group(1) : text;
  }

  /** The separator that parts most fields at the beginning. */
  static char separator(String text) {
    String head = text.substring(0, Math.min(LOOKED_AT, text.length()));
    char best = ',';
    int most = 0;
    for (int i = 0; i < SEPARATORS.length(); i++) {
      char separator = SEPARATORS.charAt(i);
      if (head.indexOf(separator) >= 0) {
        int fields = 0;
        CsvRecords records = new CsvRecords(head, 0, 1, separator, Marks.TOLERANT);
        while (records.hasNext()) {
          fields += Math.max(0, records.next().size() - 1);
        }
        if (fields > most) {
          most = fields;
          best = separator;
        }
      }
    }
    return best;
  }

  /**
   * True where a text that does not call itself CSV is a table of separated fields: Excel gives
   * every record as many of them as the widest one has.
   */
  public static boolean looksSeparated(String head) {
    char separator = separator(head);
    if (separator == '\t') {
      return false;
    }
    CsvRecords records = new CsvRecords(head, 0, 1, separator, Marks.TOLERANT);
    int[] counts = new int[MOST_FIELDS];
    int filled = 0;
    int all = 0;
    while (records.hasNext()) {
      int fields = records.next().size();
      if (fields > 0 && records.hasNext()) { // the last one may be cut off
        all++;
        counts[Math.min(fields, counts.length - 1)]++;
        filled += fields > 1 ? 1 : 0;
      }
    }
    int most = 0;
    for (int fields = LEAST_FIELDS; fields < counts.length; fields++) {
      most = Math.max(most, counts[fields]);
    }
    return filled >= LEAST_RECORDS && most * 10 >= all * 9;
  }
}
