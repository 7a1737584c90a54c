package org.jihe.table;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jihe.form.Field;
import org.jihe.form.FormFields;
import org.jihe.form.FormPath;
import org.jihe.form.Reading;
import org.jihe.form.SelfEvaluation;
import org.jihe.form.ValueType;
import org.jihe.layout.Box;
import org.jihe.layout.CellNote;
import org.jihe.layout.Position;
import org.jspecify.annotations.Nullable;

/**
 * Where the cells of a form stand and how each was read, as one value of bytes a form: in columns
 * of their own they would be three quarters of the table, and every reader would have to decode
 * them.
 *
 * <p>The bytes are a version, the words that the cells name by number, what was done to the texts
 * of the cells (from version 2 on), and for every field in the order of {@link FormFields#of}
 * flags, its reading, its place less that of the field before, and its value where that is not what
 * is printed. Numbers are of variable length; boxes are tenths of a point, as {@link Box} prints
 * them.
 */
final class FormCells {

  private static final int VERSION = 2;

  /** Without notes. */
  private static final int FIRST_VERSION = 1;

  private static final int HAS_PLACE = 1;
  private static final int HAS_BOX = 2;
  private static final int HAS_VALUE = 4;
  private static final int HAS_NO_VALUE = 8;
  private static final int SAME_PAGE = 16;

  /** A person has put another text in the place of what is printed. */
  private static final int HAS_CORRECTION = 32;

  private static final double TENTHS = 10;

  private final String file;
  private final String[] words;
  private final List<Reading.Note> notes;
  private final ByteBuffer in;

  private int page;
  private int sheet;
  private int row;

  private FormCells(String file, String[] words, List<Reading.Note> notes, ByteBuffer in) {
    this.file = file;
    this.words = words;
    this.notes = notes;
    this.in = in;
  }

  /** The cells of a form. */
  static byte[] of(SelfEvaluation form) {
    return new Writing().bytes(FormFields.of(form), form.notes());
  }

