package org.jihe.process;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the folder for temporary files may be, in the order in which places are tried. */
public final class ScratchPlaces {

  private static final String JAVA_FOLDER = "java.io.tmpdir";
  private static final String USUAL = "/tmp";

  private ScratchPlaces() {}

  /**
   * The system's folder for temporary files, the user's cache, and at last beside the results.
   *
   * @param environment of interest are {@code TMPDIR} and {@code XDG_CACHE_HOME}
   * @param properties Java's own
   * @param workspace where results go
   */
  public static List<Path> of(
      Map<String, String> environment, Properties properties, Path workspace) {
    Set<Path> places = new LinkedHashSet<>();
    String java = properties.getProperty(JAVA_FOLDER);
    // Java does not heed the variable; a setting of its own is somebody's will.
    if (java != null && !java.equals(USUAL)) {
      add(places, java);
    }
    add(places, environment.get("TMPDIR"));
    add(places, java);
    add(places, environment.get("XDG_CACHE_HOME"), "jihe");
    String home = properties.getProperty("user.home");
    if (home != null && !home.equals("?")) {
      add(places, home, ".cache", "jihe");
    }
    if (USUAL.equals(java)) {
      add(places, "/var/tmp");
    }
    places.add(existing(workspace.toAbsolutePath().normalize()));
    return new ArrayList<>(places);
  }

  private static void add(Set<Path> places, @Nullable String first, String... more) {
    try {
      if (first != null && !first.isBlank()) {
        places.add(Path.of(first, more).toAbsolutePath().normalize());
      }
    } catch (InvalidPathException e) {
      // No place at all.
    }
  }

  /** The folder itself, or that in which it would be made. */
  private static Path existing(Path folder) {
    Path found = folder;
    for (Path next = folder; next != null; next = next.getParent()) {
      found = next;
      if (Files.isDirectory(next)) {
        break;
      }
    }
    return found;
  }
}
