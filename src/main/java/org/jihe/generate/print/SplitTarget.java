package org.jihe.generate.print;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A target in the three columns 指标性质, 指标值 and 度量单位. */
record SplitTarget(String sign, String value, String unit) {

  private static final Pattern MEASURE =
      Pattern.compile("(>=|<=|[≥≤≧≦=═＝><＞＜]?)\\s*(\\d[\\d,.]*)\\s*(\\p{IsHan}{0,4}|%)");

  /** The columns that, read one after the other, give the target. */
  static SplitTarget of(String target) {
    Matcher measure = MEASURE.matcher(target);
    return measure.matches()
        ? new SplitTarget(measure.group(1), measure.group(2), measure.group(3))
        : new SplitTarget("", target, "");
  }

  /** The subject of a cell: none where it is blank and others print the target. */
  String[] subject(String part, String subject) {
    boolean blank = part.isEmpty() && !(sign + value + unit).isEmpty();
    return blank ? new String[0] : new String[] {subject};
  }
}
