package org.jihe.publish;

import java.io.IOException;
import java.nio.file.Path;

/** The new publication could not be put in the place of the former one, which is still there. */
public final class HeldPublicationException extends IOException {

  private static final long serialVersionUID = 1L;

  HeldPublicationException(Path published, IOException cause) {
    super(published + ": " + cause.getMessage(), cause);
  }
}
