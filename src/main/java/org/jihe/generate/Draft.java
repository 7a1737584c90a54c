package org.jihe.generate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A form that is being made up: its figures first, then its cells as they will be printed. */
final class Draft {

  static final int TOTAL = 0;
  static final int CURRENT = 1;
  static final int CARRY = 2;
  static final int OTHER = 3;

  static final int ORIGINAL = 0;
  static final int FINAL = 1;
  static final int SPENT = 2;

  private static final BigDecimal TOP = BigDecimal.valueOf(90);
  private static final BigDecimal GOOD = BigDecimal.valueOf(80);
  private static final BigDecimal FAIR = BigDecimal.valueOf(60);

  final Project project;
  final Agency sender;
  final String template;
  final int budgetYear;
  final Money money = new Money();
  final List<Row> rows = new ArrayList<>();

  final @Nullable String[][] amounts = new String[4][3];
  @Nullable String title;
  @Nullable String year;
  @Nullable String name;
  @Nullable String department;
  @Nullable String agency;
  @Nullable String unit;
  @Nullable String fundingMax;
  @Nullable String rate;
  @Nullable String fundingScore;
  @Nullable String planned;
  @Nullable String achieved;
  @Nullable String totalMax;
  @Nullable String totalScore;
  @Nullable String grade;

  /** Execution points as the form has them, right or wrong; null for those that follow. */
  @Nullable BigDecimal executionPoints;

  /** Where it will be sent: the file, and which form of it, counted from 1. */
  String file = "";

  int ordinal;

  Draft(Project project, Agency sender, String template, int budgetYear) {
    this.project = project;
    this.sender = sender;
    this.template = template;
    this.budgetYear = budgetYear;
    this.year = String.valueOf(budgetYear);
  }

  boolean isWithoutCarryOver() {
    return template.equals("sichuan-project");
  }

  boolean statesPoints() {
    return template.equals("national-project");
  }

  boolean isGraded() {
    return template.equals("yunnan-project");
  }

  boolean isAllFull() {
    return rows.stream().allMatch(Row::isFull);
  }

  BigDecimal sum() {
    BigDecimal sum = executionPoints == null ? money.score() : executionPoints;
    for (Row row : rows) {
      sum = sum.add(row.earned);
    }
    return sum;
  }

  /** Prints amounts, rates, points, total and grade as they follow from the figures. */
  void settle() {
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

  static String grade(BigDecimal score) {
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
  String path(Row row, String cell) {
    return "indicators[" + rows.indexOf(row) + "]." + cell;
  }

  double execution() {
    return money.ratio();
  }
}
