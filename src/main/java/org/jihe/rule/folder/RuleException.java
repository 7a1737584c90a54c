package org.jihe.rule.folder;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jihe.message.Language;
import org.jihe.message.Visible;

/** Rules or parameters that cannot be used; nothing was checked. */
public final class RuleException extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * One mistake.
   *
   * @param file the file, as the user would name it
   * @param line counted from 1, or 0 where the whole file is meant
   * @param phrase what is wrong
   */
  public record Problem(String file, int line, Phrase phrase) implements Serializable {

    /** A mistake that the bundle {@code rules} words under a key. */
    public static Problem of(String file, int line, String key, Map<String, ?> arguments) {
      return new Problem(file, line, Phrase.of(key, arguments));
    }

    /** File, line and what is wrong, as compilers print it. */
    public String line(Language language) {
      return Visible.name(file) + (line > 0 ? ":" + line : "") + ": " + text(language);
    }

    /** What is wrong, in a language. */
    public String text(Language language) {
      return phrase.in(language);
    }
  }

  private final List<Problem> problems;

  public RuleException(List<Problem> problems) {
    super(problems.toString());
    this.problems = List.copyOf(problems);
  }

  /** One mistake that leaves nothing more to look at. */
  public static RuleException of(String file, int line, String key, Map<String, ?> arguments) {
    return new RuleException(List.of(Problem.of(file, line, key, arguments)));
  }

  /** All mistakes that were found. */
  public List<Problem> problems() {
    return problems;
  }
}
