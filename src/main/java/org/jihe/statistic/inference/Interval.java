package org.jihe.statistic.inference;

/** The values from one to another, both among them. */
public record Interval(double lower, double upper) {

  Interval cut(double least, double most) {
    return new Interval(
        Math.min(Math.max(lower, least), most), Math.min(Math.max(upper, least), most));
  }

  /** True where a value is strictly beyond one of the ends. */
  public boolean isBeyond(double value) {
    return value < lower || value > upper;
  }
}
