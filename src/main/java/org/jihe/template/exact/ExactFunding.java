package org.jihe.template.exact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jihe.form.Extra;
import org.jihe.form.Field;
import org.jihe.form.FormBlock;
import org.jihe.form.FormPath;
import org.jihe.form.Funding;
import org.jihe.form.FundingKind;
import org.jihe.form.FundingRow;
import org.jihe.form.Guess;
import org.jihe.form.Numbers;
import org.jihe.form.Texts;
import org.jihe.layout.Position;
import org.jihe.template.declaration.Lexicon;
import org.jihe.template.row.CellText;
import org.jihe.template.row.CurrencyUnit;
import org.jihe.template.row.Labels;
import org.jihe.template.row.PrintedRow;
import org.jihe.template.row.Token;
import org.jihe.template.row.TokenFields;
import org.jspecify.annotations.Nullable;

/** Reads the funding rows of a table whose columns can be trusted. */
final class ExactFunding {

  private static final List<String> AMOUNTS =
      List.of("originalBudget", "finalBudget", "actualExpenditure");
  private static final List<String> POINTS = List.of("maxScore", "executionRate", "score");

  private final Lexicon lexicon;
  private final TableHead head;
  private final @Nullable String unit;
  private final Doubts doubts;
  private final List<FundingLine> unknown = new ArrayList<>();

  /** Rows that a declaration knows and the model does not have. */
  private final List<FundingLine> declared = new ArrayList<>();

  private final List<Extra> extras = new ArrayList<>();
  private final Map<FundingKind, FundingLine> rows = new EnumMap<>(FundingKind.class);
  private int misfits;

  /** True where a row has amounts and no label. */
  private boolean nameless;

  ExactFunding(Lexicon lexicon, TableHead head, @Nullable String unit, Doubts doubts) {
    this.doubts = doubts;
    this.lexicon = lexicon;
    this.head = head;
    this.unit = unit;
  }

  /** The funding of a form without a funding block. */
  static Funding none(Position place) {
    List<FundingRow> rows = new ArrayList<>();
    for (FundingKind kind : FundingKind.values()) {
      rows.add(
          new FundingRow(
              kind,
              Field.blank(place),
              Field.blank(place),
              Field.blank(place),
              Field.blank(place),
              Field.blank(place),
              Field.blank(place)));
    }
    return new Funding(rows.get(0), rows.get(1), rows.get(2), rows.get(3));
  }

  /** Reads the rows below the head. */
  Funding read(List<PrintedRow> below, Position place) {
    int firstValue = firstValueColumn(below);
    PrintedRow half = null;
    for (PrintedRow row : below) {
      if (head.isRepeatedIn(row)) {
        continue;
      }
      PrintedRow whole = half == null ? null : joined(half, row, firstValue);
      if (half != null && whole == null) {
        line(half, firstValue);
      }
      half = whole == null ? row : whole;
    }
    if (half != null) {
      line(half, firstValue);
    }
    recogniseRows(!below.isEmpty() && below.get(0).fixed());
    return new Funding(
        row(FundingKind.TOTAL, place),
        row(FundingKind.CURRENT_YEAR_APPROPRIATION, place),
        row(FundingKind.PRIOR_YEAR_CARRY_OVER, place),
        row(FundingKind.OTHER_FUNDS, place));
  }

  /** The row whose label and amounts the end of a page parts; null where two rows are none. */
  private @Nullable PrintedRow joined(PrintedRow above, PrintedRow below, int firstValue) {
    boolean parted = above.fixed() && below.fixed() && above.grid() != below.grid();
    if (!parted || above.outside() || below.outside()) {
      return null;
    }
    boolean halves =
        (isLabelAlone(above, firstValue) && isWithoutLabel(below, firstValue))
            || (isWithoutLabel(above, firstValue) && isLabelAlone(below, firstValue));
    if (!halves) {
      return null;
    }
    List<Token> tokens = new ArrayList<>(above.tokens());
    tokens.addAll(below.tokens());
    tokens.sort(Comparator.comparingInt(Token::column));
    return above.with(tokens);
  }

  private boolean isLabelAlone(PrintedRow row, int firstValue) {
    return row.tokens().stream().allMatch(token -> token.column() < firstValue)
        && row.tokens().stream().anyMatch(token -> !isBlockLabel(token));
  }

  private boolean isWithoutLabel(PrintedRow row, int firstValue) {
    return row.tokens().stream().allMatch(t -> t.column() >= firstValue || isBlockLabel(t))
        && row.tokens().stream().anyMatch(token -> token.column() >= firstValue);
  }

