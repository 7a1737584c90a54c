package org.jihe.workspace.catalog;

import java.nio.file.Path;

/** Another process is writing the workspace. */
public final class WorkspaceBusyException extends Exception {

  private static final long serialVersionUID = 1L;

  public WorkspaceBusyException(Path folder) {
    super(folder.toString());
  }
}
