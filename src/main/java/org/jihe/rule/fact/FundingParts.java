package org.jihe.rule.fact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jihe.form.Field;
import org.jihe.form.FormFields;
import org.jihe.form.Funding;
import org.jihe.form.FundingRow;
import org.jihe.form.measure.Figures;
import org.jihe.rule.cell.Cells;
import org.jspecify.annotations.Nullable;

/** The parts of the funding (当年财政拨款、上年结转资金、其他资金) taken together, beside the total. In yuan. */
public final class FundingParts {

  private final Funding funding;
  private final @Nullable BigDecimal originalBudget;
  private final @Nullable BigDecimal finalBudget;
  private final @Nullable BigDecimal expenditure;
  private final List<EmptyTotal> emptyTotals;

  /**
   * A budget column whose total is 0 or blank while its parts are not.
   *
   * @param path the total's cell
   * @param parts what the parts add up to, in yuan
   */
  public record EmptyTotal(String path, BigDecimal parts) {}

  FundingParts(Funding funding) {
    this.funding = funding;
    this.originalBudget = sum(FundingRow::originalBudget);
    this.finalBudget = sum(FundingRow::finalBudget);
    this.expenditure = sum(FundingRow::actualExpenditure);
    FundingRow total = funding.total();
    List<EmptyTotal> empty = new ArrayList<>(0);
    addIfEmpty(empty, Cells.ORIGINAL_BUDGET, total.originalBudget(), originalBudget);
    addIfEmpty(empty, Cells.FINAL_BUDGET, total.finalBudget(), finalBudget);
    this.emptyTotals = List.copyOf(empty);
  }

  private @Nullable BigDecimal sum(Function<FundingRow, Field<BigDecimal>> column) {
    BigDecimal sum = BigDecimal.ZERO;
    for (FundingRow part : funding.parts()) {
      Field<BigDecimal> field = column.apply(part);
      BigDecimal value = field.value();
      if (value != null) {
        sum = sum.add(value);
      } else if (!field.isBlank()) {
        return null;
      }
    }
    return sum;
  }

  private static void addIfEmpty(
      List<EmptyTotal> empty, String path, Field<BigDecimal> total, @Nullable BigDecimal parts) {
    BigDecimal value = total.value();
    boolean none = total.isBlank() || (value != null && value.signum() == 0);
    if (none && parts != null && parts.signum() > 0) {
      empty.add(new EmptyTotal(path, parts));
    }
  }

  /** Sum of the parts' 年初预算数, blank ones counted as 0; null where one is unreadable. */
  public @Nullable BigDecimal originalBudget() {
    return originalBudget;
  }

  /** Sum of the parts' 全年预算数, blank ones counted as 0; null where one is unreadable. */
  public @Nullable BigDecimal finalBudget() {
    return finalBudget;
  }

  /** Sum of the parts' 全年执行数, blank ones counted as 0; null where one is unreadable. */
  public @Nullable BigDecimal actualExpenditure() {
    return expenditure;
  }

  /** Figures of 年度资金总额 that a form must have and this has not, by their paths. */
  public List<String> missingTotals() {
    return FundingGaps.needed(funding.total(), emptyTotals);
  }

  /** True where 年初预算数 of 年度资金总额 has a cell and nothing in it. */
  public boolean originalTotalMissing() {
    return FundingGaps.originalBudget(funding, emptyTotals);
  }

  /** 全年预算数 of 当年财政拨款. */
  public @Nullable BigDecimal currentYearFinalBudget() {
    return funding.currentYearAppropriation().finalBudget().value();
  }

  /** True where every part's 全年预算数 is 0 or blank. */
  public boolean finalBudgetAllZero() {
    for (FundingRow part : funding.parts()) {
      Field<BigDecimal> field = part.finalBudget();
      BigDecimal value = field.value();
      if (!field.isBlank() && (value == null || value.signum() != 0)) {
        return false;
      }
    }
    return true;
  }

  /** Paths of the parts whose 全年预算数 is so many times the total's. */
  public List<String> pathsOfAtLeast(BigDecimal factor) {
    List<String> paths = new ArrayList<>(0);
    for (FundingRow part : funding.parts()) {
      BigDecimal share = share(part);
      if (share != null && share.compareTo(factor) >= 0) {
        paths.add(path(part));
      }
    }
    return paths;
  }

  /**
   * A part's 全年预算数 by the total's; null where one is missing or the total is not above 0.
   *
   * @param path the part's 全年预算数, such as {@code funding.otherFunds.finalBudget}
   */
  public @Nullable BigDecimal shareOfFinalBudget(String path) {
    for (FundingRow part : funding.parts()) {
      if (path(part).equals(path)) {
        return share(part);
      }
    }
    return null;
  }

  private @Nullable BigDecimal share(FundingRow part) {
    return Figures.ratio(part.finalBudget().value(), funding.total().finalBudget().value());
  }

  private static String path(FundingRow part) {
    return Cells.fundingPath(part.kind(), FormFields.FINAL_BUDGET.name());
  }

  /** Budget columns of the total that are 0 or blank while their parts add up to more than 0. */
  public List<EmptyTotal> emptyTotals() {
    return emptyTotals;
  }
}
