package org.jihe.rule.compiled;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which this user's programs keep what can be made again. Compiled rules are code: a
 * folder into which somebody else could put some is not used.
 */
final class CacheFolder {

  private static final String NAME = "jihe";
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  private static final Set<PosixFilePermission> OWNER_ALONE =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> OTHERS_MAY_WRITE =
      Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  private CacheFolder() {}

  /** The folder of the user who runs the program; null where there is none that is safe. */
  static @Nullable Path ofUser() {
    return find(
        System.getenv(), System.getProperty("os.name", ""), System.getProperty("user.home", ""));
  }

  /**
   * The first folder that is the user's alone, made where it is not there.
   *
   * @param environment variables that move it
   * @param system name of the operating system
   * @param home the user's own folder, where no variable names one
   */
  static @Nullable Path find(Map<String, String> environment, String system, String home) {
    for (Path candidate : candidates(environment, system.toLowerCase(Locale.ROOT), home)) {
      if (isUsable(candidate)) {
        return candidate;
      }
    }
    return null;
  }

  private static List<Path> candidates(
      Map<String, String> environment, String system, String userHome) {
    String home =
        environment.getOrDefault("HOME", "").isBlank() ? userHome : environment.get("HOME");
    List<Path> candidates = new ArrayList<>();
    if (system.startsWith("windows")) {
      add(candidates, environment.get("LOCALAPPDATA"));
      add(candidates, userHome, "AppData", "Local");
    } else if (system.startsWith("mac")) {
      add(candidates, environment.get("XDG_CACHE_HOME"));
      add(candidates, home, "Library", "Caches");
    } else {
      add(candidates, environment.get("XDG_CACHE_HOME"));
      add(candidates, home, ".cache");
    }
    return candidates;
  }

  /** A folder that is not named from the root would be another one in every working folder. */
  private static void add(List<Path> candidates, @Nullable String base, String... below) {
    try {
      if (base != null && Path.of(base).isAbsolute()) {
        candidates.add(Path.of(base, below).resolve(NAME));
      }
    } catch (InvalidPathException e) {
      // What cannot be a folder is none.
    }
  }

  private static boolean isUsable(Path folder) {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder, onlyForOwner());
      }
      // A file of one's own shows who one is, and that one may write.
      Path probe = Files.createTempFile(folder, "rules-", ".tmp");
      try {
        if (!isPrivate(folder, Files.getOwner(probe))) {
          return false;
        }
        if (POSIX) { // An earlier version let others read.
          Files.setPosixFilePermissions(folder, OWNER_ALONE);
        }
        return true;
      } finally {
        Files.deleteIfExists(probe);
      }
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  private static FileAttribute<?>[] onlyForOwner() {
    return POSIX
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ALONE)}
        : new FileAttribute<?>[0];
  }

  /** True where the file is the owner's and nobody else may change it. */
  static boolean isPrivate(Path file, UserPrincipal owner) throws IOException {
    if (!Files.getOwner(file).equals(owner)) {
      return false;
    }
    return !POSIX || noneElseMayWrite(Files.getPosixFilePermissions(file));
  }

  private static boolean noneElseMayWrite(Set<PosixFilePermission> permissions) {
    return OTHERS_MAY_WRITE.stream().noneMatch(permissions::contains);
  }
}
