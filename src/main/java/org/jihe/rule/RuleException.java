package org.jihe.rule;

import java.util.List;

/** Rules or parameters that cannot be used; nothing was checked. */
public final class RuleException extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * One mistake.
   *
   * @param file the file, as the user would name it
   * @param line counted from 1, or 0 where the whole file is meant
   * @param detail what is wrong
   */
  public record Problem(String file, int line, String detail) implements java.io.Serializable {}

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
