package org.jihe.rule.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.drools.decisiontable.parser.xls.ExcelParser;
import org.drools.template.parser.DataListener;
import org.jihe.csv.CsvRecords;
import org.jihe.csv.CsvRecords.Marks;
import org.jihe.rule.folder.RuleException;
import org.jspecify.annotations.Nullable;

/** Reads rule tables: workbooks with Drools' own parser for decision tables, and CSV. */
final class SheetReader {

  private static final Charset GB18030 = Charset.forName("GB18030");

  private SheetReader() {}

  /**
   * Every worksheet of an .xlsx file, or a .csv file in UTF-8, UTF-16 or GB18030.
   *
   * @throws RuleException where it cannot be read
   */
  static List<Sheet> read(String file, byte[] bytes) throws RuleException {
    return file.endsWith(".xlsx")
        ? workbook(file, bytes)
        : List.of(new Sheet(file, "", records(decode(file, bytes))));
  }

  private static List<Sheet> workbook(String file, byte[] bytes) throws RuleException {
    Map<String, Collector> collectors = new LinkedHashMap<>();
    Map<String, List<DataListener>> listeners = new LinkedHashMap<>();
    try {
      PercentCells percents = PercentCells.of(bytes);
      for (String name : SheetNames.of(bytes)) {
        Collector collector = new Collector(name, percents);
        collectors.put(name, collector);
        listeners.put(name, List.of(collector));
      }
      new ExcelParser(listeners).parseFile(new ByteArrayInputStream(bytes));
    } catch (IOException | RuntimeException e) {
      // The parser tells a damaged file by whatever its libraries throw.
      throw RuleException.of(file, 0, "table.unreadable", Map.of());
    }
    List<Sheet> sheets = new ArrayList<>();
    collectors.forEach((name, each) -> sheets.add(new Sheet(file, name, each.rows())));
    return sheets;
  }

  /** The records that are not blank, each by the line in which it begins. */
  private static List<Sheet.Row> records(String text) {
    List<Sheet.Row> rows = new ArrayList<>();
    CsvRecords records = new CsvRecords(text, Marks.TOLERANT);
    while (records.hasNext()) {
      List<CsvRecords.Field> fields = records.next();
      Map<Integer, String> cells = new TreeMap<>();
      for (int column = 0; column < fields.size(); column++) {
        String cell = fields.get(column).text().strip();
        if (!cell.isEmpty()) {
          cells.put(column, cell);
        }
      }
      if (!cells.isEmpty()) {
        rows.add(new Sheet.Row(fields.get(0).line(), cells));
      }
    }
    return rows;
  }

  private static String decode(String file, byte[] bytes) throws RuleException {
    if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
      return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
    }
    if (starts(bytes, 0xFF, 0xFE) || starts(bytes, 0xFE, 0xFF)) {
      return new String(bytes, StandardCharsets.UTF_16);
    }
    for (Charset charset : List.of(StandardCharsets.UTF_8, GB18030)) {
      String text = decode(charset, bytes);
      if (text != null) {
        return text;
      }
    }
    throw RuleException.of(file, 0, "table.encoding", Map.of());
  }

  private static @Nullable String decode(Charset charset, byte[] bytes) {
    try {
      return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static boolean starts(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (bytes.length <= i || (bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** Keeps what the parser tells, cell by cell. */
  private static final class Collector implements DataListener {

    private final TreeMap<Integer, Map<Integer, String>> cells = new TreeMap<>();
    private final String sheet;
    private final PercentCells percents;

    Collector(String sheet, PercentCells percents) {
      this.sheet = sheet;
      this.percents = percents;
    }

    List<Sheet.Row> rows() {
      List<Sheet.Row> rows = new ArrayList<>();
      cells.forEach((row, texts) -> rows.add(new Sheet.Row(row + 1, texts)));
      return rows;
    }

    @Override
    public void startSheet(String sheet) {}

    @Override
    public void finishSheet() {}

    @Override
    public void newRow(int row, int columns) {}

    @Override
    public void newCell(int row, int column, String value, int mergedStart) {
      String text = value == null ? "" : percents.shown(sheet, row, column, value.strip());
      if (!text.isEmpty()) {
        cells.computeIfAbsent(row, number -> new TreeMap<>()).put(column, text);
      }
    }
  }
}
