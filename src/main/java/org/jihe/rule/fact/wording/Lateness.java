package org.jihe.rule.fact.wording;

import java.util.regex.Pattern;
import org.jihe.form.Field;
import org.jihe.form.FormFields;
import org.jihe.form.FormPath;
import org.jihe.form.Indicator;
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

  /** The label of the cell. */
  public String cell() {
    return path.startsWith("annualObjective") ? "年度总体目标实际完成情况" : "偏差原因分析及改进措施";
  }

  private static final int AROUND = 12;
  private static final Pattern DENIAL =
      Pattern.compile("(?:(?:未|无|没|没有|不)(?:再?发生|出现|存在|发现|任何|有)*|避免了?|杜绝了?)$");

  /** What an indicator's own explanation says; null where it does not say so. */
  public static @Nullable Lateness of(Indicator indicator, int row, Parameters words) {
    return in(
        indicator.varianceExplanation(),
        Cells.indicatorPath(row, FormFields.VARIANCE_EXPLANATION.name()),
        words);
  }

  /** What 实际完成情况 says of the project as a whole; null where it does not say so. */
  public static @Nullable Lateness of(SelfEvaluation form, Parameters words) {
    return in(
        form.annualObjective().achieved(),
        FormPath.objective(FormFields.ACHIEVED).toString(),
        words);
  }

  /** 未发生延期, 没有滞后. */
  private static boolean isDenied(String text, int at) {
    return DENIAL.matcher(text.substring(0, at)).find();
  }

  private static @Nullable Lateness in(Field<String> field, String path, Parameters words) {
    String text = field.printed();
    if (text == null || !words.mentions("late", text)) {
      return null;
    }
    String kept = words.masked("notLate", text);
    String word = words.firstWord("late", kept);
    while (word != null && isDenied(kept, kept.indexOf(word))) {
      kept = kept.replaceFirst(word, "　".repeat(word.length()));
      word = words.firstWord("late", kept);
    }
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