  private int firstValueColumn(List<PrintedRow> below) {
    int first = Integer.MAX_VALUE;
    for (TableHead.Column column : head.columns()) {
      boolean value =
          column.name() == null ? holdsAmounts(column, below) : !column.is(TableHead.BLOCK);
      first = value ? Math.min(first, column.first()) : first;
    }
    return first;
  }

  /** True for a column without a known name that holds amounts and nothing else. */
  private boolean holdsAmounts(TableHead.Column column, List<PrintedRow> below) {
    boolean some = false;
    for (PrintedRow row : below) {
      for (Token token : row.fixed() ? row.tokens() : List.<Token>of()) {
        if (column.equals(head.under(token)) && !Texts.isBlank(token.text())) {
          if (Numbers.amount(token.text(), "元") == null) {
            return false;
          }
          some = true;
        }
      }
    }
    return some;
  }

  private void line(PrintedRow row, int firstValue) {
    StringBuilder printed = new StringBuilder();
    StringBuilder key = new StringBuilder();
    Map<TableHead.Column, Token> cells = new LinkedHashMap<>();
    for (Token token : row.tokens()) {
      if (token.column() >= firstValue) {
        put(token, cells);
      } else if (!isBlockLabel(token)) {
        printed.append(CellText.joined(token.text()));
        key.append(token.key());
      }
    }
    Lexicon.Meaning meaning = meaning(withoutPrefix(key.toString()));
    put(
        new FundingLine(
            meaning == null ? null : kind(meaning.name()),
            meaning == null ? 0 : meaning.rank(),
            withoutPrefix(printed.toString()),
            cells,
            row.tokens().get(0).position()));
  }

  private void put(Token token, Map<TableHead.Column, Token> cells) {
    TableHead.Column column = head.under(token);
    if (column == null) {
      misfits++;
      extras.add(extra(FormPath.part(FormBlock.FUNDING), "", token));
    } else {
      cells.merge(column, token, Token::join);
    }
  }

  private Lexicon.@Nullable Meaning meaning(String label) {
    Lexicon.Meaning meaning = lexicon.fundingRow(label);
    return meaning == null && label.indexOf('(') > 0
        ? lexicon.fundingRow(Labels.bareKey(label))
        : meaning;
  }

  /** Of two rows of one kind the better stays, and the other is kept as extras. */
  private void put(FundingLine line) {
    FundingKind kind = line.kind();
    if (kind == null) {
      boolean extra = lexicon.template().funding().extraRows().contains(Labels.key(line.label()));
      if (line.label().isEmpty() || !line.holdsNumbers()) {
        nameless |= line.holdsNumbers();
        keep(line);
      } else if (extra) {
        declared.add(line);
        keep(line);
      } else {
        unknown.add(line);
      }
      return;
    }
    FundingLine there = rows.get(kind);
    boolean better = there == null || line.isBetterThan(there);
    if (better) {
      rows.put(kind, line);
    }
    if (there != null) {
      keep(better ? there : line);
    }
  }

  /** Rows of labels that no declaration knows, and what is missing since they are not known. */
  private void recogniseRows(boolean trusted) {
    Map<String, List<String>> known = lexicon.template().funding().rows();
    UnknownRows likely = new UnknownRows(rows, known);
    List<FundingLine> open = new ArrayList<>(unknown);
    open.removeIf(line -> trusted && recognised(line, likely.byLabel(line)));
    if (likely.missing().contains(FundingKind.CURRENT_YEAR_APPROPRIATION)) {
      open.addAll(declared); // money of one level may be all that there is
    }
    for (FundingLine line : trusted ? List.copyOf(open) : List.<FundingLine>of()) {
      List<FundingLine> others = new ArrayList<>(open);
      others.remove(line);
      if (recognised(line, likely.byCells(line, others))) {
        open.remove(line);
        if (declared.remove(line)) {
          String subject = FormPath.funding(line.label()).toString();
          extras.removeIf(extra -> extra.subject().equals(subject));
        }
      }
    }
    open.removeAll(declared);
    boolean missed =
        nameless
            || !open.isEmpty()
            || (!declared.isEmpty() && !rows.containsKey(FundingKind.CURRENT_YEAR_APPROPRIATION));
    for (FundingKind kind : missed ? likely.missing() : List.<FundingKind>of()) {
      List<FundingLine> first = open.isEmpty() ? declared : open;
      String label = first.isEmpty() ? "" : first.get(0).label();
      doubts.add(FormPath.funding(kind), Guess.Reason.LABEL_UNRECOGNISED, label);
    }
    open.forEach(this::keep);
  }

