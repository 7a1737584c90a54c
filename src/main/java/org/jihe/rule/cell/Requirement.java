package org.jihe.rule.cell;

import java.io.Serializable;

/**
 * A cell that a rule reads.
 *
 * @param path the cell, {@code indicators[].…} for a cell that every indicator has
 * @param formIndex number of the cell in the form, or -1
 * @param indicatorIndex number of the cell in every indicator, or -1
 * @param mayBeBlank true where a blank cell says something too, written {@code path?}
 */
public record Requirement(String path, int formIndex, int indicatorIndex, boolean mayBeBlank)
    implements Serializable {

  /**
   * The requirement that an annotation states.
   *
   * @throws IllegalArgumentException where no form has such a cell
   */
  public static Requirement parse(String text) {
    boolean mayBeBlank = text.endsWith("?");
    String path = mayBeBlank ? text.substring(0, text.length() - 1) : text;
    if (!Cells.isCell(path)) {
      throw new IllegalArgumentException(path);
    }
    return new Requirement(path, Cells.formIndex(path), Cells.indicatorIndex(path), mayBeBlank);
  }
}
