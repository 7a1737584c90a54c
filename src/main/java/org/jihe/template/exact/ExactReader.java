package org.jihe.template.exact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jihe.form.AnnualObjective;
import org.jihe.form.Extra;
import org.jihe.form.Field;
import org.jihe.form.Funding;
import org.jihe.form.Guess;
import org.jihe.form.Indicator;
import org.jihe.form.Recovery;
import org.jihe.form.SelfEvaluation;
import org.jihe.form.TotalScore;
import org.jihe.layout.Position;
import org.jihe.template.closing.ClosingRows;
import org.jihe.template.declaration.Lexicon;
import org.jihe.template.row.CellText;
import org.jihe.template.row.CurrencyUnit;
import org.jihe.template.row.LabelledText;
import org.jihe.template.row.PrintedRow;
import org.jihe.template.row.Token;
import org.jihe.template.row.TokenFields;
import org.jspecify.annotations.Nullable;

/** Reads a form whose columns can be trusted: what stands under a head is of that column. */
public final class ExactReader {

  private static final double PER_GUESS = 0.05;
  private static final double OPEN_SUM = 0.2;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** No table of a form has so many; a row of more cells is no head of one. */
  private static final int MOST_COLUMNS = 200;

  private static final List<String> PLAIN =
      List.of(
          "category",
          "aspect",
          "name",
          "target",
          "actual",
          "maxScore",
          "score",
          "varianceExplanation");

  private final Lexicon lexicon;

