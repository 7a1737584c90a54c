package org.jihe.template.exact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jihe.form.Extra;
import org.jihe.form.Field;
import org.jihe.form.Numbers;
import org.jihe.form.TotalScore;
import org.jihe.layout.Position;
import org.jihe.template.declaration.LabelledText;
import org.jihe.template.declaration.Lexicon;
import org.jihe.template.row.CellText;
import org.jihe.template.row.Fields;
import org.jihe.template.row.Row;
import org.jihe.template.row.Token;
import org.jspecify.annotations.Nullable;

/** Reads the last row of the table, and what stands below it. */
public final class ExactEnd {

  private static final String GRADE = "grade";

  /** Labels that may stand in the last row in front of what they name. */
  private static final Map<String, String> LABELS =
      Map.ofEntries(
          Map.entry("总分值", "maxScore"),
          Map.entry("分值", "maxScore"),
          Map.entry("总得分", "score"),
          Map.entry("得分", "score"),
          Map.entry("自评得分", "score"),
          Map.entry("自评总分", "score"),
          Map.entry("等级", GRADE),
          Map.entry("自评等级", GRADE),
          Map.entry("评价等级", GRADE),
          Map.entry("评定等级", GRADE),
          Map.entry("绩效等级", GRADE),
          Map.entry("自评结果", GRADE));

  private static final Pattern BEHIND_LABEL = Pattern.compile("[(:]?[\\d.:,分()]*|\\([^()]*\\)");

  private static final int LONGEST_GRADE = 4;
  private static final int LONGEST_NAME = 8;

  private final Lexicon lexicon;
  private final List<Extra> extras = new ArrayList<>();
  private @Nullable Token maxScore;
  private @Nullable Token score;
  private @Nullable Token grade;
  private String gradeLabel = "";

  public ExactEnd(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /**
   * Index of the last row that is a total, or -1.
   *
   * @param from the first row that may be one
   */
  static int totalRow(List<Row> rows, int from, Lexicon lexicon) {
    for (int i = rows.size() - 1; i >= Math.max(0, from); i--) {
      Row row = rows.get(i);
      String label = labelOf(row.tokens().get(0), lexicon);
      if (label == null || row.tokens().size() > 9) {
        continue;
      }
      for (Token token : row.tokens()) {
        if (token.hasDigit()) {
          return i;
        }
      }
    }
    return -1;
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

  /** Reads the last row by the columns of the indicator table. */
  void total(Row row, TableHead head) {
    String waiting = null;
    for (Token token : row.tokens()) {
      Token value = token;
      String label = labelOf(token, lexicon);
      if (label != null && maxScore == null) {
        String rest = token.key().substring(label.length()).replaceFirst("^[(:]", "");
        if (rest.isEmpty() || !Character.isDigit(rest.charAt(0))) {
          continue;
        }
        value = token.as(rest.replaceFirst("[)分]+$", ""), org.jihe.form.Reading.SEPARATED);
      }
      LabelledText pair = LabelledText.of(token);
      if (pair != null && pair.value() != null && LABELS.containsKey(pair.key())) {
        waiting = LABELS.get(pair.key());
        value = pair.value();
      } else if (LABELS.containsKey(token.key())) {
        waiting = LABELS.get(token.key());
        continue;
      }
      put(value, waiting, head);
      waiting = null;
    }
  }

  private void put(Token token, @Nullable String named, TableHead head) {
    TableHead.Column column = head.under(token);
    boolean number = token.points() != null;
    String where = named == null && column != null ? column.name() : named;
    if (number && "maxScore".equals(where) && maxScore == null) {
      maxScore = token;
    } else if (number && "score".equals(where) && score == null) {
      score = token;
    } else if (!number && (GRADE.equals(named) || lexicon.isGrade(token.key())) && grade == null) {
      grade = token;
    } else if (number && maxScore == null) {
      maxScore = token;
    } else if (number && score == null) {
      score = token;
    } else {
      String label = column == null ? "" : CellText.joined(column.label().text());
      extras.add(extra(Extra.TOTAL, label, token));
    }
  }

  /** Reads the rows below the total. */
  public void closing(List<Row> rows) {
    for (Row row : rows) {
      List<Token> tokens = row.tokens();
      for (int i = 0; i < tokens.size(); i++) {
        Token token = tokens.get(i);
        Token next = i + 1 < tokens.size() ? tokens.get(i + 1) : null;
        LabelledText pair = LabelledText.of(token);
        Token inside = pair == null ? null : pair.value();
        boolean label = lexicon.isClosing(token.key()) || LABELS.containsKey(token.key());
        boolean named = pair != null && isName(pair.key());
        if (!label && pair != null && inside != null && named) {
          put(pair.key(), pair.label(), inside);
        } else if (label || (named && inside == null && next != null)) {
          if (next != null && !lexicon.isClosing(next.key())) {
            put(token.key(), pair == null ? token.text() : pair.label(), next);
            i++;
          }
        } else {
          put("", "", token);
        }
      }
    }
  }

  /** True for what names a part of the end of a form, and is not the beginning of a sentence. */
  private boolean isName(String key) {
    return lexicon.isClosing(key)
        || LABELS.containsKey(key)
        || (key.length() <= LONGEST_NAME && !Character.isDigit(key.charAt(0)));
  }

  private void put(String key, String label, Token value) {
    boolean isGrade =
        GRADE.equals(LABELS.get(key)) && value.key().length() <= LONGEST_GRADE && grade == null;
    if (isGrade) {
      grade = value;
      gradeLabel = CellText.joined(label);
    } else {
      extras.add(extra(Extra.CLOSING, label, value));
    }
  }

  private static Extra extra(String subject, String label, Token token) {
    return new Extra(
        subject, CellText.joined(label), Fields.text(token, token.column(), token.position()));
  }

  /** The total score as read. */
  TotalScore totalScore(Position place, TableHead head) {
    return new TotalScore(
        number(maxScore, "maxScore", place, head),
        number(score, "score", place, head),
        grade == null ? Field.blank(null) : Fields.text(grade, grade.column(), grade.position()));
  }

  /** A total that was read elsewhere, with the grade that stands below it. */
  public TotalScore completed(TotalScore total) {
    Token below = grade;
    if (below == null) {
      return total;
    }
    Field<String> printed = Fields.text(below, below.column(), below.position());
    if (total.grade().printed() == null) {
      return new TotalScore(total.maxScore(), total.score(), printed);
    }
    extras.add(new Extra(Extra.CLOSING, gradeLabel, printed));
    return total;
  }

  private static Field<BigDecimal> number(
      @Nullable Token token, String name, Position place, TableHead head) {
    TableHead.Column column = head.column(name);
    if (token == null) {
      return Field.blank(column == null ? place : Fields.place(place, column.first()));
    }
    return Fields.number(token, token.column(), place, Numbers::points);
  }

  public List<Extra> extras() {
    return extras;
  }
}
