package org.jihe.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * Writes the binary document format as far as tables need it, since no library does. Text between
 * {@code ⟦} and {@code ⟧} is marked as deleted.
 */
public final class DocWriter {

  private static final int TEXT_AT = 1024;
  private static final int PAGE = 512;
  private static final int PAIRS_AT = 0x9A;

  /** Cells merged downwards: the first, and those below it. */
  public static final int FIRST = 3;

  public static final int BELOW = 1;

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Piece(int from, int to, byte[] properties) {}

  private final StringBuilder text = new StringBuilder();
  private final List<Piece> paragraphs = new ArrayList<>();
  private final List<Piece> runs = new ArrayList<>();

  /** A cell from one edge to another, in twentieths of a point. */
  public record DocCell(String text, int left, int right, int down, List<List<DocCell>> inside) {

    public static DocCell of(String text, int left, int right) {
      return new DocCell(text, left, right, 0, List.of());
    }
  }

  public DocWriter paragraph(String content) {
    put(content + "\r", new Properties());
    return this;
  }

  public DocWriter row(DocCell... cells) {
    return row(1, List.of(cells));
  }

  private DocWriter row(int level, List<DocCell> cells) {
    for (DocCell cell : cells) {
      cell.inside.forEach(row -> row(level + 1, row));
      String end = level == 1 ? "\u0007" : "\r";
      Properties properties = new Properties().in(level);
      put(cell.text + end, level == 1 ? properties : properties.flag(0x244B));
    }
    Properties properties = new Properties().in(level).flag(level == 1 ? 0x2417 : 0x244C);
    put(level == 1 ? "\u0007" : "\r", properties.cells(cells));
    return this;
  }

  private void put(String content, Properties properties) {
    byte[] all = properties.bytes();
    int from = text.length();
    for (int i = 0; i < content.length(); i++) {
      char c = content.charAt(i);
      if (c == '⟦') {
        runs.add(new Piece(lastRun(), text.length(), new byte[0]));
      } else if (c == '⟧') {
        runs.add(new Piece(lastRun(), text.length(), new byte[] {0x00, 0x08, 1}));
      } else {
        text.append(c);
        if (c == '\r' || c == 7) {
          paragraphs.add(new Piece(from, text.length(), all));
          from = text.length();
        }
      }
    }
  }

  private int lastRun() {
    return runs.isEmpty() ? 0 : runs.get(runs.size() - 1).to;
  }

  /** Properties of a paragraph, one after the other. */
  private static final class Properties {

    private final ByteBuffer bytes = buffer(480).putShort((short) 0);

    Properties flag(int code) {
      bytes.putShort((short) code).put((byte) 1);
      return this;
    }

    Properties in(int level) {
      flag(0x2416);
      bytes.putShort((short) 0x6649).putInt(level);
      return this;
    }

    Properties cells(List<DocCell> cells) {
      int size = 1 + 2 * (cells.size() + 1) + 20 * cells.size();
      bytes.putShort((short) 0xD608).putShort((short) (size + 1)).put((byte) cells.size());
      cells.forEach(cell -> bytes.putShort((short) cell.left));
      bytes.putShort((short) cells.get(cells.size() - 1).right);
      cells.forEach(cell -> bytes.putShort((short) (cell.down << 5)).put(new byte[18]));
      return this;
    }

    byte[] bytes() {
      byte[] all = new byte[bytes.position()];
      bytes.flip().get(all);
      return all;
    }
  }

