package org.jihe.template.search;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jihe.form.FundingKind;
import org.jihe.form.Reading;
import org.jihe.form.Texts;
import org.jihe.template.row.Token;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a funding row as they are read.
 *
 * @param columns by the columns of the model, null where one is blank
 * @param others those that the model has no column for
 */
record FundingCells(List<@Nullable Token> columns, List<Token> others) {

  static final int MAX = 3;
  static final int RATE = 4;
  static final int SCORE = 5;
  private static final int COLUMNS = 6;

  /** A row that costs less stands as it is printed: its rate must not talk it out of that. */
  private static final double CLEAN = 0.6;

  private static final double WRONG_RATE = 3;

  /** Readings of a row among which the rate decides. */
  private static final int MOST = 4;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal RATE_TOLERANCE = new BigDecimal("0.011");
  private static final Pattern DOUBLED_ZERO = Pattern.compile("0(\\d[\\d,.]*)");

  /**
   * Gives the texts behind a row's label to the columns.
   *
   * @param expected where each column's head stands
   */
  static FundingCells of(FundingKind kind, List<Token> tokens, int[] expected) {
    List<Token> printed = new ArrayList<>();
    for (Token token : tokens) {
      boolean dash = Texts.isBlank(token.text());
      if (!dash || kind != FundingKind.TOTAL) {
        printed.add(token);
      }
    }
    ColumnAssignment best = best(mended(printed), kind, expected);
    if (best == null) {
      return new FundingCells(Collections.nCopies(COLUMNS, null), printed);
    }
    return new FundingCells(best.tokens(), kind == FundingKind.TOTAL ? List.of() : others(best));
  }

  /** What a row has in the columns that the total alone has in the model. */
  private static List<Token> others(ColumnAssignment reading) {
    List<Token> others = new ArrayList<>();
    for (int column = MAX; column < COLUMNS; column++) {
      Token token = reading.tokens().get(column);
      if (token != null) {
        others.add(token);
      }
    }
    return others;
  }

  /** The best reading of a row however it is cut, or null where its texts are too many. */
  private static @Nullable ColumnAssignment best(
      List<Token> tokens, FundingKind kind, int[] expected) {
    ColumnAssignment best = better(null, RowCut.none(tokens), kind, expected);
    if (best != null && best.cost() < CLEAN) {
      return best;
    }
    double limit = best == null ? Double.POSITIVE_INFINITY : best.cost();
    for (RowCut cut : RowCut.of(tokens, KnownValues.NONE, limit)) {
      best = better(best, cut, kind, expected);
      if (best != null && best.cost() < CLEAN) {
        return best;
      }
    }
    return best;
  }

  /** The better of a reading and those of other cut. */
  private static @Nullable ColumnAssignment better(
      @Nullable ColumnAssignment known, RowCut cut, FundingKind kind, int[] expected) {
    ColumnAssignment best = known;
    double limit = best == null ? Double.POSITIVE_INFINITY : best.cost() - cut.cost();
    FundingCosts costs = new FundingCosts(kind, FundingCosts.isScored(kind, cut.tokens()));
    List<ColumnAssignment> readings = ColumnAssignment.of(cut.tokens(), expected, costs, 1, limit);
    if (!readings.isEmpty() && readings.get(0).cost() + cut.cost() >= CLEAN) {
      readings =
          ColumnAssignment.of(cut.tokens(), expected, costs, MOST, limit); // the rate decides
    }
    for (ColumnAssignment one : readings) {
      double cost = one.cost() + cut.cost();
      if (cost >= CLEAN) {
        cost += rateCost(kind, one);
      }
      if (best == null || cost < best.cost()) {
        best = one.costing(cost);
      }
    }
    return best;
  }

  /** A needless zero in front of an amount is the end of the cell before it, printed twice. */
  private static List<Token> mended(List<Token> tokens) {
    List<Token> mended = new ArrayList<>();
    for (Token token : tokens) {
      Matcher zero = token.text().charAt(0) == '0' ? DOUBLED_ZERO.matcher(token.text()) : null;
      boolean doubled =
          zero != null
              && zero.matches()
              && !token.text().startsWith("0.")
              && !mended.isEmpty()
              && Texts.normalised(mended.get(mended.size() - 1).text()).matches("0+");
      mended.add(
          doubled && zero != null
              ? token.as(Objects.requireNonNull(zero.group(1)), Reading.SEPARATED)
              : token);
    }
    return mended;
  }

  /** The rate says which of two cuts through glued amounts is the right one. */
  private static double rateCost(FundingKind kind, ColumnAssignment reading) {
    if (kind != FundingKind.TOTAL) {
      return 0;
    }
    BigDecimal budget = number(reading.tokens().get(1));
    BigDecimal spent = number(reading.tokens().get(2));
    Token rate = reading.tokens().get(RATE);
    BigDecimal percent = rate == null ? null : rate.percent();
    if (budget == null || spent == null || percent == null || budget.signum() == 0) {
      return 0;
    }
    BigDecimal exact = spent.multiply(HUNDRED).divide(budget, 6, RoundingMode.HALF_UP);
    return exact.subtract(percent).abs().compareTo(RATE_TOLERANCE) <= 0 ? 0 : WRONG_RATE;
  }

  private static @Nullable BigDecimal number(@Nullable Token token) {
    return token == null ? null : token.points();
  }
}
