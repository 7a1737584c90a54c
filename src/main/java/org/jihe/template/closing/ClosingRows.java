package org.jihe.template.closing;

import java.util.ArrayList;
import java.util.List;
import org.jihe.form.Extra;
import org.jihe.form.Field;
import org.jihe.form.TotalScore;
import org.jihe.template.declaration.Lexicon;
import org.jihe.template.row.CellText;
import org.jihe.template.row.LabelledText;
import org.jihe.template.row.PrintedRow;
import org.jihe.template.row.Token;
import org.jihe.template.row.TokenFields;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows below a form's tables, such as a grade, a signature or a note; what the model has
 * no place for becomes an extra.
 */
public final class ClosingRows {

  private static final int LONGEST_GRADE = 4;
  private static final int LONGEST_NAME = 8;

  private final Lexicon lexicon;
  private final List<Extra> extras = new ArrayList<>();
  private @Nullable Token grade;
  private String gradeLabel = "";

  /** A reader that has met no row yet. */
  public ClosingRows(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** Reads rows below the tables, in printed order. */
  public void read(List<PrintedRow> rows) {
    for (PrintedRow row : rows) {
      List<Token> tokens = row.tokens();
      for (int i = 0; i < tokens.size(); i++) {
        Token next = i + 1 < tokens.size() ? tokens.get(i + 1) : null;
        if (takesNext(tokens.get(i), next)) {
          i++;
        }
      }
    }
  }

  /** Reads a text; true where it is the label of the next one and has taken it. */
  private boolean takesNext(Token token, @Nullable Token next) {
    LabelledText pair = LabelledText.of(token);
    if (isLabel(token.key())) {
      return takesNext(token.key(), pair == null ? token.text() : pair.label(), next);
    }
    if (pair == null || !isName(pair.key())) {
      put("", "", token);
      return false;
    }
    Token inside = pair.value();
    if (inside != null) {
      put(pair.key(), pair.label(), inside);
      return false;
    }
    if (next == null) {
      put("", "", token);
      return false;
    }
    return takesNext(token.key(), pair.label(), next);
  }

  /** Gives a label the text beside it, unless that is a label itself. */
  private boolean takesNext(String key, String label, @Nullable Token next) {
    if (next == null || lexicon.isClosing(next.key())) {
      return false;
    }
    put(key, label, next);
    return true;
  }

  private boolean isLabel(String key) {
    return lexicon.isClosing(key) || EndLabel.of(key) != null;
  }

  /** True for what names a part of the end of a form, and is not the beginning of a sentence. */
  private boolean isName(String key) {
    return isLabel(key) || (key.length() <= LONGEST_NAME && !Character.isDigit(key.charAt(0)));
  }

  private void put(String key, String label, Token value) {
    boolean isGrade =
        EndLabel.of(key) == EndLabel.GRADE
            && value.key().length() <= LONGEST_GRADE
            && grade == null;
    if (isGrade) {
      grade = value;
      gradeLabel = CellText.joined(label);
    } else {
      keep(Extra.CLOSING, label, value);
    }
  }

  /** Takes a text as the form's grade; false where it has one already. */
  public boolean takesGrade(Token word) {
    if (grade != null) {
      return false;
    }
    grade = word;
    return true;
  }

  /**
   * Keeps a text that the model has no place for.
   *
   * @param subject what it belongs to, as {@link Extra} names it
   * @param label the label as printed, or empty
   */
  public void keep(String subject, String label, Token token) {
    extras.add(
        new Extra(
            subject,
            CellText.joined(label),
            TokenFields.text(token, token.column(), token.position())));
  }

  /** The grade that the end of the form prints; blank and without a place where it prints none. */
  public Field<String> grade() {
    Token word = grade;
    return word == null
        ? Field.blank(null)
        : TokenFields.text(word, word.column(), word.position());
  }

  /**
   * A total with the grade that stands below it; where the total has one of its own, the one below
   * is kept as an extra.
   */
  public TotalScore completed(TotalScore total) {
    if (grade == null) {
      return total;
    }
    Field<String> below = grade();
    if (total.grade().printed() == null) {
      return new TotalScore(total.maxScore(), total.score(), below);
    }
    extras.add(new Extra(Extra.CLOSING, gradeLabel, below));
    return total;
  }

  /** What the model has no place for, in the order in which it was read. */
  public List<Extra> extras() {
    return extras;
  }
}
