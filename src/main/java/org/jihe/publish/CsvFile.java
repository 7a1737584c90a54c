package org.jihe.publish;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jihe.message.Visible;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file that spreadsheets open as it is meant: UTF-8 with a byte order mark, lines ended by CR
 * LF (RFC 4180), no cell that they would run as a formula, and of each text what can be shown.
 */
final class CsvFile implements Closeable {

  /** What spreadsheets drop or pass over before they look at how a cell begins. */
  private static final Pattern LEADING = Pattern.compile("^[\\s\\p{Z}\\p{Cf}]+");

  private static final String FORMULA = "=+-@";

  /** As spreadsheets print numbers; full-width characters are folded before. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "[+-]?(?:(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d{1,3})?%?");

  /** Tabs and semicolons part cells for a spreadsheet that is told so, or of another country. */
  private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",;\\t\\r\\n]");

  private final BufferedWriter writer;

  CsvFile(Path file, List<String> head) throws IOException {
    writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    writer.write('\uFEFF');
    line(head.toArray());
  }

  /** Writes one line; null is an empty cell. */
  void line(@Nullable Object... cells) throws IOException {
    writer.write(Arrays.stream(cells).map(CsvFile::cell).collect(Collectors.joining(",")));
    writer.write("\r\n");
  }

  /** The cell as it stands in the file: a text that begins like a formula gets an apostrophe. */
  static String cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    String text = Visible.text(value.toString());
    if (isFormula(text)) {
      text = "'" + text;
    }
    return NEEDS_QUOTES.matcher(text).find() ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  /** Spreadsheets take full-width characters for the plain ones, with blanks before them or not. */
  private static boolean isFormula(String text) {
    if (text.isEmpty() || Character.isLetterOrDigit(text.charAt(0))) {
      return false;
    }
    String begins = LEADING.matcher(text).replaceFirst("");
    if (begins.isEmpty() || FORMULA.indexOf(folded(begins.substring(0, 1)).charAt(0)) < 0) {
      return false;
    }
    return !NUMBER.matcher(folded(begins).strip()).matches();
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replace('\u2212', '-');
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
