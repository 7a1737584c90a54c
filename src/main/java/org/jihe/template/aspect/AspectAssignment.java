package org.jihe.template.aspect;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
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

  private static final double AGAINST_LABEL = 100;
  private static final double AGAINST_CATEGORY = 8;
  private static final double NO_LABEL = 5;
  private static final double LATE_LABEL = 2.2;
  private static final double LABEL_BEHIND_BREAK = 0.3;
  private static final double LABEL_AFTER_BREAK = 1.2;
  private static final double AGAINST_ORDER = 4;

  /** Words alone, on however many rows, must not begin a run against the order. */
  private static final double AGAINST_ORDER_UNLABELLED = 16;

  private static final double UNUSUAL_POINTS = 1.5;
  private static final double OTHER_WORDS = 2.4;
  private static final double OTHER_HINTS = 0.5;
  private static final double PRUNE = 14;

  /** States of all rows together: bounds time and memory for a form of thousands of rows. */
  private static final int MOST_STATES = 60_000;

  private static final int LEAST_STATES = 20;

  /** An aspect with its category's place in the template. */
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

  /** A state behind a row: the aspect of its run, and what counts for the rows to come. */
  private static final class Node {
    private static final Node[] NOWHERE = {};
    private static final double[] NOTHING = {};

    final int choice;

    /**
     * Rows of the run so far that stand before the last page break, when the run has not met its
     * label: 0 met, 1 begun on this page, 2 begun before the last break.
     */
    final int waits;

    /** Points of the category so far, in millionths. */
    final long points;

    double fromStart = Double.POSITIVE_INFINITY;
    double toEnd = Double.POSITIVE_INFINITY;

    /** Where every choice for the next row leads; none on the last row. */
    Node[] next = NOWHERE;

    /** What every choice for the next row costs. */
    double[] costs = NOTHING;

    Node(int choice, int waits, long points) {
      this.choice = choice;
      this.waits = waits;
      this.points = points;
    }

    boolean is(int otherWaits, long otherPoints) {
      return waits == otherWaits && points == otherPoints;
    }
  }

  private final List<Choice> choices;
  private final List<List<BigDecimal>> usualPoints;
  private final List<long[]> usualMillionths = new ArrayList<>();

  /** The category of every choice. */
  private final int[] categories;

  /** The words of every choice, and behind them its hints. */
  private final WordIndex words;

  public AspectAssignment(Template template) {
    choices = new ArrayList<>();
    usualPoints = new ArrayList<>();
    for (Template.Category category : template.categories()) {
      for (Template.Aspect aspect : category.aspects()) {
        choices.add(
            new Choice(
                usualPoints.size(),
                category.name(),
                aspect.name(),
                aspect.words(),
                aspect.hints()));
      }
      usualPoints.add(category.points());
      usualMillionths.add(category.points().stream().mapToLong(AspectAssignment::millionths).toArray());
    }
    categories = choices.stream().mapToInt(Choice::category).toArray();
    List<List<String>> lists = new ArrayList<>();
    choices.forEach(choice -> lists.add(choice.words));
    choices.forEach(choice -> lists.add(choice.hints));
    words = new WordIndex(lists);
  }

  public Choice choice(int index) {
    return choices.get(index);
  }

  /** One step for every item. */
  public List<Step> of(List<Item> items) {
    if (items.isEmpty()) {
      return List.of();
    }
    int most = Math.max(LEAST_STATES, MOST_STATES / items.size());
    List<List<Node>> layers = new ArrayList<>();
    layers.add(firstLayer(items.get(0)));
    for (int row = 1; row < items.size(); row++) {
      List<Node> before = pruned(layers.get(row - 1), most);
      layers.set(row - 1, before);
      layers.add(layer(items.get(row), before));
    }
    for (Node node : layers.get(items.size() - 1)) {
      node.toEnd = leave(node);
    }
    for (int row = items.size() - 2; row >= 0; row--) {
      for (Node node : layers.get(row)) {
        for (int choice = 0; choice < node.next.length; choice++) {
          node.toEnd = Math.min(node.toEnd, node.costs[choice] + node.next[choice].toEnd);
        }
      }
    }
    int[] chosen = new int[items.size()];
    int[] others = new int[items.size()];
    double[] margins = new double[items.size()];
    for (int row = 0; row < items.size(); row++) {
      double[] best = new double[choices.size()];
      Arrays.fill(best, Double.POSITIVE_INFINITY);
      for (Node node : layers.get(row)) {
        int choice = node.choice;
        best[choice] = Math.min(best[choice], node.fromStart + node.toEnd);
      }
      chosen[row] = leastOf(best, -1);
      others[row] = leastOf(best, chosen[row]);
      margins[row] = best[others[row]] - best[chosen[row]];
    }
    double threshold = usual(items, chosen) ? UNCERTAIN : UNCONFIRMED;
    List<Step> steps = new ArrayList<>();
    for (int row = 0; row < items.size(); row++) {
      steps.add(new Step(chosen[row], others[row], margins[row] < threshold));
    }
    return steps;
  }

  /** True where every category that occurs has the points that it usually has. */
  private boolean usual(List<Item> items, int[] chosen) {
    BigDecimal[] sums = new BigDecimal[usualPoints.size()];
    for (int row = 0; row < chosen.length; row++) {
      int category = choices.get(chosen[row]).category;
      BigDecimal points = items.get(row).points;
      BigDecimal sum = sums[category] == null ? BigDecimal.ZERO : sums[category];
      sums[category] = points == null ? sum : sum.add(points);
    }
    for (int category = 0; category < sums.length; category++) {
      BigDecimal sum = sums[category];
      if (sum != null && usualPoints.get(category).stream().noneMatch(p -> p.compareTo(sum) == 0)) {
        return false;
      }
    }
    return true;
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

  /** The states that can still be part of a good path: near the best, and not too many. */
  private static List<Node> pruned(List<Node> layer, int most) {
    double least = Double.POSITIVE_INFINITY;
    for (Node node : layer) {
      least = Math.min(least, node.fromStart);
    }
    List<Node> kept = new ArrayList<>(layer.size());
    for (Node node : layer) {
      if (node.fromStart <= least + PRUNE) {
        kept.add(node);
      }
    }
    if (kept.size() > most) {
      kept.sort(Comparator.comparingDouble(node -> node.fromStart));
      return List.copyOf(kept.subList(0, most));
    }
    return kept;
  }

  private List<Node> firstLayer(Item item) {
    RowCosts costs = new RowCosts(item);
    List<Node> layer = new ArrayList<>();
    for (Node node : begun(item, costs)) {
      int choice = node.choice;
      node.fromStart = costs.own[choice] + costs.loose(-1, choice);
      layer.add(node);
    }
    return layer;
  }

  /** Where a run of each choice is that begins its category. */
  private Node[] begun(Item item, RowCosts costs) {
    long points = millionths(item.points);
    Node[] begun = new Node[categories.length];
    for (int choice = 0; choice < begun.length; choice++) {
      begun[choice] = new Node(choice, costs.waits(choice, 1), points);
    }
    return begun;
  }

  private List<Node> layer(Item item, List<Node> before) {
    RowCosts costs = new RowCosts(item);
    long points = millionths(item.points);
    Node[] begun = begun(item, costs);
    List<List<Node>> layer = new ArrayList<>(begun.length);
    for (int choice = 0; choice < begun.length; choice++) {
      layer.add(new ArrayList<>());
    }
    for (Node from : before) {
      int above = from.choice;
      double left = leaveRun(from);
      double unusual = unusual(from);
      from.next = new Node[begun.length];
      from.costs = new double[begun.length];
      for (int choice = 0; choice < begun.length; choice++) {
        double cost = costs.own[choice] + costs.loose(above, choice);
        Node next = begun[choice];
        if (categories[above] != categories[choice]) {
          cost = cost + (left + costs.order(above, choice)) + unusual;
        } else {
          int waited = 1;
          if (above == choice) {
            waited = from.waits == 1 && item.afterBreak ? 2 : from.waits;
            cost += costs.late(choice, from.waits);
          } else {
            cost += left + costs.order(above, choice);
          }
          int waits = costs.waits(choice, waited);
          long sum = from.points + points;
          next = next.is(waits, sum) ? next : node(layer.get(choice), choice, waits, sum);
        }
        next.fromStart = Math.min(next.fromStart, from.fromStart + cost);
        from.next[choice] = next;
        from.costs[choice] = cost;
      }
    }
    List<Node> reached = new ArrayList<>();
    layer.forEach(reached::addAll);
    for (Node node : begun) {
      if (node.fromStart < Double.POSITIVE_INFINITY) {
        reached.add(node);
      }
    }
    return reached;
  }

  /** Few: the points tell on which row the category began. */
  private static Node node(List<Node> known, int choice, int waits, long points) {
    for (Node node : known) {
      if (node.is(waits, points)) {
        return node;
      }
    }
    Node node = new Node(choice, waits, points);
    known.add(node);
    return node;
  }

  /** What a row says of every choice, found out once for all the paths that lead to it. */
  private final class RowCosts {

    final double[] own;

    /** True where the row prints the label of the choice. */
    final boolean[] met;

    private final Item item;
    private final double @Nullable [][] loose;

    RowCosts(Item item) {
      this.item = item;
      int count = choices.size();
      own = ownCosts(item);
      met = new boolean[count];
      for (int i = 0; i < count; i++) {
        String name = choices.get(i).aspectName;
        met[i] = name.equals(item.aspect) || item.loose.contains(name);
      }
      loose = item.loose.isEmpty() ? null : new double[count + 1][count];
      for (int above = -1; loose != null && above < count; above++) {
        for (int below = 0; below < count; below++) {
          loose[above + 1][below] = looseCost(item, above, below);
        }
      }
    }

    double loose(int above, int below) {
      return loose == null ? 0 : loose[above + 1][below];
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
      return item.afterBreak ? LABEL_BEHIND_BREAK : waited == 2 ? LABEL_AFTER_BREAK : LATE_LABEL;
    }

    double order(int from, int to) {
      if (to > from) {
        return 0;
      }
      return met[to] ? AGAINST_ORDER : AGAINST_ORDER_UNLABELLED;
    }
  }

  private static double leaveRun(Node node) {
    return node.waits == 0 ? 0 : NO_LABEL;
  }

  private double leave(Node node) {
    return leaveRun(node) + unusual(node);
  }

  private double unusual(Node node) {
    for (long usual : usualMillionths.get(categories[node.choice])) {
      if (usual == node.points) {
        return 0;
      }
    }
    return UNUSUAL_POINTS;
  }

  /** A label that stands alone belongs to the row above or to the row below it. */
  private double looseCost(Item item, int above, int below) {
    double cost = 0;
    for (String label : item.loose) {
      boolean fits = (above >= 0 && names(above, label)) || names(below, label);
      cost += fits ? 0 : AGAINST_CATEGORY;
    }
    return cost;
  }

  private boolean names(int choice, String label) {
    return choices.get(choice).aspectName.equals(label)
        || choices.get(choice).categoryName.equals(label);
  }

  private double[] ownCosts(Item item) {
    double[] costs = new double[choices.size()];
    BitSet found = words.foundIn(item.name);
    BitSet spoken = found.get(0, costs.length);
    BitSet hinted = found.get(costs.length, 2 * costs.length);
    hinted.or(spoken);
    for (int i = 0; i < costs.length; i++) {
      costs[i] += !spoken.isEmpty() && !spoken.get(i) ? OTHER_WORDS : 0;
      costs[i] += !hinted.isEmpty() && !hinted.get(i) ? OTHER_HINTS : 0;
      if (item.aspect != null && !item.aspect.equals(choices.get(i).aspectName)) {
        costs[i] += AGAINST_LABEL;
      }
      if (item.category != null && !item.category.equals(choices.get(i).categoryName)) {
        costs[i] += AGAINST_CATEGORY;
      }
    }
    return costs;
  }

  /** Points as a whole number, which is quicker to add and to compare. */
  private static long millionths(@Nullable BigDecimal points) {
    return points == null ? 0 : points.movePointRight(6).longValue();
  }
}
