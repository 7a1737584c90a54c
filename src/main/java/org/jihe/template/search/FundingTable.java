package org.jihe.template.search;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jihe.form.Extra;
import org.jihe.form.Field;
import org.jihe.form.FormBlock;
import org.jihe.form.FormPath;
import org.jihe.form.Funding;
import org.jihe.form.FundingKind;
import org.jihe.form.FundingRow;
import org.jihe.form.Numbers;
import org.jihe.form.Reading;
import org.jihe.form.Texts;
import org.jihe.layout.Position;
import org.jihe.template.declaration.KnownValues;
import org.jihe.template.declaration.Template;
import org.jihe.template.row.CellText;
import org.jihe.template.row.Fields;
import org.jihe.template.row.Labels;
import org.jihe.template.row.Row;
import org.jihe.template.row.Token;
import org.jspecify.annotations.Nullable;

/** Reads the funding rows. */
public final class FundingTable {

  private static final List<FundingKind> ORDER = List.of(FundingKind.values());
  private static final int COLUMNS = 6;
  private static final int MAX = 3;
  private static final int RATE = 4;
  private static final int SCORE = 5;
  private static final double WRONG_TYPE = 9;

  /** A row that costs less stands as it is printed: its rate must not talk it out of that. */
  private static final double CLEAN = 0.6;

  private static final double WRONG_RATE = 3;

  /** Readings of a row among which the rate decides. */
  private static final int MOST = 4;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal RATE_TOLERANCE = new BigDecimal("0.011");
  private static final Pattern DOUBLED_ZERO = Pattern.compile("0(\\d[\\d,.]*)");
  private static final Pattern UNIT = Pattern.compile(".*?[(](?:单位:?)?(万?元)[)].*|.*单位:(万?元).*");

  private final Template template;

  FundingTable(Template template) {
    this.template = template;
  }

  /** True for the row of the block's column labels. */
  static boolean startsTable(Row row, Template template) {
    String first = null;
    for (Token token : row.tokens()) {
      String name = Labels.nameOf(Labels.bare(token.key()), template.funding().columns());
      if (name != null && !name.equals("maxScore") && !name.equals("score")) {
        if (first != null && !first.equals(name)) {
          return true;
        }
        first = name;
      }
    }
    return false;
  }

  /** The currency unit that a row names, or null. */
  public static @Nullable Token unit(Row row) {
    for (Token token : row.tokens()) {
      Token unit = unit(token);
      if (unit != null) {
        return unit;
      }
    }
    return null;
  }

  /** The currency unit that a text names, or null. */
  public static @Nullable Token unit(Token token) {
    if (token.key().indexOf('元') < 0) {
      return null;
    }
    Matcher matcher = UNIT.matcher(token.key());
    if (!matcher.matches()) {
      return null;
    }
    String unit = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    return token.as(Objects.requireNonNull(unit), Reading.AS_PRINTED);
  }

  /**
   * Reads the block.
   *
   * @param head the row of column labels
   * @param rows the rows below it, to the annual objective
   * @param unit currency unit, or null
   * @param extras takes the rows that have no place in the model
   */
  Funding read(Row head, List<Row> rows, @Nullable String unit, List<Extra> extras) {
    int[] expected = columns(head);
    Map<FundingKind, FundingRow> found = new EnumMap<>(FundingKind.class);
    int next = 0;
    for (Row row : rows) {
      List<Token> tokens = new ArrayList<>(row.tokens());
      if (takeExtra(tokens, head, extras)) {
        continue;
      }
      FundingKind kind = takeLabel(tokens);
      if (kind == null && !holdsNumber(tokens)) {
        continue;
      }
      if (kind == null) {
        if (next >= ORDER.size()) {
          keep(FormPath.part(FormBlock.FUNDING), tokens, head, extras);
          continue;
        }
        kind = ORDER.get(next);
      }
      if (found.containsKey(kind)) {
        keep(FormPath.funding(kind), tokens, head, extras);
      } else {
        RowCells cells = cells(kind, tokens, expected);
        found.put(kind, row(kind, cells, expected, unit, row.tokens().get(0).position()));
        keep(FormPath.funding(kind), cells.others(), head, extras);
        next = ORDER.indexOf(kind) + 1;
      }
    }
    Position place = head.tokens().get(0).position();
    return new Funding(
        orBlank(found, FundingKind.TOTAL, expected, place),
        orBlank(found, FundingKind.CURRENT_YEAR_APPROPRIATION, expected, place),
        orBlank(found, FundingKind.PRIOR_YEAR_CARRY_OVER, expected, place),
        orBlank(found, FundingKind.OTHER_FUNDS, expected, place));
  }

  /** Keeps a row whose label the template knows as one of no kind. */
  private boolean takeExtra(List<Token> tokens, Row head, List<Extra> extras) {
    int label = 0;
    while (label < tokens.size()
        && Labels.isOneOf(Labels.bare(tokens.get(label).key()), template.funding().labels())) {
      label++;
    }
    if (label == tokens.size()
        || !Labels.isOneOf(
            withoutPrefix(tokens.get(label).key()), template.funding().extraRows())) {
      return false;
    }
    FormPath subject = FormPath.funding(withoutPrefix(tokens.get(label).text()));
    keep(subject, tokens.subList(label + 1, tokens.size()), head, extras);
    return true;
  }

