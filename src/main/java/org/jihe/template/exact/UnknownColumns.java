package org.jihe.template.exact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jihe.form.Numbers;
import org.jihe.form.Similarity;
import org.jihe.form.Texts;
import org.jihe.template.row.CellText;
import org.jihe.template.row.Labels;
import org.jihe.template.row.PrintedRow;
import org.jihe.template.row.Token;
import org.jspecify.annotations.Nullable;

/**
 * Columns whose labels no declaration knows, where the table lacks one that every form has: what
 * stands between its neighbours, is worded like it and holds what it holds is that column, and a
 * person is told.
 */
final class UnknownColumns {

  /** The columns of the funding table in their usual order. */
  private static final List<String> FUNDING =
      List.of(
          "originalBudget",
          "finalBudget",
          "actualExpenditure",
          "maxScore",
          "executionRate",
          "score");

  /** Columns without which a form says too little. */
  private static final Set<String> NEEDED =
      Set.of("name", "target", "actual", "maxScore", "score", "finalBudget", "actualExpenditure");

  /** Columns that a form may lack; only a label like a known one is taken for theirs. */
  private static final Set<String> OPTIONAL =
      Set.of("originalBudget", "executionRate", "varianceExplanation");

  private static final Set<String> NUMBERS =
      Set.of(
          "maxScore",
          "score",
          "originalBudget",
          "finalBudget",
          "actualExpenditure",
          "executionRate");

  private static final BigDecimal MOST_POINTS = BigDecimal.valueOf(100);

  /** A label that is less like any known one is recognised by its place alone. */
  private static final double LIKE = 0.3;

  private final List<String> usual;
  private final Map<String, List<String>> known;
  private final Collection<String> extras;
  private final List<PrintedRow> below;
  private TableHead head;
  private final List<String> recognised = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();

  private UnknownColumns(
      TableHead head,
      List<String> usual,
      Map<String, List<String>> known,
      Collection<String> extras,
      List<PrintedRow> below) {
    this.head = head;
    this.usual = usual;
    this.known = known;
    this.extras = extras;
    this.below = below;
    find();
  }

  /** Those of an indicator table; {@code below} are its rows. */
  static UnknownColumns ofIndicators(
      TableHead head,
      Map<String, List<String>> known,
      Collection<String> extras,
      List<PrintedRow> below) {
    return new UnknownColumns(head, TableHead.USUAL, known, extras, below);
  }

  /** Those of a funding table; {@code below} are its rows. */
  static UnknownColumns ofFunding(
      TableHead head,
      Map<String, List<String>> known,
      Collection<String> extras,
      List<PrintedRow> below) {
    return new UnknownColumns(head, FUNDING, known, extras, below);
  }

  /** The head with the names that were found. */
  TableHead head() {
    return head;
  }

  /** Names of the columns that were recognised by another label than a known one. */
  List<String> recognised() {
    return recognised;
  }

  /** The label of a column that was recognised. */
  String label(String name) {
    TableHead.Column column = head.column(name);
    return column == null ? "" : CellText.joined(column.label().text());
  }

  /** Names of the columns that were not found though a label is not known. */
  List<String> missing() {
    return missing;
  }

  private void find() {
    List<TableHead.Column> open = new ArrayList<>();
    for (TableHead.Column column : head.columns()) {
      if (column.name() == null && !Labels.isOneOf(column.label().key(), extras)) {
        open.add(column);
      }
    }
    for (String name : usual) {
      boolean wanted = NEEDED.contains(name) || OPTIONAL.contains(name);
      if (wanted && head.column(name) == null && !isSplit(name)) {
        TableHead.Column best = best(name, open);
        if (best != null) {
          head = head.with(best, name);
          open.remove(best);
          recognised.add(name);
        } else if (open.stream().anyMatch(column -> mayBe(column, name))) {
          missing.add(name);
        }
      }
    }
  }

  private boolean isSplit(String name) {
    return name.equals("target")
        && (head.column("targetSign") != null || head.column("targetUnit") != null);
  }

  private TableHead.@Nullable Column best(String name, List<TableHead.Column> open) {
    TableHead.Column best = null;
    double most = -1;
    boolean tied = false;
    for (TableHead.Column column : open) {
      if (isInPlace(column, name) && holds(column, name)) {
        double like = likeness(column, name);
        tied = like == most;
        best = like > most ? column : best;
        most = Math.max(most, like);
      }
    }
    boolean doubtful = tied || OPTIONAL.contains(name);
    return doubtful && most < LIKE ? null : best;
  }

  /** True where a column stands where one would that the form has. */
  private boolean mayBe(TableHead.Column column, String name) {
    return isInPlace(column, name) && (!OPTIONAL.contains(name) || holds(column, name));
  }

  /** True where no column that usually stands before one stands behind it, nor the reverse. */
  private boolean isInPlace(TableHead.Column column, String name) {
    int place = usual.indexOf(name);
    for (TableHead.Column other : head.columns()) {
      int there = other.name() == null ? -1 : usual.indexOf(other.name());
      boolean behind = other.first() > column.first();
      if (there >= 0 && (there > place) != behind) {
        return false;
      }
    }
    return true;
  }

  private double likeness(TableHead.Column column, String name) {
    String label = Labels.bare(column.label().key());
    double most = 0;
    for (String each : known.getOrDefault(name, List.of())) {
      most = Math.max(most, Similarity.dice(label, Labels.bare(each)).doubleValue());
    }
    return most;
  }

  /** True where the column's cells are what such a column holds. */
  private boolean holds(TableHead.Column column, String name) {
    Predicate<Token> fits =
        switch (name) {
          case "maxScore", "score" -> UnknownColumns::isPoints;
          case "originalBudget", "finalBudget", "actualExpenditure" -> UnknownColumns::isAmount;
          case "executionRate" -> token -> Numbers.percent(token.text()) != null;
          case "name", "varianceExplanation" -> token -> token.points() == null;
          default -> token -> true;
        };
    int filled = 0;
    int rows = 0;
    for (PrintedRow row : below) {
      rows += row.tokens().size() > 2 ? 1 : 0;
      Token cell = cell(row, column);
      if (cell != null && !Texts.isBlank(cell.text())) {
        if (!fits.test(cell)) {
          return false;
        }
        filled++;
      }
    }
    boolean few = NUMBERS.contains(name) || name.equals("varianceExplanation");
    return few ? filled > 0 : filled * 2 >= rows && filled > 0;
  }

  private @Nullable Token cell(PrintedRow row, TableHead.Column column) {
    for (Token token : row.tokens()) {
      if (Objects.equals(head.under(token), column)) {
        return token;
      }
    }
    return null;
  }

  private static boolean isPoints(Token token) {
    BigDecimal points = token.points();
    return points != null && points.compareTo(MOST_POINTS) <= 0;
  }

  private static boolean isAmount(Token token) {
    return Numbers.amount(token.text(), "元") != null;
  }
}
