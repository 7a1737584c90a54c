package org.jihe.template.exact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jihe.form.Extra;
import org.jihe.form.Field;
import org.jihe.form.FormFields;
import org.jihe.form.FormPath;
import org.jihe.form.Guess;
import org.jihe.form.Indicator;
import org.jihe.form.Numbers;
import org.jihe.form.Reading;
import org.jihe.form.Texts;
import org.jihe.layout.Position;
import org.jihe.template.declaration.Lexicon;
import org.jihe.template.row.CellText;
import org.jihe.template.row.Fields;
import org.jihe.template.row.Labels;
import org.jihe.template.row.Row;
import org.jihe.template.row.Token;
import org.jspecify.annotations.Nullable;

/**
 * Reads the indicator table where the columns can be trusted: the head above a cell says what it
 * is, and a merged label belongs to the rows that it covers.
 */
final class ExactIndicators {

  private static final String CATEGORY = "category";
  private static final String ASPECT = "aspect";
  private static final List<String> TARGET = List.of("targetSign", "target", "targetUnit");
  private static final Set<@Nullable String> TEXTS =
      new HashSet<>(
          List.of("name", "targetSign", "target", "targetUnit", "actual", "varianceExplanation"));
  private static final Set<@Nullable String> POINTS = new HashSet<>(List.of("maxScore", "score"));
  private static final Pattern PLACEHOLDER = Pattern.compile("[.…·。]+|指标\\d+[:：]?");

  /** A printed label and the rows that it reaches. */
  static final class Run {
    Token token;
    final int grid;

    Run(Token token, int grid) {
      this.token = token;
      this.grid = grid;
    }

    /** True for a label that is printed on the last row. */
    boolean isOfLast(List<Line> lines) {
      Line last = lines.isEmpty() ? null : lines.get(lines.size() - 1);
      return last != null && grid == last.row.grid() && token.position().row() == last.row.line();
    }

    /** True for a merged label below whose last row the row stands. */
    boolean endsAbove(Row row) {
      return grid == row.grid()
          && token.rows() > 1
          && row.line() >= token.position().row() + token.rows();
    }
  }

  /** One indicator on its way. */
  static final class Line {
    final Row row;
    final Map<TableHead.Column, Token> cells = new LinkedHashMap<>();
    final List<TableHead.Column> carried = new ArrayList<>();
    @Nullable Run category;
    @Nullable Run aspect;
    boolean ownCategory;
    boolean ownAspect;
    boolean printsCategory;
    boolean labelGuessed;
    boolean torn;

    Line(Row row) {
      this.row = row;
    }

    boolean isOnPageOf(Line other) {
      return row.grid() == other.row.grid();
    }
  }

  private final Lexicon lexicon;
  private final TableHead head;
  private final List<Line> lines = new ArrayList<>();
  private final List<Extra> extras = new ArrayList<>();
  private final List<Guess> guesses = new ArrayList<>();

  /** Pages on which a blank merged cell of a column was met last. */
  private final Map<String, Integer> rests = new HashMap<>();

  /** True where the row before had a category's label and no indicator. */
  private boolean labelAbove;

  private int misfits;
  private @Nullable Run category;
  private @Nullable Run aspect;

  ExactIndicators(Lexicon lexicon, TableHead head) {
    this.lexicon = lexicon;
    this.head = head;
  }

