package org.jihe.form;

import java.io.Serializable;
import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of a department or agency (主管部门、实施单位) apart from how it is printed: a budget code before
 * or behind it ({@code 219001-}), a bracket that says which part of its figures is meant ({@code
 * (汇总)}, {@code （本级）}), white space, punctuation and full-width forms are no part of it. Nothing
 * else is left out: 市教育局 and 县教育局, 教育局 and 教育局第一中学 are different names.
 *
 * @param code the code as digits; empty where none is printed
 * @param plain the name without code, punctuation and spacing
 * @param core the same without 汇总 and 本级; empty where no name is printed
 */
public record DepartmentName(String code, String plain, String core) implements Serializable {

  /** Shorter numbers before a name are a part of it, such as 110 or 12345. */
  private static final Pattern CODE_BEFORE =
      Pattern.compile(
          "(?:[(\\[【〔](?<bracketed>\\d{3,15})[)\\]】〕]|(?<marked>\\d{3,15})(?=[-_—–―－.:、])"
              + "|(?<bare>\\d{6,15})(?!\\d))[-_—–―－.:、]*(?=.*\\p{L})");

  private static final Pattern CODE_BEHIND =
      Pattern.compile(
          "[-_—–―]*(?:[(\\[【〔](?<bracketed>\\d{6,15})[)\\]】〕]|(?<=[-_—–―])(?<marked>\\d{6,15}))$");

  private static final String PART = "(?:部门|单位|机关|[局委办厅院])?(?:本级汇总|本级|汇总)(?:数|表)?";

  private static final Pattern PART_IN_BRACKETS =
      Pattern.compile("[-_—–―]*[(\\[【〔]" + PART + "[)\\]】〕]$");

  /** Without a bracket it must stand behind an office, for 市本级 is the city itself. */
  private static final Pattern PART_BEHIND =
      Pattern.compile("(?<=[局委办厅部署院会社所站处馆队校]|中心)[-_—–―]*(?:本级汇总|本级|汇总)$");

  /** Reads a name as printed; null and blank have neither code nor name. */
  public static DepartmentName of(@Nullable String printed) {
    if (printed == null || isSimple(printed)) {
      String name = Texts.normalised(printed);
      return new DepartmentName("", name, name);
    }
    String name = Texts.folded(Normalizer.normalize(printed, Normalizer.Form.NFKC));
    String code = "";
    Matcher before = CODE_BEFORE.matcher(name);
    if (before.lookingAt()) {
      code = code(before, "bracketed", "marked", "bare");
      name = name.substring(before.end());
    }
    String plain = Texts.normalised(name);
    String core = name;
    for (boolean more = true; more; ) {
      String rest = core;
      Matcher behind = CODE_BEHIND.matcher(rest);
      if (behind.find()) {
        code = code.isEmpty() ? code(behind, "bracketed", "marked") : code;
        rest = rest.substring(0, behind.start());
        plain = core.equals(name) ? Texts.normalised(rest) : plain;
        name = core.equals(name) ? rest : name;
      }
      rest = PART_IN_BRACKETS.matcher(rest).replaceFirst("");
      rest = PART_BEHIND.matcher(rest).replaceFirst("");
      more = rest.length() < core.length() && !Texts.normalised(rest).isEmpty();
      core = more ? rest : core;
    }
    return new DepartmentName(code, plain, Texts.normalised(core));
  }

  /** What tells the department or agency of a printed name from others. */
  public static String identity(@Nullable String printed) {
    return of(printed).core;
  }

  /** True where nothing but the name can be meant: most names are Chinese characters alone. */
  private static boolean isSimple(String printed) {
    if (printed.endsWith("本级") || printed.endsWith("汇总")) {
      return false;
    }
    for (int i = 0; i < printed.length(); i++) {
      char c = printed.charAt(i);
      if (c < '\u4e00' || c > '\u9fa5') {
        return false;
      }
    }
    return true;
  }

  private static String code(Matcher matcher, String... groups) {
    for (String group : groups) {
      String found = matcher.group(group);
      if (found != null) {
        return found;
      }
    }
    return "";
  }
}
