package org.jihe.speed;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jihe.form.AnnualObjective;
import org.jihe.form.Field;
import org.jihe.form.FormBuilder;
import org.jihe.form.FormFields;
import org.jihe.form.Funding;
import org.jihe.form.FundingKind;
import org.jihe.form.FundingRow;
import org.jihe.form.Indicator;
import org.jihe.form.Numbers;
import org.jihe.form.Reading;
import org.jihe.form.Recovery;
import org.jihe.form.SelfEvaluation;
import org.jihe.form.TotalScore;
import org.jihe.layout.Position;
import org.jspecify.annotations.Nullable;

/** A form that is being made up: its cells as they will be printed. */
final class FormDraft {

  /** Columns of {@link #indicators}. */
  static final int CATEGORY = 0;

  static final int ASPECT = 1;
  static final int NAME = 2;
  static final int TARGET = 3;
  static final int ACTUAL = 4;
  static final int MAX = 5;
  static final int SCORE = 6;
  static final int EXPLANATION = 7;

  /** Rows of {@link #funding} in printed order; their columns are budgets and expenditure. */
  static final int TOTAL = 0;

  static final int ORIGINAL = 0;
  static final int FINAL = 1;
  static final int SPENT = 2;

  final String file;
  final @Nullable String[] head = new String[6];
  final @Nullable String[][] funding = new String[4][3];
  @Nullable String fundingMax = "10";
  @Nullable String rate;
  @Nullable String fundingScore;
  @Nullable String planned;
  @Nullable String achieved;
  final List<@Nullable String[]> indicators = new ArrayList<>();
  @Nullable String totalMax = "100";
  @Nullable String totalScore;
  @Nullable String grade;

  FormDraft(String file) {
    this.file = file;
  }

  /** Amounts of the total row and its parts, the first of which carries what the others do not. */
  void money(BigDecimal original, BigDecimal last, BigDecimal spent, BigDecimal carriedOver) {
    BigDecimal[] total = {original, last, spent};
    for (int column = 0; column < total.length; column++) {
      BigDecimal other = carriedOver.min(total[column]);
      funding[0][column] = total[column].toPlainString();
      funding[1][column] = total[column].subtract(other).toPlainString();
      funding[2][column] = other.toPlainString();
      funding[3][column] = "0";
    }
  }

  /** Rate, scores, total and grade as they follow from the rest. */
  void settle(boolean graded) {
    BigDecimal budget = new BigDecimal(String.valueOf(funding[TOTAL][FINAL]));
    BigDecimal spent = new BigDecimal(String.valueOf(funding[TOTAL][SPENT]));
    BigDecimal percent =
        budget.signum() == 0
            ? BigDecimal.ZERO.setScale(2)
            : spent.multiply(BigDecimal.valueOf(100)).divide(budget, 2, RoundingMode.HALF_UP);
    rate = percent.toPlainString() + "%";
    BigDecimal score =
        budget.signum() == 0
            ? BigDecimal.ZERO.setScale(2)
            : spent
                .multiply(BigDecimal.TEN)
                .divide(budget, 2, RoundingMode.HALF_UP)
                .min(BigDecimal.TEN);
    fundingScore = score.toPlainString();
    BigDecimal sum = score;
    for (@Nullable String[] row : indicators) {
      sum = sum.add(new BigDecimal(String.valueOf(row[SCORE])));
    }
    totalScore = sum.toPlainString();
    if (graded) {
      double points = sum.doubleValue();
      grade = points >= 90 ? "优" : points >= 80 ? "良" : points >= 60 ? "中" : "差";
    }
  }

  SelfEvaluation form(int ordinal) {
    Position origin = Position.inText(file, 1, 1);
    Field<String> unit = text(head[5], 6, 5);
    List<Indicator> rows = new ArrayList<>(indicators.size());
    for (@Nullable String[] row : indicators) {
      int line = 20 + rows.size();
      rows.add(
          new Indicator(
              text(row[CATEGORY], line, 1),
              text(row[ASPECT], line, 2),
              text(row[NAME], line, 3),
              text(row[TARGET], line, 4),
              text(row[ACTUAL], line, 5),
              field(row[MAX], Numbers::points, line, 6),
              field(row[SCORE], Numbers::points, line, 7),
              text(row[EXPLANATION], line, 8)));
    }
    return new FormBuilder(origin)
        .ordinal(ordinal)
        .head(FormFields.TITLE, text(head[0], 1, 1))
        .head(FormFields.YEAR, field(head[1], Integer::valueOf, 2, 1))
        .head(FormFields.PROJECT_NAME, text(head[2], 3, 2))
        .head(FormFields.SUPERVISING_DEPARTMENT, text(head[3], 4, 2))
        .head(FormFields.IMPLEMENTING_AGENCY, text(head[4], 4, 4))
        .head(FormFields.CURRENCY_UNIT, unit)
        .funding(Funding.of(kind -> fundingRow(kind, unit.printed())))
        .annualObjective(new AnnualObjective(text(planned, 14, 2), text(achieved, 14, 5)))
        .indicators(rows)
        .total(
            new TotalScore(
                field(totalMax, Numbers::points, 50, 6),
                field(totalScore, Numbers::points, 50, 7),
                text(grade, 51, 2)))
        .recovery(new Recovery("national-2020", 1.0, List.of()))
        .build();
  }

  private FundingRow fundingRow(FundingKind kind, @Nullable String unit) {
    int row = List.of(FundingKind.values()).indexOf(kind);
    boolean total = kind == FundingKind.TOTAL;
    Function<String, @Nullable BigDecimal> amount = printed -> Numbers.amount(printed, unit);
    int line = 7 + row;
    return new FundingRow(
        kind,
        field(funding[row][ORIGINAL], amount, line, 2),
        field(funding[row][FINAL], amount, line, 3),
        field(funding[row][SPENT], amount, line, 4),
        field(total ? fundingMax : null, Numbers::points, line, 5),
        field(total ? rate : null, Numbers::percent, line, 6),
        field(total ? fundingScore : null, Numbers::points, line, 7));
  }

  private Field<String> text(@Nullable String printed, int line, int column) {
    return field(printed, same -> same, line, column);
  }

  private <T> Field<T> field(
      @Nullable String printed, Function<String, @Nullable T> meaning, int line, int column) {
    return new Field<>(
        printed,
        printed == null ? null : meaning.apply(printed),
        Position.inText(file, line, column),
        printed == null ? Reading.BLANK : Reading.AS_PRINTED);
  }
}
