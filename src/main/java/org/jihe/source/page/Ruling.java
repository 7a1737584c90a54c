package org.jihe.source.page;

/**
 * A straight line on a page along one of its sides.
 *
 * @param axis which way it runs
 * @param at where it stands on the other axis
 * @param from where it begins
 * @param to where it ends
 */
public record Ruling(Axis axis, double at, double from, double to) {

  /** Which way a line runs. */
  public enum Axis {
    HORIZONTAL,
    VERTICAL
  }

  double length() {
    return to - from;
  }
}
