package org.jihe.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The list of a form's fields. Whatever names the columns of a form is made from it: differences,
 * transcripts, tables and their schemas, published files, views, the cells that rules may require.
 * A new field is a component of its record, a column here and a line in {@code of} of that record.
 */
public final class FormFields {

  public static final FormColumn<SelfEvaluation, String> TITLE =
      new FormColumn<>("title", ValueType.TEXT, SelfEvaluation::title);
  public static final FormColumn<SelfEvaluation, Integer> YEAR =
      new FormColumn<>("year", ValueType.YEAR, SelfEvaluation::year);
  public static final FormColumn<SelfEvaluation, String> PROJECT_NAME =
      new FormColumn<>("projectName", ValueType.TEXT, SelfEvaluation::projectName);
  public static final FormColumn<SelfEvaluation, String> SUPERVISING_DEPARTMENT =
      new FormColumn<>(
          "supervisingDepartment", ValueType.TEXT, SelfEvaluation::supervisingDepartment);
  public static final FormColumn<SelfEvaluation, String> IMPLEMENTING_AGENCY =
      new FormColumn<>("implementingAgency", ValueType.TEXT, SelfEvaluation::implementingAgency);
  public static final FormColumn<SelfEvaluation, String> CURRENCY_UNIT =
      new FormColumn<>("currencyUnit", ValueType.TEXT, SelfEvaluation::currencyUnit);

  /** What stands above the funding table. */
  public static final List<FormColumn<SelfEvaluation, ?>> HEAD =
      List.of(
          TITLE, YEAR, PROJECT_NAME, SUPERVISING_DEPARTMENT, IMPLEMENTING_AGENCY, CURRENCY_UNIT);

  public static final FormColumn<FundingRow, BigDecimal> ORIGINAL_BUDGET =
      new FormColumn<>("originalBudget", ValueType.YUAN, FundingRow::originalBudget);
  public static final FormColumn<FundingRow, BigDecimal> FINAL_BUDGET =
      new FormColumn<>("finalBudget", ValueType.YUAN, FundingRow::finalBudget);
  public static final FormColumn<FundingRow, BigDecimal> ACTUAL_EXPENDITURE =
      new FormColumn<>("actualExpenditure", ValueType.YUAN, FundingRow::actualExpenditure);
  public static final FormColumn<FundingRow, BigDecimal> FUNDING_MAX_SCORE =
      new FormColumn<>("maxScore", ValueType.POINTS, FundingRow::maxScore);
  public static final FormColumn<FundingRow, BigDecimal> EXECUTION_RATE =
      new FormColumn<>("executionRate", ValueType.PERCENT, FundingRow::executionRate);
  public static final FormColumn<FundingRow, BigDecimal> FUNDING_SCORE =
      new FormColumn<>("score", ValueType.POINTS, FundingRow::score);

  /** Columns of the funding table. */
  public static final List<FormColumn<FundingRow, BigDecimal>> FUNDING =
      List.of(
          ORIGINAL_BUDGET,
          FINAL_BUDGET,
          ACTUAL_EXPENDITURE,
          FUNDING_MAX_SCORE,
          EXECUTION_RATE,
          FUNDING_SCORE);

  public static final FormColumn<AnnualObjective, String> PLANNED =
      new FormColumn<>("planned", ValueType.TEXT, AnnualObjective::planned);
  public static final FormColumn<AnnualObjective, String> ACHIEVED =
      new FormColumn<>("achieved", ValueType.TEXT, AnnualObjective::achieved);

  /** The two texts of the annual objective. */
  public static final List<FormColumn<AnnualObjective, String>> OBJECTIVE =
      List.of(PLANNED, ACHIEVED);

  public static final FormColumn<Indicator, String> CATEGORY =
      new FormColumn<>("category", ValueType.TEXT, Indicator::category);
  public static final FormColumn<Indicator, String> ASPECT =
      new FormColumn<>("aspect", ValueType.TEXT, Indicator::aspect);
  public static final FormColumn<Indicator, String> NAME =
      new FormColumn<>("name", ValueType.TEXT, Indicator::name);
  public static final FormColumn<Indicator, String> TARGET =
      new FormColumn<>("target", ValueType.TEXT, Indicator::target);
  public static final FormColumn<Indicator, String> ACTUAL =
      new FormColumn<>("actual", ValueType.TEXT, Indicator::actual);
  public static final FormColumn<Indicator, BigDecimal> MAX_SCORE =
      new FormColumn<>("maxScore", ValueType.POINTS, Indicator::maxScore);
  public static final FormColumn<Indicator, BigDecimal> SCORE =
      new FormColumn<>("score", ValueType.POINTS, Indicator::score);
  public static final FormColumn<Indicator, String> VARIANCE_EXPLANATION =
      new FormColumn<>("varianceExplanation", ValueType.TEXT, Indicator::varianceExplanation);

