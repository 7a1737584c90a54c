package org.jihe.source.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the columns of lines whose fields stand below one another, two spaces apart at least.
 * Narrow fields make the columns, so that titles and cells that reach over several columns do not
 * bridge them.
 */
final class AlignedColumns {

  /** Fields of a line that tells something of the columns. */
  private static final int TELLING = 3;

  /** No form has more; further fields stand right of all columns. */
  private static final int MOST = 200;

  private final List<int[]> bands = new ArrayList<>();

  private AlignedColumns() {}

  /**
   * A field of a line.
   *
   * @param start column of the screen where it begins, counted from 0; Chinese characters take two
   * @param end column of the screen behind it
   */
  record Field(String text, int start, int end) {}

  /** The columns of lines that belong together. */
  static AlignedColumns of(List<List<Field>> lines) {
    AlignedColumns columns = new AlignedColumns();
    List<Field> telling = new ArrayList<>();
    for (List<Field> line : lines) {
      if (line.size() >= TELLING) {
        telling.addAll(line);
      }
    }
    telling.sort(Comparator.comparingInt((Field f) -> f.end - f.start));
    telling.forEach(columns::add);
    columns.bands.sort(Comparator.comparingInt(band -> band[0]));
    return columns;
  }

  private void add(Field field) {
    int[] met = null;
    for (int[] band : bands) {
      if (field.start < band[1] && band[0] < field.end) {
        if (met != null) {
          return; // reaches over several columns
        }
        met = band;
      }
    }
    if (met == null && bands.size() < MOST) {
      bands.add(new int[] {field.start, field.end});
    } else if (met != null) {
      met[0] = Math.min(met[0], field.start);
      met[1] = Math.max(met[1], field.end);
    }
  }

  /** The column of each field of a line, counted from 1, every one right of the one before it. */
  int[] place(List<Field> line) {
    int[] places = new int[line.size()];
    int last = 0;
    for (int i = 0; i < places.length; i++) {
      last = Math.max(last + 1, column(line.get(i)));
      places[i] = last;
    }
    return places;
  }

  private int column(Field field) {
    for (int i = 0; i < bands.size(); i++) {
      if (field.start < bands.get(i)[1]) {
        return i + 1;
      }
    }
    return bands.size() + 1;
  }

  /** The fields of a line, cut where two or more spaces or a tab stand. */
  static List<Field> fields(String line) {
    List<Field> fields = new ArrayList<>();
    int column = 0;
    int from = -1;
    int to = 0;
    int start = 0;
    int end = 0;
    int spaces = 0;
    for (int i = 0; i < line.length(); ) {
      int point = line.codePointAt(i);
      int next = i + Character.charCount(point);
      int width = point == '\t' ? 8 - column % 8 : width(point);
      if (point == ' ' || point == '\t' || point == '\u00A0') {
        spaces += point == '\t' ? 2 : 1;
      } else {
        if (from >= 0 && spaces >= 2) {
          fields.add(new Field(line.substring(from, to), start, end));
          from = -1;
        }
        if (from < 0) {
          from = i;
          start = column;
        }
        spaces = 0;
        to = next;
        end = column + width;
      }
      column += width;
      i = next;
    }
    if (from >= 0) {
      fields.add(new Field(line.substring(from, to), start, end));
    }
    return fields;
  }

  /** Columns of the screen that a character takes (East Asian Width W and F: two). */
  static int width(int point) {
    return point >= 0x1100 && isWide(point) ? 2 : 1;
  }

  private static boolean isWide(int point) {
    return point <= 0x115F
        || (isWithin(point, 0x2E80, 0xA4CF) && point != 0x303F)
        || isWithin(point, 0xAC00, 0xD7A3)
        || isWithin(point, 0xF900, 0xFAFF)
        || isWithin(point, 0xFE30, 0xFE6F)
        || isWithin(point, 0xFF01, 0xFF60)
        || isWithin(point, 0xFFE0, 0xFFE6)
        || isWithin(point, 0x20000, 0x3FFFD);
  }

  private static boolean isWithin(int point, int first, int last) {
    return point >= first && point <= last;
  }
}
