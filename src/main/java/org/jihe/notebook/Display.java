package org.jihe.notebook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What cells show besides text. The code of a cell calls it ({@code import static
 * org.jihe.notebook.Display.*}); where no cell is being run, as under a kernel that does not know
 * it, the text alone is returned to be shown.
 */
public final class Display {

  private static final int MOST_ROWS = 100;
  private static final Object MONITOR = new Object();
  private static final List<Output> SHOWN = new ArrayList<>();
  private static final Map<String, String> RESULTS = new TreeMap<>();
  private static final MadeFolders FOLDERS = new MadeFolders();

  private Display() {}

  /**
   * Shows a table.
   *
   * @param heads heads of the columns
   * @param rows the values of each row, in the order of the heads; numbers stand right-aligned
   * @return the table as text
   */
  public static String table(List<String> heads, List<? extends List<?>> rows) {
    HtmlTable table = new HtmlTable(heads, rows);
    return show(table.text(), table.html());
  }

  /**
   * Shows the rows of a dataset, with its columns as heads; a hundred rows at most.
   *
   * @return the table as text
   */
  public static String table(Dataset<Row> rows) {
    List<List<Object>> values = new ArrayList<>();
    for (Row row : rows.limit(MOST_ROWS).collectAsList()) {
      List<Object> line = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        line.add(row.get(i));
      }
      values.add(line);
    }
    return table(List.of(rows.columns()), values);
  }

  /**
   * Shows a drawing.
   *
   * @param svg an SVG element
   * @param sentence what it says, for who does not see it
   */
  public static String drawing(String svg, String sentence) {
    String label = HtmlTable.escaped(sentence);
    return show(sentence, "<figure>" + svg + "<figcaption>" + label + "</figcaption></figure>\n");
  }

  /**
   * States a result by its name, so that prose that mentions it can be held against the run: in
   * Markdown {@code 30<!--=forms-->} says that {@code forms} is 30.
   *
   * @param value what is printed of it: a number or a word
   * @throws IllegalArgumentException where it is more than that, for nobody could tell where in the
   *     prose it begins
   */
  public static void result(String name, Object value) {
    String text = String.valueOf(value);
    if (!Prose.isMentionable(text)) {
      throw new IllegalArgumentException("a result is a number or a word, and not: " + text);
    }
    synchronized (MONITOR) {
      RESULTS.put(name, text);
    }
  }

  /**
   * A folder for what a notebook makes on its way. It goes with all that is in it when the notebook
   * has been run; under a kernel of another kind, when that ends.
   *
   * @param name what its name begins with
   */
  public static Path folder(String name) throws IOException {
    return FOLDERS.made(name);
  }

  private static String show(String text, String html) {
    synchronized (MONITOR) {
      SHOWN.add(new Output.Shown(text, html));
    }
    return "";
  }

  /** What has been shown since it was asked for last. */
  static List<Output> take() {
    synchronized (MONITOR) {
      List<Output> shown = List.copyOf(SHOWN);
      SHOWN.clear();
      return shown;
    }
  }

  /** The results that have been stated since the last notebook began. */
  static Map<String, String> results() {
    synchronized (MONITOR) {
      return new LinkedHashMap<>(RESULTS);
    }
  }

  /** Removes the folders that were made. */
  static void end() {
    FOLDERS.close();
  }

  /** Forgets all. */
  static void begin() {
    synchronized (MONITOR) {
      SHOWN.clear();
      RESULTS.clear();
    }
  }
}
