package org.jihe.form;

import java.io.Serializable;
import org.jihe.layout.CellNote;

/** How a value was got from the printed cells. */
public enum Reading {
  /** Printed where the template expects it. */
  AS_PRINTED,
  /** Printed in another column or row than the template expects. */
  SHIFTED,
  /** Put together from the parts that a break had left in several cells or lines. */
  JOINED,
  /** Separated from another value in the same cell. */
  SEPARATED,
  /** A merged cell's label, carried to a row that it covers. */
  CARRIED,
  /** No label reaches the row; its neighbours, its meaning or its points decided. */
  INFERRED,
  /**
   * Several readings explain the cells equally well; this one was picked and a person must look.
   */
  GUESSED,
  /** Nothing is printed. */
  BLANK;

  /**
   * What was done to a cell's text before it was taken as printed.
   *
   * @param subject path of the cell, such as {@code indicators[3].name}
   * @param kind what was done
   * @param before the text as its source has it
   */
  public record Note(String subject, CellNote.Kind kind, String before) implements Serializable {}
}
