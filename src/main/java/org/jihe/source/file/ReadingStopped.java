package org.jihe.source.file;

import java.io.IOException;
import javax.xml.stream.XMLStreamException;
import org.jihe.layout.Quarantined.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Why reading stops, thrown where the source's name is not known. An {@link IOException}, so that
 * it passes through the libraries' streams.
 */
public final class ReadingStopped extends IOException {

  private static final long serialVersionUID = 1;

  private final Reason reason;

  public ReadingStopped(Reason reason, String detail) {
    super(detail);
    this.reason = reason;
  }

  /** The one among an exception's causes, or null; libraries wrap what their streams throw. */
  public static @Nullable ReadingStopped within(@Nullable Throwable thrown) {
    Throwable cause = thrown;
    for (int depth = 0; cause != null && depth < 32; depth++) {
      if (cause instanceof ReadingStopped stopped) {
        return stopped;
      }
      cause =
          cause instanceof XMLStreamException xml && xml.getNestedException() != null
              ? xml.getNestedException()
              : cause.getCause();
    }
    return null;
  }

  public Reason reason() {
    return reason;
  }

  public String detail() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
