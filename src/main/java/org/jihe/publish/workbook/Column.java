package org.jihe.publish.workbook;

/**
 * A column of a sheet.
 *
 * @param head what stands above it
 * @param width how wide it is, in digits
 * @param kind what stands in it
 */
record Column(String head, int width, Kind kind) {

  /** What stands in a column, and so how it is shown. */
  enum Kind {
    TEXT,
    /** A short text. */
    CENTRED,
    /** A text that somebody writes. */
    ANSWER,
    /** A short text that somebody writes. */
    CHOICE,
    /** Nothing that anybody is to see. */
    HIDDEN,
    COUNT,
    /** A number of whatever kind. */
    NUMBER,
    /** Yuan. */
    MONEY,
    /** Points. */
    SCORE,
    /** Parts of one. */
    RATE
  }

  static Column text(String head, int width) {
    return new Column(head, width, Kind.TEXT);
  }

  static Column centred(String head, int width) {
    return new Column(head, width, Kind.CENTRED);
  }

  static Column count(String head) {
    return new Column(head, 9, Kind.COUNT);
  }

  static Column money(String head) {
    return new Column(head, 17, Kind.MONEY);
  }

  static Column score(String head) {
    return new Column(head, 10, Kind.SCORE);
  }

  static Column rate(String head) {
    return new Column(head, 10, Kind.RATE);
  }
}
