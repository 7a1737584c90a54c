package org.jihe.statistic.rollup;

import java.math.BigDecimal;

/**
 * How much of what a department should have sent is there.
 *
 * @param listed projects on the bureau's list
 * @param received those of them that there is a form of
 * @param money expenditure of the projects in the ledger
 * @param moneyReceived that of those that there is a form of
 */
public record Coverage(long listed, long received, BigDecimal money, BigDecimal moneyReceived) {

  static final Coverage NONE = new Coverage(0, 0, BigDecimal.ZERO, BigDecimal.ZERO);

  /** Both together. */
  public Coverage with(Coverage other) {
    return new Coverage(
        listed + other.listed,
        received + other.received,
        money.add(other.money),
        moneyReceived.add(other.moneyReceived));
  }
}