  /** Columns of the indicator table. */
  public static final List<FormColumn<Indicator, ?>> INDICATOR =
      List.of(CATEGORY, ASPECT, NAME, TARGET, ACTUAL, MAX_SCORE, SCORE, VARIANCE_EXPLANATION);

  public static final FormColumn<TotalScore, BigDecimal> TOTAL_MAX_SCORE =
      new FormColumn<>("maxScore", ValueType.POINTS, TotalScore::maxScore);
  public static final FormColumn<TotalScore, BigDecimal> TOTAL_SCORE =
      new FormColumn<>("score", ValueType.POINTS, TotalScore::score);
  public static final FormColumn<TotalScore, String> GRADE =
      new FormColumn<>("grade", ValueType.TEXT, TotalScore::grade);

  /** Cells of the last row. */
  public static final List<FormColumn<TotalScore, ?>> TOTAL =
      List.of(TOTAL_MAX_SCORE, TOTAL_SCORE, GRADE);

  /** Paths of what stands above the indicators. */
  public static final List<FormPath> ABOVE = above();

  /** Paths of what every indicator has, as {@code indicators[].score}. */
  public static final List<FormPath> EVERY_INDICATOR =
      INDICATOR.stream().map(column -> FormPath.indicator(FormPath.EVERY, column)).toList();

  /** Paths of what stands below the indicators. */
  public static final List<FormPath> BELOW = TOTAL.stream().map(FormPath::total).toList();

  private static final Map<String, FormPath> KNOWN = known();

  private FormFields() {}

  private static List<FormPath> above() {
    List<FormPath> paths = new ArrayList<>();
    HEAD.forEach(column -> paths.add(FormPath.head(column)));
    for (FundingKind kind : FundingKind.values()) {
      FUNDING.forEach(column -> paths.add(FormPath.funding(kind, column)));
    }
    OBJECTIVE.forEach(column -> paths.add(FormPath.objective(column)));
    return List.copyOf(paths);
  }

  /** Every field of the model in printed order, those of indicators once for all of them. */
  public static List<FormPath> all() {
    List<FormPath> all = new ArrayList<>(ABOVE);
    all.addAll(EVERY_INDICATOR);
    all.addAll(BELOW);
    return all;
  }

  private static Map<String, FormPath> known() {
    Map<String, FormPath> known = new HashMap<>();
    all().forEach(path -> known.put(path.toString(), path));
    return Map.copyOf(known);
  }

  /** The path of a field that a text names, or null: quicker than taking the text apart. */
  static @Nullable FormPath known(String text) {
    return KNOWN.get(text);
  }

  /**
   * All that a form prints: its fields in printed order, each indicator's under its own row, and
   * behind them the extras under the paths of {@link #extraPaths}.
   */
  public static Map<FormPath, Field<?>> of(SelfEvaluation form) {
    Map<FormPath, Field<?>> fields = new LinkedHashMap<>();
    ABOVE.forEach(path -> fields.put(path, path.field(form)));
    for (int row = 0; row < form.indicators().size(); row++) {
      for (FormColumn<Indicator, ?> column : INDICATOR) {
        fields.put(FormPath.indicator(row, column), column.of(form.indicators().get(row)));
      }
    }
    BELOW.forEach(path -> fields.put(path, path.field(form)));
    List<FormPath> paths = extraPaths(form.extras());
    for (int i = 0; i < paths.size(); i++) {
      fields.put(paths.get(i), form.extras().get(i).value());
    }
    return fields;
  }

  /**
   * A path for each extra, none twice: its subject with the label in brackets, as {@code
   * closing[填表人]}; the second of one subject and label is {@code closing[填表人]#2}.
   */
  public static List<FormPath> extraPaths(List<Extra> extras) {
    List<FormPath> paths = new ArrayList<>(extras.size());
    Map<String, Integer> met = new HashMap<>();
    for (Extra extra : extras) {
      FormPath first = FormPath.of(extra, 1);
      int number = met.merge(first.toString(), 1, Integer::sum);
      paths.add(number == 1 ? first : FormPath.of(extra, number));
    }
    return paths;
  }
}
