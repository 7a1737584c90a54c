package org.jihe.rule.fact;

import org.jihe.form.Indicator;
import org.jihe.form.Texts;
import org.jspecify.annotations.Nullable;

/** What the words of 实际完成值 say where no numbers decide. */
final class WordedActual {

  private static final String NEGATIONS = "不未没无非";
  private static final int SHORTEST_CONTAINED = 2;

  private WordedActual() {}

  /** True where it says that only part was done, as {@code 基本完成}, and the target does not too. */
  static boolean partial(Indicator indicator, Parameters parameters) {
    return isPartial(indicator.actual().printed(), parameters)
        && !isPartial(indicator.target().printed(), parameters);
  }

  private static boolean isPartial(@Nullable String text, Parameters parameters) {
    return text != null
        && !parameters.mentions("notPartial", text)
        && (parameters.begins("partialStart", text.strip())
            || parameters.mentions("partial", text));
  }

  /** True where it is the target's text or contains it, not negated. */
  static boolean repeats(Indicator indicator) {
    String target = Texts.normalised(indicator.target().printed());
    String actual = Texts.normalised(indicator.actual().printed());
    if (target.isEmpty() || actual.isEmpty()) {
      return false;
    }
    if (target.equals(actual)) {
      return true;
    }
    int at = target.length() < SHORTEST_CONTAINED ? -1 : actual.indexOf(target);
    return at == 0 || (at > 0 && NEGATIONS.indexOf(actual.charAt(at - 1)) < 0);
  }
}
