package org.jihe.rule.fact.wording;

import org.jihe.form.Field;
import org.jihe.form.FormFields;
import org.jihe.form.FormPath;
import org.jihe.form.SelfEvaluation;
import org.jihe.rule.cell.Cells;
import org.jihe.rule.jurisdiction.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * Where a form says that something was late.
 *
 * @param word the word that says it, such as 延期
 * @param path the cell
 * @param excerpt the text around the word
 */
public record Lateness(String word, String path, String excerpt) {

  private static final int AROUND = 12;

  /** The first explanation that says so, else 实际完成情况; null where none does. */
  public static @Nullable Lateness of(SelfEvaluation form, Parameters words) {
    for (int row = 0; row < form.indicators().size(); row++) {
      Field<String> explanation = form.indicators().get(row).varianceExplanation();
      Lateness late =
          in(explanation, Cells.indicatorPath(row, FormFields.VARIANCE_EXPLANATION.name()), words);
      if (late != null) {
        return late;
      }
    }
    return in(
        form.annualObjective().achieved(),
        FormPath.objective(FormFields.ACHIEVED).toString(),
        words);
  }

  private static @Nullable Lateness in(Field<String> field, String path, Parameters words) {
    String text = field.printed();
    if (text == null || !words.mentions("late", text)) {
      return null;
    }
    String kept = words.masked("notLate", text);
    String word = words.firstWord("late", kept);
    if (word == null) {
      return null;
    }
    int at = kept.indexOf(word);
    int from = Math.max(0, at - AROUND);
    int to = Math.min(text.length(), at + word.length() + AROUND);
    String excerpt = text.substring(from, to).strip();
    return new Lateness(
        word, path, (from > 0 ? "…" : "") + excerpt + (to < text.length() ? "…" : ""));
  }
}
