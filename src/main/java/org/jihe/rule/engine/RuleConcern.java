package org.jihe.rule.engine;

import java.math.BigDecimal;
import org.jihe.form.Field;
import org.jihe.form.SelfEvaluation;
import org.jihe.rule.cell.Cells;
import org.jihe.rule.cell.Requirement;
import org.jihe.rule.drl.RuleHeader;
import org.jihe.rule.fact.CellStates;
import org.jspecify.annotations.Nullable;

/**
 * What a form must have for a rule to apply.
 *
 * @param cell a cell that is not blank; null for points that a category's label states
 * @param aboveZero true where a number of 0 or less will not do
 */
record RuleConcern(@Nullable Requirement cell, boolean aboveZero) {

  private static final String ABOVE_ZERO = " > 0";

  /** Reads one of {@link RuleHeader#concerns}. */
  static RuleConcern parse(String text) {
    if (text.equals(RuleHeader.CATEGORY_POINTS)) {
      return new RuleConcern(null, false);
    }
    boolean aboveZero = text.endsWith(ABOVE_ZERO);
    String path = aboveZero ? text.substring(0, text.length() - ABOVE_ZERO.length()) : text;
    return new RuleConcern(Requirement.parse(path), aboveZero);
  }

  /** Why a form lacks it; null where it has it. */
  @Nullable String missing(SelfEvaluation form, CellStates states) {
    if (cell == null) {
      return states.hasCategoryPoints() ? null : RuleHeader.CATEGORY_POINTS + ": none";
    }
    String path = cell.path();
    if (!aboveZero) {
      return states.isBlank(cell) ? path + ": blank" : null;
    }
    Field<?> field = Cells.fieldAt(form, path);
    // Blank or unreadable is for the requirements to say; only a number decides here.
    return field != null && field.value() instanceof BigDecimal number && number.signum() <= 0
        ? path + ": zero"
        : null;
  }
}
