package org.jihe.publish.letter;

/**
 * Who writes.
 *
 * @param name name of the office below the letter
 * @param date the day below the letter, in words
 * @param due until when answers are wanted, in words
 */
public record Sender(String name, String date, String due) {

  /** Places that are left for somebody to fill in. */
  public static final String NOBODY = "（财政部门名称）";

  /** A day that is left open. */
  public static final String NO_DAY = "　　　　年　　月　　日";
}
