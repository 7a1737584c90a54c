package org.jihe.template.aspect;

import java.util.BitSet;

/** What a row says of every choice, found out once for all the paths that lead to it. */
final class RowCosts {

  private static final double AGAINST_LABEL = 100;
  private static final double AGAINST_CATEGORY = 8;
  private static final double LATE_LABEL = 2.2;
  private static final double LABEL_BEHIND_BREAK = 0.3;
  private static final double LABEL_AFTER_BREAK = 1.2;
  private static final double AGAINST_ORDER = 4;

  /** Words alone, on however many rows, must not begin a run against the order. */
  private static final double AGAINST_ORDER_UNLABELLED = 16;

  private static final double OTHER_WORDS = 2.4;
  private static final double OTHER_HINTS = 0.5;

  private final AspectChoices choices;
  private final AspectAssignment.Item item;
  private final double[] own;

  /** True where the row prints the label of the choice. */
  private final boolean[] met;

  private final double[][] loose;

  RowCosts(AspectChoices choices, AspectAssignment.Item item) {
    this.choices = choices;
    this.item = item;
    int count = choices.size();
    own = ownCosts();
    met = new boolean[count];
    for (int i = 0; i < count; i++) {
      String name = choices.get(i).aspectName();
      met[i] = name.equals(item.aspect()) || item.loose().contains(name);
    }
    loose = item.loose().isEmpty() ? new double[0][0] : looseCosts();
  }

  /** What the row's words and labels have against a choice. */
  double own(int choice) {
    return own[choice];
  }

  /** What labels that stand alone have against a choice below another, or below none: -1. */
  double loose(int above, int below) {
    return loose.length == 0 ? 0 : loose[above + 1][below];
  }

  /**
   * How long a run waits behind this row.
   *
   * @param otherwise how long where the row does not print its label
   */
  int waits(int choice, int otherwise) {
    return met[choice] ? 0 : otherwise;
  }

  /** The run meets its label on this row and not on its first. */
  double late(int choice, int waited) {
    if (waited == 0 || !met[choice]) {
      return 0;
    }
    if (item.afterBreak()) {
      return LABEL_BEHIND_BREAK;
    }
    return waited == 2 ? LABEL_AFTER_BREAK : LATE_LABEL;
  }

  /** A run begins behind one of another aspect. */
  double order(int from, int to) {
    if (to > from) {
      return 0;
    }
    return met[to] ? AGAINST_ORDER : AGAINST_ORDER_UNLABELLED;
  }

  private double[][] looseCosts() {
    double[][] costs = new double[choices.size() + 1][choices.size()];
    for (int above = -1; above < choices.size(); above++) {
      for (int below = 0; below < choices.size(); below++) {
        costs[above + 1][below] = looseCost(above, below);
      }
    }
    return costs;
  }

  /** A label that stands alone belongs to the row above or to the row below it. */
  private double looseCost(int above, int below) {
    double cost = 0;
    for (String label : item.loose()) {
      boolean fits = (above >= 0 && choices.isNamed(above, label)) || choices.isNamed(below, label);
      cost += fits ? 0 : AGAINST_CATEGORY;
    }
    return cost;
  }

  private double[] ownCosts() {
    double[] costs = new double[choices.size()];
    BitSet found = choices.foundIn(item.name());
    BitSet spoken = found.get(0, costs.length);
    BitSet hinted = found.get(costs.length, 2 * costs.length);
    hinted.or(spoken);
    for (int i = 0; i < costs.length; i++) {
      costs[i] += !spoken.isEmpty() && !spoken.get(i) ? OTHER_WORDS : 0;
      costs[i] += !hinted.isEmpty() && !hinted.get(i) ? OTHER_HINTS : 0;
      costs[i] = withLabels(costs[i], choices.get(i));
    }
    return costs;
  }

  private double withLabels(double others, AspectAssignment.Choice choice) {
    double cost = others;
    if (item.aspect() != null && !item.aspect().equals(choice.aspectName())) {
      cost += AGAINST_LABEL;
    }
    if (item.category() != null && !item.category().equals(choice.categoryName())) {
      cost += AGAINST_CATEGORY;
    }
    return cost;
  }
}
