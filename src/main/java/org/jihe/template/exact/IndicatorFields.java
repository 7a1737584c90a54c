package org.jihe.template.exact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jihe.form.Extra;
import org.jihe.form.Field;
import org.jihe.form.Guess;
import org.jihe.form.Indicator;
import org.jihe.form.Numbers;
import org.jihe.form.Reading;
import org.jihe.form.Texts;
import org.jihe.layout.Position;
import org.jihe.template.declaration.Lexicon;
import org.jihe.template.row.CellText;
import org.jihe.template.row.Labels;
import org.jihe.template.row.Token;
import org.jihe.template.row.TokenFields;
import org.jspecify.annotations.Nullable;

/** Makes the fields of an indicator of the cells and labels of its row. */
final class IndicatorFields {

  private static final List<String> TARGET = List.of("targetSign", "target", "targetUnit");
  private static final Set<@Nullable String> TEXTS =
      new HashSet<>(
          List.of("name", "targetSign", "target", "targetUnit", "actual", "varianceExplanation"));
  private static final Set<@Nullable String> POINTS = new HashSet<>(List.of("maxScore", "score"));

  private final Lexicon lexicon;
  private final TableHead head;
  private final List<Extra> extras;
  private final List<Guess> guesses = new ArrayList<>();

  /** True where the target stands in several columns. */
  private final boolean splitTarget;

  private int misfits;

  /**
   * Makes fields of the cells of one table.
   *
   * @param extras takes the cells that the model has no place for
   */
  IndicatorFields(Lexicon lexicon, TableHead head, List<Extra> extras) {
    this.lexicon = lexicon;
    this.head = head;
    this.extras = extras;
    this.splitTarget = head.column("targetSign") != null || head.column("targetUnit") != null;
  }

  /** True for a column of texts that the model has a place for. */
  static boolean isText(TableHead.Column column) {
    return TEXTS.contains(column.name());
  }

  /** The indicator of a row; its doubts and further cells are kept. */
  Indicator indicator(IndicatorLine line, int index) {
    String path = "indicators[" + index + "]";
    Position origin = line.row.tokens().get(0).position();
    guess(line, path);
    keepOthers(line, path);
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

  private void guess(IndicatorLine line, String path) {
    if (line.labelGuessed) {
      String label = line.aspect == null ? "" : CellText.joined(line.aspect.text());
      guesses.add(new Guess(path + ".aspect", Guess.Reason.LABEL_UNCERTAIN, label, ""));
    }
    if (line.torn) {
      Token name = line.cell("name");
      String text = name == null ? "" : name.text();
      guesses.add(new Guess(path + ".name", Guess.Reason.FRAGMENT_UNCERTAIN, text, ""));
    }
  }

  /** Keeps the cells of further columns, and the parts of a target. */
  private void keepOthers(IndicatorLine line, String path) {
    for (Map.Entry<TableHead.Column, Token> cell : line.cells.entrySet()) {
      TableHead.Column column = cell.getKey();
      if (!isText(column) && !POINTS.contains(column.name())) {
        extras.add(extra(path, column, cell.getValue()));
      } else if (splitTarget && isTarget(column) && !line.carried.contains(column)) {
        extras.add(extra(path + ".target", column, cell.getValue()));
      }
    }
  }

  private static boolean isTarget(TableHead.Column column) {
    String name = column.name();
    return name != null && TARGET.contains(name);
  }

  private static Extra extra(String subject, TableHead.Column column, Token token) {
    return new Extra(
        subject,
        CellText.joined(column.label().text()),
        TokenFields.text(token, token.column(), token.position()));
  }

  private Field<String> category(IndicatorLine line, Position origin) {
    LabelRun run = line.category;
    if (run == null) {
      return blank(TableHead.CATEGORY, origin);
    }
    String known = lexicon.category(run.text());
    if (known == null && line.aspect != null && Labels.isBracket(run.token().key())) {
      known = lexicon.categoryOf(lexicon.aspect(line.aspect.text()));
    }
    return label(run, known, line.ownCategory);
  }

  private Field<String> aspect(IndicatorLine line, Position origin) {
    LabelRun run = line.aspect;
    return run == null
        ? blank(TableHead.ASPECT, origin)
        : label(run, lexicon.aspect(run.text()), line.ownAspect);
  }

  private static Field<String> label(LabelRun run, @Nullable String known, boolean own) {
    String printed = CellText.joined(run.text());
    return new Field<>(
        printed,
        known == null ? printed : known,
        run.token().position(),
        own ? run.token().reading() : Reading.CARRIED);
  }

  /** The target, put together where it is printed in several cells. */
  private Field<String> target(IndicatorLine line, Position origin) {
    if (!splitTarget) {
      return text(line, "target", origin);
    }
    List<Token> parts = new ArrayList<>();
    boolean carried = false;
    for (String name : TARGET) {
      Token part = line.cell(name);
      if (part != null && !Texts.isBlank(part.text())) {
        parts.add(part);
        carried |= line.isCarried(name);
      }
    }
    if (parts.isEmpty()) {
      return blank(head.column("target") == null ? "targetSign" : "target", origin);
    }
    StringBuilder joined = new StringBuilder();
    parts.forEach(part -> joined.append(CellText.joined(part.text())));
    Token first = parts.get(0);
    Reading reading = parts.size() > 1 ? Reading.JOINED : first.reading();
    return Field.text(joined.toString(), first.position(), carried ? Reading.CARRIED : reading);
  }

  private Field<String> text(IndicatorLine line, String name, Position origin) {
    Token token = line.cell(name);
    if (token == null) {
      return blank(name, origin);
    }
    Field<String> field = TokenFields.text(token, token.column(), origin);
    return line.isCarried(name)
        ? new Field<>(field.printed(), field.value(), field.position(), Reading.CARRIED)
        : field;
  }

  private Field<BigDecimal> points(IndicatorLine line, String name, Position origin) {
    Token token = line.cell(name);
    if (token == null) {
      return blank(name, origin);
    }
    boolean number = token.points() != null || Texts.isBlank(token.text());
    misfits += number ? 0 : 1;
    return TokenFields.number(token, token.column(), origin, Numbers::points);
  }

  private <T> Field<T> blank(String name, Position origin) {
    TableHead.Column column = head.column(name);
    return Field.blank(column == null ? null : TokenFields.place(origin, column.first()));
  }

  /** What is not certain, in the order of the indicators. */
  List<Guess> guesses() {
    return guesses;
  }

  /** Cells that hold no number where one belongs. */
  int misfits() {
    return misfits;
  }
}
