package org.jihe.rule.fact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jihe.form.Field;
import org.jihe.form.Funding;
import org.jihe.form.FundingRow;
import org.jihe.rule.cell.Cells;

/**
 * Figures of 年度资金总额 that are blank. A total that is blank beside parts that are not is told
 * elsewhere, and a budget of 0 has no rate.
 */
final class FundingGaps {

  private FundingGaps() {}

  /** Paths of 全年预算数, 全年执行数 and 执行率 that are blank. */
  static List<String> needed(FundingRow total, List<FundingParts.EmptyTotal> toldElsewhere) {
    Set<String> told = new HashSet<>();
    toldElsewhere.forEach(one -> told.add(one.path()));
    List<String> blank = new ArrayList<>(0);
    add(blank, Cells.FINAL_BUDGET, total.finalBudget(), told);
    add(blank, Cells.ACTUAL_EXPENDITURE, total.actualExpenditure(), told);
    BigDecimal budget = total.finalBudget().value();
    if (budget == null || budget.signum() != 0) {
      add(blank, Cells.EXECUTION_RATE, total.executionRate(), told);
    }
    return blank;
  }

  /** True where 年初预算数 has a cell and nothing in it; some forms have no such column. */
  static boolean originalBudget(Funding funding, List<FundingParts.EmptyTotal> toldElsewhere) {
    Field<?> total = funding.total().originalBudget();
    boolean column =
        total.position() != null
            || funding.parts().stream().anyMatch(part -> !part.originalBudget().isBlank());
    return column
        && total.isBlank()
        && toldElsewhere.stream().noneMatch(one -> one.path().equals(Cells.ORIGINAL_BUDGET));
  }

  private static void add(List<String> blank, String path, Field<?> field, Set<String> told) {
    if (field.isBlank() && !told.contains(path)) {
      blank.add(path);
    }
  }
}
