package org.jihe.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jihe.form.FormDiff.Change;
import org.jspecify.annotations.Nullable;

/**
 * What a version of a form prints beyond the model, by where it is compared.
 *
 * @param above what stands above the indicators, in printed order
 * @param indicators what belongs to an indicator, by the indicator's index
 * @param below what stands below them
 */
record FormExtras(List<Named> above, Map<Integer, List<Named>> indicators, List<Named> below) {

  /** Weight of a pair of one name that prints the same; one of other contents weighs half. */
  private static final int SAME = 2;

  /**
   * One of them.
   *
   * @param path what differences call it
   * @param name subject and label; an indicator's place among the others does not count
   * @param text what is printed, without white space
   */
  record Named(String path, String name, String text, Field<String> value) {

    /** How well two go together; 0 where they have different names. */
    private int alike(Named other) {
      return !name.equals(other.name) ? 0 : text.equals(other.text) ? SAME : 1;
    }
  }

  static FormExtras of(SelfEvaluation form) {
    FormExtras found = new FormExtras(new ArrayList<>(), new HashMap<>(), new ArrayList<>());
    List<FormPath> paths = FormFields.extraPaths(form.extras());
    for (int i = 0; i < paths.size(); i++) {
      Extra extra = form.extras().get(i);
      FormPath path = paths.get(i);
      boolean ofIndicator = path.row() >= 0 && path.row() < form.indicators().size();
      String subject =
          ofIndicator
              ? FormPath.subject(extra).ofIndicator(FormPath.EVERY).toString()
              : extra.subject();
      Named named =
          new Named(
              path.toString(),
              subject + "\u001f" + Texts.folded(extra.label()),
              Texts.folded(extra.value().printed()),
              extra.value());
      if (ofIndicator) {
        found.indicators.computeIfAbsent(path.row(), index -> new ArrayList<>()).add(named);
      } else if (path.block() == FormBlock.CLOSING || path.block() == FormBlock.TOTAL) {
        found.below.add(named);
      } else {
        found.above.add(named);
      }
    }
    return found;
  }

  /** What belongs to an indicator. */
  List<Named> ofIndicator(int row) {
    return indicators.getOrDefault(row, List.of());
  }

  /** The same in one line, to be put behind the indicator's own. */
  String line(int row) {
    StringBuilder line = new StringBuilder();
    for (Named extra : ofIndicator(row)) {
      String printed = extra.value.printed();
      line.append(" | ").append(printed == null ? "" : printed);
    }
    return line.toString();
  }

  /**
   * Adds what changed, was left out or put in. Those of one name are paired in their order, so that
   * as many as possible print the same.
   */
  static void compare(
      List<Change> changes, @Nullable String item, List<Named> before, List<Named> after) {
    int[][] best = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        int alike = before.get(i).alike(after.get(j));
        int paired = alike == 0 ? 0 : alike + best[i + 1][j + 1];
        best[i][j] = Math.max(paired, Math.max(best[i + 1][j], best[i][j + 1]));
      }
    }
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      boolean both = i < before.size() && j < after.size();
      int alike = both ? before.get(i).alike(after.get(j)) : 0;
      if (alike > 0 && best[i][j] == alike + best[i + 1][j + 1]) {
        if (alike < SAME) {
          changes.add(change(after.get(j).path, item, before.get(i), after.get(j)));
        }
        i++;
        j++;
      } else if (j == after.size() || (both && best[i][j] == best[i + 1][j])) {
        changes.add(change(before.get(i).path, item, before.get(i), null));
        i++;
      } else {
        changes.add(change(after.get(j).path, item, null, after.get(j)));
        j++;
      }
    }
  }

  private static Change change(
      String path, @Nullable String item, @Nullable Named before, @Nullable Named after) {
    return new Change(
        path,
        item,
        before == null ? null : before.value.printed(),
        after == null ? null : after.value.printed(),
        before == null ? null : before.value.position(),
        after == null ? null : after.value.position());
  }
}