  public ExactReader(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /**
   * What was read.
   *
   * @param form the form
   * @param misfits cells that stand under no column, or hold no number where one belongs
   * @param clean true where every cell is explained, so that the columns of a text can be trusted
   * @param plain true where the indicator table has the usual columns in their usual order, as the
   *     search expects them
   * @param strangeLabels true where a category or an aspect has a label that no declaration knows
   */
  public record Result(
      SelfEvaluation form,
      int misfits,
      boolean clean,
      boolean plain,
      boolean strangeLabels) {}

  /** Where the parts of a form begin; -1 for a part that it lacks. */
  private record Parts(int funding, int objective, int indicators, int total, int size) {

    int first() {
      int first = indicators;
      first = funding >= 0 ? Math.min(first, funding) : first;
      return objective >= 0 ? Math.min(first, objective) : first;
    }

    /** Where the part that begins there ends. */
    int end(int start) {
      int end = total >= 0 && start < total ? total : size;
      for (int other : new int[] {funding, objective, indicators}) {
        end = other > start ? Math.min(end, other) : end;
      }
      return end;
    }
  }

  /** The form, or null where it has no indicator table or does not end. */
  public @Nullable Result read(List<PrintedRow> printed, int ordinal) {
    List<PrintedRow> rows = withWholeLabels(printed);
    Parts parts = parts(rows);
    if (parts.indicators < 0) {
      return null;
    }
    Position origin = rows.get(0).tokens().get(0).position();
    ExactHead head = new ExactHead(lexicon, rows.subList(0, parts.first()));
    TableHead fundingHead = parts.funding < 0 ? null : fundingHead(rows, parts.funding);
    Token unit = unit(rows, parts, head);
    ExactFunding money = null;
    Funding funding = ExactFunding.none(origin);
    if (fundingHead != null) {
      Position place = place(rows.get(parts.funding));
      money = new ExactFunding(lexicon, fundingHead, unit == null ? null : unit.text());
      int from = parts.funding + fundingHead.rows();
      funding = money.read(rows.subList(from, Math.max(from, parts.end(parts.funding))), place);
    }
    ExactObjective goals = new ExactObjective(lexicon.template());
    AnnualObjective objective =
        parts.objective < 0
            ? new AnnualObjective(Field.blank(origin), Field.blank(origin))
            : goals.read(
                rows.subList(parts.objective, parts.end(parts.objective)),
                place(rows.get(parts.objective)));
    TableHead table = indicatorHead(rows, parts.indicators);
    ExactIndicators reader = new ExactIndicators(lexicon, table);
    int from = parts.indicators + table.rows();
    int to = Math.max(from, tableEnd(rows, parts, from));
    ClosingRows end = new ClosingRows(lexicon);
    ExactTotal totalRow = new ExactTotal(lexicon, table, end);
    List<PrintedRow> body = new ArrayList<>();
    for (PrintedRow row : rows.subList(from, to)) {
      if (isClosing(row)) {
        end.read(List.of(row));
      } else {
        body.add(row);
      }
    }
    List<Indicator> indicators = reader.read(body);
    if (parts.total >= 0) {
      totalRow.read(rows.get(parts.total));
      end.read(rows.subList(parts.total + 1, rows.size()));
    } else {
      end.read(rows.subList(to, parts.end(parts.indicators)));
    }
    TotalScore total =
        totalRow.totalScore(place(rows.get(parts.total >= 0 ? parts.total : to - 1)));
    if (indicators.isEmpty() || (parts.total < 0 && !isWhole(funding, indicators))) {
      return null;
    }
    List<Extra> extras = new ArrayList<>(head.extras());
    if (money != null) {
      extras.addAll(money.extras());
    }
    extras.addAll(goals.extras());
    extras.addAll(reader.extras());
    extras.addAll(end.extras());
    Field<String> currency =
        unit == null
            ? Field.blank(place(rows.get(Math.max(0, parts.funding))))
            : TokenFields.text(unit, unit.column(), unit.position());
    List<Guess> guesses = new ArrayList<>(reader.guesses());
    double confidence = 1 - PER_GUESS * guesses.size();
    boolean adds =
        addsUp(funding.total().maxScore(), indicators, total.maxScore(), Indicator::maxScore)
            && addsUp(funding.total().score(), indicators, total.score(), Indicator::score);
    if (!adds) {
      guesses.add(new Guess("total", Guess.Reason.ARITHMETIC_OPEN, "", ""));
      confidence -= OPEN_SUM;
    }
    SelfEvaluation form =
        new SelfEvaluation(
            origin,
            ordinal,
            head.title(origin),
            head.year(origin),
            head.field("projectName", origin),
            head.field("supervisingDepartment", origin),
            head.field("implementingAgency", origin),
            currency,
            funding,
            objective,
            indicators,
            total,
            extras,
            new Recovery(lexicon.template().id(), Math.max(0, confidence), guesses));
    int misfits = reader.misfits() + (money == null ? 1 : money.misfits());
    boolean clean =
        misfits == 0
            && head.stray() == 0
            && head.namesProject()
            && money != null
            && money.hasTotal()
            && parts.total >= 0
            && reader.rowsAreWhole()
            && reader.labelsInOrder();
    return new Result(
        form, misfits, clean, isPlain(table), reader.strangeLabels());
  }

  /** The rows; one that the end of a page cuts through the label of a closing line is one row. */
  private List<PrintedRow> withWholeLabels(List<PrintedRow> printed) {
    List<PrintedRow> rows = new ArrayList<>(printed);
    for (int i = 1; i < rows.size(); i++) {
      PrintedRow above = rows.get(i - 1);
      int next = i;
      while (next < rows.size()
          && rows.get(next).grid() != above.grid()
          && hits(rows.get(next), lexicon::indicatorColumn) > 1) {
        next++; // the head again
      }
      if (next < rows.size() && cutsLabel(above, rows.get(next))) {
        rows.set(i - 1, joined(above, rows.remove(next)));
      }
    }
    return rows;
  }

  private boolean cutsLabel(PrintedRow above, PrintedRow below) {
    Token start = above.tokens().get(0);
    Token rest = below.tokens().get(0);
    return above.grid() != below.grid()
        && above.fixed()
        && below.fixed()
        && start.column() == rest.column()
        && !lexicon.isClosing(start.key())
        && !lexicon.isClosing(rest.key())
        && lexicon.isClosing(start.join(rest).key());
  }

  private static PrintedRow joined(PrintedRow above, PrintedRow below) {
    List<Token> tokens = new ArrayList<>(above.tokens());
    for (Token rest : below.tokens()) {
      int at = 0;
      while (at < tokens.size() && tokens.get(at).column() < rest.column()) {
        at++;
      }
      if (at < tokens.size() && tokens.get(at).column() == rest.column()) {
        tokens.set(at, tokens.get(at).join(rest));
      } else {
        tokens.add(at, rest);
      }
    }
    return above.with(tokens);
  }

  private TableHead fundingHead(List<PrintedRow> rows, int at) {
    return TableHead.at(rows, at, lexicon::fundingColumn, lexicon.template().funding().labels());
  }

  private TableHead indicatorHead(List<PrintedRow> rows, int at) {
    return TableHead.at(
        rows, at, lexicon::indicatorColumn, lexicon.template().indicators().labels());
  }

  /** The columns of the funding table; none where the form has no such table. */
  public List<NamedColumn> fundingColumns(List<PrintedRow> rows) {
    int at = parts(rows).funding;
    return at < 0 ? List.of() : columns(fundingHead(rows, at));
  }

  /** The columns of the indicator table; none where the form has no such table. */
  public List<NamedColumn> indicatorColumns(List<PrintedRow> rows) {
    int at = parts(rows).indicators;
    return at < 0 ? List.of() : columns(indicatorHead(rows, at));
  }

  private static List<NamedColumn> columns(TableHead head) {
    List<NamedColumn> columns = new ArrayList<>();
    for (TableHead.Column column : head.columns()) {
      if (!column.is(TableHead.BLOCK)) {
        String name = column.name() == null ? "" : column.name();
        columns.add(
            new NamedColumn(
                name, CellText.joined(column.label().text()), column.position()));
      }
    }
    return columns;
  }

  private Parts parts(List<PrintedRow> rows) {
    int funding = -1;
    int indicators = -1;
    for (int i = 0; i < rows.size(); i++) {
      PrintedRow row = rows.get(i);
      int money = hits(row, lexicon::fundingColumn);
      int measures = hits(row, lexicon::indicatorColumn);
      if (funding < 0 && money >= 2 && money >= measures) {
        funding = i;
      } else if (indicators < 0 && measures >= 2 && measures > money) {
        indicators = i;
      }
    }
    int total = indicators < 0 ? -1 : ExactTotal.rowOf(rows, indicators + 1, lexicon);
    int objective = -1;
    for (int i = 0; i < rows.size() && objective < 0; i++) {
      boolean elsewhere = i == funding || i == indicators || (indicators >= 0 && i > indicators);
      boolean titled = i < funding && i < 2; // a title may be worded like the block's label
      if (!elsewhere && !titled && ExactObjective.startsBlock(rows.get(i), lexicon.template())) {
        objective = i;
      }
    }
    return new Parts(funding, objective, indicators, total, rows.size());
  }

  private static boolean isPlain(TableHead table) {
    List<String> names = new ArrayList<>();
    for (TableHead.Column column : table.columns()) {
      if (!column.is(TableHead.BLOCK)) {
        names.add(column.name() == null ? "" : column.name());
      }
    }
    return names.equals(PLAIN);
  }

  private static int hits(PrintedRow row, Function<Token, @Nullable String> meaning) {
    if (row.tokens().size() < 2 || row.tokens().size() > MOST_COLUMNS) {
      return 0;
    }
    List<String> names = new ArrayList<>();
    for (Token token : row.tokens()) {
      String name = meaning.apply(token);
      if (name != null
          && !name.equals("maxScore")
          && !name.equals("score")
          && !names.contains(name)) {
        names.add(name);
      }
    }
    return names.size();
  }

  /** Where a table without a total ends: at the first row that only stands below tables. */
  private int tableEnd(List<PrintedRow> rows, Parts parts, int from) {
    int end = parts.end(parts.indicators);
    if (parts.total < 0) {
      for (int i = from; i < end; i++) {
        if (isClosing(rows.get(i))) {
          return i;
        }
      }
    }
    return end;
  }

  /** True for a row that begins with a label of the form's end. */
  private boolean isClosing(PrintedRow row) {
    Token first = row.tokens().get(0);
    if (lexicon.isClosing(first.key())) {
      return true;
    }
    LabelledText pair = LabelledText.of(first);
    return pair != null && lexicon.isClosing(pair.key());
  }

  private @Nullable Token unit(List<PrintedRow> rows, Parts parts, ExactHead head) {
    int from = Math.max(0, parts.funding);
    int to = parts.funding < 0 ? 0 : parts.end(parts.funding);
    for (int i = from; i < to; i++) {
      Token unit = CurrencyUnit.in(rows.get(i));
      if (unit != null) {
        return unit;
      }
    }
    return head.unit();
  }

  /** True where all points of a form without a total add to 100. */
  private static boolean isWhole(Funding funding, List<Indicator> indicators) {
    BigDecimal sum = funding.total().maxScore().value();
    sum = sum == null ? BigDecimal.ZERO : sum;
    for (Indicator indicator : indicators) {
      BigDecimal points = indicator.maxScore().value();
      sum = points == null ? sum : sum.add(points);
    }
    return sum.compareTo(HUNDRED) == 0;
  }

  /** True where the points add to the total; rows without any stand for nothing. */
  private static boolean addsUp(
      Field<BigDecimal> first,
      List<Indicator> indicators,
      Field<BigDecimal> last,
      Function<Indicator, Field<BigDecimal>> cell) {
    BigDecimal sum = first.value() == null ? BigDecimal.ZERO : first.value();
    for (Indicator indicator : indicators) {
      Field<BigDecimal> field = cell.apply(indicator);
      BigDecimal value = field.value();
      if (value != null) {
        sum = sum.add(value);
      } else if (!field.isBlank()
          || !indicator.maxScore().isBlank()
          || !indicator.score().isBlank()) {
        return false;
      }
    }
    BigDecimal printed = last.value();
    return printed != null && sum.compareTo(printed) == 0;
  }

  private static Position place(PrintedRow row) {
    return row.tokens().get(0).position();
  }
}
