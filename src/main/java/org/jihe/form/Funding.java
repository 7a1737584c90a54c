package org.jihe.form;

import java.io.Serializable;
import java.util.List;

/**
 * The funding block (项目资金).
 *
 * @param total 年度资金总额
 * @param currentYearAppropriation 当年财政拨款
 * @param priorYearCarryOver 上年结转资金
 * @param otherFunds 其他资金
 */
public record Funding(
    FundingRow total,
    FundingRow currentYearAppropriation,
    FundingRow priorYearCarryOver,
    FundingRow otherFunds)
    implements Serializable {

  /** The three parts of the total, in printed order. */
  public List<FundingRow> parts() {
    return List.of(currentYearAppropriation, priorYearCarryOver, otherFunds);
  }

  /** All four rows, in printed order. */
  public List<FundingRow> rows() {
    return List.of(total, currentYearAppropriation, priorYearCarryOver, otherFunds);
  }
}
