package org.jihe.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What tables and their columns mean, in both languages. */
public final class Dictionary {

  /** The program's own tables. */
  public static final Dictionary OWN = read();

  private final Map<String, TableMeaning> tables = new HashMap<>();
  private final Map<String, Meaning> columns = new HashMap<>();

  /**
   * What a table holds.
   *
   * @param key the columns by which a row is known
   */
  public record TableMeaning(List<String> key, String chinese, String english) {

    public TableMeaning {
      key = List.copyOf(key);
    }
  }

  /**
   * What a column holds.
   *
   * @param unit what it is counted in
   * @param example a value, as JSON where it has parts
   */
  public record Meaning(Unit unit, String example, String chinese, String english) {

    /** The Chinese meaning with its unit. */
    public String inChinese() {
      return unit.chinese().isEmpty() ? chinese : chinese + "（" + unit.chinese() + "）";
    }
  }

  /** What numbers are counted in. */
  public enum Unit {
    NONE("-", "", ""),
    YUAN("yuan", "元", "yuan"),
    PERCENT("percent", "%", "%"),
    SHARE("share", "0到1的比例", "share, 0 to 1"),
    POINTS("points", "分", "points"),
    COUNT("count", "个", "count"),
    BYTES("bytes", "字节", "bytes"),
    Z("z", "标准差", "standard deviations"),
    /** That of the measure that the row names. */
    MEASURE("measure", "随度量而定", "that of the measure"),
    /** That of the value that was expected. */
    EXPECTED("expected", "同应有的值", "that of the value expected");

    private final String key;
    private final String chinese;
    private final String english;

    Unit(String key, String chinese, String english) {
      this.key = key;
      this.chinese = chinese;
      this.english = english;
    }

    /** Its name in files for programs. */
    public String key() {
      return key;
    }

    /** Its Chinese name; empty where there is nothing to count. */
    public String chinese() {
      return chinese;
    }

    /** Its English name; empty where there is nothing to count. */
    public String english() {
      return english;
    }

    private static Unit named(String key) {
      for (Unit unit : values()) {
        if (unit.key.equals(key)) {
          return unit;
        }
      }
      throw new IllegalArgumentException("no unit " + key);
    }
  }

  private Dictionary() {}

  private static Dictionary read() {
    Dictionary all = new Dictionary();
    for (String[] line : lines("tables", 4)) {
      all.tables.put(line[0], new TableMeaning(List.of(line[1].split(" ")), line[2], line[3]));
    }
    for (String[] line : lines("columns", 5)) {
      all.columns.put(line[0], new Meaning(Unit.named(line[1]), line[2], line[3], line[4]));
    }
    return all;
  }

  private static List<String[]> lines(String part, int cells) {
    String resource = "/schema/dictionary-" + part + ".tsv";
    try (InputStream in = Dictionary.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + resource);
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> cells(line, cells))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String[] cells(String line, int count) {
    String[] cells = line.split("\t", -1);
    if (cells.length != count) {
      throw new IllegalStateException("not " + count + " cells: " + line);
    }
    return cells;
  }

  /** What a table means; null where nothing says it. */
  public @Nullable TableMeaning table(String name) {
    return tables.get(name);
  }

  /**
   * What a column means.
   *
   * @param path the names of the columns that it stands in, and its own, with points between
   * @return what is said of it in this table, or else of all columns of its name; null where
   *     nothing is
   */
  public @Nullable Meaning column(String table, String path) {
    Meaning own = columns.get(table + "." + path);
    return own == null ? columns.get(path.substring(path.lastIndexOf('.') + 1)) : own;
  }
}
