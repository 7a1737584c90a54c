package org.jihe.form;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jihe.layout.Position;
import org.jspecify.annotations.Nullable;

/**
 * What two versions of a form print differently, cell by cell. White space and full-width
 * characters make no difference. Indicators are paired in their order by what they print, so that
 * one that was put in or left out does not change all that follow; so is what is printed beyond the
 * model, by its labels.
 */
public final class FormDiff {

  /** Indicators that share less of their text than this are two indicators. */
  private static final double LEAST_ALIKE = 0.4;

  private FormDiff() {}

  /**
   * One cell that changed, or an indicator or an extra that one of the versions does not have.
   *
   * @param subject path of the value in the later version, such as {@code indicators[3].score} or
   *     {@code closing[填表人]} ({@link FormFields}); of what was left out, such as {@code
   *     indicators[3]}, that in the earlier one
   * @param item name of the indicator that it belongs to, or null where it is none
   * @param before what was printed; null where nothing was
   * @param after what is printed; null where nothing is
   * @param placeBefore its cell, or null where that is not known
   * @param placeAfter its cell, or null where that is not known
   */
  public record Change(
      String subject,
      @Nullable String item,
      @Nullable String before,
      @Nullable String after,
      @Nullable Position placeBefore,
      @Nullable Position placeAfter)
      implements Serializable {}

  /** The changes in printed order; none where the versions print the same. */
  public static List<Change> between(SelfEvaluation before, SelfEvaluation after) {
    List<Change> changes = new ArrayList<>();
    FormExtras then = FormExtras.of(before);
    FormExtras now = FormExtras.of(after);
    FormFields.ABOVE.forEach(
        path -> compare(changes, path, null, path.field(before), path.field(after)));
    FormExtras.compare(changes, null, then.above(), now.above());
    indicators(changes, before.indicators(), after.indicators(), then, now);
    FormFields.BELOW.forEach(
        path -> compare(changes, path, null, path.field(before), path.field(after)));
    FormExtras.compare(changes, null, then.below(), now.below());
    return changes;
  }

  private static void compare(
      List<Change> changes, FormPath path, @Nullable String item, Field<?> then, Field<?> now) {
    if (!Texts.folded(then.printed()).equals(Texts.folded(now.printed()))) {
      changes.add(
          new Change(
              path.toString(),
              item,
              then.printed(),
              now.printed(),
              then.position(),
              now.position()));
    }
  }

  private static void indicators(
      List<Change> changes,
      List<Indicator> before,
      List<Indicator> after,
      FormExtras extrasBefore,
      FormExtras extrasAfter) {
    double[][] best = alignment(before, after);
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      boolean both = i < before.size() && j < after.size();
      if (both
          && best[i][j] == best[i + 1][j + 1] + alike(before.get(i), after.get(j))
          && alike(before.get(i), after.get(j)) >= LEAST_ALIKE) {
        Indicator now = after.get(j);
        String name = now.name().printed();
        for (FormColumn<Indicator, ?> column : FormFields.INDICATOR) {
          FormPath path = FormPath.indicator(j, column);
          compare(changes, path, name, column.of(before.get(i)), column.of(now));
        }
        FormExtras.compare(changes, name, extrasBefore.ofIndicator(i), extrasAfter.ofIndicator(j));
        i++;
        j++;
      } else if (j == after.size() || (i < before.size() && best[i][j] == best[i + 1][j])) {
        Indicator gone = before.get(i);
        changes.add(
            new Change(
                FormPath.indicator(i).toString(),
                gone.name().printed(),
                line(gone) + extrasBefore.line(i),
                null,
                gone.name().position(),
                null));
        i++;
      } else {
        Indicator added = after.get(j);
        changes.add(
            new Change(
                FormPath.indicator(j).toString(),
                added.name().printed(),
                null,
                line(added) + extrasAfter.line(j),
                null,
                added.name().position()));
        j++;
      }
    }
  }

  /** Most likeness that the indicators from each pair onwards can have. */
  private static double[][] alignment(List<Indicator> before, List<Indicator> after) {
    double[][] best = new double[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        double alike = alike(before.get(i), after.get(j));
        double paired = alike < LEAST_ALIKE ? 0 : best[i + 1][j + 1] + alike;
        best[i][j] = Math.max(paired, Math.max(best[i + 1][j], best[i][j + 1]));
      }
    }
    return best;
  }

  /** From 0 to 2: the name counts as much as the whole line. */
  private static double alike(Indicator one, Indicator other) {
    double name = Similarity.dice(text(one.name()), text(other.name())).doubleValue();
    return name + Similarity.dice(line(one), line(other)).doubleValue();
  }

  private static String text(Field<String> field) {
    String printed = field.printed();
    return printed == null ? "" : printed;
  }

  private static String line(Indicator indicator) {
    return FormFields.INDICATOR.stream()
        .<Field<?>>map(column -> column.of(indicator))
        .map(field -> field.printed() == null ? "" : String.valueOf(field.printed()))
        .collect(Collectors.joining(" | "));
  }
}
