package org.jihe.template.search;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jihe.template.row.Token;
import org.jspecify.annotations.Nullable;

/**
 * Chooses one reading for every row so that points and scores add to what the form prints, where
 * the rows leave a choice.
 */
final class ReadingChoice {

  /** What a sum that does not come out costs: as much as one unlikely cut. */
  private static final double WRONG_SUM = 3;

  private static final double SCORE_ABOVE_MAX = 1.5;
  private static final int MOST_STATES = 400;

  private final @Nullable BigDecimal maxScores;
  private final @Nullable BigDecimal scores;

  /**
   * Sums to come out at.
   *
   * @param maxScores what the indicators' points must add to, or null where it is not known
   * @param scores what their scores must add to, or null
   */
  ReadingChoice(@Nullable BigDecimal maxScores, @Nullable BigDecimal scores) {
    this.maxScores = maxScores;
    this.scores = scores;
  }

  private record Sum(BigDecimal maxScore, BigDecimal score) {}

  private record Path(double cost, @Nullable Path before, int choice) {}

  /** Index of the chosen reading of every row. */
  int[] choose(List<List<ColumnAssignment>> rows) {
    if (!leavesChoice(rows)) {
      return new int[rows.size()];
    }
    Map<Sum, Path> states = new HashMap<>();
    states.put(new Sum(normal(BigDecimal.ZERO), normal(BigDecimal.ZERO)), new Path(0, null, -1));
    for (List<ColumnAssignment> row : rows) {
      Map<Sum, Path> next = new HashMap<>();
      states.forEach((sum, path) -> lead(sum, path, row, next));
      states = pruned(next);
    }
    Path best = best(states);
    int[] choice = new int[rows.size()];
    for (int i = rows.size() - 1; i >= 0 && best != null; i--) {
      choice[i] = best.choice;
      best = best.before;
    }
    return choice;
  }

  /** Adds where the readings of a row lead; of two ways to one sum the cheaper stays. */
  private static void lead(Sum from, Path before, List<ColumnAssignment> row, Map<Sum, Path> next) {
    for (int i = 0; i < row.size(); i++) {
      ColumnAssignment reading = row.get(i);
      BigDecimal maxScore = value(reading, RowReader.MAX);
      BigDecimal score = value(reading, RowReader.SCORE);
      Sum sum = new Sum(normal(from.maxScore.add(maxScore)), normal(from.score.add(score)));
      double cost = before.cost + reading.cost();
      if (score.compareTo(maxScore) > 0) {
        cost += SCORE_ABOVE_MAX;
      }
      Path known = next.get(sum);
      if (known == null || cost < known.cost) {
        next.put(sum, new Path(cost, before, i));
      }
    }
  }

  private @Nullable Path best(Map<Sum, Path> states) {
    Path best = null;
    double least = Double.POSITIVE_INFINITY;
    for (Map.Entry<Sum, Path> state : states.entrySet()) {
      double cost =
          state.getValue().cost
              + (differs(state.getKey().maxScore, maxScores) ? WRONG_SUM : 0)
              + (differs(state.getKey().score, scores) ? WRONG_SUM : 0);
      if (cost < least) {
        least = cost;
        best = state.getValue();
      }
    }
    return best;
  }

  private static boolean leavesChoice(List<List<ColumnAssignment>> rows) {
    for (List<ColumnAssignment> row : rows) {
      if (row.size() > 1) {
        return true;
      }
    }
    return false;
  }

  private static Map<Sum, Path> pruned(Map<Sum, Path> states) {
    if (states.size() <= MOST_STATES) {
      return states;
    }
    List<Map.Entry<Sum, Path>> sorted = new ArrayList<>(states.entrySet());
    sorted.sort(Comparator.comparingDouble(entry -> entry.getValue().cost));
    Map<Sum, Path> kept = new HashMap<>();
    sorted.subList(0, MOST_STATES).forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
    return kept;
  }

  private static boolean differs(BigDecimal sum, @Nullable BigDecimal printed) {
    return printed != null && sum.compareTo(printed) != 0;
  }

  private static BigDecimal value(ColumnAssignment reading, int column) {
    Token token = reading.tokens().get(column);
    BigDecimal value = token == null ? null : token.points();
    return value == null ? BigDecimal.ZERO : value;
  }

  private static BigDecimal normal(BigDecimal sum) {
    return sum.signum() == 0 ? BigDecimal.ZERO : sum.stripTrailingZeros();
  }
}
