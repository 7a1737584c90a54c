package org.jihe.rule.fact.wording;

import java.util.regex.Pattern;
import org.jihe.form.Indicator;
import org.jihe.form.Texts;
import org.jihe.rule.jurisdiction.Parameters;

/**
 * Whether 实际完成值 says that something was not done. A negative word counts only where the target is
 * not itself of that kind: {@code 未发生} is what {@code 0起} asks for.
 */
public final class NegativeActual {

  private static final Pattern ZERO = Pattern.compile("(?<![\\d.])[0０零](?![\\d.０-９])");

  private NegativeActual() {}

  public static boolean is(Indicator indicator, Parameters parameters) {
    String actual = indicator.actual().printed();
    if (actual == null || Texts.isBlank(actual) || !isNegative(actual, parameters)) {
      return false;
    }
    String target = indicator.target().printed();
    if (target == null || Texts.isBlank(target)) {
      return true;
    }
    return !isNegative(target, parameters)
        && !parameters.mentions("notNegative", target)
        && !parameters.mentions("incident", target)
        && !parameters.mentions("incident", String.valueOf(indicator.name().printed()))
        && !ZERO.matcher(target).find();
  }

  private static boolean isNegative(String text, Parameters parameters) {
    String stripped = text.strip();
    if (parameters.mentions("notNegative", stripped)) {
      return false;
    }
    boolean denied = parameters.begins("negativeStart", stripped);
    return (denied && !parameters.mentions("unwelcome", stripped))
        || parameters.mentions("negative", stripped);
  }
}
