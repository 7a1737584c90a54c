package org.jihe.rule.folder;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jihe.rule.folder.RuleException.Problem;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/** Files that cannot be read, or whose notation is wrong; the parsers' own words are kept. */
public final class WrongFile {

  /** How the parser calls a text between quotes. */
  private static final String QUOTED = "quoted scalar";

  /** A backslash, an even number of them before it, and a u without its four digits. */
  private static final Pattern WRONG_ESCAPE =
      Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\\\u(?![0-9A-Fa-f]{4})");

  private WrongFile() {}

  public static Problem file(String file, IOException e) {
    if (e instanceof NoSuchFileException) {
      return Problem.of(file, 0, "file.missing", Map.of());
    }
    return e instanceof CharacterCodingException
        ? Problem.of(file, 0, "file.encoding", Map.of())
        : Problem.of(file, 0, "file.unreadable", Map.of("detail", detail(e)));
  }

  /**
   * The text of a file.
   *
   * @throws RuleException where it is no UTF-8, with the line of the first character that is none
   */
  public static String utf8(String file, byte[] bytes) throws RuleException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new RuleException(List.of(encoding(file, bytes)));
    }
  }

  private static Problem encoding(String file, byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    decoder.decode(in, out, true);
    int line = 1;
    for (int i = 0; i < in.position(); i++) {
      if (bytes[i] == '\n') {
        line++;
      }
    }
    return Problem.of(file, line, "file.encoding", Map.of());
  }

  /**
   * A text that is no YAML.
   *
   * @param text the whole text
   */
  public static Problem yaml(String file, String text, YAMLException e) {
    if (e instanceof ReaderException character) {
      int end = Math.min(character.getPosition(), text.length());
      int line = line(text, Math.max(end, 0));
      String code = String.format(Locale.ROOT, "U+%04X", character.getCodePoint());
      return Problem.of(file, line, "file.yamlCharacter", Map.of("character", code));
    }
    if (e instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
      Mark context = marked.getContextMark();
      boolean quoted = String.valueOf(marked.getContext()).contains(QUOTED);
      // A quote that nothing ends goes wrong somewhere below; the mistake is where it begins.
      Mark place = quoted && context != null ? context : marked.getProblemMark();
      int line = place.getLine() + 1;
      int at = marked.getProblemMark().getIndex();
      if (at >= 0 && at < text.length() && text.charAt(at) == '\t') {
        return Problem.of(file, line, "file.yamlTab", Map.of());
      }
      return Problem.of(
          file, line, "file.yaml", Map.of("detail", String.valueOf(marked.getProblem())));
    }
    return Problem.of(file, 0, "file.yaml", Map.of("detail", firstLine(e)));
  }

  public static Problem json(String file, JsonProcessingException e) {
    int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
    return Problem.of(file, line, "file.json", Map.of("detail", e.getOriginalMessage()));
  }

  /**
   * A bundle whose escapes are wrong.
   *
   * @param text the whole bundle
   */
  public static Problem bundle(String file, String text, Exception e) {
    Matcher wrong = WRONG_ESCAPE.matcher(text);
    int line = wrong.find() ? line(text, wrong.end()) : 0;
    return Problem.of(file, line, "file.escape", Map.of("detail", firstLine(e)));
  }

  private static int line(String text, int end) {
    return 1 + (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
  }

  /** What the system says of a file. */
  public static String detail(IOException e) {
    return e.getClass().getSimpleName() + ": " + firstLine(e);
  }

  private static String firstLine(Exception e) {
    String line = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
  }
}
