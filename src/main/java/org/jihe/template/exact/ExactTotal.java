package org.jihe.template.exact;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.jihe.form.Extra;
import org.jihe.form.Field;
import org.jihe.form.Numbers;
import org.jihe.form.Reading;
import org.jihe.form.TotalScore;
import org.jihe.layout.Position;
import org.jihe.template.closing.ClosingRows;
import org.jihe.template.closing.EndLabel;
import org.jihe.template.declaration.Lexicon;
import org.jihe.template.row.LabelledText;
import org.jihe.template.row.PrintedRow;
import org.jihe.template.row.Token;
import org.jihe.template.row.TokenFields;
import org.jspecify.annotations.Nullable;

/** Reads the last row of the table, the total, by the columns of the indicator table. */
final class ExactTotal {

  private static final Pattern BEHIND_LABEL = Pattern.compile("[(:]?[\\d.:,分()]*|\\([^()]*\\)");
  private static final int MOST_TEXTS = 9;

  private final Lexicon lexicon;
  private final TableHead head;

  /** The most texts of a last row whose label is not known: label, points, score, grade. */
  private static final int MOST_UNKNOWN = 4;

  private static final int LONGEST_LABEL = 12;
  private static final BigDecimal ALL_POINTS = BigDecimal.valueOf(100);

  /** Takes the grade, and what has no place in the model. */
  private final ClosingRows end;

  private @Nullable Token maxScore;
  private @Nullable Token score;

  ExactTotal(Lexicon lexicon, TableHead head, ClosingRows end) {
    this.lexicon = lexicon;
    this.head = head;
    this.end = end;
  }

  /**
   * Index of the last row that is a total, or -1.
   *
   * @param from the first row that may be one
   */
  static int rowOf(List<PrintedRow> rows, int from, Lexicon lexicon) {
    for (int i = rows.size() - 1; i >= Math.max(0, from); i--) {
      List<Token> tokens = rows.get(i).tokens();
      boolean labelled = labelOf(tokens.get(0), lexicon) != null && tokens.size() <= MOST_TEXTS;
      if (labelled && tokens.stream().anyMatch(Token::hasDigit)) {
        return i;
      }
    }
    return rowByPoints(rows, from, lexicon);
  }

  /** True where a label of the row is known to be the total's. */
  static boolean isLabelled(PrintedRow row, Lexicon lexicon) {
    return labelOf(row.tokens().get(0), lexicon) != null;
  }

  /** The row of a label that no declaration knows, by its hundred points and its place; or -1. */
  private static int rowByPoints(List<PrintedRow> rows, int from, Lexicon lexicon) {
    for (int i = rows.size() - 1; i > Math.max(0, from); i--) {
      List<Token> tokens = rows.get(i).tokens();
      Token label = tokens.get(0);
      boolean labelled =
          rows.get(i).fixed()
              && tokens.size() >= 2
              && tokens.size() <= MOST_UNKNOWN
              && label.key().length() <= LONGEST_LABEL
              && !label.hasDigit()
              && !label.key().contains("指标")
              && lexicon.category(label.text()) == null;
      if (labelled && isAllPoints(tokens.get(1)) && isScore(tokens)) {
        return i;
      }
      if (tokens.size() > MOST_UNKNOWN) {
        return -1; // an indicator
      }
    }
    return -1;
  }

  private static boolean isAllPoints(Token token) {
    BigDecimal points = token.points();
    return points != null && points.compareTo(ALL_POINTS) == 0;
  }

  private static boolean isScore(List<Token> tokens) {
    BigDecimal score = tokens.size() < 3 ? BigDecimal.ZERO : tokens.get(2).points();
    return score != null && score.compareTo(ALL_POINTS) <= 0;
  }

  /** The total's label with which a text begins, or null. */
  private static @Nullable String labelOf(Token token, Lexicon lexicon) {
    String key = token.key();
    for (String label : lexicon.template().totals()) {
      if (key.startsWith(label)) {
        String rest = key.substring(label.length());
        if (rest.isEmpty() || BEHIND_LABEL.matcher(rest).matches()) {
          return label;
        }
      }
    }
    return null;
  }

  /** Reads the row. */
  void read(PrintedRow row) {
    EndLabel waiting = null;
    List<Token> tokens = row.tokens();
    for (Token token : isLabelled(row, lexicon) ? tokens : tokens.subList(1, tokens.size())) {
      Token value = token;
      String label = labelOf(token, lexicon);
      if (label != null && maxScore == null) {
        value = behindLabel(token, label);
        if (value == null) {
          continue;
        }
      }
      LabelledText pair = LabelledText.of(token);
      Token inside = pair == null ? null : pair.value();
      EndLabel said = pair == null || inside == null ? null : EndLabel.of(pair.key());
      if (said != null && inside != null) {
        put(inside, said);
        waiting = null;
      } else if (EndLabel.of(token.key()) != null) {
        waiting = EndLabel.of(token.key());
      } else {
        put(value, waiting);
        waiting = null;
      }
    }
  }

  /** The number behind the total's label in one cell, or null. */
  private static @Nullable Token behindLabel(Token token, String label) {
    String rest = token.key().substring(label.length()).replaceFirst("^[(:]", "");
    return rest.isEmpty() || !Character.isDigit(rest.charAt(0))
        ? null
        : token.as(rest.replaceFirst("[)分]+$", ""), Reading.SEPARATED);
  }

  private void put(Token token, @Nullable EndLabel named) {
    TableHead.Column column = head.under(token);
    boolean taken =
        token.points() == null ? takesWord(token, named) : takesNumber(token, named, column);
    if (!taken) {
      end.keep(Extra.TOTAL, column == null ? "" : column.label().text(), token);
    }
  }

  private boolean takesWord(Token token, @Nullable EndLabel named) {
    return (named == EndLabel.GRADE || lexicon.isGrade(token.key())) && end.takesGrade(token);
  }

  /** Where neither a label nor a head says what a number is, the points come before the score. */
  private boolean takesNumber(
      Token token, @Nullable EndLabel named, TableHead.@Nullable Column column) {
    boolean isScore =
        named == null ? column != null && column.is("score") : named == EndLabel.SCORE;
    if (score == null && (isScore || maxScore != null)) {
      score = token;
      return true;
    }
    if (maxScore == null) {
      maxScore = token;
      return true;
    }
    return false;
  }

  /** The total score as read, its blanks placed in the columns of a row. */
  TotalScore totalScore(Position place) {
    return new TotalScore(
        number(maxScore, "maxScore", place), number(score, "score", place), end.grade());
  }

  private Field<BigDecimal> number(@Nullable Token token, String name, Position place) {
    TableHead.Column column = head.column(name);
    if (token == null) {
      return Field.blank(column == null ? place : TokenFields.place(place, column.first()));
    }
    return TokenFields.number(token, token.column(), place, Numbers::points);
  }
}
