package org.jihe.speed;

import static org.jihe.speed.FormDraft.ACTUAL;
import static org.jihe.speed.FormDraft.ASPECT;
import static org.jihe.speed.FormDraft.CATEGORY;
import static org.jihe.speed.FormDraft.EXPLANATION;
import static org.jihe.speed.FormDraft.FINAL;
import static org.jihe.speed.FormDraft.MAX;
import static org.jihe.speed.FormDraft.NAME;
import static org.jihe.speed.FormDraft.ORIGINAL;
import static org.jihe.speed.FormDraft.SCORE;
import static org.jihe.speed.FormDraft.SPENT;
import static org.jihe.speed.FormDraft.TARGET;
import static org.jihe.speed.FormDraft.TOTAL;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Kinds of mistakes that made-up forms have. */
enum Mistake {
  HEAD_BLANK,
  PLANNED_BLANK,
  ACHIEVED_BLANK,
  TARGET_BLANK,
  ACTUAL_BLANK,
  ACTUAL_AND_SCORE_BLANK,
  EXPLANATION_BLANK,
  SCORE_BLANK,
  CATEGORY_LEFT_OUT,
  ASPECT_LEFT_OUT,
  COST_LEFT_OUT,
  LABEL_UNKNOWN,
  LABEL_BLANK,
  PLACEHOLDER,
  RATE_WRONG,
  RATE_AS_RATIO,
  EXECUTION_SCORE_WRONG,
  TOTAL_WRONG,
  TOTAL_POINTS_WRONG,
  POINTS_WRONG,
  SCORE_TOO_HIGH,
  SCORE_UNREADABLE,
  AMOUNT_UNREADABLE,
  PARTS_MISSING,
  PARTS_DIFFER,
  PART_TOO_LARGE,
  MAGNITUDE,
  GRADE_WRONG,
  GRADE_UNKNOWN,
  OVER_EXECUTION,
  NOTHING_SPENT,
  PROJECT_CANCELLED,
  LITTLE_SPENT,
  LITTLE_SPENT_UNEXPLAINED,
  BUDGET_CUT,
  BUDGET_CHANGED,
  NOT_DONE_BUT_FULL,
  OVERSCORED,
  DUPLICATE,
  FEW_INDICATORS,
  MARKUP,
  OBJECTIVE_COPIED,
  OPERATOR_REPEATED;

  static final Mistake[] ALL = values();

  private static final String[] PLACEHOLDERS = {"指标1：", "……", "XX", "保障XX系统运行", "完成情况（100字以内）"};

