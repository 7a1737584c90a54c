package org.jihe.cli.console;

import java.util.List;

/** A command line that cannot be meant; nothing has been done. */
public final class WrongUsage extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final List<String> lines;

  /**
   * @param lines what is wrong and what to do, in the user's language
   */
  public WrongUsage(List<String> lines) {
    super(String.join("\n", lines), null, false, false);
    this.lines = List.copyOf(lines);
  }

  public List<String> lines() {
    return lines;
  }
}
