package org.jihe.layout;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Grids as bytes and back: a version, and behind it, compressed, the grids with their cells' texts,
 * spans, pages, sheets, rows and columns. Boxes are left out: a report draws cells by their rows
 * and columns. The same grids give the same bytes.
 */
public final class LayoutCodec {

  private static final int VERSION = 1;

  /** A cell on another page or sheet than the one before. */
  private static final int MOVED = 1;

  /** A cell of more than one row and column. */
  private static final int SPANS = 2;

  /** Words that most forms print, so that a single short form is compressed well, too. */
  private static final byte[] COMMON =
      ("说明理由已完成未完成不适用无元万元个人次%≥=≤100%及时符合要求得到提升满意度95%90%85%2022年度"
              + "偏差原因分析及改进措施备注自评得分合计总分服务对象满意度指标可持续影响指标生态效益指标社会效益指标"
              + "经济效益指标效益指标成本指标时效指标质量指标数量指标产出指标满意度指标绩效指标一级指标二级指标三级指标"
              + "年度指标值实际完成值年度总体目标预期目标实际完成情况年初预算数全年预算数全年执行数分值执行率得分"
              + "年度资金总额其中：当年财政拨款上年结转资金其他资金项目资金（万元）主管部门实施单位项目名称"
              + "项目支出绩效自评表（2022年度）10.00FIXED")
          .getBytes(StandardCharsets.UTF_8);

  private LayoutCodec() {}

  /** The grids as bytes. */
  public static byte[] bytes(List<Grid> grids) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(VERSION);
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    deflater.setDictionary(COMMON);
    try (DataOutputStream out =
        new DataOutputStream(new DeflaterOutputStream(bytes, deflater, 4096))) {
      number(out, grids.size());
      for (Grid grid : grids) {
        write(out, grid);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, Grid grid) throws IOException {
    text(out, grid.columns().name());
    number(out, grid.rows().size());
    int page = 0;
    int row = 0;
    String sheet = null;
    for (List<Cell> cells : grid.rows()) {
      number(out, cells.size());
      int column = 0;
      for (Cell cell : cells) {
        Position place = cell.position();
        boolean moved = place.page() != page || !Objects.equals(place.sheet(), sheet);
        boolean spans = cell.rowSpan() != 1 || cell.columnSpan() != 1;
        out.write((moved ? MOVED : 0) | (spans ? SPANS : 0));
        if (moved) {
          page = place.page();
          sheet = place.sheet();
          number(out, page);
          text(out, sheet == null ? "" : sheet);
        }
        if (spans) {
          number(out, cell.rowSpan());
          number(out, cell.columnSpan());
        }
        signed(out, place.row() - row);
        signed(out, place.column() - column);
        row = place.row();
        column = place.column();
        text(out, cell.text());
      }
    }
  }

  /**
   * The grids that {@link #bytes} wrote, without boxes.
   *
   * @param file the form's file, in which the cells stand
   * @throws IllegalStateException where a later version wrote them, or they are damaged
   */
  public static List<Grid> read(byte[] bytes, String file) {
    if (bytes.length == 0 || bytes[0] != VERSION) {
      throw new IllegalStateException("layout of version " + (bytes.length == 0 ? 0 : bytes[0]));
    }
    Inflater inflater = new Inflater(true);
    inflater.setDictionary(COMMON);
    try (DataInputStream in =
        new DataInputStream(
            new InflaterInputStream(
                new ByteArrayInputStream(bytes, 1, bytes.length - 1), inflater))) {
      int count = number(in);
      List<Grid> grids = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        grids.add(grid(in, file));
      }
      return grids;
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalStateException("a layout that cannot be read: " + e.getMessage(), e);
    } finally {
      inflater.end();
    }
  }

  private static Grid grid(DataInputStream in, String file) throws IOException {
    Grid.Columns columns = Grid.Columns.valueOf(text(in));
    int count = number(in);
    List<List<Cell>> rows = new ArrayList<>();
    int page = 0;
    int row = 0;
    String sheet = null;
    for (int i = 0; i < count; i++) {
      int length = number(in);
      List<Cell> cells = new ArrayList<>();
      int column = 0;
      for (int j = 0; j < length; j++) {
        int flags = in.readUnsignedByte();
        if ((flags & MOVED) != 0) {
          page = number(in);
          sheet = orNull(text(in));
        }
        boolean spans = (flags & SPANS) != 0;
        int rowSpan = spans ? number(in) : 1;
        int columnSpan = spans ? number(in) : 1;
        row += signed(in);
        column += signed(in);
        Position place = new Position(file, page, sheet, row, column);
        cells.add(new Cell(text(in), place, rowSpan, columnSpan));
      }
      rows.add(cells);
    }
    return new Grid(rows, columns);
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static void number(DataOutputStream out, int value) throws IOException {
    int left = value;
    while ((left & ~0x7f) != 0) {
      out.write((left & 0x7f) | 0x80);
      left >>>= 7;
    }
    out.write(left);
  }

  private static int number(DataInputStream in) throws IOException {
    int value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = in.readByte();
      value |= (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  private static void signed(DataOutputStream out, int value) throws IOException {
    number(out, (value << 1) ^ (value >> 31));
  }

  private static int signed(DataInputStream in) throws IOException {
    int folded = number(in);
    return (folded >>> 1) ^ -(folded & 1);
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    number(out, bytes.length);
    out.write(bytes);
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(in.readNBytes(number(in)), StandardCharsets.UTF_8);
  }
}
