package org.jihe.rule;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import org.jihe.rule.RuleException.Problem;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Files that cannot be read, or whose notation is wrong; the parsers' own words are kept. */
final class Unreadable {

  private Unreadable() {}

  static Problem file(String file, IOException e) {
    if (e instanceof NoSuchFileException) {
      return Problem.of(file, 0, "file.missing", Map.of());
    }
    return e instanceof CharacterCodingException
        ? Problem.of(file, 0, "file.encoding", Map.of())
        : Problem.of(file, 0, "file.unreadable", Map.of("detail", detail(e)));
  }

  static Problem yaml(String file, YAMLException e) {
    if (e instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
      int line = marked.getProblemMark().getLine() + 1;
      return Problem.of(
          file, line, "file.yaml", Map.of("detail", String.valueOf(marked.getProblem())));
    }
    return Problem.of(file, 0, "file.yaml", Map.of("detail", firstLine(e)));
  }

  static Problem json(String file, JsonProcessingException e) {
    int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
    return Problem.of(file, line, "file.json", Map.of("detail", e.getOriginalMessage()));
  }

  /** A bundle whose escapes are wrong. */
  static Problem bundle(String file, Exception e) {
    return Problem.of(file, 0, "file.escape", Map.of("detail", firstLine(e)));
  }

  /** What the system says of a file. */
  static String detail(IOException e) {
    return e.getClass().getSimpleName() + ": " + firstLine(e);
  }

  private static String firstLine(Exception e) {
    String line = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
  }
}
