package org.jihe.template.search;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jihe.form.Reading;
import org.jihe.template.row.ColumnCosts;
import org.jihe.template.row.Token;
import org.jspecify.annotations.Nullable;

/**
 * Reads one row of the indicator table: gives its texts to the columns in every way that explains
 * them, the best first.
 */
final class RowReader {

  static final int NAME = 0;
  static final int TARGET = 1;
  static final int ACTUAL = 2;
  static final int MAX = 3;
  static final int SCORE = 4;
  static final int EXPLANATION = 5;
  static final int COLUMNS = 6;

  /** Readings that cost this much more than the best are not kept. */
  private static final double SPREAD = 5;

  /** A row that costs no more than this is read as it stands: sums must not talk it out of that. */
  private static final double CLEAN = 0.75;

  private static final double CLEAN_SPREAD = 0.6;

  /** A row that costs no more than this needs no other cut. */
  private static final double PLAIN = 0.3;

  private static final int MOST = 12;

  /** Sums of costs may differ by less than this for the order in which they were added. */
  private static final double ROUNDING = 1e-9;

  private static final double USUAL_SHARE = 0.5;
  private static final double NAMELESS = 20;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final int[] expected;

  /** Share of the form's rows without an actual value: what is usual in the form costs less. */
  private final double blankActuals;

  /** Texts that are known to stand as whole values. */
  private final KnownValues values;

  private RowReader(int[] expected, double blankActuals, KnownValues values) {
    this.expected = expected.clone();
    this.blankActuals = blankActuals;
    this.values = values;
  }

  /** A reader that knows nothing of the form but its head. */
  static RowReader plain(int[] expected) {
    return new RowReader(expected, USUAL_SHARE, KnownValues.NONE);
  }

  /**
   * A reader that has seen which values the form's rows plainly print, and which they leave blank.
   */
  static RowReader surveying(int[] expected, List<IndicatorRow> rows, List<String> known) {
    RowReader plain = plain(expected);
    Set<String> values = new HashSet<>(known);
    int blank = 0;
    for (IndicatorRow row : rows) {
      List<@Nullable Token> cells = plain.best(row.row.tokens()).tokens();
      blank += cells.get(ACTUAL) == null ? 1 : 0;
      for (int column : new int[] {TARGET, ACTUAL}) {
        Token token = cells.get(column);
        if (token != null && token.text().length() > 1 && token.reading() == Reading.AS_PRINTED) {
          values.add(token.text());
        }
      }
    }
    return new RowReader(
        expected, (blank + USUAL_SHARE) / (rows.size() + 1), KnownValues.of(values));
  }

  /**
   * Readings of a row; never none.
   *
   * @param orphan true where a neighbouring row may hold the name that this one lacks
   */
  List<ColumnAssignment> read(List<Token> printed, boolean orphan) {
    List<Token> tokens = CellJoin.atMost(COLUMNS + 1, printed);
    RowCosts costs = new RowCosts(orphan);
    ColumnAssignment whole = whole(tokens, costs);
    boolean plain = whole != null && isPlain(whole);
    ColumnAssignment best = plain ? Objects.requireNonNull(whole) : best(whole, tokens, costs);
    double limit = best.cost() + (isClean(best) ? CLEAN_SPREAD : SPREAD);
    List<ColumnAssignment> all =
        new ArrayList<>(ColumnAssignment.of(tokens, expected, costs, MOST, limit));
    if (!plain) {
      for (RowCut cut : RowCut.of(tokens, values, limit)) {
        double left = limit - cut.cost() + ROUNDING;
        for (ColumnAssignment one :
            ColumnAssignment.of(cut.tokens(), expected, costs, MOST, left)) {
          all.add(one.costing(one.cost() + cut.cost()));
        }
      }
      all.sort(Comparator.comparingDouble(ColumnAssignment::cost));
    }
    List<ColumnAssignment> kept = new ArrayList<>();
    for (ColumnAssignment one : all) {
      if (kept.size() == MOST || one.cost() > limit) {
        break;
      }
      kept.add(one);
    }
    return kept;
  }

  /** The best reading of a row, or the first of several that are as good. */
  private ColumnAssignment best(List<Token> printed) {
    List<Token> tokens = CellJoin.atMost(COLUMNS + 1, printed);
    RowCosts costs = new RowCosts(false);
    ColumnAssignment whole = whole(tokens, costs);
    return whole != null && isPlain(whole) ? whole : best(whole, tokens, costs);
  }

  /** The best reading of the texts as they are printed, or null where they are too many. */
  private @Nullable ColumnAssignment whole(List<Token> tokens, RowCosts costs) {
    List<ColumnAssignment> one =
        ColumnAssignment.of(tokens, expected, costs, 1, Double.POSITIVE_INFINITY);
    return one.isEmpty() ? null : one.get(0);
  }

  /** The best reading of the texts however they are cut. */
  private ColumnAssignment best(
      @Nullable ColumnAssignment whole, List<Token> tokens, RowCosts costs) {
    ColumnAssignment best = whole;
    double least = whole == null ? Double.POSITIVE_INFINITY : whole.cost();
    for (RowCut cut : RowCut.of(tokens, values, least)) {
      double left = least - cut.cost() + ROUNDING;
      for (ColumnAssignment one : ColumnAssignment.of(cut.tokens(), expected, costs, 1, left)) {
        double cost = one.cost() + cut.cost();
        if (cost < least) {
          best = one.costing(cost);
          least = cost;
        }
      }
    }
    return Objects.requireNonNull(best);
  }

  /** True where a text can stand as points. */
  static boolean isPoints(@Nullable Token token) {
    BigDecimal points = token == null ? null : token.points();
    return points != null && points.compareTo(HUNDRED) <= 0;
  }

  private static boolean isPlain(ColumnAssignment reading) {
    return reading.cost() <= PLAIN && isClean(reading) && reading.tokens().get(ACTUAL) != null;
  }

  private static boolean isClean(ColumnAssignment reading) {
    return reading.cost() <= CLEAN
        && reading.tokens().get(NAME) != null
        && reading.tokens().get(TARGET) != null
        && reading.tokens().get(MAX) != null
        && reading.tokens().get(SCORE) != null;
  }

  private final class RowCosts implements ColumnAssignment.Costs {

    private final boolean orphan;

    RowCosts(boolean orphan) {
      this.orphan = orphan;
    }

    @Override
    public double of(int column, @Nullable Token token) {
      return token == null ? blank(column) : printed(column, token.costs());
    }

    private double blank(int column) {
      return switch (column) {
        case NAME -> orphan ? 0.8 : NAMELESS;
        case TARGET -> 1.8;
        case ACTUAL -> 0.6 * (1 - blankActuals);
        case MAX -> 3;
        case SCORE -> 2.5;
        case EXPLANATION -> 0;
        default -> throw new IllegalArgumentException("column " + column);
      };
    }

    private double printed(int column, ColumnCosts costs) {
      return switch (column) {
        case NAME -> costs.name();
        case TARGET -> costs.target();
        case ACTUAL -> 0.6 * blankActuals + costs.actual();
        case MAX, SCORE -> costs.points();
        case EXPLANATION -> costs.explanation();
        default -> throw new IllegalArgumentException("column " + column);
      };
    }

    @Override
    public double jump(int column) {
      return switch (column) {
        case TARGET -> 0.3;
        case EXPLANATION -> 0.1;
        default -> 0.6;
      };
    }
  }
}
