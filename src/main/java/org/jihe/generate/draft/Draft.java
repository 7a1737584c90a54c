package org.jihe.generate.draft;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A form that is being made up: its figures first, then its cells as they will be printed. */
public final class Draft {

  public static final int TOTAL = 0;
  public static final int CURRENT = 1;
  static final int CARRY = 2;
  public static final int OTHER = 3;

  public static final int ORIGINAL = 0;
  public static final int FINAL = 1;
  public static final int SPENT = 2;

  private static final BigDecimal TOP = BigDecimal.valueOf(90);
  private static final BigDecimal GOOD = BigDecimal.valueOf(80);
  private static final BigDecimal FAIR = BigDecimal.valueOf(60);

  public final Project project;
  public final Agency sender;
  public final String template;
  public final int budgetYear;
  public final Money money = new Money();
  public final List<Row> rows = new ArrayList<>();

  public final @Nullable String[][] amounts = new String[4][3];
  public @Nullable String title;
  public @Nullable String year;
  public @Nullable String name;
  public @Nullable String department;
  public @Nullable String agency;
  public @Nullable String unit;
  public @Nullable String fundingMax;
  public @Nullable String rate;
  public @Nullable String fundingScore;
  public @Nullable String planned;
  public @Nullable String achieved;
  public @Nullable String totalMax;
  public @Nullable String totalScore;
  public @Nullable String grade;

  /** Execution points as the form has them, right or wrong; null for those that follow. */
  public @Nullable BigDecimal executionPoints;

  /** Where it will be sent: the file, and which form of it, counted from 1. */
  public String file = "";

  public int ordinal;

  public Draft(Project project, Agency sender, String template, int budgetYear) {
    this.project = project;
    this.sender = sender;
    this.template = template;
    this.budgetYear = budgetYear;
    this.year = String.valueOf(budgetYear);
  }

  public boolean isWithoutCarryOver() {
    return template.equals("sichuan-project");
  }

  public boolean statesPoints() {
    return template.equals("national-project");
  }

  public boolean isGraded() {
    return template.equals("yunnan-project");
  }

  public boolean isAllFull() {
    return rows.stream().allMatch(Row::isFull);
  }

  public BigDecimal sum() {
    BigDecimal sum = executionPoints == null ? money.score() : executionPoints;
    for (Row row : rows) {
      sum = sum.add(row.earned);
    }
    return sum;
  }

  /** Prints amounts, rates, points, total and grade as they follow from the figures. */
  public void settle() {
    BigDecimal[][] columns = {
      money.column(money.original), money.column(money.last), money.column(money.spent)
    };
    for (int column = 0; column < columns.length; column++) {
      for (int line = 0; line < amounts.length; line++) {
        boolean none = line == CARRY && isWithoutCarryOver();
        amounts[line][column] = none ? null : sender.amount(columns[column][line]);
      }
    }
    rate = money.percent(money.rounding).toPlainString() + "%";
    fundingMax = "10";
    BigDecimal points = executionPoints == null ? money.score() : executionPoints;
    fundingScore = points.toPlainString();
    for (Row row : rows) {
      row.max = Row.plain(row.points);
      row.score = Row.plain(row.earned);
    }
    totalMax = "100";
    totalScore = sum().setScale(2).toPlainString();
    grade = isGraded() ? grade(sum()) : null;
    if (statesPoints()) {
      statePoints();
    }
  }

  public static String grade(BigDecimal score) {
    if (score.compareTo(TOP) >= 0) {
      return "优";
    }
    return score.compareTo(GOOD) >= 0 ? "良" : score.compareTo(FAIR) >= 0 ? "中" : "差";
  }

  /** Puts the points of every category beside its label. */
  private void statePoints() {
    Map<String, BigDecimal> sums = new HashMap<>();
    for (Row row : rows) {
      sums.merge(label(row), row.points, BigDecimal::add);
    }
    for (Row row : rows) {
      String label = label(row);
      row.category = label + "(" + Row.plain(sums.getOrDefault(label, BigDecimal.ZERO)) + "分)";
    }
  }

  private static String label(Row row) {
    return String.valueOf(row.category);
  }

  /** Path of an indicator's cell in the form's transcript. */
  public String path(Row row, String cell) {
    return "indicators[" + rows.indexOf(row) + "]." + cell;
  }

  public double execution() {
    return money.ratio();
  }
}
