package org.jihe.review;

import org.jihe.process.Changes;
import org.jihe.workspace.Run;
import org.jihe.workspace.Workspace;

/**
 * The moment from which a run counts, so that whoever stops the process is told which side it is.
 */
public final class Commit {

  private Commit() {}

  /** Commits the run; what is left to do are the outputs. */
  public static void of(Workspace workspace, Run run) {
    Changes.are(Changes.State.COMMITTING);
    try {
      workspace.commit(run);
    } catch (RuntimeException | Error e) {
      Changes.are(Changes.State.NONE);
      throw e;
    }
    Changes.are(Changes.State.COMMITTED);
  }
}
