package org.jihe.cli.option;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.jihe.cli.option.UsageMistake.Choice;
import org.jspecify.annotations.Nullable;

/** The choice that a person meant who wrote something else. */
final class Nearest {

  private Nearest() {}

  /**
   * The one choice that is written the same but for case and width, whose name or meaning has the
   * given text in it or is in it, or that is a slip away; null where there is none, or several.
   */
  static @Nullable String of(String given, List<Choice> choices) {
    String wanted = folded(given);
    if (wanted.isEmpty()) {
      return null;
    }
    List<Choice> alike =
        choices.stream().filter(each -> folded(each.name()).equals(wanted)).toList();
    if (alike.isEmpty()) {
      alike = choices.stream().filter(each -> contains(each, wanted)).toList();
    }
    if (alike.isEmpty()) {
      int slips = Math.max(1, wanted.length() / 4);
      alike = choices.stream().filter(each -> slips(wanted, folded(each.name())) <= slips).toList();
    }
    return alike.size() == 1 ? alike.get(0).name() : null;
  }

  private static boolean contains(Choice choice, String wanted) {
    String name = folded(choice.name());
    String meaning = folded(choice.meaning());
    return wanted.contains(name)
        || (wanted.length() > 1 && (name.contains(wanted) || meaning.equals(wanted)))
        || (wanted.length() > 1 && !meaning.isEmpty() && meaning.startsWith(wanted));
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
  }

  /** How many characters must be put in, taken out or changed. */
  private static int slips(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
