package org.jihe.publish.list;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names of files that are made of what forms print: such as every system can keep, and no two that
 * one system takes for the same.
 */
public final class FileNames {

  /** Most characters of a printed name; in UTF-8 a file's name may have 255 bytes. */
  private static final int LONGEST = 40;

  /** The same where hardly anything stands beside it. */
  private static final int LONGEST_ALONE = 60;

  /**
   * What Windows forbids, what shells obey, what turns or hides text, what has no glyph, and white
   * space.
   */
  private static final Pattern UNSAFE =
      Pattern.compile("[\\\\/:*?\"<>|%#'&;$`!~{}\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\p{Z}\\s]+");

  private final Set<String> taken = new HashSet<>();

  /** A part of a file's name. */
  public static String safe(String printed) {
    String safe = safe(printed, LONGEST);
    return safe.isEmpty() ? "未填名称" : safe;
  }

  /** A text as a file's name without ending; empty where nothing of it can stand in one. */
  public static String title(String text) {
    return safe(text, LONGEST_ALONE);
  }

  private static String safe(String printed, int longest) {
    String plain = Normalizer.normalize(printed, Normalizer.Form.NFC);
    plain = UNSAFE.matcher(plain).replaceAll("_");
    if (plain.codePointCount(0, plain.length()) > longest) {
      plain = plain.substring(0, plain.offsetByCodePoints(0, longest));
    }
    return plain.replaceAll("^[._-]+|[._]+$", "");
  }

  /**
   * A name for a form that has not been given yet, without ending, such as {@code 11-停车费}.
   *
   * @param ordinal place of the form in its source
   * @param projectName as printed
   */
  public String ofForm(int ordinal, @Nullable String projectName) {
    String number = String.format(Locale.ROOT, "%02d", ordinal);
    String project = projectName == null ? "" : title(projectName);
    return numbered(project.isEmpty() ? number : number + "-" + project, "-%d");
  }

  /**
   * A name that has not been given yet.
   *
   * @param name the name without its ending
   * @param ending the ending with its point
   */
  public String free(String name, String ending) {
    return numbered(name, "(%d)") + ending;
  }

  private String numbered(String name, String count) {
    String free = name;
    for (int number = 2; !taken.add(identity(free)); number++) {
      free = name + String.format(Locale.ROOT, count, number);
    }
    return free;
  }

  /** Windows and macOS tell neither case nor width apart. */
  private static String identity(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }
}