  /** What is printed in a row and has no place in the model. */
  private static void keep(FormPath subject, List<Token> tokens, Row head, List<Extra> extras) {
    for (Token token : tokens) {
      if (!Texts.isBlank(token.text())) {
        extras.add(
            new Extra(
                subject.toString(),
                headOver(token, head),
                Fields.text(token, token.column(), token.position())));
      }
    }
  }

  private static boolean holdsNumber(List<Token> tokens) {
    for (Token token : tokens) {
      if (token.points() != null) {
        return true;
      }
    }
    return false;
  }

  private static String headOver(Token token, Row head) {
    for (Token label : head.tokens()) {
      if (label.column() == token.column()) {
        return CellText.joined(label.text());
      }
    }
    return "";
  }

  private FundingRow orBlank(
      Map<FundingKind, FundingRow> found, FundingKind kind, int[] expected, Position place) {
    FundingRow row = found.get(kind);
    return row == null ? row(kind, cells(kind, List.of(), expected), expected, null, place) : row;
  }

  /** Takes the label off the front of a row and says which row it is. */
  private @Nullable FundingKind takeLabel(List<Token> tokens) {
    StringBuilder label = new StringBuilder();
    for (int taken = 0; taken < tokens.size(); taken++) {
      if (tokens.get(taken).points() != null) {
        break;
      }
      label.append(tokens.get(taken).key());
      String name = Labels.nameOf(withoutPrefix(label.toString()), template.funding().rows());
      if (name != null) {
        tokens.subList(0, taken + 1).clear();
        for (FundingKind kind : ORDER) {
          if (kind.key().equals(name)) {
            return kind;
          }
        }
      }
    }
    while (!tokens.isEmpty()
        && Labels.isPartOf(Labels.bare(tokens.get(0).key()), template.funding().labels())) {
      tokens.remove(0);
      return takeLabel(tokens);
    }
    return null;
  }

  private String withoutPrefix(String label) {
    for (String prefix : template.funding().rowPrefixes()) {
      if (label.startsWith(prefix)) {
        return withoutColon(label.substring(prefix.length()));
      }
    }
    return label;
  }

  /** What stands behind a colon, or the whole where none stands in front. */
  public static String withoutColon(String label) {
    boolean colon = label.startsWith(":") || label.startsWith("：");
    return colon ? label.substring(1) : label;
  }

  /**
   * A row's texts.
   *
   * @param columns by the columns of the model, null where one is blank
   * @param others those that the model has no column for
   */
  private record RowCells(List<@Nullable Token> columns, List<Token> others) {}

  private static RowCells cells(FundingKind kind, List<Token> tokens, int[] expected) {
    List<Token> printed = new ArrayList<>();
    for (Token token : tokens) {
      boolean dash = Texts.isBlank(token.text());
      if (!dash || kind != FundingKind.TOTAL) {
        printed.add(token);
      }
    }
    List<Token> mended = mended(printed);
    Alignment best = better(null, new Pieces(mended, 0), kind, expected);
    if (best == null || best.cost() >= CLEAN) {
      double limit = best == null ? Double.POSITIVE_INFINITY : best.cost();
      for (Pieces pieces : Pieces.of(mended, KnownValues.NONE, limit)) {
        if (best != null && best.cost() < CLEAN) {
          break;
        }
        best = better(best, pieces, kind, expected);
      }
    }
    if (best == null) {
      return new RowCells(Collections.nCopies(COLUMNS, null), printed);
    }
    List<Token> others = new ArrayList<>();
    for (int column = MAX; column < COLUMNS && kind != FundingKind.TOTAL; column++) {
      Token token = best.tokens().get(column);
      if (token != null) {
        others.add(token);
      }
    }
    return new RowCells(best.tokens(), others);
  }

  private static FundingRow row(
      FundingKind kind, RowCells row, int[] expected, @Nullable String unit, Position place) {
    List<@Nullable Token> cells = row.columns();
    boolean total = kind == FundingKind.TOTAL;
    return new FundingRow(
        kind,
        amount(cells.get(0), expected[0], place, unit),
        amount(cells.get(1), expected[1], place, unit),
        amount(cells.get(2), expected[2], place, unit),
        total
            ? Fields.number(cells.get(MAX), expected[MAX], place, Numbers::points)
            : Field.blank(null),
        total
            ? Fields.number(cells.get(RATE), expected[RATE], place, Numbers::percent)
            : Field.blank(null),
        total
            ? Fields.number(cells.get(SCORE), expected[SCORE], place, Numbers::points)
            : Field.blank(null));
  }

