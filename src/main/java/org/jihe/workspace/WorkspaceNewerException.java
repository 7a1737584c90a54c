package org.jihe.workspace;

import java.io.IOException;
import java.nio.file.Path;

/** A later version of the program has changed how a workspace is laid out. */
public final class WorkspaceNewerException extends IOException {

  private static final long serialVersionUID = 1L;

  private final String version;

  WorkspaceNewerException(Path folder, String version) {
    super(folder + " was written by " + version);
    this.version = version;
  }

  /** The version of the program that reads it. */
  public String version() {
    return version;
  }
}
