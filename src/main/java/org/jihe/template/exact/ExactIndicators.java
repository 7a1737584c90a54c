package org.jihe.template.exact;

import java.util.ArrayList;
import java.util.List;
import org.jihe.form.Extra;
import org.jihe.form.Guess;
import org.jihe.form.Indicator;
import org.jihe.template.declaration.Lexicon;
import org.jihe.template.row.CellText;
import org.jihe.template.row.Labels;
import org.jihe.template.row.PrintedRow;
import org.jihe.template.row.Token;
import org.jihe.template.row.TokenFields;
import org.jspecify.annotations.Nullable;

/**
 * Reads the indicator table where the columns can be trusted: the head above a cell says what it
 * is, and a merged label belongs to the rows that it covers.
 */
final class ExactIndicators {

  private static final List<String> POINTS = List.of("maxScore", "score");

  private final Lexicon lexicon;
  private final TableHead head;
  private final List<IndicatorLine> lines = new ArrayList<>();
  private final List<Extra> extras = new ArrayList<>();
  private final CarriedLabels labels;
  private final IndicatorFields fields;

  /** True where the row before had a category's label and no indicator. */
  private boolean labelAbove;

  private int misfits;

  ExactIndicators(Lexicon lexicon, TableHead head) {
    this.lexicon = lexicon;
    this.head = head;
    this.labels = new CarriedLabels(lexicon, head, lines);
    this.fields = new IndicatorFields(lexicon, head, extras);
  }

  /** Reads the rows below the head, to the total. */
  List<Indicator> read(List<PrintedRow> below) {
    PrintedRow above = null;
    for (PrintedRow row : below) {
      if (!head.isRepeatedIn(row)) {
        read(row, above);
        above = row;
      }
    }
    LabelsAfterBreak.toRowsWithout(lines);
    mend();
    new LabelsAfterBreak(lexicon, head).toRowsOfOthers(lines);
    List<Indicator> indicators = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      indicators.add(fields.indicator(lines.get(i), i));
    }
    return indicators;
  }

  private void read(PrintedRow row, @Nullable PrintedRow above) {
    IndicatorLine line = new IndicatorLine(row, head);
    row.tokens().forEach(token -> put(token, line));
    row.covering().forEach(token -> carry(token, line));
    labels.giveTo(line, above);
    if (line.hasOwnCell()) {
      line.printsCategory |= labelAbove && labels.areOfLastCategory(line);
      labelAbove = false;
      lines.add(line);
    } else {
      labelAbove = line.categoryLabel != null;
      Token category = line.categoryLabel;
      if (category != null && lexicon.category(category.text()) == null) {
        keepLabel(category, TableHead.CATEGORY);
      }
      Token aspect = line.aspectLabel;
      if (aspect != null && lexicon.aspect(aspect.text()) == null) {
        keepLabel(aspect, TableHead.ASPECT);
      }
    }
  }

  private void put(Token token, IndicatorLine line) {
    TableHead.Column column = head.under(token);
    if (column == null) {
      if (!isBlockLabel(token)) {
        misfits++;
        extras.add(extra("indicators[" + lines.size() + "]", "", token));
      }
    } else if (column.is(TableHead.CATEGORY)) {
      line.categoryLabel = joined(line.categoryLabel, token);
    } else if (column.is(TableHead.ASPECT)) {
      line.aspectLabel = joined(line.aspectLabel, token);
    } else if (!column.is(TableHead.BLOCK)) {
      line.cells.merge(column, token, Token::join);
    } else if (!isBlockLabel(token)) {
      misfits++;
    }
  }

  private static Token joined(@Nullable Token label, Token rest) {
    return label == null ? rest : label.join(rest);
  }

  /** A merged text of a row above is the row's as well. */
  private void carry(Token token, IndicatorLine line) {
    TableHead.Column column = head.under(token);
    if (column != null && IndicatorFields.isText(column) && !line.cells.containsKey(column)) {
      line.cells.put(column, token);
      line.carried.add(column);
    }
  }

  /** A label on a row without an indicator is kept where no declaration knows it. */
  private void keepLabel(Token label, String name) {
    TableHead.Column column = head.column(name);
    if (column != null && label.rows() == 1 && !Labels.isBracket(label.key())) {
      extras.add(extra("indicators", CellText.joined(column.label().text()), label));
    }
  }

  private static Extra extra(String subject, String label, Token token) {
    return new Extra(subject, label, TokenFields.text(token, token.column(), token.position()));
  }

  private boolean isBlockLabel(Token token) {
    return Labels.isPartOf(token.key(), lexicon.template().indicators().labels());
  }

  /** Puts the two halves of a row together that the end of a page has torn. */
  private void mend() {
    int i = 1;
    while (i < lines.size()) {
      IndicatorLine above = lines.get(i - 1);
      IndicatorLine below = lines.get(i);
      IndicatorLine part = above.hasPoints() ? below : above;
      boolean torn = !above.isOnPageOf(below) && above.hasPoints() != below.hasPoints();
      if (torn && !part.isPlaceholder()) {
        above.append(below);
        above.torn |= part.cell("name") != null && part.cell("target") != null;
        lines.remove(i);
      } else {
        i++;
      }
    }
  }

  List<Extra> extras() {
    return extras;
  }

  List<Guess> guesses() {
    return fields.guesses();
  }

  /** Cells that stand under no column, or hold no number where one belongs. */
  int misfits() {
    return misfits + fields.misfits();
  }

  /**
   * True where the labels stand as a clean print has them: on the first row of their extent, known
   * aspects in their categories. In text whose labels may be torn that is not certain.
   */
  boolean labelsInOrder() {
    if (lines.isEmpty() || lines.get(0).category == null || !lines.get(0).ownCategory) {
      return head.column(TableHead.CATEGORY) == null;
    }
    return lines.stream().allMatch(this::isInOrder);
  }

  private boolean isInOrder(IndicatorLine line) {
    LabelRun category = line.category;
    LabelRun aspect = line.aspect;
    if (category == null || head.column(TableHead.ASPECT) == null) {
      return category != null;
    }
    return aspect != null && (line.ownAspect || !line.ownCategory) && isOf(aspect, category);
  }

  /** True where an aspect is known to be of a category, or nothing is known. */
  private boolean isOf(LabelRun aspect, LabelRun category) {
    String known = lexicon.categoryOf(lexicon.aspect(aspect.text()));
    String named = lexicon.category(category.text());
    return known == null || named == null || known.equals(named) || named.contains("成本");
  }

  /** True where a category or an aspect has a label that no declaration knows. */
  boolean strangeLabels() {
    return lines.stream().anyMatch(this::hasStrangeLabel);
  }

  private boolean hasStrangeLabel(IndicatorLine line) {
    return (line.category != null && lexicon.category(line.category.text()) == null)
        || (line.aspect != null && lexicon.aspect(line.aspect.text()) == null);
  }

  /** True where every row has a name, a number of points and a score. */
  boolean rowsAreWhole() {
    return !lines.isEmpty() && lines.stream().allMatch(ExactIndicators::isWhole);
  }

  private static boolean isWhole(IndicatorLine line) {
    return line.cell("name") != null
        && (line.isPlaceholder()
            || POINTS.stream().map(line::cell).allMatch(t -> t != null && t.points() != null));
  }
}
