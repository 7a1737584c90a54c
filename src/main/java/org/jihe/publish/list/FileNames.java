package org.jihe.publish.list;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of files that are made of what forms print: such as every system can keep, and no two that
 * one system takes for the same.
 */
public final class FileNames {

  /** Most characters of a printed name; in UTF-8 a file's name may have 255 bytes. */
  private static final int LONGEST = 40;

  /** What Windows forbids, what turns or hides text, what has no glyph, and white space. */
  private static final Pattern UNSAFE =
      Pattern.compile("[\\\\/:*?\"<>|%#'&;$`!~\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\p{Z}\\s]+");

  private final Set<String> taken = new HashSet<>();

  /** A part of a file's name. */
  public static String safe(String printed) {
    String plain = Normalizer.normalize(printed, Normalizer.Form.NFC);
    plain = UNSAFE.matcher(plain).replaceAll("_");
    if (plain.codePointCount(0, plain.length()) > LONGEST) {
      plain = plain.substring(0, plain.offsetByCodePoints(0, LONGEST));
    }
    plain = plain.replaceAll("^[._-]+|[._]+$", "");
    return plain.isEmpty() ? "未填名称" : plain;
  }

  /**
   * A name that has not been given yet.
   *
   * @param name the name without its ending
   * @param ending the ending with its point
   */
  public String free(String name, String ending) {
    String free = name;
    for (int number = 2; !taken.add(identity(free)); number++) {
      free = name + "(" + number + ")";
    }
    return free + ending;
  }

  /** Windows and macOS tell neither case nor width apart. */
  private static String identity(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }
}
