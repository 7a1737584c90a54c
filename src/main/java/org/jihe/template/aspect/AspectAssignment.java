package org.jihe.template.aspect;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jihe.template.declaration.Template;
import org.jspecify.annotations.Nullable;

/**
 * Gives every indicator its aspect where merged labels are torn: the cheapest way to cut the rows
 * into runs of one aspect each, given the labels that are printed somewhere in a run, the usual
 * order of the aspects, the words in the indicators' names and the points per category.
 *
 * <p>A shortest path over the rows; the state is the aspect, whether the run has met its label, and
 * the points that its category has so far. Costs towards the end are added to the costs from the
 * start, so that for every row the best path through any other aspect is known and a choice that
 * hangs on little can be reported.
 */
public final class AspectAssignment {

  /** Below this margin another aspect explains the row as well, for all that can be known. */
  private static final double UNCERTAIN = 1.0;

  /** The same where a category's points are unusual, so that they cannot confirm the cut. */
  private static final double UNCONFIRMED = 3.0;

  /** States of all rows together: bounds time and memory for a form of thousands of rows. */
  private static final int MOST_STATES = 60_000;

  private static final int LEAST_STATES = 20;

  /**
   * An aspect with its category's place in the template.
   *
   * @param category place of its category among the template's, counted from 0
   * @param words words in an indicator's name that speak clearly for it
   * @param hints words that speak for it weakly
   */
  public record Choice(
      int category,
      String categoryName,
      String aspectName,
      List<String> words,
      List<String> hints) {}

  /**
   * One indicator as far as its aspect depends on it.
   *
   * @param category name of the category label on the row, or null
   * @param aspect name of the aspect label on the row, or null
   * @param loose names of labels that stand alone between the row before and this one
   * @param afterBreak true where a page break stands before the row
   * @param name the indicator's name and target, for its words
   * @param points its points, or null
   */
  public record Item(
      @Nullable String category,
      @Nullable String aspect,
      List<String> loose,
      boolean afterBreak,
      String name,
      @Nullable BigDecimal points) {}

  /**
   * What was chosen for a row.
   *
   * @param choice index of the aspect among the choices
   * @param other index of the best other aspect
   * @param uncertain true where the other explains the row nearly as well
   */
  public record Step(int choice, int other, boolean uncertain) {}

  private final AspectChoices choices;

  /** Assigns the aspects that a template declares. */
  public AspectAssignment(Template template) {
    choices = new AspectChoices(template);
  }

  /** The aspect of an index, as {@link Step} names it. */
  public Choice choice(int index) {
    return choices.get(index);
  }

  /** One step for every item. */
  public List<Step> of(List<Item> items) {
    if (items.isEmpty()) {
      return List.of();
    }
    List<List<PathState>> layers = layers(items);
    int[] chosen = new int[items.size()];
    int[] others = new int[items.size()];
    double[] margins = new double[items.size()];
    for (int row = 0; row < items.size(); row++) {
      double[] costs = costs(layers.get(row));
      chosen[row] = leastOf(costs, -1);
      others[row] = leastOf(costs, chosen[row]);
      margins[row] = costs[others[row]] - costs[chosen[row]];
    }
    double threshold = choices.areUsual(items, chosen) ? UNCERTAIN : UNCONFIRMED;
    List<Step> steps = new ArrayList<>();
    for (int row = 0; row < items.size(); row++) {
      steps.add(new Step(chosen[row], others[row], margins[row] < threshold));
    }
    return steps;
  }

  /** The states behind every row, with what the ways to them and from them cost. */
  private List<List<PathState>> layers(List<Item> items) {
    int most = Math.max(LEAST_STATES, MOST_STATES / items.size());
    List<List<PathState>> layers = new ArrayList<>();
    layers.add(PathLayer.first(choices, items.get(0)));
    for (int row = 1; row < items.size(); row++) {
      List<PathState> before = PathLayer.pruned(layers.get(row - 1), most);
      layers.set(row - 1, before);
      layers.add(PathLayer.behind(before, choices, items.get(row)));
    }
    for (PathState state : layers.get(items.size() - 1)) {
      state.toEnd = PathLayer.leaveRun(state) + choices.unusual(state.choice, state.points);
    }
    for (int row = items.size() - 2; row >= 0; row--) {
      layers.get(row).forEach(PathState::close);
    }
    return layers;
  }

  /** What the best path through each choice costs. */
  private double[] costs(List<PathState> layer) {
    double[] costs = new double[choices.size()];
    Arrays.fill(costs, Double.POSITIVE_INFINITY);
    for (PathState state : layer) {
      int choice = state.choice;
      costs[choice] = Math.min(costs[choice], state.fromStart + state.toEnd);
    }
    return costs;
  }

  private static int leastOf(double[] costs, int except) {
    int least = except == 0 ? 1 : 0;
    for (int i = 0; i < costs.length; i++) {
      if (i != except && costs[i] < costs[least]) {
        least = i;
      }
    }
    return least;
  }
}
