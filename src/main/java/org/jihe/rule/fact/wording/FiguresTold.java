package org.jihe.rule.fact.wording;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jihe.form.FundingRow;
import org.jihe.form.measure.Figures;
import org.jihe.rule.jurisdiction.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * Budget, expenditure and rate that 实际完成情况 states of the whole project, held against the row
 * 年度资金总额. What is said of a part, of other years or of some months is left out: only words that
 * begin a clause count, with nothing before them but the project, the year or 共.
 */
public final class FiguresTold {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final Pattern CLAUSES = Pattern.compile("[，。；;,（(：:]");

  private final List<Claim> claims = new ArrayList<>(0);
  private final FundingRow total;

  /** What a figure is of. */
  private enum Column {
    ORIGINAL_BUDGET("年初预算数"),
    FINAL_BUDGET("全年预算数"),
    EXPENDITURE("全年执行数"),
    RATE("执行率");

    private final String label;

    Column(String label) {
      this.label = label;
    }
  }

  /**
   * A figure of the text.
   *
   * @param named true where the column is called as in the table
   */
  private record Claim(
      String words, Column column, BigDecimal figure, BigDecimal step, boolean named) {}

  /**
   * Text and table disagree.
   *
   * @param words what the text says
   * @param label the column's label in the table
   * @param figure the table's figure, in yuan or percent
   * @param certain true where the text calls the column as the table does and names one figure only
   */
  public record Difference(String words, String label, String figure, boolean certain) {}

  public FiguresTold(@Nullable String achieved, FundingRow total, Parameters parameters) {
    this.total = total;
    if (achieved != null) {
      for (Pattern pattern : parameters.patternsNamed("figureInNarrative")) {
        Matcher matcher = pattern.matcher(achieved);
        while (matcher.find()) {
          if (begins(achieved.substring(0, matcher.start()), parameters)) {
            add(matcher, parameters);
          }
        }
      }
    }
  }

  /** True where nothing stands before the words in their clause that could limit them. */
  private static boolean begins(String before, Parameters parameters) {
    String[] clauses = CLAUSES.split(before, -1);
    String clause = clauses[clauses.length - 1].replaceAll("[\\s0-9０-９]", "");
    return parameters.isWhole("figurePrefix", clause);
  }

  private void add(Matcher found, Parameters parameters) {
    String name = found.group("column");
    String digits = found.group("amount");
    boolean rate = name.contains("率");
    MoneyTold.Amount amount = MoneyTold.Amount.of(digits, rate ? null : found.group("unit"));
    if (amount == null || amount.yuan().signum() == 0) { // 0 is another rule's
      return;
    }
    Column column = rate ? Column.RATE : column(name, parameters);
    boolean named = name.startsWith(column.label.substring(0, 2)) || rate;
    claims.add(new Claim(found.group().strip(), column, amount.yuan(), amount.step(), named));
  }

  private static Column column(String name, Parameters parameters) {
    if (parameters.mentions("originalBudgetInNarrative", name)) {
      return Column.ORIGINAL_BUDGET;
    }
    return parameters.mentions("finalBudgetInNarrative", name)
        ? Column.FINAL_BUDGET
        : Column.EXPENDITURE;
  }

  /** The first figure that the table contradicts; null where all agree or nothing is said. */
  public @Nullable Difference difference() {
    Map<Column, List<Claim>> byColumn = new EnumMap<>(Column.class);
    claims.forEach(
        claim -> byColumn.computeIfAbsent(claim.column, one -> new ArrayList<>()).add(claim));
    for (Map.Entry<Column, List<Claim>> one : byColumn.entrySet()) {
      List<Claim> said = one.getValue();
      String figure = figure(one.getKey());
      if (figure != null && said.stream().noneMatch(this::fits) && !fitsTogether(said)) {
        Claim first = said.get(0);
        return new Difference(
            first.words, first.column.label, figure, first.named && said.size() == 1);
      }
    }
    return null;
  }

  private boolean fits(Claim claim) {
    return fits(claim.column, claim.figure, claim.step);
  }

  /** Several figures may be parts of the table's. */
  private boolean fitsTogether(List<Claim> said) {
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal step = BigDecimal.ZERO;
    for (Claim claim : said) {
      sum = sum.add(claim.figure);
      step = step.add(claim.step);
    }
    return said.size() > 1 && fits(said.get(0).column, sum, step);
  }

  private boolean fits(Column column, BigDecimal figure, BigDecimal step) {
    BigDecimal original = total.originalBudget().value();
    BigDecimal last = total.finalBudget().value();
    BigDecimal spent = total.actualExpenditure().value();
    return switch (column) {
      case ORIGINAL_BUDGET -> near(figure, original, step);
      case FINAL_BUDGET -> near(figure, last, step) || near(figure, original, step);
      case EXPENDITURE -> near(figure, spent, step);
      case RATE ->
          near(figure, percent(spent, last), step)
              || near(figure, percent(spent, original), step)
              || near(figure, total.executionRate().value(), step);
    };
  }

  private static @Nullable BigDecimal percent(
      @Nullable BigDecimal part, @Nullable BigDecimal whole) {
    BigDecimal ratio = Figures.ratio(part, whole);
    return ratio == null ? null : ratio.multiply(HUNDRED);
  }

  /** Rounded down, up or half up at the last printed digit. */
  private static boolean near(BigDecimal figure, @Nullable BigDecimal exact, BigDecimal step) {
    return exact != null
        && (figure.compareTo(exact) == 0 || figure.subtract(exact).abs().compareTo(step) < 0);
  }

  /** The table's figure as a message shows it; null where it is not known. */
  private @Nullable String figure(Column column) {
    BigDecimal figure =
        switch (column) {
          case ORIGINAL_BUDGET -> total.originalBudget().value();
          case FINAL_BUDGET -> total.finalBudget().value();
          case EXPENDITURE -> total.actualExpenditure().value();
          case RATE -> percent(total.actualExpenditure().value(), total.finalBudget().value());
        };
    if (figure == null) {
      return null;
    }
    return column == Column.RATE
        ? Figures.percent(figure.movePointLeft(2))
        : Figures.text(figure) + " 元";
  }
}
