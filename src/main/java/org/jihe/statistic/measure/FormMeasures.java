package org.jihe.statistic.measure;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one form on a project adds to every figure of the annual review. Amounts are yuan, scores
 * points; what is not known is null and never taken for zero.
 *
 * @param place whose form it is
 * @param cancelled budgeted, and taken back before anything was spent: counted, in no score
 * @param suspectAmounts its amounts cannot be right; in the totals, and named beside them
 * @param money the amounts of the total row
 * @param score the total and what is supported of it
 * @param marks what its indicators come to
 * @param found the findings that stand
 * @param guesses how many guesses were made while reading it
 */
public record FormMeasures(
    Place place,
    boolean cancelled,
    boolean suspectAmounts,
    Money money,
    Score score,
    Marks marks,
    Found found,
    int guesses)
    implements Serializable {

  /**
   * Whose form it is, and what it is like.
   *
   * @param departmentKey what tells the department from others
   * @param department its name for people
   * @param agencyKey what tells the agency from others of the department
   * @param group group of departments, as the bureau's list has it
   * @param departmentKind kind of department, as that list has it
   * @param sizeClass label of a {@link SizeClass}
   */
  public record Place(
      String dossier,
      String formId,
      String departmentKey,
      @Nullable String department,
      String agencyKey,
      @Nullable String agency,
      @Nullable String group,
      @Nullable String departmentKind,
      @Nullable Integer year,
      @Nullable String project,
      String jurisdiction,
      String projectKind,
      String sizeClass)
      implements Serializable {}

  /** 年初预算数, 全年预算数, 全年执行数. */
  public record Money(
      @Nullable BigDecimal originalBudget,
      @Nullable BigDecimal finalBudget,
      @Nullable BigDecimal actualExpenditure)
      implements Serializable {

    /** True where all three are known. */
    public boolean isKnown() {
      return originalBudget != null && finalBudget != null && actualExpenditure != null;
    }

    /** Expenditure ÷ final budget; null where one is unknown or there is no budget. */
    public @Nullable Double rate() {
      BigDecimal budget = finalBudget;
      BigDecimal spent = actualExpenditure;
      return budget == null || spent == null || budget.signum() <= 0
          ? null
          : spent.doubleValue() / budget.doubleValue();
    }
  }

  /**
   * The total and what is supported of it.
   *
   * @param total 总分 as printed
   * @param grade the grade that it earns
   * @param top true where that is the best one
   * @param claimed the total as it was audited
   * @param supported the most points that the form supports
   */
  public record Score(
      @Nullable BigDecimal total,
      @Nullable String grade,
      boolean top,
      @Nullable BigDecimal claimed,
      @Nullable BigDecimal supported)
      implements Serializable {

    /** Claimed points above the most that is supported; null where either is not known. */
    public @Nullable Double inflation() {
      BigDecimal given = claimed;
      BigDecimal most = supported;
      return given == null || most == null ? null : given.subtract(most).doubleValue();
    }
  }

  /**
   * What the indicators come to.
   *
   * @param indicators how many there are
   * @param full those with all of their points
   * @param blankActuals those without 实际完成值
   * @param targetsRead targets that say something certain
   * @param qualitative those of them that are words alone
   * @param lost indicators that lost points
   * @param unexplained those of them that do not say why
   * @param bothObjectives 预期目标 and 实际完成情况 are both printed
   * @param copiedObjective the second repeats the first
   * @param cost there is an indicator of cost
   * @param quantityName what the first quantity counts, for unit costs; null where there is none
   * @param quantity how much of it was planned
   * @param scored the indicators that can be held against the same ones elsewhere
   */
  public record Marks(
      int indicators,
      int full,
      int blankActuals,
      int targetsRead,
      int qualitative,
      int lost,
      int unexplained,
      boolean bothObjectives,
      boolean copiedObjective,
      boolean cost,
      @Nullable String quantityName,
      @Nullable BigDecimal quantity,
      List<Scored> scored)
      implements Serializable {

    /** True where every indicator has all of its points. */
    public boolean allFull() {
      return indicators > 0 && full == indicators;
    }
  }

  /**
   * An indicator's score.
   *
   * @param likeness equal for indicators of one name, target and actual value
   * @param row its place among the form's indicators, counted from 0
   * @param share score ÷ points
   */
  public record Scored(long likeness, int row, double share) implements Serializable {}

  /**
   * How many findings stand.
   *
   * @param byRule how many of each rule that found anything
   */
  public record Found(int errors, int doubts, int notes, Map<String, Integer> byRule)
      implements Serializable {

    public Found {
      byRule = Map.copyOf(byRule);
    }
  }
}
