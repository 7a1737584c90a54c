package org.jihe.view;

import org.jihe.finding.Severity;

/** Colours for a terminal, or none where the output is no terminal. */
public enum Palette {
  /** Text as it is. */
  PLAIN,
  /** Text with the codes of ANSI terminals. */
  COLOURED;

  /** A heading. */
  public String heading(String text) {
    return paint("1", text);
  }

  /** Something that needs no attention. */
  public String faint(String text) {
    return paint("2", text);
  }

  /** Something that is in order. */
  public String good(String text) {
    return paint("32", text);
  }

  /** Something that is not in order. */
  public String bad(String text) {
    return paint("1;31", text);
  }

  /** A text in the colour of a severity. */
  public String of(Severity severity, String text) {
    return switch (severity) {
      case ERROR -> paint("31", text);
      case DOUBT -> paint("33", text);
      case NOTE -> paint("36", text);
    };
  }

  private String paint(String code, String text) {
    return this == PLAIN || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
