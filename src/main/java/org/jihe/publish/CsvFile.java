package org.jihe.publish;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jihe.message.Visible;
import org.jihe.publish.list.FormulaText;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file that spreadsheets open as it is meant: UTF-8 with a byte order mark, lines ended by CR
 * LF (RFC 4180), no cell that they would run as a formula, and of each text what can be shown.
 */
public final class CsvFile implements Closeable {

  /** Tabs and semicolons part cells for a spreadsheet that is told so, or of another country. */
  private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",;\\t\\r\\n]");

  private final BufferedWriter writer;

  /** Begins a file with the line of its columns' names; a file that is there is replaced. */
  public CsvFile(Path file, List<String> head) throws IOException {
    writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    writer.write('\uFEFF');
    line(head.toArray());
  }

  /** Writes one line; null is an empty cell. */
  public void line(@Nullable Object... cells) throws IOException {
    writer.write(Arrays.stream(cells).map(CsvFile::cell).collect(Collectors.joining(",")));
    writer.write("\r\n");
  }

  /** The cell as it stands in the file: a text that begins like a formula gets an apostrophe. */
  public static String cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    String text = Visible.text(value.toString());
    if (FormulaText.is(text)) {
      text = "'" + text;
    }
    return NEEDS_QUOTES.matcher(text).find() ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
