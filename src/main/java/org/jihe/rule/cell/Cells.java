package org.jihe.rule.cell;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jihe.form.Field;
import org.jihe.form.FormBlock;
import org.jihe.form.FormColumn;
import org.jihe.form.FormFields;
import org.jihe.form.FormPath;
import org.jihe.form.FundingKind;
import org.jihe.form.FundingRow;
import org.jihe.form.Indicator;
import org.jihe.form.SelfEvaluation;
import org.jihe.form.ValueType;
import org.jspecify.annotations.Nullable;

/** The cells of a form by their paths, such as {@code funding.total.score}. */
public final class Cells {

  /** Paths that findings name most, as text. */
  public static final String FUNDING = FormPath.part(FormBlock.FUNDING).toString();

  public static final String INDICATORS = FormPath.part(FormBlock.INDICATORS).toString();
  public static final String ORIGINAL_BUDGET = fundingPath(FormFields.ORIGINAL_BUDGET);
  public static final String FINAL_BUDGET = fundingPath(FormFields.FINAL_BUDGET);
  public static final String ACTUAL_EXPENDITURE = fundingPath(FormFields.ACTUAL_EXPENDITURE);
  public static final String FUNDING_MAX_SCORE = fundingPath(FormFields.FUNDING_MAX_SCORE);
  public static final String EXECUTION_RATE = fundingPath(FormFields.EXECUTION_RATE);
  public static final String FUNDING_SCORE = fundingPath(FormFields.FUNDING_SCORE);
  public static final String TOTAL_MAX_SCORE =
      FormPath.total(FormFields.TOTAL_MAX_SCORE).toString();
  public static final String TOTAL_SCORE = FormPath.total(FormFields.TOTAL_SCORE).toString();
  public static final String GRADE = FormPath.total(FormFields.GRADE).toString();

  private static final List<String> AMOUNTS =
      Stream.of(FundingKind.values())
          .flatMap(
              kind ->
                  Stream.of(
                          FormFields.ORIGINAL_BUDGET,
                          FormFields.FINAL_BUDGET,
                          FormFields.ACTUAL_EXPENDITURE)
                      .map(column -> FormPath.funding(kind, column).toString()))
          .toList();

  /** Behind the path of a text: the same cell, read as a number. */
  private static final String MEASURE = ".measure";

  /** 年度指标值 of an indicator, read as a number. */
  public static final String TARGET_MEASURE = "target" + MEASURE;

  /** 实际完成值 of an indicator, read as a number. */
  public static final String ACTUAL_MEASURE = "actual" + MEASURE;

  /** The cells of the form itself; points and rate are the total's alone. */
  private static final List<FormPath> FORM =
      Stream.concat(FormFields.ABOVE.stream(), FormFields.BELOW.stream())
          .filter(Cells::isRequired)
          .toList();

  /** Their paths as text. */
  private static final List<String> FORM_PATHS = FORM.stream().map(FormPath::toString).toList();

  /** The cells of an indicator that may state a number, which may not be a certain one. */
  private static final List<FormColumn<Indicator, String>> MEASURES =
      List.of(FormFields.TARGET, FormFields.ACTUAL);

  /** The cells of an indicator, those that are read as numbers once more at the end. */
  private static final List<FormColumn<Indicator, ?>> INDICATOR =
      Stream.concat(FormFields.INDICATOR.stream(), MEASURES.stream())
          .<FormColumn<Indicator, ?>>map(column -> column)
          .toList();

  /** Their paths as text, as {@code indicators[].score}. */
  private static final List<String> INDICATOR_PATHS =
      Stream.concat(
              FormFields.EVERY_INDICATOR.stream().map(FormPath::toString),
              MEASURES.stream().map(column -> FormPath.indicator(FormPath.EVERY, column) + MEASURE))
          .toList();

  private Cells() {}

  private static String fundingPath(FormColumn<FundingRow, ?> column) {
    return FormPath.funding(FundingKind.TOTAL, column).toString();
  }

  private static boolean isRequired(FormPath path) {
    FormColumn<?, ?> column = path.column();
    return path.block() != FormBlock.FUNDING
        || path.kind() == FundingKind.TOTAL
        || (column != null && column.type() == ValueType.YUAN);
  }

  /** Path of a cell of a funding row by the column's name. */
  public static String fundingPath(FundingKind kind, String column) {
    return FormPath.funding(kind) + "." + column;
  }

  /** Path of a cell of an indicator by the column's name. */
  public static String indicatorPath(int row, String column) {
    return FormPath.text(row, column);
  }

  /** True for the path of a cell of a part of the form. */
  public static boolean isIn(String path, FormBlock block) {
    FormPath found = FormPath.find(printedPath(path));
    return found != null && found.block() == block && found.isField();
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
    return Stream.concat(FORM_PATHS.stream(), INDICATOR_PATHS.stream()).toList();
  }

  /** The field that a finding's subject names, or null where the subject is no single cell. */
  public static @Nullable Field<?> fieldAt(SelfEvaluation form, String subject) {
    FormPath path = FormPath.find(subject);
    return path == null || !path.isField() ? null : path.in(form);
  }

  /** Number of a cell of the form itself, or -1. */
  public static int formIndex(String path) {
    return FORM_PATHS.indexOf(path);
  }

  /** Number of a cell that every indicator has, or -1. */
  public static int indicatorIndex(String path) {
    return INDICATOR_PATHS.indexOf(path);
  }

  /** Number of a cell that every indicator has. */
  public static int indexOf(FormColumn<Indicator, ?> column) {
    return FormFields.INDICATOR.indexOf(column);
  }

  /** Number of a cell that every indicator has, read as a number. */
  public static int indexOfMeasure(FormColumn<Indicator, String> column) {
    return FormFields.INDICATOR.size() + MEASURES.indexOf(column);
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
    return FormFields.INDICATOR.size();
  }

  public static Field<?> formField(SelfEvaluation form, int index) {
    return Objects.requireNonNull(FORM.get(index).in(form));
  }

  public static Field<?> indicatorField(Indicator indicator, int index) {
    return INDICATOR.get(index).of(indicator);
  }

  public static String formPath(int index) {
    return FORM_PATHS.get(index);
  }

  public static String indicatorPath(int row, int index) {
    String name = INDICATOR.get(index).name();
    return indicatorPath(row, index < printedIndicatorCount() ? name : name + MEASURE);
  }

  /** True for a cell that holds an amount of money. */
  public static boolean isAmount(String path) {
    return AMOUNTS.contains(path);
  }
}
