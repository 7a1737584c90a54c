package org.jihe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A committed file that a test keeps current. {@code -Djihe.update=true} rewrites it, except where
 * the environment says {@code CI=true}: there a difference always fails.
 */
public final class GoldenFile {

  private final Path path;

  private GoldenFile(Path path) {
    this.path = path;
  }

  /** A file below the project's folder. */
  public static GoldenFile at(String path) {
    return new GoldenFile(Path.of(path));
  }

  /** Demands that the file holds the text; line ends are compared as line feeds. */
  public void holds(String text) {
    try {
      if (Boolean.getBoolean("jihe.update")) {
        if ("true".equals(System.getenv("CI"))) {
          fail("%s is not rewritten where CI=true", path);
        }
        Files.writeString(path, text);
        return;
      }
      String committed =
          Files.exists(path) ? Files.readString(path, StandardCharsets.UTF_8) : "(missing)";
      assertThat(text)
          .as("%s is not current; -Djihe.update=true rewrites it", path)
          .isEqualTo(committed.replace("\r\n", "\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
