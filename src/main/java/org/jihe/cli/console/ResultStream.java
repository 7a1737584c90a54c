package org.jihe.cli.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Where results go. Streams that print pass over what cannot be written without a word; this one
 * remembers why.
 */
public final class ResultStream extends FileOutputStream {

  /** Who reads only the beginning, as {@code head} does, has all that is wanted. */
  private static final String READER_HAS_LEFT = "Broken pipe";

  private volatile @Nullable String loss;

  public ResultStream(FileDescriptor descriptor) {
    super(descriptor);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      super.write(bytes, offset, length);
    } catch (IOException e) {
      if (!READER_HAS_LEFT.equals(e.getMessage())) {
        loss = String.valueOf(e.getMessage());
      }
      throw e;
    }
  }

  /** Why something was not written that somebody waits for, or null. */
  public @Nullable String loss() {
    return loss;
  }
}
