package org.jihe.template.exact;

import java.util.ArrayList;
import java.util.List;
import org.jihe.form.AnnualObjective;
import org.jihe.form.Extra;
import org.jihe.form.Field;
import org.jihe.form.FormBlock;
import org.jihe.form.FormKind;
import org.jihe.form.FormPath;
import org.jihe.form.Funding;
import org.jihe.form.Guess;
import org.jihe.form.Indicator;
import org.jihe.form.Recovery;
import org.jihe.form.SelfEvaluation;
import org.jihe.form.TotalScore;
import org.jihe.layout.Position;
import org.jihe.template.closing.ClosingRows;
import org.jihe.template.declaration.Lexicon;
import org.jihe.template.declaration.Template;
import org.jihe.template.row.CurrencyUnit;
import org.jihe.template.row.PrintedRow;
import org.jihe.template.row.Token;
import org.jihe.template.row.TokenFields;
import org.jspecify.annotations.Nullable;

/** Reads the parts of one form, each by its own reader, and puts them together. */
final class ExactForm {

  /** A line outside of a ruled table has so few texts; it continues no cell. */
  private static final int MOST_OUTSIDE = 2;

  private static final double PER_GUESS = 0.05;
  private static final double OPEN_SUM = 0.2;

  private final Lexicon lexicon;
  private final List<PrintedRow> rows;
  private final FormParts parts;
  private final Doubts doubts = new Doubts();
  private final Position origin;
  private final ExactHead head;
  private final @Nullable Token unit;
  private final @Nullable ExactFunding fundingTable;
  private final ExactObjective objectiveBlock;
  private final TableHead indicatorHead;
  private final ExactIndicators indicatorTable;
  private final ClosingRows end;

  /** Prepares the reading of a form that has an indicator table. */
  ExactForm(Lexicon lexicon, List<PrintedRow> rows, FormParts parts) {
    this.lexicon = lexicon;
    this.rows = rows;
    this.parts = parts;
    this.origin = place(0);
    this.head = new ExactHead(lexicon, rows.subList(0, parts.first()), doubts);
    this.unit = unit();
    this.fundingTable = parts.funding() < 0 ? null : fundingTable();
    this.objectiveBlock = new ExactObjective(lexicon.template(), doubts);
    this.indicatorHead = indicatorHead();
    this.indicatorTable = new ExactIndicators(lexicon, indicatorHead);
    this.end = new ClosingRows(lexicon);
  }

  private ExactFunding fundingTable() {
    TableHead columns = TableHead.ofFunding(rows, parts.funding(), lexicon);
    Template.FundingBlock block = lexicon.template().funding();
    if (!rows.get(parts.funding()).fixed()) {
      return new ExactFunding(lexicon, columns, unit == null ? null : unit.text(), doubts);
    }
    UnknownColumns found =
        UnknownColumns.ofFunding(
            columns,
            block.columns(),
            block.extraColumns(),
            body(parts.funding(), columns, parts.end(parts.funding())));
    doubts.funding(found);
    return new ExactFunding(lexicon, found.head(), unit == null ? null : unit.text(), doubts);
  }

  private TableHead indicatorHead() {
    TableHead columns = TableHead.ofIndicators(rows, parts.indicators(), lexicon);
    Template.IndicatorBlock block = lexicon.template().indicators();
    if (!rows.get(parts.indicators()).fixed()) {
      return columns; // labels may be torn
    }
    UnknownColumns found =
        UnknownColumns.ofIndicators(
            columns,
            block.columns(),
            block.extraColumns(),
            body(parts.indicators(), columns, parts.end(parts.indicators())));
    doubts.indicators(found);
    return found.head();
  }

  private List<PrintedRow> body(int start, TableHead columns, int end) {
    int from = start + columns.rows();
    return rows.subList(Math.min(from, Math.max(from, end)), Math.max(from, end));
  }

  /** The currency unit that the funding table names, or else the head; or null. */
  private @Nullable Token unit() {
    int to = parts.funding() < 0 ? 0 : parts.end(parts.funding());
    for (int i = Math.max(0, parts.funding()); i < to; i++) {
      Token named = CurrencyUnit.in(rows.get(i));
      if (named != null) {
        return named;
      }
    }
    return head.unit();
  }

