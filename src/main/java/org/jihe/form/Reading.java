package org.jihe.form;

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
  BLANK
}