  public byte[] bytes() {
    if (lastRun() < text.length()) {
      runs.add(new Piece(lastRun(), text.length(), new byte[0]));
    }
    ByteBuffer main = buffer(TEXT_AT + PAGE * (6 + paragraphs.size()) + 4 * text.length());
    ByteBuffer table = buffer(4096 + 64 * paragraphs.size());
    head(main);
    main.position(TEXT_AT);
    main.put(text.toString().getBytes(StandardCharsets.UTF_16LE));
    pair(
        1, main, table, new byte[] {18, 0, 0, 0, 10, 0, 1, 0, 91, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0});
    pair(
        6,
        main,
        table,
        buffer(20).putInt(0).putInt(text.length()).putShort((short) 0).putInt(-1).array());
    pair(12, main, table, pages(runs, 1, main));
    pair(13, main, table, pages(paragraphs, 13, main));
    pair(15, main, table, new byte[4]);
    pair(31, main, table, new byte[544]);
    pair(33, main, table, pieces());
    byte[] document = new byte[main.position()];
    main.flip().get(document);
    byte[] tables = new byte[table.position()];
    table.flip().get(tables);
    try (POIFSFileSystem container = new POIFSFileSystem();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      container.createDocument(new ByteArrayInputStream(document), "WordDocument");
      container.createDocument(new ByteArrayInputStream(tables), "1Table");
      container.writeFilesystem(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void head(ByteBuffer main) {
    main.putShort(0, (short) 0xA5EC).putShort(2, (short) 0xC1).putShort(0x0A, (short) 0x1200);
    main.putShort(0x0C, (short) 0xBF);
    main.putInt(0x18, TEXT_AT).putInt(0x1C, TEXT_AT + 2 * text.length());
    main.putShort(0x20, (short) 14).putShort(0x3E, (short) 22).putShort(0x98, (short) 0x5D);
    main.putInt(0x40, TEXT_AT + 2 * text.length()).putInt(0x4C, text.length());
  }

  /** Puts something into the table stream and says in the head where it is. */
  private static void pair(int number, ByteBuffer main, ByteBuffer table, byte[] content) {
    main.putInt(PAIRS_AT + 8 * number, table.position());
    main.putInt(PAIRS_AT + 8 * number + 4, content.length);
    table.put(content);
  }

  private byte[] pieces() {
    return buffer(21)
        .put((byte) 2)
        .putInt(16)
        .putInt(0)
        .putInt(text.length())
        .putShort((short) 0)
        .putInt(TEXT_AT)
        .putShort((short) 0)
        .array();
  }

  /** Pages of properties at the end of the document, and the list of them. */
  private static byte[] pages(List<Piece> all, int entry, ByteBuffer main) {
    List<Integer> starts = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    int at = 0;
    while (at < all.size()) {
      main.position((main.position() + PAGE - 1) / PAGE * PAGE);
      int base = main.position();
      int end = PAGE - 2;
      int count = 0;
      int[] offsets = new int[PAGE];
      while (at + count < all.size()) {
        byte[] properties = all.get(at + count).properties;
        int size = properties.length + 3;
        int start = (end - size) & ~1;
        if (start < 4 * (count + 2) + entry * (count + 1)) {
          break;
        }
        if (properties.length > 0) {
          ByteBuffer into = main.duplicate().order(ByteOrder.LITTLE_ENDIAN).position(base + start);
          if (entry == 1) {
            into.put((byte) properties.length).put(properties);
          } else {
            into.put((byte) 0).put((byte) ((properties.length + 1) / 2)).put(properties);
          }
          end = start;
          offsets[count] = start / 2;
        }
        count++;
      }
      for (int i = 0; i <= count; i++) {
        int place = i < count ? all.get(at + i).from : all.get(at + count - 1).to;
        main.putInt(base + 4 * i, TEXT_AT + 2 * place);
      }
      for (int i = 0; i < count; i++) {
        main.put(base + 4 * (count + 1) + entry * i, (byte) offsets[i]);
      }
      main.put(base + PAGE - 1, (byte) count);
      main.position(base + PAGE);
      starts.add(TEXT_AT + 2 * all.get(at).from);
      numbers.add(base / PAGE);
      at += count;
    }
    starts.add(TEXT_AT + 2 * all.get(all.size() - 1).to);
    ByteBuffer list = buffer(4 * (starts.size() + numbers.size()));
    byte[] bytes = new byte[list.capacity()];
    starts.forEach(list::putInt);
    numbers.forEach(list::putInt);
    list.flip().get(bytes);
    return bytes;
  }

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
