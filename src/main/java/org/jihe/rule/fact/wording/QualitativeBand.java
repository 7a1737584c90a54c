package org.jihe.rule.fact.wording;

import java.math.BigDecimal;

/**
 * The shares of its points that a qualitative indicator earns (定性指标): 100–80 % where the target was
 * reached, 80–60 % where part of it was, 60–0 % where it was not. Source: 财预〔2020〕10号.
 */
public enum QualitativeBand {
  MET("0.8", "1"),
  PARTLY_MET("0.6", "0.8"),
  UNMET("0", "0.6");

  private final BigDecimal from;
  private final BigDecimal to;

  QualitativeBand(String from, String to) {
    this.from = new BigDecimal(from);
    this.to = new BigDecimal(to);
  }

  /** Lowest share of the points. */
  public BigDecimal from() {
    return from;
  }

  /** Highest share of the points. */
  public BigDecimal to() {
    return to;
  }
}
