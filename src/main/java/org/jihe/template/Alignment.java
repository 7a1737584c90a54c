package org.jihe.template;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jihe.form.Reading;
import org.jspecify.annotations.Nullable;

/**
 * One way to give the texts of a row to the columns of a table, in order.
 *
 * @param tokens one entry for every column, null where the column is blank
 * @param cost how badly it explains the row; 0 where every text stands and reads as expected
 */
record Alignment(List<@Nullable Token> tokens, double cost) {

  private static final double MOST_SHIFT = 2;

  /** So many texts that stand under their heads show that a gap between them is a blank cell. */
  private static final int IN_LINE = 3;

  private static final double IN_LINE_BLANKS = 0.15;

  Alignment {
    tokens = Collections.unmodifiableList(new ArrayList<>(tokens));
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
  static List<Alignment> of(
      List<Token> tokens, int[] expected, Costs costs, int most, double limit) {
    if (tokens.size() > expected.length) {
      return List.of();
    }
    Search search = new Search(tokens, expected, costs, most, limit);
    search.choose(0, 0, 0);
    return search.found;
  }

  private static final class Search {

    private final List<Token> tokens;
    private final int[] expected;
    private final int most;
    private final double limit;
    private final double[][] texts;
    private final double[] blanks;
    private final double[] jumps;
    private final int[] chosen;
    private final List<Alignment> found = new ArrayList<>();

    Search(List<Token> tokens, int[] expected, Costs costs, int most, double limit) {
      this.tokens = tokens;
      this.expected = expected;
      this.most = most;
      this.limit = limit;
      int columns = expected.length;
      blanks = new double[columns];
      jumps = new double[columns];
      chosen = new int[columns];
      texts = new double[tokens.size()][columns];
      for (int column = 0; column < columns; column++) {
        blanks[column] = costs.of(column, null);
        jumps[column] = costs.jump(column);
      }
      int spare = columns - tokens.size();
      for (int token = 0; token < texts.length; token++) {
        for (int column = token; column <= token + spare; column++) {
          texts[token][column] = costs.of(column, tokens.get(token));
        }
      }
    }

    /**
     * @param least what the texts that have a column cost already
     */
    void choose(int next, int column, double least) {
      if (least > limit) {
        return;
      }
      if (column == expected.length) {
        add(cost());
        return;
      }
      int left = tokens.size() - next;
      if (left > 0) {
        chosen[column] = next;
        choose(next + 1, column + 1, least + texts[next][column]);
      }
      if (left < expected.length - column) {
        chosen[column] = -1;
        choose(next, column + 1, least);
      }
    }

    /** Readings that cost the same stay in the order in which they were found. */
    private void add(double cost) {
      if (cost > limit || (found.size() == most && cost >= found.get(most - 1).cost)) {
        return;
      }
      int at = found.size();
      while (at > 0 && found.get(at - 1).cost > cost) {
        at--;
      }
      List<@Nullable Token> row = new ArrayList<>(expected.length);
      for (int token : chosen) {
        row.add(token < 0 ? null : tokens.get(token));
      }
      found.add(at, new Alignment(row, cost));
      if (found.size() > most) {
        found.remove(most);
      }
    }

    private double cost() {
      double read = 0;
      double blank = 0;
      double jump = 0;
      int whole = 0;
      int cut = 0;
      int offset = 0;
      for (int column = 0; column < expected.length; column++) {
        if (chosen[column] < 0) {
          blank += blanks[column];
          continue;
        }
        Token token = tokens.get(chosen[column]);
        read += texts[chosen[column]][column];
        int here = token.column() - expected[column];
        if (whole + cut > 0) {
          jump += jumps[column] * Math.min(Math.abs(here - offset), MOST_SHIFT);
        }
        if (token.reading() == Reading.SEPARATED) {
          cut = 1; // its parts stand where the cut has put them and bear witness once
        } else {
          whole++;
        }
        offset = here;
      }
      boolean inLine = jump == 0 && whole + cut >= IN_LINE;
      return read + jump + (inLine ? IN_LINE_BLANKS * blank : blank);
    }
  }
}
