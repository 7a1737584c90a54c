package org.jihe.rule.fact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jihe.form.Field;
import org.jihe.form.FormFields;
import org.jihe.form.Indicator;
import org.jihe.form.SelfEvaluation;
import org.jihe.rule.cell.Cells;
import org.jihe.rule.fact.wording.Placeholders;
import org.jihe.rule.jurisdiction.Parameters;
import org.jspecify.annotations.Nullable;

/** 分值 and 得分 of the whole form: what is printed as 总分, what the rows add up to, the grade. */
public final class FormScores {

  private final SelfEvaluation form;
  private final Parameters parameters;
  private final @Nullable BigDecimal maxScoreSum;
  private final @Nullable BigDecimal scoreSum;
  private final @Nullable String firstPositive;
  private final List<String> blank;

  FormScores(SelfEvaluation form, Parameters parameters) {
    this.form = form;
    this.parameters = parameters;
    this.maxScoreSum = sum(form.funding().total().maxScore(), Indicator::maxScore);
    this.scoreSum = sum(form.funding().total().score(), Indicator::score);
    this.firstPositive = firstPositive(form);
    this.blank = List.copyOf(blank(form, parameters));
  }

  private @Nullable BigDecimal sum(
      Field<BigDecimal> first, Function<Indicator, Field<BigDecimal>> column) {
    BigDecimal sum = first.value();
    for (Indicator indicator : form.indicators()) {
      BigDecimal next = column.apply(indicator).value();
      if (sum == null || next == null) {
        return null;
      }
      sum = sum.add(next);
    }
    return sum;
  }

  /** 总分 in points. */
  public @Nullable BigDecimal totalMaxScore() {
    return form.total().maxScore().value();
  }

  /** 总分 as scored. */
  public @Nullable BigDecimal totalScore() {
    return form.total().score().value();
  }

  /** Points of the funding row and all indicators; null where one is missing. */
  public @Nullable BigDecimal maxScoreSum() {
    return maxScoreSum;
  }

  /** What 总分 should be: the sum where it differs, else what a jurisdiction's forms add up to. */
  public @Nullable BigDecimal expectedTotalMaxScore() {
    BigDecimal printed = totalMaxScore();
    return maxScoreSum == null || printed == null || maxScoreSum.compareTo(printed) != 0
        ? maxScoreSum
        : parameters.limit("MaxScoreSumMismatch.total");
  }

  /** Scores of the funding row and all indicators; null where one is missing. */
  public @Nullable BigDecimal scoreSum() {
    return scoreSum;
  }

  /** Scores of all indicators; null where one is missing. */
  public @Nullable BigDecimal indicatorScoreSum() {
    BigDecimal execution = form.funding().total().score().value();
    return scoreSum == null || execution == null ? null : scoreSum.subtract(execution);
  }

  /** How far the printed total is from the sum of scores, without sign; null where unknown. */
  public @Nullable BigDecimal scoreSumError() {
    BigDecimal printed = totalScore();
    return scoreSum == null || printed == null ? null : scoreSum.subtract(printed).abs();
  }

  /** The grade that is printed, by the jurisdiction's name for it; null where none is. */
  public @Nullable String grade() {
    return name(parameters.gradeNamed(form.total().grade().printed()));
  }

  /** The grade that the total score earns; null where the score is unknown. */
  public @Nullable String earnedGrade() {
    return name(parameters.gradeOf(totalScore()));
  }

  /** True where the total score earns the best grade. */
  public boolean topGrade() {
    Parameters.Grade grade = parameters.gradeOf(totalScore());
    return grade != null && grade.equals(parameters.grades().get(0));
  }

  private static @Nullable String name(Parameters.@Nullable Grade grade) {
    return grade == null ? null : grade.name();
  }

  /** Path of the first score above 0, the total's before the others; null where there is none. */
  public @Nullable String firstPositive() {
    return firstPositive;
  }

  /** True where a score of the form is above 0. */
  public boolean anyPositive() {
    return firstPositive != null;
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
        return Cells.indicatorPath(row, FormFields.SCORE.name());
      }
    }
    return null;
  }

  private static boolean isPositive(Field<BigDecimal> score) {
    BigDecimal value = score.value();
    return value != null && value.signum() > 0;
  }

  /** Paths of points and scores that are blank. */
  public List<String> blank() {
    return blank;
  }

  private static List<String> blank(SelfEvaluation form, Parameters parameters) {
    List<String> blank = new ArrayList<>(0);
    addIfBlank(blank, Cells.FUNDING_MAX_SCORE, form.funding().total().maxScore());
    addIfBlank(blank, Cells.FUNDING_SCORE, form.funding().total().score());
    for (int row = 0; row < form.indicators().size(); row++) {
      Indicator indicator = form.indicators().get(row);
      if (Placeholders.leftOver(indicator, parameters)) {
        continue;
      }
      if (indicator.maxScore().isBlank()) {
        blank.add(Cells.indicatorPath(row, FormFields.MAX_SCORE.name()));
      }
      if (indicator.score().isBlank()) {
        blank.add(Cells.indicatorPath(row, FormFields.SCORE.name()));
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
