package org.jihe.workspace.catalog;

import java.io.IOException;

/** What is said of a workspace's catalog cannot be followed. */
public final class CatalogSettingException extends IOException {

  private static final long serialVersionUID = 1L;

  /** What is wrong with it. */
  public enum Problem {
    /** It is no address of a kind that is known. */
    UNKNOWN,
    /** It holds a user's name, a password or a token. */
    CREDENTIALS,
    /** A catalog of files alone on a store that loses commits of two writers. */
    HADOOP,
    /** It is that of a workspace at another place. */
    MOVED,
    /** The path of the workspace's own catalog is longer than a database's may be. */
    TOO_DEEP
  }

  private final Problem problem;

  CatalogSettingException(Problem problem, String detail) {
    super(detail);
    this.problem = problem;
  }

  /** What is wrong; the exception's message is the address that it is about. */
  public Problem problem() {
    return problem;
  }
}