  /** The better of a reading and those of other pieces. */
  private static @Nullable Alignment better(
      @Nullable Alignment known, Pieces pieces, FundingKind kind, int[] expected) {
    Alignment best = known;
    double limit = best == null ? Double.POSITIVE_INFINITY : best.cost() - pieces.cost();
    FundingCosts costs = new FundingCosts(kind, FundingCosts.isScored(kind, pieces.tokens()));
    List<Alignment> readings = Alignment.of(pieces.tokens(), expected, costs, 1, limit);
    if (!readings.isEmpty() && readings.get(0).cost() + pieces.cost() >= CLEAN) {
      readings = Alignment.of(pieces.tokens(), expected, costs, MOST, limit); // the rate decides
    }
    for (Alignment one : readings) {
      double cost = one.cost() + pieces.cost();
      if (cost >= CLEAN) {
        cost += rateCost(kind, one);
      }
      if (best == null || cost < best.cost()) {
        best = one.costing(cost);
      }
    }
    return best;
  }

  /** A needless zero in front of an amount is the end of the cell before it, printed twice. */
  private static List<Token> mended(List<Token> tokens) {
    List<Token> mended = new ArrayList<>();
    for (Token token : tokens) {
      Matcher zero = token.text().charAt(0) == '0' ? DOUBLED_ZERO.matcher(token.text()) : null;
      boolean doubled =
          zero != null
              && zero.matches()
              && !token.text().startsWith("0.")
              && !mended.isEmpty()
              && Texts.normalised(mended.get(mended.size() - 1).text()).matches("0+");
      mended.add(
          doubled && zero != null
              ? token.as(Objects.requireNonNull(zero.group(1)), Reading.SEPARATED)
              : token);
    }
    return mended;
  }

  private static Field<BigDecimal> amount(
      @Nullable Token token, int column, Position place, @Nullable String unit) {
    if (token != null && Texts.isBlank(token.text())) {
      return Fields.number(null, column, place, Numbers::points);
    }
    return Fields.number(token, column, place, text -> Numbers.amount(text, unit));
  }

  /** The rate says which of two cuts through glued amounts is the right one. */
  private static double rateCost(FundingKind kind, Alignment reading) {
    if (kind != FundingKind.TOTAL) {
      return 0;
    }
    BigDecimal budget = number(reading.tokens().get(1));
    BigDecimal spent = number(reading.tokens().get(2));
    Token rate = reading.tokens().get(RATE);
    BigDecimal percent = rate == null ? null : rate.percent();
    if (budget == null || spent == null || percent == null || budget.signum() == 0) {
      return 0;
    }
    BigDecimal exact = spent.multiply(HUNDRED).divide(budget, 6, RoundingMode.HALF_UP);
    return exact.subtract(percent).abs().compareTo(RATE_TOLERANCE) <= 0 ? 0 : WRONG_RATE;
  }

  private static @Nullable BigDecimal number(@Nullable Token token) {
    return token == null ? null : token.points();
  }

  private int[] columns(Row head) {
    List<String> order = List.copyOf(template.funding().columns().keySet());
    int[] columns = new int[COLUMNS];
    java.util.Arrays.fill(columns, -1);
    for (Token token : head.tokens()) {
      String name = Labels.nameOf(Labels.bare(token.key()), template.funding().columns());
      int column = name == null ? -1 : order.indexOf(name);
      if (column >= 0 && columns[column] < 0) {
        columns[column] = token.column();
      }
    }
    for (int i = 0; i < COLUMNS; i++) {
      if (columns[i] < 0) {
        columns[i] = i == 0 ? firstKnown(columns) : columns[i - 1] + 1;
      }
    }
    return columns;
  }

  private static int firstKnown(int[] columns) {
    for (int i = 0; i < columns.length; i++) {
      if (columns[i] >= 0) {
        return columns[i] - i;
      }
    }
    return 1;
  }

  /**
   * @param scored true where the row may have points, a rate and a score
   */
  private record FundingCosts(FundingKind kind, boolean scored) implements Alignment.Costs {

    /** The total is scored; of a part only one that prints a rate. */
    static boolean isScored(FundingKind kind, List<Token> tokens) {
      return kind == FundingKind.TOTAL || tokens.stream().anyMatch(FundingCosts::isRate);
    }

    private static boolean isRate(Token token) {
      return token.text().indexOf('%') >= 0 || token.text().indexOf('％') >= 0;
    }

    @Override
    public double of(int column, @Nullable Token token) {
      boolean total = kind == FundingKind.TOTAL;
      if (token == null) {
        return total ? 2 : column == 2 ? 0.3 : column < MAX ? 1 : column == MAX ? 0.2 : 0;
      }
      if (Texts.isBlank(token.text())) {
        return column >= MAX ? 0 : 1.5;
      }
      BigDecimal value = column == RATE ? token.percent() : token.points();
      if (value == null) {
        return WRONG_TYPE;
      }
      return switch (column) {
        case MAX, SCORE -> scored && RowReader.isPoints(token) ? 0 : WRONG_TYPE;
        case RATE -> isRate(token) ? 0 : total ? 1 : WRONG_TYPE;
        default -> Pieces.isWellPrinted(token.text()) || token.text().indexOf(',') > 0 ? 0 : 1;
      };
    }

    @Override
    public double jump(int column) {
      return 0.5;
    }
  }
}
