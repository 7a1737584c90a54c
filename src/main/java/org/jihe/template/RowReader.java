package org.jihe.template;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jihe.form.Numbers;
import org.jihe.form.Reading;
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
  private static final double USUAL_SHARE = 0.5;
  private static final double NAMELESS = 20;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final int[] expected;

  /** Share of the form's rows without an actual value: what is usual in the form costs less. */
  private final double blankActuals;

  /** Texts that are known to stand as whole values. */
  private final KnownValues values;

  /** What has been found out about the form's texts so far. */
  private final Map<String, Likeness> known;

  private RowReader(
      int[] expected, double blankActuals, KnownValues values, Map<String, Likeness> known) {
    this.expected = expected.clone();
    this.blankActuals = blankActuals;
    this.values = values;
    this.known = known;
  }

  /** A reader that knows nothing of the form but its head. */
  static RowReader plain(int[] expected) {
    return new RowReader(expected, USUAL_SHARE, KnownValues.NONE, new HashMap<>());
  }

  /**
   * A reader that has seen which values the form's rows plainly print, and which they leave blank.
   */
  static RowReader surveying(int[] expected, List<IndicatorRow> rows, List<String> known) {
    RowReader plain = plain(expected);
    Set<String> values = new HashSet<>(known);
    int blank = 0;
    for (IndicatorRow row : rows) {
      List<@Nullable Token> cells = plain.read(row.row.tokens(), false).get(0).tokens();
      blank += cells.get(ACTUAL) == null ? 1 : 0;
      for (int column : new int[] {TARGET, ACTUAL}) {
        Token token = cells.get(column);
        if (token != null && token.text().length() > 1 && token.reading() == Reading.AS_PRINTED) {
          values.add(token.text());
        }
      }
    }
    return new RowReader(
        expected, (blank + USUAL_SHARE) / (rows.size() + 1), KnownValues.of(values), plain.known);
  }

  /**
   * Readings of a row; never none.
   *
   * @param orphan true where a neighbouring row may hold the name that this one lacks
   */
  List<Alignment> read(List<Token> printed, boolean orphan) {
    List<Token> tokens = Pieces.atMost(COLUMNS + 1, printed);
    List<Alignment> all = new ArrayList<>();
    RowCosts costs = new RowCosts(orphan);
    all.addAll(Alignment.of(tokens, expected, costs, MOST, Double.POSITIVE_INFINITY));
    double best = all.isEmpty() ? Double.POSITIVE_INFINITY : all.get(0).cost();
    if (all.isEmpty() || !isPlain(all.get(0))) {
      for (Pieces pieces : Pieces.of(tokens, values)) {
        double limit = best + SPREAD - pieces.cost();
        for (Alignment one : Alignment.of(pieces.tokens(), expected, costs, MOST, limit)) {
          all.add(new Alignment(one.tokens(), one.cost() + pieces.cost()));
          best = Math.min(best, one.cost() + pieces.cost());
        }
      }
    }
    all.sort(Comparator.comparingDouble(Alignment::cost));
    double spread = !all.isEmpty() && isClean(all.get(0)) ? CLEAN_SPREAD : SPREAD;
    List<Alignment> kept = new ArrayList<>();
    for (Alignment one : all) {
      if (kept.size() == MOST || one.cost() > all.get(0).cost() + spread) {
        break;
      }
      kept.add(one);
    }
    return kept;
  }

  private Likeness likeness(Token token) {
    return known.computeIfAbsent(token.text(), Likeness::of);
  }

  /** True where a text can stand as points. */
  static boolean isPoints(@Nullable Token token) {
    BigDecimal points = token == null ? null : Numbers.points(token.text());
    return points != null && points.compareTo(HUNDRED) <= 0;
  }

  private static boolean isPlain(Alignment reading) {
    return reading.cost() <= PLAIN && isClean(reading) && reading.tokens().get(ACTUAL) != null;
  }

  private static boolean isClean(Alignment reading) {
    return reading.cost() <= CLEAN
        && reading.tokens().get(NAME) != null
        && reading.tokens().get(TARGET) != null
        && reading.tokens().get(MAX) != null
        && reading.tokens().get(SCORE) != null;
  }

  private final class RowCosts implements Alignment.Costs {

    private final boolean orphan;

    RowCosts(boolean orphan) {
      this.orphan = orphan;
    }

    @Override
    public double of(int column, @Nullable Token token) {
      return switch (column) {
        case NAME -> token == null ? (orphan ? 0.8 : NAMELESS) : likeness(token).name();
        case TARGET -> token == null ? 1.8 : likeness(token).target();
        case ACTUAL ->
            token == null
                ? 0.6 * (1 - blankActuals)
                : 0.6 * blankActuals + likeness(token).actual();
        case MAX -> token == null ? 3 : likeness(token).points();
        case SCORE -> token == null ? 2.5 : likeness(token).points();
        case EXPLANATION -> token == null ? 0 : likeness(token).explanation();
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
