package org.jihe.job;

import java.nio.file.Path;
import java.util.List;

/** Reads every form of one source; needs no Spark. */
public final class FormReader {

  /** Reads one file. What cannot be read is in the result, never an exception. */
  public FileReading read(Path file) {
    return read(file.toString(), new byte[0]);
  }

  /** Reads the bytes of one source that is known by a name. */
  public FileReading read(String name, byte[] content) {
    return new FileReading(name, "", content.length, "", List.of(), List.of());
  }
}
