package org.jihe.template.search;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jihe.form.Extra;
import org.jihe.form.Field;
import org.jihe.form.FormBlock;
import org.jihe.form.FormPath;
import org.jihe.form.Funding;
import org.jihe.form.FundingKind;
import org.jihe.form.FundingRow;
import org.jihe.form.Numbers;
import org.jihe.form.Texts;
import org.jihe.layout.Position;
import org.jihe.template.declaration.Template;
import org.jihe.template.row.CellText;
import org.jihe.template.row.Labels;
import org.jihe.template.row.PrintedRow;
import org.jihe.template.row.Token;
import org.jihe.template.row.TokenFields;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a funding table whose cells may be torn or shifted. */
final class FundingTable {

  private static final List<FundingKind> ORDER = List.of(FundingKind.values());

  private final Template template;

  FundingTable(Template template) {
    this.template = template;
  }

  /** True for the row of the block's column labels. */
  static boolean startsTable(PrintedRow row, Template template) {
    return HeadColumns.areNamedBy(row, template.funding().columns());
  }

  /**
   * Reads the block.
   *
   * @param head the row of column labels
   * @param rows the rows below it, to the annual objective
   * @param unit currency unit, or null
   * @param extras takes the rows that have no place in the model
   */
  Funding read(PrintedRow head, List<PrintedRow> rows, @Nullable String unit, List<Extra> extras) {
    List<String> names = List.copyOf(template.funding().columns().keySet());
    int[] expected = HeadColumns.of(head, template.funding().columns(), names, 1);
    Map<FundingKind, FundingRow> found = new EnumMap<>(FundingKind.class);
    int next = 0;
    for (PrintedRow row : rows) {
      List<Token> tokens = new ArrayList<>(row.tokens());
      if (takeExtra(tokens, head, extras)) {
        continue;
      }
      FundingKind named = takeLabel(tokens);
      if (named == null && !holdsNumber(tokens)) {
        continue;
      }
      boolean follows = named == null && next < ORDER.size();
      FundingKind kind = follows ? ORDER.get(next) : named;
      if (kind == null) {
        keep(FormPath.part(FormBlock.FUNDING), tokens, head, extras);
      } else if (found.containsKey(kind)) {
        keep(FormPath.funding(kind), tokens, head, extras);
      } else {
        FundingCells cells = FundingCells.of(kind, tokens, expected);
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
  private boolean takeExtra(List<Token> tokens, PrintedRow head, List<Extra> extras) {
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
  private static void keep(
      FormPath subject, List<Token> tokens, PrintedRow head, List<Extra> extras) {
    for (Token token : tokens) {
      if (!Texts.isBlank(token.text())) {
        extras.add(
            new Extra(
                subject.toString(),
                headOver(token, head),
                TokenFields.text(token, token.column(), token.position())));
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

  private static String headOver(Token token, PrintedRow head) {
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
    return row == null
        ? row(kind, FundingCells.of(kind, List.of(), expected), expected, null, place)
        : row;
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
        return Labels.withoutColon(label.substring(prefix.length()));
      }
    }
    return label;
  }

  private static FundingRow row(
      FundingKind kind, FundingCells row, int[] expected, @Nullable String unit, Position place) {
    List<@Nullable Token> cells = row.columns();
    boolean total = kind == FundingKind.TOTAL;
    return new FundingRow(
        kind,
        amount(cells.get(0), expected[0], place, unit),
        amount(cells.get(1), expected[1], place, unit),
        amount(cells.get(2), expected[2], place, unit),
        total
            ? TokenFields.number(
                cells.get(FundingCells.MAX), expected[FundingCells.MAX], place, Numbers::points)
            : Field.blank(null),
        total
            ? TokenFields.number(
                cells.get(FundingCells.RATE), expected[FundingCells.RATE], place, Numbers::percent)
            : Field.blank(null),
        total
            ? TokenFields.number(
                cells.get(FundingCells.SCORE), expected[FundingCells.SCORE], place, Numbers::points)
            : Field.blank(null));
  }

  private static Field<BigDecimal> amount(
      @Nullable Token token, int column, Position place, @Nullable String unit) {
    if (token != null && Texts.isBlank(token.text())) {
      return TokenFields.number(null, column, place, Numbers::points);
    }
    return TokenFields.number(token, column, place, text -> Numbers.amount(text, unit));
  }
}
