package org.jihe.workspace;

import java.io.IOException;
import java.nio.file.Path;

/** The tables of a workspace cannot be read as the last run left them. */
public final class WorkspaceDamagedException extends IOException {

  private static final long serialVersionUID = 1L;

  WorkspaceDamagedException(Path folder, RuntimeException cause) {
    super(folder + ": " + cause.getMessage(), cause);
  }

  /**
   * True where the record of the runs is gone as a whole, so that nothing says what is in force.
   */
  public boolean isWithoutHistory() {
    return getCause() instanceof Tables.MissingHistory;
  }
}
