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
import org.drools.decisiontable.parser.csv.CsvLineParser;
import org.drools.decisiontable.parser.csv.CsvParser;
import org.drools.decisiontable.parser.xls.ExcelParser;
import org.drools.template.parser.DataListener;
import org.jihe.rule.folder.RuleException;
import org.jspecify.annotations.Nullable;

/** Reads rule tables with Drools' own parsers for decision tables. */
final class SheetReader {

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final String MERGED = "...";

  private SheetReader() {}

  /**
   * Every worksheet of an .xlsx file, or a .csv file in UTF-8, UTF-16 or GB18030.
   *
   * @throws RuleException where it cannot be read
   */
  static List<Sheet> read(String file, byte[] bytes) throws RuleException {
    Map<String, Collector> collectors = new LinkedHashMap<>();
    try {
      if (file.endsWith(".xlsx")) {
        Map<String, List<DataListener>> listeners = new LinkedHashMap<>();
        for (String name : SheetNames.of(bytes)) {
          Collector collector = new Collector(true);
          collectors.put(name, collector);
          listeners.put(name, List.of(collector));
        }
        new ExcelParser(listeners).parseFile(new ByteArrayInputStream(bytes));
      } else {
        Collector collector = new Collector(false);
        collectors.put("", collector);
        byte[] utf8 = decode(file, bytes).getBytes(StandardCharsets.UTF_8);
        new CsvParser(List.<DataListener>of(collector), new CsvLineParser())
            .parseFile(new ByteArrayInputStream(utf8));
      }
    } catch (IOException | RuntimeException e) {
      // The parsers tell a damaged file by whatever their libraries throw.
      throw RuleException.of(file, 0, "table.unreadable", Map.of());
    }
    List<Sheet> sheets = new ArrayList<>();
    collectors.forEach((name, each) -> sheets.add(new Sheet(file, name, each.rows())));
    return sheets;
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

  /** Keeps what the parsers tell, cell by cell. */
  private static final class Collector implements DataListener {

    private final boolean workbook;
    private final TreeMap<Integer, Map<Integer, String>> cells = new TreeMap<>();

    Collector(boolean workbook) {
      this.workbook = workbook;
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
      if (value == null) {
        return;
      }
      // In a .csv the parser takes three dots at the end for a merged cell; here they are text.
      boolean dots = !workbook && mergedStart != NON_MERGED;
      String text = (dots ? value + MERGED : value).strip();
      if (!text.isEmpty()) {
        cells.computeIfAbsent(row, number -> new TreeMap<>()).put(column, text);
      }
    }
  }
}
