package org.jihe.rule.fact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jihe.form.Field;
import org.jihe.form.FormFields;
import org.jihe.form.FormPath;
import org.jihe.form.FundingRow;
import org.jihe.form.Indicator;
import org.jihe.form.SelfEvaluation;
import org.jspecify.annotations.Nullable;

/**
 * What a form's figures add up to.
 *
 * @param maxScoreSum points of the funding row and all indicators; null where one is missing
 * @param scoreSum scores of the funding row and all indicators; null where one is missing
 * @param partsOriginalBudget the parts' 年初预算数, blank ones as 0; null where one is unreadable
 * @param partsFinalBudget the parts' 全年预算数, blank ones as 0; null where one is unreadable
 * @param emptyTotals budget columns whose total is 0 or blank while the parts add up to more
 * @param firstPositiveScore path of the first score above 0, the total's first; null for none
 * @param blankScores paths of points and scores that are blank
 */
public record Sums(
    @Nullable BigDecimal maxScoreSum,
    @Nullable BigDecimal scoreSum,
    @Nullable BigDecimal partsOriginalBudget,
    @Nullable BigDecimal partsFinalBudget,
    List<EmptyTotal> emptyTotals,
    @Nullable String firstPositiveScore,
    List<String> blankScores) {

  /**
   * A budget column whose total is 0 or blank while its parts are not.
   *
   * @param path the total's cell
   * @param parts what the parts add up to, in yuan
   */
  public record EmptyTotal(String path, BigDecimal parts) {}

  static Sums of(SelfEvaluation form) {
    FundingRow total = form.funding().total();
    BigDecimal original = parts(form, FundingRow::originalBudget);
    BigDecimal last = parts(form, FundingRow::finalBudget);
    List<EmptyTotal> empty = new ArrayList<>();
    addIfEmpty(empty, Cells.ORIGINAL_BUDGET, total.originalBudget(), original);
    addIfEmpty(empty, Cells.FINAL_BUDGET, total.finalBudget(), last);
    return new Sums(
        sum(total.maxScore(), form.indicators(), Indicator::maxScore),
        sum(total.score(), form.indicators(), Indicator::score),
        original,
        last,
        empty,
        firstPositive(form),
        blank(form));
  }

  private static @Nullable BigDecimal sum(
      Field<BigDecimal> first,
      List<Indicator> indicators,
      Function<Indicator, Field<BigDecimal>> column) {
    BigDecimal sum = first.value();
    for (Indicator indicator : indicators) {
      BigDecimal next = column.apply(indicator).value();
      if (sum == null || next == null) {
        return null;
      }
      sum = sum.add(next);
    }
    return sum;
  }

  private static @Nullable BigDecimal parts(
      SelfEvaluation form, Function<FundingRow, Field<BigDecimal>> column) {
    BigDecimal sum = BigDecimal.ZERO;
    for (FundingRow part : form.funding().parts()) {
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

  private static @Nullable String firstPositive(SelfEvaluation form) {
    if (isPositive(form.total().score())) {
      return Cells.TOTAL_SCORE;
    }
    if (isPositive(form.funding().total().score())) {
      return Cells.FUNDING_SCORE;
    }
    for (int row = 0; row < form.indicators().size(); row++) {
      if (isPositive(form.indicators().get(row).score())) {
        return FormPath.indicator(row, FormFields.SCORE).toString();
      }
    }
    return null;
  }

  private static boolean isPositive(Field<BigDecimal> score) {
    BigDecimal value = score.value();
    return value != null && value.signum() > 0;
  }

  private static List<String> blank(SelfEvaluation form) {
    List<String> blank = new ArrayList<>(0);
    addIfBlank(blank, Cells.FUNDING_MAX_SCORE, form.funding().total().maxScore());
    addIfBlank(blank, Cells.FUNDING_SCORE, form.funding().total().score());
    for (int row = 0; row < form.indicators().size(); row++) {
      Indicator indicator = form.indicators().get(row);
      if (indicator.maxScore().isBlank()) {
        blank.add(FormPath.indicator(row, FormFields.MAX_SCORE).toString());
      }
      if (indicator.score().isBlank()) {
        blank.add(FormPath.indicator(row, FormFields.SCORE).toString());
      }
    }
    addIfBlank(blank, Cells.TOTAL_MAX_SCORE, form.total().maxScore());
    addIfBlank(blank, Cells.TOTAL_SCORE, form.total().score());
    return blank;
  }

  private static void addIfBlank(List<String> blank, String path, Field<?> field) {
    if (field.isBlank()) {
      blank.add(path);
    }
  }
}
