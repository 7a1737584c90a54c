package org.jihe.template;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
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
  private static final double NOT_POINTS = 9;
  private static final double NAMELESS = 20;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final Pattern COMPARATOR = Pattern.compile("[<>≥≤≧≦=＝═＞＜].*");
  private static final Pattern VALUE_INSIDE = Pattern.compile("\\p{IsHan}\\s*[<>≥≤≧≦=＝═＞＜]\\s*\\d");
  private static final Pattern VALUE = Pattern.compile("[<>≥≤≧≦=＝═＞＜]?\\s*[\\d.,]+%?");
  private static final List<String> NAME_ENDS =
      List.of(
          "率", "数", "量", "性", "度", "情况", "水平", "工作", "时间", "成本", "机制", "制度", "服务", "作用", "效果",
          "能力");

  private final int[] expected;

  /** Share of the form's rows without an actual value: what is usual in the form costs less. */
  private final double blankActuals;

  /** Texts that are known to stand as whole values. */
  private final Set<String> values;

  private RowReader(int[] expected, double blankActuals, Set<String> values) {
    this.expected = expected.clone();
    this.blankActuals = blankActuals;
    this.values = values;
  }

  /** A reader that knows nothing of the form but its head. */
  static RowReader plain(int[] expected) {
    return new RowReader(expected, USUAL_SHARE, Set.of());
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
    return new RowReader(expected, (blank + USUAL_SHARE) / (rows.size() + 1), values);
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
    all.addAll(Alignment.of(tokens, expected, costs, MOST));
    if (all.isEmpty() || !isPlain(all.get(0))) {
      for (Pieces pieces : Pieces.of(tokens, values)) {
        for (Alignment one : Alignment.of(pieces.tokens(), expected, costs, MOST)) {
          all.add(new Alignment(one.tokens(), one.cost() + pieces.cost()));
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

  private static boolean endsLikeName(String text) {
    return NAME_ENDS.stream().anyMatch(text::endsWith);
  }

  private final class RowCosts implements Alignment.Costs {

    private final boolean orphan;

    RowCosts(boolean orphan) {
      this.orphan = orphan;
    }

    @Override
    public double of(int column, @Nullable Token token) {
      return switch (column) {
        case NAME -> token == null ? (orphan ? 0.8 : NAMELESS) : name(token.text());
        case TARGET -> token == null ? 1.8 : target(token.text());
        case ACTUAL -> token == null ? 0.6 * (1 - blankActuals) : actual(token.text());
        case MAX -> token == null ? 3 : points(token);
        case SCORE -> token == null ? 2.5 : points(token);
        case EXPLANATION -> token == null ? 0 : explanation(token.text());
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

    private double name(String text) {
      double cost = 0;
      if (VALUE.matcher(text).matches()) {
        cost += 3;
      } else if (COMPARATOR.matcher(text).matches()) {
        cost += 2;
      }
      if (text.codePoints().noneMatch(Character::isIdeographic)) {
        cost += 1;
      }
      if (VALUE_INSIDE.matcher(text).find()) {
        cost += 1;
      }
      return endsLikeName(text) ? cost : cost + 0.2;
    }

    private double target(String text) {
      return (text.length() > 40 ? 0.3 : 0) + (endsLikeName(text) && text.length() > 4 ? 0.2 : 0);
    }

    private double actual(String text) {
      return 0.6 * blankActuals + (text.length() > 40 ? 0.3 : 0);
    }

    private double points(Token token) {
      return isPoints(token) && Pieces.isPrintedNumber(token.text()) ? 0 : NOT_POINTS;
    }

    private double explanation(String text) {
      if (VALUE.matcher(text).matches()) {
        return 5;
      }
      return text.length() < 4 ? 1 : 0;
    }
  }
}
