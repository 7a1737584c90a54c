package org.jihe.rule.fact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jihe.form.FundingRow;
import org.jihe.rule.jurisdiction.Parameters;
import org.jspecify.annotations.Nullable;

/** What 实际完成情况 says about the funding. */
public final class Narrative {

  private static final Narrative SILENT = new Narrative(List.of());

  private final List<Claim> claims;

  /** Words that say that one column of the funding is 0. */
  private record Claim(String words, Column column) {}

  private enum Column {
    ORIGINAL_BUDGET,
    FINAL_BUDGET,
    ACTUAL_EXPENDITURE
  }

  /**
   * Text and table disagree.
   *
   * @param words what the text says
   * @param label the column's label in the table
   * @param figure the figure in the table, in yuan
   */
  public record Contradiction(String words, String label, BigDecimal figure) {}

  private Narrative(List<Claim> claims) {
    this.claims = claims;
  }

  static Narrative of(@Nullable String achieved, Parameters parameters) {
    if (achieved == null
        || !(parameters.mentions("finalBudgetInNarrative", achieved)
            || parameters.mentions("expenditureInNarrative", achieved))) {
      return SILENT;
    }
    List<Claim> claims = new ArrayList<>(0);
    for (Pattern pattern : parameters.patternsNamed("zeroInNarrative")) {
      Matcher matcher = pattern.matcher(achieved);
      while (matcher.find()) {
        String words = matcher.group();
        if (parameters.mentions("originalBudgetInNarrative", words)) {
          claims.add(new Claim(words, Column.ORIGINAL_BUDGET));
        } else if (parameters.mentions("finalBudgetInNarrative", words)) {
          claims.add(new Claim(words, Column.FINAL_BUDGET));
        }
        if (parameters.mentions("expenditureInNarrative", words)) {
          claims.add(new Claim(words, Column.ACTUAL_EXPENDITURE));
        }
      }
    }
    return claims.isEmpty() ? SILENT : new Narrative(claims);
  }

  /** The first claim that the funding row contradicts, or null. */
  @Nullable Contradiction contradiction(FundingRow total) {
    for (Claim claim : claims) {
      BigDecimal figure =
          switch (claim.column()) {
            case ORIGINAL_BUDGET -> total.originalBudget().value();
            case FINAL_BUDGET -> total.finalBudget().value();
            case ACTUAL_EXPENDITURE -> total.actualExpenditure().value();
          };
      if (figure != null && figure.signum() != 0) {
        return new Contradiction(claim.words(), label(claim.column()), figure);
      }
    }
    return null;
  }

  private static String label(Column column) {
    return switch (column) {
      case ORIGINAL_BUDGET -> "年初预算数";
      case FINAL_BUDGET -> "全年预算数";
      case ACTUAL_EXPENDITURE -> "全年执行数";
    };
  }
}
