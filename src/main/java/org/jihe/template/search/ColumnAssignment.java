package org.jihe.template.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jihe.form.Reading;
import org.jihe.template.row.Token;
import org.jspecify.annotations.Nullable;

/**
 * One way to give the texts of a row to the columns of a table, in order.
 *
 * @param tokens one entry for every column, null where the column is blank
 * @param cost how badly it explains the row; 0 where every text stands and reads as expected
 */
record ColumnAssignment(List<@Nullable Token> tokens, double cost) {

  private static final double MOST_SHIFT = 2;

  /** So many texts that stand under their heads show that a gap between them is a blank cell. */
  private static final int IN_LINE = 3;

  private static final double IN_LINE_BLANKS = 0.15;

  /** The same reading at another cost. */
  ColumnAssignment costing(double other) {
    return new ColumnAssignment(tokens, other);
  }

  /** What it costs to read a text, or nothing, as a column of a table; never less than 0. */
  interface Costs {
    /** Cost of reading the token, or a blank where it is null, as the column. */
    double of(int column, @Nullable Token token);

    /** Cost of one column's jump of the offset between a text and the one before it. */
    double jump(int column);
  }

  /**
   * Every way to give the tokens to the columns that costs no more than a limit, the best first.
   *
   * @param expected where each column's head stands
   * @param most how many to give at the most
   */
  static List<ColumnAssignment> of(
      List<Token> tokens, int[] expected, Costs costs, int most, double limit) {
    if (tokens.size() > expected.length) {
      return List.of();
    }
    Search search = new Search(tokens, expected, costs, most, limit);
    search.choose(0, 0, 0, 0, 0);
    return search.found;
  }

  /**
   * Goes through the columns from left to right and turns back where no good reading can follow.
   */
  private static final class Search {

    private final List<Token> tokens;
    private final int[] expected;
    private final Costs costs;
    private final int most;
    private final double limit;
    private final boolean manyWitnesses;
    private final @Nullable Token[] chosen;
    private final int[] offsets;
    private final List<ColumnAssignment> found = new ArrayList<>();

    Search(List<Token> tokens, int[] expected, Costs costs, int most, double limit) {
      this.tokens = tokens;
      this.expected = expected;
      this.costs = costs;
      this.most = most;
      this.limit = limit;
      manyWitnesses = witnesses(tokens) >= IN_LINE;
      chosen = new @Nullable Token[expected.length];
      offsets = new int[tokens.size()];
    }

    /** The parts of a text that was cut stand where the cut has put them and bear witness once. */
    private static int witnesses(List<Token> tokens) {
      int whole = 0;
      int cut = 0;
      for (Token token : tokens) {
        if (token.reading() == Reading.SEPARATED) {
          cut = 1;
        } else {
          whole++;
        }
      }
      return whole + cut;
    }

    /**
     * Chooses for the columns from one on.
     *
     * @param next the first text that has no column yet
     * @param read what the texts before it cost
     * @param blank what the blank columns so far cost
     * @param jump what the jumps between the texts so far cost
     */
    void choose(int next, int column, double read, double blank, double jump) {
      boolean inLine = jump == 0 && manyWitnesses;
      // What is still to come adds to it, and a jump only makes the blanks dearer.
      double cost = read + jump + (inLine ? IN_LINE_BLANKS * blank : blank);
      if (cost > limit || (found.size() == most && cost >= found.get(most - 1).cost)) {
        return;
      }
      if (column == expected.length) {
        add(cost);
        return;
      }
      int left = tokens.size() - next;
      if (left > 0) {
        Token token = tokens.get(next);
        offsets[next] = token.column() - expected[column];
        chosen[column] = token;
        choose(
            next + 1,
            column + 1,
            read + costs.of(column, token),
            blank,
            next == 0 ? jump : jump + jump(column, offsets[next] - offsets[next - 1]));
      }
      if (left < expected.length - column) {
        chosen[column] = null;
        choose(next, column + 1, read, blank + costs.of(column, null), jump);
      }
    }

    private double jump(int column, int columns) {
      return columns == 0 ? 0 : costs.jump(column) * Math.min(Math.abs(columns), MOST_SHIFT);
    }

    /** Readings that cost the same stay in the order in which they were found. */
    private void add(double cost) {
      int at = found.size();
      while (at > 0 && found.get(at - 1).cost > cost) {
        at--;
      }
      found.add(
          at,
          new ColumnAssignment(Collections.unmodifiableList(Arrays.asList(chosen.clone())), cost));
      if (found.size() > most) {
        found.remove(most);
      }
    }
  }
}
