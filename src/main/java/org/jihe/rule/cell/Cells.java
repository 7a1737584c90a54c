package org.jihe.rule.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jihe.form.Field;
import org.jihe.form.FundingKind;
import org.jihe.form.FundingRow;
import org.jihe.form.Indicator;
import org.jihe.form.SelfEvaluation;
import org.jspecify.annotations.Nullable;

/** The cells of a form by their paths, such as {@code funding.total.score}. */
public final class Cells {

  /** Path of a cell that every indicator has, such as {@code indicators[].score}. */
  private static final String EVERY_INDICATOR = "indicators[].";

  private static final String MEASURE = ".measure";

  /** 年度指标值 of an indicator, read as a number. */
  public static final String TARGET_MEASURE = "target" + MEASURE;

  /** 实际完成值 of an indicator, read as a number. */
  public static final String ACTUAL_MEASURE = "actual" + MEASURE;

  private static final Pattern ONE_INDICATOR = Pattern.compile("indicators\\[(\\d+)]\\.(\\w+)");

  private record FormCell(String path, Function<SelfEvaluation, Field<?>> field) {}

  private record IndicatorCell(String name, Function<Indicator, Field<?>> field) {}

  private static final List<FormCell> FORM = formCells();

  private static final List<IndicatorCell> INDICATOR =
      List.of(
          new IndicatorCell("category", Indicator::category),
          new IndicatorCell("aspect", Indicator::aspect),
          new IndicatorCell("name", Indicator::name),
          new IndicatorCell("target", Indicator::target),
          new IndicatorCell("actual", Indicator::actual),
          new IndicatorCell("maxScore", Indicator::maxScore),
          new IndicatorCell("score", Indicator::score),
          new IndicatorCell("varianceExplanation", Indicator::varianceExplanation),
          // The same cells, read as numbers: what is printed there may not be a certain one.
          new IndicatorCell(TARGET_MEASURE, Indicator::target),
          new IndicatorCell(ACTUAL_MEASURE, Indicator::actual));

  private Cells() {}

  private static List<FormCell> formCells() {
    List<FormCell> cells = new ArrayList<>();
    cells.add(new FormCell("title", SelfEvaluation::title));
    cells.add(new FormCell("year", SelfEvaluation::year));
    cells.add(new FormCell("projectName", SelfEvaluation::projectName));
    cells.add(new FormCell("supervisingDepartment", SelfEvaluation::supervisingDepartment));
    cells.add(new FormCell("implementingAgency", SelfEvaluation::implementingAgency));
    cells.add(new FormCell("currencyUnit", SelfEvaluation::currencyUnit));
    for (FundingKind kind : FundingKind.values()) {
      String row = "funding." + kind.key() + ".";
      cells.add(new FormCell(row + "originalBudget", form -> row(form, kind).originalBudget()));
      cells.add(new FormCell(row + "finalBudget", form -> row(form, kind).finalBudget()));
      cells.add(
          new FormCell(row + "actualExpenditure", form -> row(form, kind).actualExpenditure()));
      if (kind == FundingKind.TOTAL) {
        cells.add(new FormCell(row + "maxScore", form -> row(form, kind).maxScore()));
        cells.add(new FormCell(row + "executionRate", form -> row(form, kind).executionRate()));
        cells.add(new FormCell(row + "score", form -> row(form, kind).score()));
      }
    }
    cells.add(new FormCell("annualObjective.planned", form -> form.annualObjective().planned()));
    cells.add(new FormCell("annualObjective.achieved", form -> form.annualObjective().achieved()));
    cells.add(new FormCell("total.maxScore", form -> form.total().maxScore()));
    cells.add(new FormCell("total.score", form -> form.total().score()));
    cells.add(new FormCell("total.grade", form -> form.total().grade()));
    return List.copyOf(cells);
  }

  private static FundingRow row(SelfEvaluation form, FundingKind kind) {
    return switch (kind) {
      case TOTAL -> form.funding().total();
      case CURRENT_YEAR_APPROPRIATION -> form.funding().currentYearAppropriation();
      case PRIOR_YEAR_CARRY_OVER -> form.funding().priorYearCarryOver();
      case OTHER_FUNDS -> form.funding().otherFunds();
    };
  }

  /** The path of what is printed: {@code indicators[].target} for its measure. */
  public static String printedPath(String path) {
    return path.endsWith(MEASURE) ? path.substring(0, path.length() - MEASURE.length()) : path;
  }

  /** True for the path of a cell, {@code indicators[].score} among them. */
  public static boolean isCell(String path) {
    return formIndex(path) >= 0 || indicatorIndex(path) >= 0;
  }

  /** Every path that a rule may require. */
  public static List<String> paths() {
    List<String> paths = new ArrayList<>(FORM.stream().map(FormCell::path).toList());
    INDICATOR.forEach(cell -> paths.add(EVERY_INDICATOR + cell.name()));
    return paths;
  }

  /** The field that a finding's subject names, or null where the subject is no single cell. */
  public static @Nullable Field<?> fieldAt(SelfEvaluation form, String subject) {
    Matcher matcher = ONE_INDICATOR.matcher(subject);
    if (matcher.matches()) {
      int row = Integer.parseInt(matcher.group(1));
      int cell = indicatorIndex(EVERY_INDICATOR + matcher.group(2));
      return row < form.indicators().size() && cell >= 0
          ? INDICATOR.get(cell).field().apply(form.indicators().get(row))
          : null;
    }
    int index = formIndex(subject);
    return index < 0 ? null : FORM.get(index).field().apply(form);
  }

  /** Number of a cell of the form itself, or -1. */
  public static int formIndex(String path) {
    for (int i = 0; i < FORM.size(); i++) {
      if (FORM.get(i).path().equals(path)) {
        return i;
      }
    }
    return -1;
  }

  /** Number of a cell that every indicator has, or -1. */
  public static int indicatorIndex(String path) {
    for (int i = 0; i < INDICATOR.size(); i++) {
      if (path.equals(EVERY_INDICATOR + INDICATOR.get(i).name())) {
        return i;
      }
    }
    return -1;
  }

  public static int formCount() {
    return FORM.size();
  }

  /** How many cells an indicator has, those that read another again among them. */
  public static int indicatorCount() {
    return INDICATOR.size();
  }

  /** How many of an indicator's cells are printed; the others read one of these again. */
  public static int printedIndicatorCount() {
    return INDICATOR.size() - 2;
  }

  public static Field<?> formField(SelfEvaluation form, int index) {
    return FORM.get(index).field().apply(form);
  }

  public static Field<?> indicatorField(Indicator indicator, int index) {
    return INDICATOR.get(index).field().apply(indicator);
  }

  public static String formPath(int index) {
    return FORM.get(index).path();
  }

  public static String indicatorPath(int row, int index) {
    return "indicators[" + row + "]." + INDICATOR.get(index).name();
  }
}
