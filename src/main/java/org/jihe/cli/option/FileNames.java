package org.jihe.cli.option;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names of files for forms: the same forms in the same order get the same names, none twice. */
public final class FileNames {

  private static final int MOST_CHARACTERS = 60;

  private final Set<String> taken = new HashSet<>();

  /**
   * A name without ending, such as {@code 11-停车费}.
   *
   * @param ordinal place of the form in its source
   * @param projectName as printed; what file systems and shells treat specially becomes {@code _}
   */
  public String of(int ordinal, @Nullable String projectName) {
    String name = String.format(Locale.ROOT, "%02d", ordinal);
    String project = projectName == null ? "" : clean(projectName);
    String wanted = project.isEmpty() ? name : name + "-" + project;
    String unique = wanted;
    for (int copy = 2; !taken.add(unique.toLowerCase(Locale.ROOT)); copy++) {
      unique = wanted + "-" + copy;
    }
    return unique;
  }

  /**
   * A text as a part of a file's name; what file systems and shells treat specially is left out.
   */
  public static String clean(String name) {
    String kept =
        name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Z}/\\\\:*?\"<>|'`$&;!#%{}]+", "_")
            .replaceAll("^[._-]+|[._]+$", "");
    int[] points = kept.codePoints().limit(MOST_CHARACTERS).toArray();
    return new String(points, 0, points.length);
  }
}
