package org.jihe.template.search;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jihe.form.AnnualObjective;
import org.jihe.form.Extra;
import org.jihe.form.Field;
import org.jihe.form.FormKind;
import org.jihe.form.Funding;
import org.jihe.form.Guess;
import org.jihe.form.Numbers;
import org.jihe.form.Recovery;
import org.jihe.form.SelfEvaluation;
import org.jihe.form.TotalScore;
import org.jihe.layout.Position;
import org.jihe.layout.Quarantined;
import org.jihe.layout.Quarantined.Reason;
import org.jihe.template.closing.ClosingRows;
import org.jihe.template.declaration.Lexicon;
import org.jihe.template.declaration.Template;
import org.jihe.template.row.CurrencyUnit;
import org.jihe.template.row.Labels;
import org.jihe.template.row.PrintedNumber;
import org.jihe.template.row.PrintedRow;
import org.jihe.template.row.Token;
import org.jihe.template.row.TokenFields;
import org.jspecify.annotations.Nullable;

/**
 * Reads a form by a search over its texts: the reading that best explains what is printed, wherever
 * it stands.
 */
public final class SearchReader {

  private static final int EXCERPT = 200;

  /** Rows of one indicator table; the largest real ones have some sixty. */
  private static final int MOST_ROWS = 400;

  private static final double PER_GUESS = 0.05;
  private static final double PER_UNUSUAL = 0.002;
  private static final double OPEN_SUM = 0.2;

  private final Lexicon lexicon;
  private final Template template;
  private final IndicatorTable indicators;
  private final FundingTable funding;

  /** A reader of forms of one template. */
  public SearchReader(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.template = lexicon.template();
    this.indicators = new IndicatorTable(template);
    this.funding = new FundingTable(template);
  }

  /** The refusal of rows without a form's beginning, or null for text between forms. */
  public @Nullable Quarantined refusedPart(List<PrintedRow> rows) {
    int fundingHead = fundingHead(rows);
    boolean part =
        fundingHead >= 0 || indicatorHead(rows, fundingHead) >= 0 || totalRow(rows, 0) >= 0;
    return part ? refused(rows, Reason.TRUNCATED) : null;
  }

  /** A form, a {@link SelfEvaluation}, or what is refused, a {@link Quarantined}. */
  public Object read(List<PrintedRow> rows, int ordinal) {
    int fundingHead = fundingHead(rows);
    int indicatorHead = indicatorHead(rows, fundingHead);
    int total = indicatorHead < 0 ? -1 : totalRow(rows, indicatorHead + 1);
    if (total < 0 || fundingHead < 0) {
      return refused(rows, Reason.TRUNCATED);
    }
    if (total - indicatorHead > MOST_ROWS) {
      return refused(rows, Reason.TOO_LARGE);
    }
    if (!IndicatorTable.isReadable(rows.get(indicatorHead), template)) {
      return refused(rows, Reason.UNRECOGNISED);
    }
    int objectiveHead =
        first(
            rows.subList(0, indicatorHead),
            fundingHead + 1,
            row -> ObjectiveBlock.startsBlock(row, template));
    int fundingEnd = objectiveHead < 0 ? indicatorHead : objectiveHead;
    return read(rows, ordinal, new Parts(fundingHead, fundingEnd, indicatorHead, total));
  }

  /**
   * Where the parts of a form begin.
   *
   * @param funding the head of the funding table
   * @param objective the annual objective, with which the funding table ends
   * @param indicators the head of the indicator table
   * @param total the last row of the table
   */
  private record Parts(int funding, int objective, int indicators, int total) {}

  private int fundingHead(List<PrintedRow> rows) {
    return first(rows, 0, row -> FundingTable.startsTable(row, template));
  }

  private int indicatorHead(List<PrintedRow> rows, int fundingHead) {
    return first(rows, fundingHead + 1, row -> IndicatorTable.startsTable(row, template));
  }

  private Object read(List<PrintedRow> rows, int ordinal, Parts parts) {
    Position origin = rows.get(0).tokens().get(0).position();
    HeadBlock head = new HeadBlock(template, rows.subList(0, parts.funding));
    Token unit = unit(rows.subList(0, parts.funding + 2));
    List<Extra> extras = new ArrayList<>(head.extras());
    Position fundingPlace = place(rows.get(parts.funding));
    Funding money =
        funding.read(
            rows.get(parts.funding),
            rows.subList(parts.funding + 1, parts.objective),
            unit == null ? null : unit.text(),
            extras);
    AnnualObjective objective =
        ObjectiveBlock.read(
            rows.subList(parts.objective, parts.indicators),
            template,
            place(rows.get(parts.objective)));
    TotalScore sum = total(rows.get(parts.total));
    IndicatorTable.Result table =
        indicators.read(
            rows.get(parts.indicators),
            rows.subList(parts.indicators + 1, parts.total),
            less(sum.maxScore().value(), money.total().maxScore().value()),
            less(sum.score().value(), money.total().score().value()));
    ClosingRows end = new ClosingRows(lexicon);
    end.read(rows.subList(parts.total + 1, rows.size()));
    TotalScore completed = end.completed(sum);
    extras.addAll(end.extras());
    if (table.indicators().isEmpty()) {
      return refused(rows, Reason.UNRECOGNISED);
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
            TokenFields.text(unit, unit == null ? 1 : unit.column(), fundingPlace),
            money,
            objective,
            table.indicators(),
            completed,
            extras,
            new Recovery(template.id(), 1, List.of()),
            FormKind.PROJECT,
            List.of());
    return withRecovery(form, table);
  }

