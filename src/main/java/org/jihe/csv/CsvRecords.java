package org.jihe.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Cuts text into records and fields as RFC 4180 has it and as Excel writes it. What a quotation
 * mark is that is not closed as the rules demand, {@link Marks} says.
 */
public final class CsvRecords {

  /** How quotation marks are taken. */
  public enum Marks {
    /**
     * A mark that is not closed as the rules demand is a character like any other, so that no stray
     * one swallows the lines behind it: for files of whatever origin.
     */
    TOLERANT,
    /**
     * A mark that is not closed as the rules demand is a {@link #flaw}; white space may stand
     * around quoted fields: for files that must say exactly what is meant.
     */
    STRICT
  }

  /** A quoted cell with more characters than this is none; Excel's hold 32,767. */
  private static final int LONGEST_QUOTED = 100_000;

  /** After so many marks without their counterpart no further ones are looked for. */
  private static final int MOST_UNCLOSED = 100;

  private final String text;
  private final char separator;
  private final Marks marks;
  private final StringBuilder field = new StringBuilder();
  private int at;
  private int line = 1;
  private int unclosed;

  private @Nullable String flaw;

  /** The records of a text whose fields are separated by commas. */
  public CsvRecords(String text, Marks marks) {
    this(text, 0, 1, ',', marks);
  }

  /**
   * The records of a text from some place on, which is the beginning of a line.
   *
   * @param line number of that line
   */
  public CsvRecords(String text, int from, int line, char separator, Marks marks) {
    this.text = text;
    this.at = from;
    this.line = line;
    this.separator = separator;
    this.marks = marks;
  }

  /**
   * A field and the line in which it begins.
   *
   * @param line counted from 1
   */
  public record Field(String text, int line) {}

  public boolean hasNext() {
    return at < text.length() && flaw == null;
  }

  /** The next record; one without fields for an empty line. */
  public List<Field> next() {
    List<Field> fields = new ArrayList<>();
    if (endLine()) {
      return fields;
    }
    while (true) {
      int begin = line;
      fields.add(new Field(field(), begin));
      if (at < text.length() && text.charAt(at) == separator) {
        at++;
      } else {
        endLine();
        return fields;
      }
    }
  }

  /**
   * What is wrong with the record that was read last, which is the last one then; null where
   * nothing is, as always with {@link Marks#TOLERANT}.
   */
  public @Nullable String flaw() {
    return flaw;
  }

  private String field() {
    int mark = marks == Marks.STRICT ? behindSpace(at) : at;
    if (mark < text.length() && text.charAt(mark) == '"' && unclosed < MOST_UNCLOSED) {
      at = mark;
      int end = marks == Marks.STRICT ? mustClose() : closing();
      if (end >= 0) {
        String quoted = quoted(end);
        at = end + 1;
        while (at < text.length() && isPadding(text.charAt(at))) {
          at++;
        }
        return quoted;
      }
      unclosed++;
    }
    int from = at;
    while (at < text.length() && !isEnd(text.charAt(at))) {
      at++;
    }
    return text.substring(from, at);
  }

  private boolean isPadding(char c) {
    return marks == Marks.STRICT ? c <= ' ' && !isEnd(c) : c == ' ' && separator != ' ';
  }

  private int behindSpace(int from) {
    int behind = from;
    while (behind < text.length() && isPadding(text.charAt(behind))) {
      behind++;
    }
    return behind;
  }

  /** Where the mark stands that closes the field which a mark opens here, or -1 with a flaw. */
  private int mustClose() {
    int end = text.indexOf('"', at + 1);
    while (end >= 0 && end + 1 < text.length() && text.charAt(end + 1) == '"') {
      end = text.indexOf('"', end + 2);
    }
    if (end < 0) {
      flaw = "Missing closing quote for value";
      return -1;
    }
    int behind = behindSpace(end + 1);
    if (behind < text.length() && !isEnd(text.charAt(behind))) {
      flaw =
          String.format(
              Locale.ROOT,
              "Unexpected character (%s): Expected column separator character (%s) or end-of-line",
              shown(text.charAt(behind)),
              shown(separator));
      return -1;
    }
    return end;
  }

  private static String shown(char c) {
    if (Character.isISOControl(c)) {
      return "CTRL-CHAR, code " + (int) c;
    }
    String code =
        c > 0xFF ? String.format(Locale.ROOT, "%d / 0x%x", (int) c, (int) c) : "" + (int) c;
    return "'" + c + "' (code " + code + ")";
  }

  /** Where the mark stands that closes the field which a mark opens here, or -1. */
  private int closing() {
    int last = Math.min(text.length(), at + LONGEST_QUOTED);
    for (int i = text.indexOf('"', at + 1); i >= 0 && i < last; i = text.indexOf('"', i + 2)) {
      if (i + 1 == text.length()) {
        return i;
      }
      if (text.charAt(i + 1) != '"') {
        int behind = i + 1;
        while (behind < text.length() && text.charAt(behind) == ' ') {
          behind++;
        }
        return behind == text.length() || isEnd(text.charAt(behind)) ? i : -1;
      }
    }
    return -1;
  }

  /** The text between the marks, with one mark for two and line feeds at line ends. */
  private String quoted(int end) {
    field.setLength(0);
    for (int i = at + 1; i < end; i++) {
      char c = text.charAt(i);
      if (c == '\r' || c == '\n') {
        line++;
        i += c == '\r' && text.charAt(i + 1) == '\n' ? 1 : 0;
        field.append('\n');
      } else {
        field.append(c);
        i += c == '"' ? 1 : 0;
      }
    }
    return field.toString();
  }

  private boolean isEnd(char c) {
    return c == separator || c == '\n' || c == '\r';
  }

  private boolean endLine() {
    if (at >= text.length()) {
      return false;
    }
    char c = text.charAt(at);
    if (c != '\n' && c != '\r') {
      return false;
    }
    at += c == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n' ? 2 : 1;
    line++;
    return true;
  }
}
