package org.jihe.rule;

import java.util.List;
import org.jihe.message.Language;
import org.jspecify.annotations.Nullable;

/** Rules or parameters that cannot be used; nothing was checked. */
public final class RuleException extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * One mistake.
   *
   * @param file the file, as the user would name it
   * @param line counted from 1, or 0 where the whole file is meant
   * @param detail what is wrong, in English
   * @param phrase the same for any language, or null where there is only the detail
   */
  public record Problem(String file, int line, String detail, @Nullable Phrase phrase)
      implements java.io.Serializable {

    /** A mistake that is told as it stands. */
    public Problem(String file, int line, String detail) {
      this(file, line, detail, null);
    }

    /** A mistake that is told in the reader's language. */
    static Problem of(String file, int line, Phrase phrase) {
      return new Problem(file, line, phrase.in(Language.EN), phrase);
    }

    /** What is wrong, in a language where that is known. */
    public String text(Language language) {
      return phrase == null ? detail : phrase.in(language);
    }
  }

  private final List<Problem> problems;

  public RuleException(List<Problem> problems) {
    super(problems.toString());
    this.problems = List.copyOf(problems);
  }

  /** All mistakes that were found. */
  public List<Problem> problems() {
    return problems;
  }
}
