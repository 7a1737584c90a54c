package org.jihe.generate.draft;

import java.util.List;
import java.util.Locale;

/**
 * A department (主管部门).
 *
 * @param number counted from 0
 * @param name its name, as the bureau's lists have it
 * @param code the three digits before its agencies' numbers
 * @param template the forms that it uses
 * @param manner how it marks itself
 * @param agencies those that send forms
 * @param forms how many forms it sends in all years
 */
public record Department(
    int number,
    String name,
    String code,
    String template,
    Manner manner,
    List<Agency> agencies,
    int forms) {

  /** How a department marks its projects. */
  public enum Manner {
    /** Points are lost where something was missed; a third of the forms is below 优. */
    STRICT,
    /** Nearly all is well, and all forms are 优. */
    MILD,
    /** Nearly all forms have full marks. */
    LENIENT,
    /** As {@link #MILD}; no form divides its money by where it comes from. */
    UNDIVIDED,
    /** As {@link #MILD}; all rates are rounded up. */
    ROUNDING_UP
  }

  /** Forms in one of several years. */
  public int forms(int year, int years) {
    return forms / years + (year < forms % years ? 1 : 0);
  }

  /** A name that files can have. */
  public String folder() {
    return String.format(Locale.ROOT, "d%04d", number + 1);
  }
}