  /** Reads the rows below the head, to the total. */
  List<Indicator> read(List<Row> below) {
    Row above = null;
    for (Row row : below) {
      if (!head.isRepeatedIn(row)) {
        line(row, above);
        above = row;
      }
    }
    LateLabels.toRowsWithout(lines);
    mend();
    new LateLabels(lexicon, head).toRowsOfOthers(lines);
    List<Indicator> indicators = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      indicators.add(indicator(lines.get(i), i));
    }
    return indicators;
  }

  private void line(Row row, @Nullable Row above) {
    Line line = new Line(row);
    Token ownCategory = null;
    Token ownAspect = null;
    for (Token token : row.tokens()) {
      TableHead.Column column = head.under(token);
      if (column == null) {
        if (!isBlockLabel(token)) {
          misfits++;
          extras.add(
              new Extra(
                  FormPath.indicator(lines.size()).toString(),
                  "",
                  Fields.text(token, token.column(), token.position())));
        }
      } else if (column.is(CATEGORY)) {
        ownCategory = ownCategory == null ? token : ownCategory.join(token);
      } else if (column.is(ASPECT)) {
        ownAspect = ownAspect == null ? token : ownAspect.join(token);
      } else if (!column.is(TableHead.BLOCK)) {
        line.cells.merge(column, token, Token::join);
      } else if (!isBlockLabel(token)) {
        misfits++;
      }
    }
    for (Token token : row.covering()) {
      TableHead.Column column = head.under(token);
      if (column != null && TEXTS.contains(column.name()) && !line.cells.containsKey(column)) {
        line.cells.put(column, token);
        line.carried.add(column);
      }
    }
    boolean top = above != null && above.grid() != row.grid();
    if (top) {
      ownCategory = rest(category, ownCategory, line, lexicon::category);
      ownAspect = rest(aspect, ownAspect, line, lexicon::aspect);
    }
    category = another(category, ownCategory, CATEGORY, row);
    aspect = another(aspect, ownAspect, ASPECT, row);
    labels(line, ownCategory, ownAspect, above);
    boolean own = line.cells.keySet().stream().anyMatch(column -> !line.carried.contains(column));
    if (own) {
      line.printsCategory |= labelAbove && line.category == category;
      labelAbove = false;
      lines.add(line);
    } else {
      labelAbove = ownCategory != null;
      unknownLabel(ownCategory, true);
      unknownLabel(ownAspect, false);
    }
  }

  /** A label on a row without an indicator is kept where no declaration knows it. */
  private void unknownLabel(@Nullable Token label, boolean ofCategory) {
    if (label == null || Labels.isBracket(label.key())) {
      return;
    }
    String known = ofCategory ? lexicon.category(label.text()) : lexicon.aspect(label.text());
    TableHead.Column column = head.column(ofCategory ? CATEGORY : ASPECT);
    if (known == null && column != null && label.rows() == 1) {
      extras.add(
          new Extra(
              "indicators",
              CellText.joined(column.label().text()),
              Fields.text(label, label.column(), label.position())));
    }
  }

  private boolean isBlockLabel(Token token) {
    return Labels.isPartOf(token.key(), lexicon.template().indicators().labels());
  }

  private void labels(
      Line line, @Nullable Token ownCategory, @Nullable Token ownAspect, @Nullable Row above) {
    Row row = line.row;
    boolean newCategory = ownCategory != null;
    boolean late =
        above != null
            && above.grid() != row.grid()
            && !lines.isEmpty()
            && lines.get(lines.size() - 1).category == null;
    if (ownCategory != null && category != null && lacksPoints(category, ownCategory)) {
      category.token =
          category
              .token
              .join(ownCategory)
              .as(category.token.text() + ownCategory.text(), Reading.JOINED);
      newCategory = false;
    } else if (ownCategory != null) {
      boolean again = above != null && above.grid() != row.grid() && same(category, ownCategory);
      category = new Run(ownCategory, row.grid());
      newCategory = !again;
    }
    if (ownAspect != null) {
      aspect = new Run(ownAspect, row.grid());
    } else if (newCategory && !late && (aspect == null || !row.covering().contains(aspect.token))) {
      aspect = null; // an aspect does not reach into another category by itself
    }
    line.ownCategory = newCategory;
    line.printsCategory = ownCategory != null;
    line.ownAspect = ownAspect != null;
    line.category = reaching(category, row, line);
    line.aspect = reaching(aspect, row, line);
  }

  /** A label at the top of a page, or null where it is the rest of the one before the break. */
  private @Nullable Token rest(
      @Nullable Run run,
      @Nullable Token label,
      Line line,
      Function<String, @Nullable String> names) {
    if (run == null || label == null || same(run, label)) {
      return label;
    }
    String joined = run.token.key() + label.key();
    boolean part = names.apply(label.text()) == null || (run.isOfLast(lines) && !hasPoints(line));
    if (!part || names.apply(joined) == null) {
      return label;
    }
    run.token = run.token.join(label);
    return null;
  }

  /** A label, or null where a row begins a blank cell below the merged one with its rest. */
  private @Nullable Run another(@Nullable Run run, @Nullable Token own, String name, Row row) {
    TableHead.Column column = head.column(name);
    Integer rows = column == null ? null : row.blank().get(column.first());
    Integer page = rests.get(name);
    boolean ends =
        run != null
            && own == null
            && rows != null
            && run.grid != row.grid()
            && page != null
            && page == row.grid();
    if (rows != null && rows > 1) {
      rests.put(name, row.grid());
    }
    return ends ? null : run;
  }

  private static boolean same(@Nullable Run run, Token token) {
    return run != null && run.token.key().equals(token.key());
  }

  /** True where the points in brackets stand below the label that they belong to. */
  private static boolean lacksPoints(Run run, Token label) {
    return isOnlyPoints(label) && run.token.key().indexOf('(') < 0;
  }

  private static boolean isOnlyPoints(Token label) {
    return Labels.isBracket(label.key());
  }

  /** The label that reaches a row: a merged one ends where its cell ends. */
  private @Nullable Run reaching(@Nullable Run run, Row row, Line line) {
    if (run == null || run.endsAbove(row)) {
      return null;
    }
    boolean covered =
        run.token.position().row() == row.line() || row.covering().contains(run.token);
    if (row.fixed() && !covered && run.token.rows() == 1 && run.grid == row.grid() && merges(row)) {
      line.labelGuessed = true;
    }
    return run;
  }

  /** True where labels beside or above are merged, so that a blank one might be meant. */
  private boolean merges(Row row) {
    return lines.stream()
        .anyMatch(
            line ->
                line.row.grid() == row.grid()
                    && ((line.category != null && line.category.token.rows() > 1)
                        || (line.aspect != null && line.aspect.token.rows() > 1)));
  }

  /** Puts the two halves of a row together that the end of a page has torn. */
  private void mend() {
    int i = 1;
    while (i < lines.size()) {
      Line above = lines.get(i - 1);
      Line below = lines.get(i);
      boolean pages = above.row.grid() != below.row.grid();
      if (!pages || hasPoints(above) == hasPoints(below)) {
        i++;
        continue;
      }
      Line part = hasPoints(above) ? below : above;
      if (isPlaceholder(part)) {
        i++;
        continue;
      }
      if (below.ownCategory || above.category == null) {
        above.category = below.category;
        above.ownCategory |= below.ownCategory;
        above.printsCategory |= below.printsCategory;
      }
      if (below.ownAspect || above.aspect == null) {
        above.aspect = below.aspect;
        above.ownAspect |= below.ownAspect;
      }
      below.cells.forEach((column, token) -> above.cells.merge(column, token, Token::join));
      above.torn |= text(part, "name") != null && text(part, "target") != null;
      lines.remove(i);
    }
  }

  private boolean hasPoints(Line line) {
    return text(line, "maxScore") != null || text(line, "score") != null;
  }

  private boolean isPlaceholder(Line line) {
    Token name = text(line, "name");
    return name != null && PLACEHOLDER.matcher(name.key()).matches();
  }

  private @Nullable Token text(Line line, String name) {
    TableHead.Column column = head.column(name);
    return column == null ? null : line.cells.get(column);
  }

  private Indicator indicator(Line line, int index) {
    FormPath path = FormPath.indicator(index);
    Position origin = line.row.tokens().get(0).position();
    if (line.labelGuessed) {
      String label = line.aspect == null ? "" : CellText.joined(line.aspect.token.text());
      guesses.add(
          new Guess(
              path.at(FormFields.ASPECT).toString(), Guess.Reason.LABEL_UNCERTAIN, label, ""));
    }
    if (line.torn) {
      Token name = text(line, "name");
      guesses.add(
          new Guess(
              path.at(FormFields.NAME).toString(),
              Guess.Reason.FRAGMENT_UNCERTAIN,
              name == null ? "" : name.text(),
              ""));
    }
    for (Map.Entry<TableHead.Column, Token> cell : line.cells.entrySet()) {
      TableHead.Column column = cell.getKey();
      if (!TEXTS.contains(column.name()) && !POINTS.contains(column.name())) {
        extras.add(extra(path.toString(), column, cell.getValue()));
      } else if (isSplit() && isTarget(column) && !line.carried.contains(column)) {
        extras.add(extra(path.at(FormFields.TARGET).toString(), column, cell.getValue()));
      }
    }
    return new Indicator(
        category(line, origin),
        aspect(line, origin),
        text(line, "name", origin),
        target(line, origin),
        text(line, "actual", origin),
        points(line, "maxScore", origin),
        points(line, "score", origin),
        text(line, "varianceExplanation", origin));
  }

  private static boolean isTarget(TableHead.Column column) {
    String name = column.name();
    return name != null && TARGET.contains(name);
  }

  private static Extra extra(String subject, TableHead.Column column, Token token) {
    return new Extra(
        subject,
        CellText.joined(column.label().text()),
        Fields.text(token, token.column(), token.position()));
  }

  private Field<String> category(Line line, Position origin) {
    Run run = line.category;
    if (run == null) {
      return blank(CATEGORY, origin);
    }
    String printed = CellText.joined(run.token.text());
    String known = lexicon.category(run.token.text());
    if (known == null && line.aspect != null && isOnlyPoints(run.token)) {
      known = lexicon.categoryOf(lexicon.aspect(line.aspect.token.text()));
    }
    return label(run, printed, known, line.ownCategory);
  }

  private Field<String> aspect(Line line, Position origin) {
    Run run = line.aspect;
    return run == null
        ? blank(ASPECT, origin)
        : label(
            run,
            CellText.joined(run.token.text()),
            lexicon.aspect(run.token.text()),
            line.ownAspect);
  }

  private static Field<String> label(Run run, String printed, @Nullable String known, boolean own) {
    return new Field<>(
        printed,
        known == null ? printed : known,
        run.token.position(),
        own ? run.token.reading() : Reading.CARRIED);
  }

  private boolean isSplit() {
    return head.column("targetSign") != null || head.column("targetUnit") != null;
  }

  /** The target, put together where it is printed in several cells. */
  private Field<String> target(Line line, Position origin) {
    if (!isSplit()) {
      return text(line, "target", origin);
    }
    List<Token> parts = new ArrayList<>();
    boolean carried = false;
    for (String name : TARGET) {
      Token part = text(line, name);
      if (part != null && !Texts.isBlank(part.text())) {
        parts.add(part);
        carried |= line.carried.contains(head.column(name));
      }
    }
    if (parts.isEmpty()) {
      TableHead.Column column = head.column("target");
      return blank(column == null ? "targetSign" : "target", origin);
    }
    StringBuilder joined = new StringBuilder();
    parts.forEach(part -> joined.append(CellText.joined(part.text())));
    Token first = parts.get(0);
    Reading reading = parts.size() > 1 ? Reading.JOINED : first.reading();
    return Field.text(joined.toString(), first.position(), carried ? Reading.CARRIED : reading);
  }

  private Field<String> text(Line line, String name, Position origin) {
    Token token = text(line, name);
    if (token == null) {
      return blank(name, origin);
    }
    Field<String> field = Fields.text(token, token.column(), origin);
    boolean carried = line.carried.contains(head.column(name));
    return carried
        ? new Field<>(field.printed(), field.value(), field.position(), Reading.CARRIED)
        : field;
  }

  private Field<BigDecimal> points(Line line, String name, Position origin) {
    Token token = text(line, name);
    if (token == null) {
      return blank(name, origin);
    }
    boolean number = token.points() != null || Texts.isBlank(token.text());
    misfits += number ? 0 : 1;
    return Fields.number(token, token.column(), origin, Numbers::points);
  }

  private <T> Field<T> blank(String name, Position origin) {
    TableHead.Column column = head.column(name);
    return Field.blank(column == null ? null : Fields.place(origin, column.first()));
  }

  List<Extra> extras() {
    return extras;
  }

  List<Guess> guesses() {
    return guesses;
  }

  /** Cells that stand under no column, or hold no number where one belongs. */
  int misfits() {
    return misfits;
  }

  /**
   * True where the labels stand as a clean print has them: on the first row of their extent, known
   * aspects in their categories. In text whose labels may be torn that is not certain.
   */
  boolean labelsInOrder() {
    if (lines.isEmpty() || lines.get(0).category == null || !lines.get(0).ownCategory) {
      return head.column(CATEGORY) == null;
    }
    for (Line line : lines) {
      if (line.category == null) {
        return false;
      }
      if (head.column(ASPECT) != null) {
        if (line.aspect == null || (line.ownCategory && !line.ownAspect)) {
          return false;
        }
        String known = lexicon.categoryOf(lexicon.aspect(line.aspect.token.text()));
        String named = lexicon.category(line.category.token.text());
        if (known != null && named != null && !known.equals(named) && !named.contains("成本")) {
          return false;
        }
      }
    }
    return true;
  }

  /** True where a category or an aspect has a label that no declaration knows. */
  boolean strangeLabels() {
    for (Line line : lines) {
      boolean known =
          (line.category == null || lexicon.category(line.category.token.text()) != null)
              && (line.aspect == null || lexicon.aspect(line.aspect.token.text()) != null);
      if (!known) {
        return true;
      }
    }
    return false;
  }

  /** True where every row has a name, a number of points and a score. */
  boolean rowsAreWhole() {
    for (Line line : lines) {
      boolean whole = text(line, "name") != null && (isPlaceholder(line) || wholePoints(line));
      if (!whole) {
        return false;
      }
    }
    return !lines.isEmpty();
  }

  private boolean wholePoints(Line line) {
    for (String name : POINTS) {
      Token token = text(line, name);
      if (token == null || token.points() == null) {
        return false;
      }
    }
    return true;
  }
}
