package org.jihe.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A workspace that version 0.1 left: two reviews of the first forms of the sample, of which one
 * changed in between; written in a folder that is no more.
 */
public final class OldWorkspace {

  /** How many reviews it holds. */
  public static final int RUNS = 2;

  private OldWorkspace() {}

  /** Lays it out as a folder. */
  public static void at(Path folder) throws IOException {
    try (InputStream stored = OldWorkspace.class.getResourceAsStream("/workspace-0.1.zip");
        ZipInputStream zip = new ZipInputStream(stored)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = folder.resolve(entry.getName().substring("ws/".length()));
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else {
          Files.createDirectories(file.getParent());
          Files.copy(zip, file);
        }
      }
    }
  }
}
