package org.jihe.notebook;

/** What a code cell has put out, in the order in which it did. */
public sealed interface Output {

  /** What it printed. */
  record Printed(String text) implements Output {}

  /**
   * What it showed.
   *
   * @param text for who sees text alone
   * @param html the same as HTML; empty where there is none
   */
  record Shown(String text, String html) implements Output {}

  /**
   * Why it failed.
   *
   * @param name short name of the exception, or of the kind of mistake
   * @param text what is wrong
   * @param line line of the cell, from 1; 0 where unknown
   */
  record Failed(String name, String text, int line) implements Output {}
}