  /**
   * The cells to be asked for one after the other, in the order of the fields.
   *
   * @param file the form's file, in which all of them stand
   */
  static FormCells read(byte[] bytes, String file) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    int version = in.get();
    if (version < FIRST_VERSION || version > VERSION) {
      throw new IllegalStateException("cells of version " + version);
    }
    String[] words = new String[number(in)];
    for (int i = 0; i < words.length; i++) {
      words[i] = text(in);
    }
    List<Reading.Note> notes = version == FIRST_VERSION ? List.of() : notes(words, in);
    return new FormCells(file, words, notes, in);
  }

  private static List<Reading.Note> notes(String[] words, ByteBuffer in) {
    int count = number(in);
    List<Reading.Note> notes = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      String subject = text(in);
      CellNote.Kind kind = CellNote.Kind.valueOf(words[number(in)]);
      notes.add(new Reading.Note(subject, kind, text(in)));
    }
    return notes;
  }

  /** What was done to the texts of the cells. */
  List<Reading.Note> notes() {
    return notes;
  }

  /** The next field. */
  <T> Field<T> next(ValueType<T> type, @Nullable String printed, @Nullable String currencyUnit) {
    int flags = in.get();
    Reading reading = Reading.valueOf(words[number(in)]);
    Position place = (flags & HAS_PLACE) == 0 ? null : place(flags);
    if ((flags & HAS_CORRECTION) != 0) {
      String corrected = text(in);
      String shown = corrected.isEmpty() ? null : corrected;
      return new Field<>(shown, type.read(shown, currencyUnit), place, reading);
    }
    T value;
    if ((flags & HAS_VALUE) != 0) {
      value = type.type().cast(text(in));
    } else {
      value = (flags & HAS_NO_VALUE) != 0 ? null : type.read(printed, currencyUnit);
    }
    return new Field<>(printed, value, place, reading);
  }

  private Position place(int flags) {
    if ((flags & SAME_PAGE) == 0) {
      page = number(in);
      sheet = number(in);
    }
    row += signed(in);
    int column = number(in);
    return new Position(
        file,
        page,
        sheet == 0 ? null : words[sheet - 1],
        row,
        column,
        (flags & HAS_BOX) == 0 ? null : box());
  }

  private Box box() {
    double left = signed(in) / TENTHS;
    double top = signed(in) / TENTHS;
    return new Box(left, top, signed(in) / TENTHS, signed(in) / TENTHS);
  }

  private static int number(ByteBuffer in) {
    int value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = in.get();
      value |= (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  private static int signed(ByteBuffer in) {
    int folded = number(in);
    return (folded >>> 1) ^ -(folded & 1);
  }

  private static String text(ByteBuffer in) {
    byte[] bytes = new byte[number(in)];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static final class Writing {

    private final Map<String, Integer> words = new LinkedHashMap<>();
    private final ByteArrayOutputStream cells = new ByteArrayOutputStream(1024);

    private int page = -1;
    private int sheet = -1;
    private int row;

    byte[] bytes(Map<FormPath, Field<?>> fields, List<Reading.Note> notes) {
      Set<String> corrected = new HashSet<>();
      number(cells, notes.size());
      for (Reading.Note note : notes) {
        text(cells, note.subject());
        number(cells, word(note.kind().name()));
        text(cells, note.before());
        if (note.kind() == CellNote.Kind.CORRECTED) {
          corrected.add(note.subject());
        }
      }
      fields.forEach(
          (path, field) -> add(field, !corrected.isEmpty() && corrected.contains(path.toString())));
      ByteArrayOutputStream all = new ByteArrayOutputStream(cells.size() + 256);
      all.write(VERSION);
      number(all, words.size());
      words.keySet().forEach(word -> text(all, word));
      all.writeBytes(cells.toByteArray());
      return all.toByteArray();
    }

    private void add(Field<?> field, boolean isCorrected) {
      String own = isCorrected ? nothing(field.printed()) : ownValue(field);
      int flags =
          (field.value() == null ? HAS_NO_VALUE : 0)
              | (isCorrected ? HAS_CORRECTION : own == null ? 0 : HAS_VALUE);
      Position place = field.position();
      if (place == null) {
        cells.write(flags);
        number(cells, word(field.reading().name()));
      } else {
        add(place, flags, field.reading());
      }
      if (own != null) {
        text(cells, own);
      }
    }

    private static String nothing(@Nullable String text) {
      return text == null ? "" : text;
    }

    /** What a text means, where it is not the text; a number is read again, with its decimals. */
    private static @Nullable String ownValue(Field<?> field) {
      return field.value() instanceof String text && !text.equals(field.printed()) ? text : null;
    }

    private void add(Position place, int others, Reading reading) {
      int named = place.sheet() == null ? 0 : word(place.sheet()) + 1;
      boolean samePage = place.page() == page && named == sheet;
      cells.write(
          others | HAS_PLACE | (place.box() == null ? 0 : HAS_BOX) | (samePage ? SAME_PAGE : 0));
      number(cells, word(reading.name()));
      if (!samePage) {
        page = place.page();
        sheet = named;
        number(cells, page);
        number(cells, sheet);
      }
      signed(cells, place.row() - row);
      row = place.row();
      number(cells, place.column());
      Box box = place.box();
      if (box != null) {
        for (double side : new double[] {box.left(), box.top(), box.right(), box.bottom()}) {
          signed(cells, Math.toIntExact(Math.round(side * TENTHS)));
        }
      }
    }

    private int word(String word) {
      return words.computeIfAbsent(word, one -> words.size());
    }

    private static void number(ByteArrayOutputStream out, int value) {
      int left = value;
      while ((left & ~0x7f) != 0) {
        out.write((left & 0x7f) | 0x80);
        left >>>= 7;
      }
      out.write(left);
    }

    private static void signed(ByteArrayOutputStream out, int value) {
      number(out, (value << 1) ^ (value >> 31));
    }

    private static void text(ByteArrayOutputStream out, String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      number(out, bytes.length);
      out.writeBytes(bytes);
    }
  }
}