  /** The form, or null where it does not end. */
  ExactReader.@Nullable Result result(int ordinal) {
    Funding funding = funding();
    AnnualObjective objective = objective();
    int from = parts.indicators() + indicatorHead.rows();
    int to = Math.max(from, parts.tableEnd(rows, from, lexicon));
    List<Indicator> indicators = indicatorTable.read(body(from, to));
    TotalScore total = total(to);
    boolean ends = parts.total() >= 0 || PointCheck.isWhole(funding, indicators);
    if (indicators.isEmpty() || !ends) {
      return null;
    }
    SelfEvaluation read =
        new SelfEvaluation(
            origin,
            ordinal,
            head.title(origin),
            head.year(origin),
            head.field("projectName", origin),
            head.field("supervisingDepartment", origin),
            head.field("implementingAgency", origin),
            currency(),
            funding,
            objective,
            indicators,
            total,
            extras(),
            recovery(true),
            FormKind.PROJECT,
            List.of());
    boolean trusted = rows.get(parts.indicators()).fixed(); // then sums are a rule's affair
    SelfEvaluation form = trusted || read.addsUpButForBlanks() ? read : read.with(recovery(false));
    int misfits = misfits();
    return new ExactReader.Result(
        form,
        misfits,
        misfits == 0 && isClean(),
        indicatorHead.isUsual(),
        indicatorTable.strangeLabels());
  }

  private Funding funding() {
    if (fundingTable == null) {
      return ExactFunding.none(origin);
    }
    int start = parts.funding();
    int from = start + fundingTable.headRows();
    int to = Math.max(from, parts.end(start));
    return fundingTable.read(rows.subList(from, to), place(start));
  }

  private AnnualObjective objective() {
    int start = parts.objective();
    return start < 0
        ? new AnnualObjective(Field.blank(origin), Field.blank(origin))
        : objectiveBlock.read(rows.subList(start, parts.end(start)), place(start));
  }

  /** The rows of indicators; closing lines among them are read as such. */
  private List<PrintedRow> body(int from, int to) {
    List<PrintedRow> body = new ArrayList<>();
    for (PrintedRow row : rows.subList(from, to)) {
      boolean outside = row.outside() && row.tokens().size() <= MOST_OUTSIDE;
      if (outside || FormParts.isClosing(row, lexicon)) {
        end.read(List.of(row));
      } else {
        body.add(row);
      }
    }
    return body;
  }

  /** Reads the last row, and what stands below it or below a table without one. */
  private TotalScore total(int tableEnd) {
    ExactTotal total = new ExactTotal(lexicon, indicatorHead, end);
    if (parts.total() < 0) {
      end.read(rows.subList(tableEnd, parts.end(parts.indicators())));
      return total.totalScore(place(tableEnd - 1));
    }
    PrintedRow last = rows.get(parts.total());
    total.read(last);
    if (!ExactTotal.isLabelled(last, lexicon)) {
      String label = last.tokens().get(0).text();
      doubts.add(FormPath.part(FormBlock.TOTAL), Guess.Reason.LABEL_RECOGNISED, label);
    }
    end.read(rows.subList(parts.total() + 1, rows.size()));
    return total.totalScore(place(parts.total()));
  }

  private Field<String> currency() {
    return unit == null
        ? Field.blank(place(Math.max(0, parts.funding())))
        : TokenFields.text(unit, unit.column(), unit.position());
  }

  private List<Extra> extras() {
    List<Extra> extras = new ArrayList<>(head.extras());
    if (fundingTable != null) {
      extras.addAll(fundingTable.extras());
    }
    extras.addAll(objectiveBlock.extras());
    extras.addAll(indicatorTable.extras());
    extras.addAll(end.extras());
    return extras;
  }

  private Recovery recovery(boolean addsUp) {
    List<Guess> guesses = new ArrayList<>(doubts.guesses());
    guesses.addAll(indicatorTable.guesses());
    double confidence = 1 - PER_GUESS * guesses.size();
    if (!addsUp) {
      guesses.add(new Guess("total", Guess.Reason.ARITHMETIC_OPEN, "", ""));
      confidence -= OPEN_SUM;
    }
    return new Recovery(lexicon.template().id(), Math.max(0, confidence), guesses);
  }

  private int misfits() {
    return indicatorTable.misfits() + (fundingTable == null ? 1 : fundingTable.misfits());
  }

  /** True where every part of the form is there and whole. */
  private boolean isClean() {
    return head.stray() == 0
        && head.namesProject()
        && fundingTable != null
        && fundingTable.hasTotal()
        && parts.total() >= 0
        && indicatorTable.rowsAreWhole()
        && indicatorTable.labelsInOrder();
  }

  private Position place(int row) {
    return rows.get(row).tokens().get(0).position();
  }
}