  /** Changes what the form reports, before its sums are made. */
  void inSubstance(FormDraft draft, SplittableRandom random) {
    BigDecimal budget = number(draft.funding[TOTAL][FINAL]);
    BigDecimal spent = number(draft.funding[TOTAL][SPENT]);
    @Nullable String[] row = draft.indicators.get(random.nextInt(draft.indicators.size()));
    switch (this) {
      case OVER_EXECUTION ->
          draft.money(budget, budget, RandomForms.share(budget, 10_500), BigDecimal.ZERO);
      case NOTHING_SPENT -> draft.money(budget, budget, BigDecimal.ZERO, BigDecimal.ZERO);
      case PROJECT_CANCELLED ->
          draft.money(budget, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
      case LITTLE_SPENT, LITTLE_SPENT_UNEXPLAINED -> {
        int share = random.nextInt(3_000, 9_300);
        draft.money(budget, budget, RandomForms.share(budget, share), BigDecimal.ZERO);
        if (this == LITTLE_SPENT_UNEXPLAINED) {
          for (@Nullable String[] each : draft.indicators) {
            each[SCORE] = each[MAX];
            each[EXPLANATION] = null;
          }
        }
      }
      case BUDGET_CUT ->
          draft.money(
              RandomForms.share(budget, random.nextInt(10_500, 18_000)), budget, spent, spent);
      case BUDGET_CHANGED ->
          draft.money(
              RandomForms.share(budget, random.nextInt(6_000, 14_000)),
              budget,
              spent,
              BigDecimal.ZERO);
      case NOT_DONE_BUT_FULL -> {
        row[ACTUAL] = RandomForms.one(random, "未完成", "尚未验收", "0", "没有开展");
        row[SCORE] = row[MAX];
      }
      case OVERSCORED -> {
        row[TARGET] = "≥100次";
        row[ACTUAL] = random.nextInt(20, 99) + "次";
        row[SCORE] = row[MAX];
      }
      case FEW_INDICATORS -> {
        int left = 2 + random.nextInt(5);
        while (draft.indicators.size() > left) {
          draft.indicators.remove(left);
        }
      }
      case EXPLANATION_BLANK -> {
        row[SCORE] = number(row[MAX]).subtract(BigDecimal.ONE).toPlainString();
        row[EXPLANATION] = null;
      }
      default -> {
        // A mistake of what is printed.
      }
    }
  }

  /** Changes what the form prints, after its sums are made. */
  void inPrint(FormDraft draft, SplittableRandom random) {
    @Nullable String[] row = draft.indicators.get(random.nextInt(draft.indicators.size()));
    switch (this) {
      case HEAD_BLANK -> {
        int field = 1 + random.nextInt(5);
        // A year is digits or nothing.
        draft.head[field] = field == 1 || random.nextBoolean() ? null : "—";
      }
      case PLANNED_BLANK -> draft.planned = null;
      case ACHIEVED_BLANK -> draft.achieved = random.nextBoolean() ? null : "/";
      case TARGET_BLANK -> row[TARGET] = random.nextBoolean() ? null : "-";
      case ACTUAL_BLANK -> row[ACTUAL] = null;
      case ACTUAL_AND_SCORE_BLANK -> {
        row[ACTUAL] = null;
        row[SCORE] = random.nextBoolean() ? null : "0";
      }
      case SCORE_BLANK -> {
        switch (random.nextInt(6)) {
          case 0 -> draft.fundingScore = null;
          case 1 -> draft.fundingMax = null;
          case 2 -> draft.totalScore = null;
          case 3 -> draft.totalMax = null;
          case 4 -> row[MAX] = null;
          default -> row[SCORE] = null;
        }
      }
      case CATEGORY_LEFT_OUT -> {
        String gone = RandomForms.one(random, "产出指标", "效益指标", "满意度指标");
        for (@Nullable String[] each : draft.indicators) {
          if (gone.equals(each[CATEGORY])) {
            each[CATEGORY] = "成本指标";
            each[ASPECT] = "经济成本指标";
          }
        }
      }
      case ASPECT_LEFT_OUT -> {
        String gone = RandomForms.one(random, "数量指标", "质量指标", "时效指标");
        String other = gone.equals("数量指标") ? "质量指标" : "数量指标";
        for (@Nullable String[] each : draft.indicators) {
          each[ASPECT] = gone.equals(each[ASPECT]) ? other : each[ASPECT];
        }
      }
      case COST_LEFT_OUT -> {
        for (@Nullable String[] each : draft.indicators) {
          if ("成本指标".equals(each[CATEGORY])) {
            each[CATEGORY] = "产出指标";
            each[ASPECT] = "数量指标";
          }
        }
      }
      case LABEL_UNKNOWN -> {
        row[CATEGORY] = "管理指标";
        row[ASPECT] = "过程指标";
      }
      case LABEL_BLANK -> row[random.nextInt(2)] = null;
      case PLACEHOLDER -> {
        String text = RandomForms.one(random, PLACEHOLDERS);
        switch (random.nextInt(4)) {
          case 0 -> draft.planned = text;
          case 1 -> draft.head[2] = text;
          case 2 -> row[NAME] = text;
          default -> row[TARGET] = text;
        }
      }
      case RATE_WRONG -> draft.rate = random.nextInt(20, 99) + ".5%";
      case RATE_AS_RATIO -> draft.rate = "0." + random.nextInt(10, 99);
      case EXECUTION_SCORE_WRONG ->
          draft.fundingScore = RandomForms.one(random, "10", "5.0", "9.5");
      case TOTAL_WRONG ->
          draft.totalScore =
              number(draft.totalScore)
                  .add(BigDecimal.valueOf(random.nextInt(1, 400), 2))
                  .toPlainString();
      case TOTAL_POINTS_WRONG -> draft.totalMax = RandomForms.one(random, "110", "90", "100.5");
      case POINTS_WRONG -> row[MAX] = RandomForms.one(random, "3", "20", "25");
      case SCORE_TOO_HIGH -> row[SCORE] = RandomForms.one(random, "30", "-1", "12.5");
      case SCORE_UNREADABLE -> row[SCORE] = "满分";
      case AMOUNT_UNREADABLE ->
          draft.funding[random.nextInt(4)][random.nextInt(3)] =
              RandomForms.one(random, "约12万", "见附表", "一百");
      case PARTS_MISSING -> {
        for (int part = 1; part < draft.funding.length; part++) {
          for (int column = 0; column < draft.funding[part].length; column++) {
            draft.funding[part][column] = random.nextBoolean() ? null : "0";
          }
        }
      }
      case PARTS_DIFFER -> draft.funding[3][random.nextInt(2)] = "1234.56";
      case PART_TOO_LARGE ->
          draft.funding[1][random.nextBoolean() ? FINAL : SPENT] =
              number(draft.funding[TOTAL][FINAL]).multiply(BigDecimal.valueOf(1.5)).toPlainString();
      case MAGNITUDE -> {
        int part = random.nextInt(2);
        draft.funding[part][part == 0 ? ORIGINAL : FINAL] =
            number(draft.funding[TOTAL][FINAL])
                .multiply(BigDecimal.valueOf(10_000))
                .toPlainString();
      }
      case GRADE_WRONG -> draft.grade = RandomForms.one(random, "差", "良好", "中", "合格");
      case GRADE_UNKNOWN -> draft.grade = "A级";
      case DUPLICATE -> draft.indicators.get(0)[NAME] = draft.indicators.get(1)[NAME];
      case MARKUP -> row[TARGET] = "<br>" + row[TARGET];
      case OBJECTIVE_COPIED -> draft.achieved = draft.planned;
      case OPERATOR_REPEATED -> row[ACTUAL] = row[TARGET];
      default -> {
        // A mistake of substance.
      }
    }
  }

  private static BigDecimal number(@Nullable String printed) {
    try {
      return printed == null ? BigDecimal.ONE : new BigDecimal(printed);
    } catch (NumberFormatException e) {
      return BigDecimal.ONE;
    }
  }
}
