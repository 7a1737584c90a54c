package org.jihe.template.aspect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The states behind one row, and the ways that lead to them from those behind the row above. */
final class PathLayer {

  private static final double NO_LABEL = 5;
  private static final double PRUNE = 14;

  private final AspectChoices choices;
  private final AspectAssignment.Item item;
  private final RowCosts costs;
  private final long points;

  /** Where a run of each choice is that begins its category. */
  private final PathState[] begun;

  private PathLayer(AspectChoices choices, AspectAssignment.Item item) {
    this.choices = choices;
    this.item = item;
    this.costs = new RowCosts(choices, item);
    this.points = AspectChoices.millionths(item.points());
    this.begun = new PathState[choices.size()];
    for (int choice = 0; choice < begun.length; choice++) {
      begun[choice] = new PathState(choice, costs.waits(choice, 1), points);
    }
  }

  /** The states behind the first row. */
  static List<PathState> first(AspectChoices choices, AspectAssignment.Item item) {
    PathLayer layer = new PathLayer(choices, item);
    for (PathState state : layer.begun) {
      int choice = state.choice;
      state.fromStart = layer.costs.own(choice) + layer.costs.loose(-1, choice);
    }
    return List.of(layer.begun);
  }

  /** The states behind a row to which those before it lead. */
  static List<PathState> behind(
      List<PathState> before, AspectChoices choices, AspectAssignment.Item item) {
    return new PathLayer(choices, item).behind(before);
  }

  private List<PathState> behind(List<PathState> before) {
    List<List<PathState>> continued = new ArrayList<>(begun.length);
    for (int choice = 0; choice < begun.length; choice++) {
      continued.add(new ArrayList<>());
    }
    for (PathState from : before) {
      from.fork(begun.length);
      double left = leaveRun(from);
      double unusual = choices.unusual(from.choice, from.points);
      for (int choice = 0; choice < begun.length; choice++) {
        if (choices.areOfOneCategory(from.choice, choice)) {
          stay(from, choice, left, continued.get(choice));
        } else {
          int above = from.choice;
          double cost = costs.own(choice) + costs.loose(above, choice);
          cost = cost + (left + costs.order(above, choice)) + unusual;
          from.lead(choice, begun[choice], cost);
        }
      }
    }
    List<PathState> reached = new ArrayList<>();
    continued.forEach(reached::addAll);
    for (PathState state : begun) {
      if (state.fromStart < Double.POSITIVE_INFINITY) {
        reached.add(state);
      }
    }
    return reached;
  }

  /** The way to a row of the same category. */
  private void stay(PathState from, int choice, double left, List<PathState> known) {
    int above = from.choice;
    double cost = costs.own(choice) + costs.loose(above, choice);
    int waited = 1;
    if (above == choice) {
      waited = from.waits == 1 && item.afterBreak() ? 2 : from.waits;
      cost += costs.late(choice, from.waits);
    } else {
      cost += left + costs.order(above, choice);
    }
    int waits = costs.waits(choice, waited);
    long sum = from.points + points;
    boolean begins = begun[choice].is(waits, sum);
    from.lead(choice, begins ? begun[choice] : state(known, choice, waits, sum), cost);
  }

  /** Few: the points tell on which row the category began. */
  private static PathState state(List<PathState> known, int choice, int waits, long points) {
    for (PathState state : known) {
      if (state.is(waits, points)) {
        return state;
      }
    }
    PathState state = new PathState(choice, waits, points);
    known.add(state);
    return state;
  }

  /** What it costs that a run ends without its label. */
  static double leaveRun(PathState state) {
    return state.waits == 0 ? 0 : NO_LABEL;
  }

  /** The states that can still be part of a good path: near the best, and not too many. */
  static List<PathState> pruned(List<PathState> layer, int most) {
    double least = Double.POSITIVE_INFINITY;
    for (PathState state : layer) {
      least = Math.min(least, state.fromStart);
    }
    List<PathState> kept = new ArrayList<>(layer.size());
    for (PathState state : layer) {
      if (state.fromStart <= least + PRUNE) {
        kept.add(state);
      }
    }
    if (kept.size() > most) {
      kept.sort(Comparator.comparingDouble(state -> state.fromStart));
      return List.copyOf(kept.subList(0, most));
    }
    return kept;
  }
}
