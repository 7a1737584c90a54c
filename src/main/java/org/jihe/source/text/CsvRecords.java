package org.jihe.source.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts text into records and fields as RFC 4180 has it and as Excel writes it. A quotation mark
 * that is not closed as the rules demand is a character like any other, so that no stray one
 * swallows the lines behind it.
 */
final class CsvRecords {

  /** A quoted cell with more characters than this is none; Excel's hold 32,767. */
  private static final int LONGEST_QUOTED = 100_000;

  /** After so many marks without their counterpart no further ones are looked for. */
  private static final int MOST_UNCLOSED = 100;

  private final String text;
  private final char separator;
  private final StringBuilder field = new StringBuilder();
  private int at;
  private int line = 1;
  private int unclosed;

  CsvRecords(String text, int from, int line, char separator) {
    this.text = text;
    this.at = from;
    this.line = line;
    this.separator = separator;
  }

  /**
   * A field and the line in which it begins.
   *
   * @param line counted from 1
   */
  record Field(String text, int line) {}

  boolean hasNext() {
    return at < text.length();
  }

  /** The next record; one without fields for an empty line. */
  List<Field> next() {
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

  private String field() {
    if (at < text.length() && text.charAt(at) == '"' && unclosed < MOST_UNCLOSED) {
      int end = closing();
      if (end >= 0) {
        String quoted = quoted(end);
        at = end + 1;
        while (at < text.length() && text.charAt(at) == ' ' && separator != ' ') {
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
