package org.jihe.rule.fact.wording;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Years that texts print, beside the form's own. */
public final class Years {

  private static final Pattern IN_NAME =
      Pattern.compile(
          "(?<!\\d)(?<from>20\\d{2})(?:年度?)?(?:\\s*[-—–~～至到]\\s*(?<to>20\\d{2}))?(?!\\d)");

  /**
   * A day or month of a year; what is compared with or begins somewhere is not when it was done.
   */
  private static final Pattern DATE =
      Pattern.compile(
          "(?<![\\d〔\\[(（第])(?<year>20\\d{2})\\s*(?:年\\s*\\d{1,2}\\s*月|[-./]\\d{1,2}[-./]\\d{1,2}(?!\\d))");

  private static final Pattern BESIDE = Pattern.compile("(?:较|比|与|同|自|从|截至|截止|[-—–~～至到])\\s*$");
  private static final Pattern RANGE = Pattern.compile("^[^，。；;]{0,12}[-—–~～至到]");

  private Years() {}

  /** What a year in a name is beside the form's. */
  public enum Place {
    /** No year, or the form's own among them. */
    SAME,
    EARLIER,
    LATER
  }

  /** Whether a project's name is of the form's year. */
  public static Place ofName(@Nullable String name, @Nullable Integer year) {
    if (name == null || year == null) {
      return Place.SAME;
    }
    Place found = Place.SAME;
    Matcher matcher = IN_NAME.matcher(name);
    while (matcher.find()) {
      int from = Integer.parseInt(matcher.group("from"));
      String end = matcher.group("to");
      int to = end == null ? from : Integer.parseInt(end);
      if (from <= year && year <= to) {
        return Place.SAME;
      }
      found = from > year ? Place.LATER : Place.EARLIER;
    }
    return found;
  }

  /** The first date of another year than the form's; null where there is none. */
  public static @Nullable String dateOutside(@Nullable String text, @Nullable Integer year) {
    if (text == null || year == null) {
      return null;
    }
    Matcher matcher = DATE.matcher(text);
    while (matcher.find()) {
      boolean other = Integer.parseInt(matcher.group("year")) != year;
      if (other
          && !BESIDE.matcher(text.substring(0, matcher.start())).find()
          && !RANGE.matcher(text.substring(matcher.end())).find()) {
        return matcher.group();
      }
    }
    return null;
  }
}
