package org.jihe.template;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
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

  /** What it costs to read a text, or nothing, as a column of a table. */
  interface Costs {
    /** Cost of reading the token, or a blank where it is null, as the column. */
    double of(int column, @Nullable Token token);

    /** Cost of one column's jump of the offset between a text and the one before it. */
    double jump(int column);
  }

  /**
   * Every way to give the tokens to the columns, the best first.
   *
   * @param expected where each column's head stands
   * @param most how many to give at the most
   */
  static List<Alignment> of(List<Token> tokens, int[] expected, Costs costs, int most) {
    if (tokens.size() > expected.length) {
      return List.of();
    }
    List<Alignment> found = new ArrayList<>();
    @Nullable Token[] chosen = new Token[expected.length];
    choose(tokens, 0, 0, expected, costs, chosen, found);
    found.sort(Comparator.comparingDouble(Alignment::cost));
    return found.subList(0, Math.min(most, found.size()));
  }

  private static void choose(
      List<Token> tokens,
      int next,
      int column,
      int[] expected,
      Costs costs,
      @Nullable Token[] chosen,
      List<Alignment> found) {
    if (column == expected.length) {
      found.add(new Alignment(java.util.Arrays.asList(chosen), cost(chosen, expected, costs)));
      return;
    }
    int left = tokens.size() - next;
    if (left > 0) {
      chosen[column] = tokens.get(next);
      choose(tokens, next + 1, column + 1, expected, costs, chosen, found);
      chosen[column] = null;
    }
    if (left < expected.length - column) {
      choose(tokens, next, column + 1, expected, costs, chosen, found);
    }
  }

  private static double cost(@Nullable Token[] chosen, int[] expected, Costs costs) {
    double texts = 0;
    double blanks = 0;
    double jumps = 0;
    int whole = 0;
    int cut = 0;
    int offset = 0;
    for (int column = 0; column < expected.length; column++) {
      Token token = chosen[column];
      if (token == null) {
        blanks += costs.of(column, null);
        continue;
      }
      texts += costs.of(column, token);
      int here = token.column() - expected[column];
      if (whole + cut > 0) {
        jumps += costs.jump(column) * Math.min(Math.abs(here - offset), MOST_SHIFT);
      }
      if (token.reading() == Reading.SEPARATED) {
        cut = 1; // its parts stand where the cut has put them and bear witness once
      } else {
        whole++;
      }
      offset = here;
    }
    boolean inLine = jumps == 0 && whole + cut >= IN_LINE;
    return texts + jumps + (inLine ? IN_LINE_BLANKS * blanks : blanks);
  }
}
