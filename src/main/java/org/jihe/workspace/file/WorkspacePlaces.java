package org.jihe.workspace.file;

import java.nio.file.Path;

/** Where the parts of a workspace are. */
public final class WorkspacePlaces {

  private WorkspacePlaces() {}

  /** The folder of a workspace's tables. */
  public static Path tables(Path folder) {
    return folder.resolve("tables").toAbsolutePath().normalize();
  }

  /** A path as Hadoop reads it: by its letters, which are not those of a web address. */
  public static String address(Path folder) {
    String path = folder.toAbsolutePath().normalize().toString();
    String separator = folder.getFileSystem().getSeparator();
    String slashed = separator.equals("/") ? path : path.replace(separator, "/");
    return (slashed.startsWith("/") ? "file://" : "file:///") + slashed;
  }
}