  private boolean recognised(FundingLine line, @Nullable FundingKind kind) {
    if (kind == null) {
      return false;
    }
    rows.put(kind, new FundingLine(kind, 0, line.label(), line.cells(), line.place()));
    doubts.add(FormPath.funding(kind), Guess.Reason.LABEL_RECOGNISED, line.label());
    return true;
  }

  private boolean isBlockLabel(Token token) {
    List<String> labels = lexicon.template().funding().labels();
    String bare = Labels.bare(token.key());
    return labels.contains(bare) || labels.contains(token.key()) || CurrencyUnit.in(token) != null;
  }

  private String withoutPrefix(String label) {
    for (String prefix : lexicon.template().funding().rowPrefixes()) {
      if (label.startsWith(prefix)) {
        return Labels.withoutColon(label.substring(prefix.length())).strip();
      }
    }
    return label;
  }

  static @Nullable FundingKind kind(String name) {
    for (FundingKind kind : FundingKind.values()) {
      if (kind.key().equals(name)) {
        return kind;
      }
    }
    return null;
  }

  /** A row that the model has no place for. */
  private void keep(FundingLine line) {
    FormPath subject =
        line.label().isEmpty() ? FormPath.part(FormBlock.FUNDING) : FormPath.funding(line.label());
    line.cells()
        .forEach(
            (column, token) -> {
              if (!isNothing(column, token)) {
                extras.add(extra(subject, column.label().text(), token));
              }
            });
  }

  /** A dash where a row has no points. */
  private static boolean isNothing(TableHead.Column column, Token token) {
    String name = column.name();
    return name != null && POINTS.contains(name) && Texts.isBlank(token.text());
  }

  private static Extra extra(FormPath subject, String label, Token token) {
    return new Extra(
        subject.toString(),
        CellText.joined(label),
        TokenFields.text(token, token.column(), token.position()));
  }

  private FundingRow row(FundingKind kind, Position block) {
    FundingLine line = rows.get(kind);
    Map<TableHead.Column, Token> cells = line == null ? Map.of() : line.cells();
    Position place = line == null ? block : line.place();
    boolean total = kind == FundingKind.TOTAL;
    cells.forEach(
        (column, token) -> {
          boolean kept = isKept(column, total) || column.is(TableHead.BLOCK);
          if (!kept && !isNothing(column, token)) {
            extras.add(extra(FormPath.funding(kind), column.label().text(), token));
          }
        });
    return new FundingRow(
        kind,
        amount("originalBudget", cells, place),
        amount("finalBudget", cells, place),
        amount("actualExpenditure", cells, place),
        total ? number("maxScore", cells, place) : Field.blank(null),
        total ? number("executionRate", cells, place) : Field.blank(null),
        total ? number("score", cells, place) : Field.blank(null));
  }

  /** True where the model has a place for a column: points of the total alone. */
  private static boolean isKept(TableHead.Column column, boolean total) {
    String name = column.name();
    return name != null && (AMOUNTS.contains(name) || (total && POINTS.contains(name)));
  }

  private Field<BigDecimal> amount(
      String name, Map<TableHead.Column, Token> cells, Position place) {
    return field(name, cells, place, text -> Numbers.amount(text, unit));
  }

  private Field<BigDecimal> number(
      String name, Map<TableHead.Column, Token> cells, Position place) {
    return field(
        name, cells, place, name.equals("executionRate") ? Numbers::percent : Numbers::points);
  }

  private Field<BigDecimal> field(
      String name,
      Map<TableHead.Column, Token> cells,
      Position place,
      java.util.function.Function<String, @Nullable BigDecimal> reading) {
    TableHead.Column column = head.column(name);
    if (column == null) {
      return Field.blank(null);
    }
    Token token = cells.get(column);
    if (token == null || Texts.isBlank(token.text())) {
      return Field.blank(TokenFields.place(place, column.first()));
    }
    Field<BigDecimal> field = TokenFields.number(token, token.column(), place, reading);
    misfits += Numbers.percent(field.printed()) == null ? 1 : 0;
    return field;
  }

  /** Rows of the table's head. */
  int headRows() {
    return head.rows();
  }

  List<Extra> extras() {
    return extras;
  }

  /** Cells that stand under no column, or hold no number where one belongs. */
  int misfits() {
    return misfits;
  }

  /** True where the total row was found. */
  boolean hasTotal() {
    return rows.containsKey(FundingKind.TOTAL);
  }
}
