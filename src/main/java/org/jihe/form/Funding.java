package org.jihe.form;

import java.io.Serializable;
import java.util.List;
import java.util.function.Function;

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

  /** A block whose four rows are made one by one. */
  public static Funding of(Function<FundingKind, FundingRow> row) {
    return new Funding(
        row.apply(FundingKind.TOTAL),
        row.apply(FundingKind.CURRENT_YEAR_APPROPRIATION),
        row.apply(FundingKind.PRIOR_YEAR_CARRY_OVER),
        row.apply(FundingKind.OTHER_FUNDS));
  }

  /** The row of a kind. */
  public FundingRow row(FundingKind kind) {
    return switch (kind) {
      case TOTAL -> total;
      case CURRENT_YEAR_APPROPRIATION -> currentYearAppropriation;
      case PRIOR_YEAR_CARRY_OVER -> priorYearCarryOver;
      case OTHER_FUNDS -> otherFunds;
    };
  }

  /** The same block with one row changed. */
  public Funding with(FundingRow row) {
    return of(kind -> kind == row.kind() ? row : row(kind));
  }

  /** The three parts of the total, in printed order. */
  public List<FundingRow> parts() {
    return List.of(currentYearAppropriation, priorYearCarryOver, otherFunds);
  }

  /** All four rows, in printed order. */
  public List<FundingRow> rows() {
    return List.of(total, currentYearAppropriation, priorYearCarryOver, otherFunds);
  }
}
