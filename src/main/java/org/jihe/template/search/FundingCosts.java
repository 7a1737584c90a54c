package org.jihe.template.search;

import java.math.BigDecimal;
import java.util.List;
import org.jihe.form.FundingKind;
import org.jihe.form.Texts;
import org.jihe.template.row.PrintedNumber;
import org.jihe.template.row.Token;
import org.jspecify.annotations.Nullable;

/**
 * What it costs to read a text of a funding row as a column.
 *
 * @param scored true where the row may have points, a rate and a score
 */
record FundingCosts(FundingKind kind, boolean scored) implements ColumnAssignment.Costs {

  private static final double WRONG_TYPE = 9;

  /** The total is scored; of a part only one that prints a rate. */
  static boolean isScored(FundingKind kind, List<Token> tokens) {
    return kind == FundingKind.TOTAL || tokens.stream().anyMatch(FundingCosts::isRate);
  }

  private static boolean isRate(Token token) {
    return token.text().indexOf('%') >= 0 || token.text().indexOf('％') >= 0;
  }

  @Override
  public double of(int column, @Nullable Token token) {
    if (token == null) {
      return blank(column);
    }
    if (Texts.isBlank(token.text())) {
      return column >= FundingCells.MAX ? 0 : 1.5;
    }
    BigDecimal value = column == FundingCells.RATE ? token.percent() : token.points();
    return value == null ? WRONG_TYPE : number(column, token);
  }

  private double blank(int column) {
    if (kind == FundingKind.TOTAL) {
      return 2;
    }
    return switch (column) {
      case 0, 1 -> 1;
      case 2 -> 0.3;
      case FundingCells.MAX -> 0.2;
      default -> 0;
    };
  }

  private double number(int column, Token token) {
    return switch (column) {
      case FundingCells.MAX, FundingCells.SCORE ->
          scored && RowReader.isPoints(token) ? 0 : WRONG_TYPE;
      case FundingCells.RATE -> rate(token);
      default -> PrintedNumber.isWellPrinted(token.text()) || token.text().indexOf(',') > 0 ? 0 : 1;
    };
  }

  private double rate(Token token) {
    if (isRate(token)) {
      return 0;
    }
    return kind == FundingKind.TOTAL ? 1 : WRONG_TYPE;
  }

  @Override
  public double jump(int column) {
    return 0.5;
  }
}
