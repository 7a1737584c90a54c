package org.jihe.form;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** When two project names (项目名称) name the same project. */
public final class ProjectNames {

  private static final String YEAR = "(?:19|20)\\d{2}";
  private static final Pattern BRACKETED_YEARS =
      Pattern.compile(
          "[(\\[【〔]\\s*"
              + YEAR
              + "\\s*(?:年度?)?(?:\\s*[-—–~至]\\s*"
              + YEAR
              + "\\s*(?:年度?)?)?\\s*[)\\]】〕]");
  private static final Pattern YEARS =
      Pattern.compile(
          "(?<!\\d)"
              + YEAR
              + "(?:\\s*[-—–~至]\\s*"
              + YEAR
              + ")?\\s*年度?|(?<!\\d)"
              + YEAR
              + "(?!\\d)");
  private static final Pattern EDITIONS =
      Pattern.compile("第?\\s*(?:\\d+|[一二三四五六七八九十百]+)\\s*届|[(]\\s*(?:新版|修订版|" + YEAR + "版)\\s*[)]");
  private static final Pattern TRAILING_DIGITS = Pattern.compile("\\d+$");

  private ProjectNames() {}

  /**
   * The name without year and edition (届), for finding a project again in another year. Phases such
   * as 二期 stay: they are projects of their own.
   */
  public static String acrossYears(@Nullable String name) {
    String folded = folded(name);
    String rest = BRACKETED_YEARS.matcher(folded).replaceAll("");
    rest = YEARS.matcher(rest).replaceAll("");
    return orAll(EDITIONS.matcher(rest).replaceAll(""), folded);
  }

  /** The name without trailing digits and years in brackets, for finding one reported twice. */
  public static String withoutNumber(@Nullable String name) {
    String folded = folded(name);
    String rest = Texts.normalised(BRACKETED_YEARS.matcher(folded).replaceAll(""));
    return orAll(TRAILING_DIGITS.matcher(rest).replaceAll(""), folded);
  }

  private static String folded(@Nullable String name) {
    return name == null ? "" : Normalizer.normalize(name, Normalizer.Form.NFKC);
  }

  /** A name that is nothing but a year stays what it is. */
  private static String orAll(String rest, String all) {
    String normalised = Texts.normalised(rest);
    return normalised.isEmpty() ? Texts.normalised(all) : normalised;
  }
}
