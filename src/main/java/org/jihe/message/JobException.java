package org.jihe.message;

import java.util.Map;

/** A job cannot be done; the message key and its arguments say why and what to do. */
public final class JobException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String key;
  private final transient Map<String, String> arguments;

  public JobException(String key, Map<String, String> arguments) {
    super(key + " " + arguments);
    this.key = key;
    this.arguments = Map.copyOf(arguments);
  }

  public JobException(String key, Map<String, String> arguments, Throwable cause) {
    super(key + " " + arguments, cause);
    this.key = key;
    this.arguments = Map.copyOf(arguments);
  }

  /** Key of the message in the bundle {@code jobs}. */
  public String key() {
    return key;
  }

  /** Values for the message's placeholders. */
  public Map<String, String> arguments() {
    return arguments;
  }
}
