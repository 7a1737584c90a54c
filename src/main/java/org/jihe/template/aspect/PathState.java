package org.jihe.template.aspect;

/** A state behind a row: the aspect of its run, and what counts for the rows to come. */
final class PathState {

  private static final PathState[] NOWHERE = {};
  private static final double[] NOTHING = {};

  /** Index of the aspect among the choices. */
  final int choice;

  /**
   * Rows of the run so far that stand before the last page break, when the run has not met its
   * label: 0 met, 1 begun on this page, 2 begun before the last break.
   */
  final int waits;

  /** Points of the category so far, in millionths. */
  final long points;

  /** The least that the way to here costs. */
  double fromStart = Double.POSITIVE_INFINITY;

  /** The least that the way from here costs. */
  double toEnd = Double.POSITIVE_INFINITY;

  /** Where every choice for the next row leads; none on the last row. */
  PathState[] next = NOWHERE;

  /** What every choice for the next row costs. */
  double[] costs = NOTHING;

  PathState(int choice, int waits, long points) {
    this.choice = choice;
    this.waits = waits;
    this.points = points;
  }

  boolean is(int otherWaits, long otherPoints) {
    return waits == otherWaits && points == otherPoints;
  }

  /** Prepares the ways to the next row. */
  void fork(int choices) {
    next = new PathState[choices];
    costs = new double[choices];
  }

  /** Takes the way that a choice for the next row leads. */
  void lead(int nextChoice, PathState state, double cost) {
    state.fromStart = Math.min(state.fromStart, fromStart + cost);
    next[nextChoice] = state;
    costs[nextChoice] = cost;
  }

  /** Adds the costs of the next row to those behind it. */
  void close() {
    for (int i = 0; i < next.length; i++) {
      toEnd = Math.min(toEnd, costs[i] + next[i].toEnd);
    }
  }
}
