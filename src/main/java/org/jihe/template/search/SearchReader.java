package org.jihe.template.search;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jihe.form.AnnualObjective;
import org.jihe.form.Extra;
import org.jihe.form.Field;
import org.jihe.form.Funding;
import org.jihe.form.Guess;
import org.jihe.form.Numbers;
import org.jihe.form.Recovery;
import org.jihe.form.SelfEvaluation;
import org.jihe.form.TotalScore;
import org.jihe.layout.Position;
import org.jihe.layout.Quarantined;
import org.jihe.layout.Quarantined.Reason;
import org.jihe.template.FormRows;
import org.jihe.template.declaration.Lexicon;
import org.jihe.template.declaration.Template;
import org.jihe.template.exact.ExactEnd;
import org.jihe.template.row.Fields;
import org.jihe.template.row.Labels;
import org.jihe.template.row.Row;
import org.jihe.template.row.Token;
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

  public SearchReader(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.template = lexicon.template();
    this.indicators = new IndicatorTable(template);
    this.funding = new FundingTable(template);
  }

  /** A form, what is refused, or null for text between forms. */
  public @Nullable Object read(FormRows form, int ordinal) {
    List<Row> rows = form.rows();
    int fundingHead = first(rows, 0, row -> FundingTable.startsTable(row, template));
    int indicatorHead =
        first(rows, fundingHead + 1, row -> IndicatorTable.startsTable(row, template));
    int total = indicatorHead < 0 ? -1 : totalRow(rows, indicatorHead + 1);
    if (!form.begun()) {
      boolean part = indicatorHead >= 0 || fundingHead >= 0 || totalRow(rows, 0) >= 0;
      return part ? refused(rows, Reason.TRUNCATED) : null;
    }
    if (total < 0 || indicatorHead < 0 || fundingHead < 0) {
      return refused(rows, Reason.TRUNCATED);
    }
    if (total - indicatorHead > MOST_ROWS) {
      return refused(rows, Reason.TOO_LARGE);
    }
    int objectiveHead =
        first(
            rows.subList(0, indicatorHead),
            fundingHead + 1,
            row -> ObjectiveBlock.startsBlock(row, template));
    int fundingEnd = objectiveHead < 0 ? indicatorHead : objectiveHead;
    return read(rows, ordinal, fundingHead, fundingEnd, indicatorHead, total);
  }

  private Object read(
      List<Row> rows, int ordinal, int fundingHead, int fundingEnd, int indicatorHead, int total) {
    Position origin = rows.get(0).tokens().get(0).position();
    HeadBlock head = new HeadBlock(template, rows.subList(0, fundingHead));
    Token unit = unit(rows.subList(0, fundingHead + 2));
    List<Extra> extras = new ArrayList<>(head.extras());
    Position fundingPlace = place(rows.get(fundingHead));
    Funding money =
        funding.read(
            rows.get(fundingHead),
            rows.subList(fundingHead + 1, fundingEnd),
            unit == null ? null : unit.text(),
            extras);
    AnnualObjective objective =
        ObjectiveBlock.read(
            rows.subList(fundingEnd, indicatorHead), template, place(rows.get(fundingEnd)));
    TotalScore sum = total(rows.get(total));
    IndicatorTable.Result table =
        indicators.read(
            rows.get(indicatorHead),
            rows.subList(indicatorHead + 1, total),
            less(sum.maxScore().value(), money.total().maxScore().value()),
            less(sum.score().value(), money.total().score().value()));
    ExactEnd end = new ExactEnd(lexicon);
    end.closing(rows.subList(total + 1, rows.size()));
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
            Fields.text(unit, unit == null ? 1 : unit.column(), fundingPlace),
            money,
            objective,
            table.indicators(),
            completed,
            extras,
            new Recovery(template.id(), 1, List.of()));
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

  private TotalScore total(Row row) {
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

  private Field<String> grade(Row row) {
    for (Token token : row.tokens()) {
      if (lexicon.isGrade(token.key())) {
        return Fields.text(token, token.column(), token.position());
      }
    }
    return Field.blank(null);
  }

  /** {@code 10098.52} is 100 and 98.52. */
  private static List<Token> separate(Token token) {
    String text = token.text();
    if (text.startsWith("100") && text.length() > 3 && Pieces.isPrintedNumber(text.substring(3))) {
      return List.of(
          token.as("100", org.jihe.form.Reading.SEPARATED),
          token.as(text.substring(3), org.jihe.form.Reading.SEPARATED));
    }
    return List.of(token);
  }

  private static Field<BigDecimal> number(
      List<Token> numbers, int index, int column, Position place) {
    Token token = index < numbers.size() ? numbers.get(index) : null;
    return Fields.number(token, token == null ? column : token.column(), place, Numbers::points);
  }

  private int totalRow(List<Row> rows, int from) {
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

  private static @Nullable Token unit(List<Row> rows) {
    for (int i = rows.size() - 1; i >= 0; i--) {
      Token unit = FundingTable.unit(rows.get(i));
      if (unit != null) {
        return unit;
      }
    }
    return null;
  }

  private static @Nullable BigDecimal less(@Nullable BigDecimal all, @Nullable BigDecimal part) {
    return all == null || part == null ? null : all.subtract(part);
  }

  private static int first(List<Row> rows, int from, java.util.function.Predicate<Row> condition) {
    for (int i = Math.max(0, from); i < rows.size(); i++) {
      if (condition.test(rows.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private static Position place(Row row) {
    return row.tokens().get(0).position();
  }

  static Quarantined refused(List<Row> rows, Reason reason) {
    Position place = place(rows.get(0));
    StringBuilder excerpt = new StringBuilder();
    for (Row row : rows) {
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
