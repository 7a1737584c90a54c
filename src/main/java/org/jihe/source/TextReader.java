package org.jihe.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jihe.layout.Cell;
import org.jihe.layout.Document;
import org.jihe.layout.Grid;
import org.jihe.layout.Position;
import org.jihe.layout.Quarantined.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Reads tab-separated text: a line is a row, a field is a cell, an empty line stays an empty row.
 */
final class TextReader implements FormatReader {

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final Pattern LINE_END = Pattern.compile("\\r\\n|[\\n\\r]");
  private static final Pattern FIELD_END = Pattern.compile("\\t");
  private static final double MOST_STRANGE = 0.02;
  private static final int EXCERPT = 200;

  /** Bytes of a character that may be left of it where a file is cut off. */
  private static final int MOST_CUT = 3;

  @Override
  public Document read(RawFile source, Limits limits) throws Refusal {
    String size = source.content().length + " B";
    Decoded decoded = decode(source.content());
    if (decoded == null) {
      throw new Refusal(source, Reason.UNKNOWN_FORMAT, size, "");
    }
    if (decoded.text.isBlank()) {
      throw new Refusal(source, Reason.EMPTY, size, "");
    }
    if (looksBinary(decoded.text)) {
      throw new Refusal(source, Reason.UNKNOWN_FORMAT, size, excerpt(decoded.text));
    }
    Grid grid = grid(source.name(), decoded.text);
    return new Document(source.name(), Format.TEXT.id(), decoded.encoding, List.of(grid));
  }

  private static Grid grid(String file, String text) {
    List<List<Cell>> rows = new ArrayList<>();
    int line = 0;
    for (String content : LINE_END.split(text, -1)) {
      line++;
      List<Cell> cells = new ArrayList<>();
      int column = 0;
      for (String field : FIELD_END.split(content.replace("\f", ""), -1)) {
        cells.add(Cell.of(field, Position.inText(file, line, ++column)));
      }
      if (content.indexOf('\f') >= 0) {
        rows.add(List.of()); // a new page, which is no new line
      }
      rows.add(cells);
    }
    return new Grid(rows, Grid.Columns.LOOSE);
  }

  private record Decoded(String text, String encoding) {}

  private static @Nullable Decoded decode(byte[] content) {
    if (startsWith(content, 0xEF, 0xBB, 0xBF)) {
      return strict(content, 3, StandardCharsets.UTF_8);
    }
    if (startsWith(content, 0xFF, 0xFE)) {
      return strict(content, 2, StandardCharsets.UTF_16LE);
    }
    if (startsWith(content, 0xFE, 0xFF)) {
      return strict(content, 2, StandardCharsets.UTF_16BE);
    }
    Decoded utf8 = strict(content, 0, StandardCharsets.UTF_8);
    return utf8 == null ? strict(content, 0, GB18030) : utf8;
  }

  private static boolean startsWith(byte[] content, int... head) {
    if (content.length < head.length) {
      return false;
    }
    for (int i = 0; i < head.length; i++) {
      if ((content[i] & 0xFF) != head[i]) {
        return false;
      }
    }
    return true;
  }

  /** Every byte must have a meaning, but for a last character that was cut off with the file. */
  private static @Nullable Decoded strict(byte[] content, int from, Charset charset) {
    for (int cut = 0; cut <= MOST_CUT && content.length - cut >= from; cut++) {
      Decoded decoded = strict(content, from, content.length - cut, charset);
      if (decoded != null) {
        return decoded;
      }
    }
    return null;
  }

  private static @Nullable Decoded strict(byte[] content, int from, int to, Charset charset) {
    try {
      String text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(content, from, to - from))
              .toString();
      return new Decoded(text, charset.name());
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /** GB18030 gives a meaning to almost any bytes, so what came out is looked at once more. */
  private static boolean looksBinary(String text) {
    long strange =
        text.codePoints()
            .filter(
                c ->
                    (Character.getType(c) == Character.CONTROL && "\t\n\r\f".indexOf(c) < 0)
                        || Character.getType(c) == Character.PRIVATE_USE
                        || Character.getType(c) == Character.UNASSIGNED
                        || c == 0xFFFD)
            .count();
    return strange > text.length() * MOST_STRANGE;
  }

  private static String excerpt(String text) {
    String line = text.strip().replaceAll("\\p{Cntrl}", "·");
    return line.substring(0, Math.min(EXCERPT, line.length()));
  }
}