  private SelfEvaluation withRecovery(SelfEvaluation form, IndicatorTable.Result table) {
    List<Guess> guesses = new ArrayList<>(table.guesses());
    double confidence = 1 - PER_GUESS * guesses.size() - PER_UNUSUAL * table.unusual();
    if (!form.addsUp()) {
      guesses.add(new Guess("total", Guess.Reason.ARITHMETIC_OPEN, "", ""));
      confidence -= OPEN_SUM;
    }
    return form.with(new Recovery(template.id(), Math.max(0, confidence), guesses));
  }

  private TotalScore total(PrintedRow row) {
    List<Token> numbers = new ArrayList<>();
    for (Token token : row.tokens()) {
      String text = token.text();
      for (String label : template.totals()) {
        if (token.key().startsWith(label)) {
          text = token.key().substring(label.length());
        }
      }
      for (String part : text.split(" ", -1)) {
        if (Numbers.points(part) != null) {
          numbers.add(token.as(part, token.reading()));
        }
      }
    }
    if (numbers.size() == 1) {
      numbers = separate(numbers.get(0));
    }
    Position place = place(row);
    int column = numbers.isEmpty() ? place.column() : numbers.get(0).column();
    return new TotalScore(
        number(numbers, 0, column, place), number(numbers, 1, column + 1, place), grade(row));
  }

  private Field<String> grade(PrintedRow row) {
    for (Token token : row.tokens()) {
      if (lexicon.isGrade(token.key())) {
        return TokenFields.text(token, token.column(), token.position());
      }
    }
    return Field.blank(null);
  }

  /** {@code 10098.52} is 100 and 98.52. */
  private static List<Token> separate(Token token) {
    String text = token.text();
    if (text.startsWith("100") && text.length() > 3 && PrintedNumber.is(text.substring(3))) {
      return List.of(
          token.as("100", org.jihe.form.Reading.SEPARATED),
          token.as(text.substring(3), org.jihe.form.Reading.SEPARATED));
    }
    return List.of(token);
  }

  private static Field<BigDecimal> number(
      List<Token> numbers, int index, int column, Position place) {
    Token token = index < numbers.size() ? numbers.get(index) : null;
    return TokenFields.number(
        token, token == null ? column : token.column(), place, Numbers::points);
  }

  private int totalRow(List<PrintedRow> rows, int from) {
    for (int i = rows.size() - 1; i >= Math.max(0, from); i--) {
      if (rows.get(i).tokens().size() > 4) {
        continue;
      }
      boolean labelled = false;
      boolean number = false;
      for (Token token : rows.get(i).tokens()) {
        String key = token.key();
        labelled |= key.length() <= 12 && Labels.beginsWithOne(key, template.totals());
        number |= token.hasDigit();
      }
      if (labelled && number) {
        return i;
      }
    }
    return -1;
  }

  private static @Nullable Token unit(List<PrintedRow> rows) {
    for (int i = rows.size() - 1; i >= 0; i--) {
      Token unit = CurrencyUnit.in(rows.get(i));
      if (unit != null) {
        return unit;
      }
    }
    return null;
  }

  private static @Nullable BigDecimal less(@Nullable BigDecimal all, @Nullable BigDecimal part) {
    return all == null || part == null ? null : all.subtract(part);
  }

  private static int first(
      List<PrintedRow> rows, int from, java.util.function.Predicate<PrintedRow> condition) {
    for (int i = Math.max(0, from); i < rows.size(); i++) {
      if (condition.test(rows.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private static Position place(PrintedRow row) {
    return row.tokens().get(0).position();
  }

  static Quarantined refused(List<PrintedRow> rows, Reason reason) {
    Position place = place(rows.get(0));
    StringBuilder excerpt = new StringBuilder();
    for (PrintedRow row : rows) {
      for (Token token : row.tokens()) {
        excerpt.append(excerpt.isEmpty() ? "" : " ").append(token.text());
      }
      if (excerpt.length() > EXCERPT) {
        break;
      }
    }
    String last = String.valueOf(rows.get(rows.size() - 1).line());
    return new Quarantined(place.file(), place, reason, last, cut(excerpt.toString()));
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(EXCERPT, text.length()));
  }
}
