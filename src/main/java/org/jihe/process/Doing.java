package org.jihe.process;

import java.util.Map;

/**
 * What this process is doing on somebody's behalf, so that it can be said where that ends the
 * process.
 *
 * @param key key of the message that says so
 * @param arguments values for the message's placeholders
 */
public record Doing(String key, Map<String, String> arguments) {

  private static final Doing NOTHING = new Doing("", Map.of());
  private static volatile Doing now = NOTHING;

  /** From now on it is this. */
  public static void is(String key, Map<String, String> arguments) {
    now = new Doing(key, arguments);
  }

  /** From now on it is nothing of the kind. */
  public static void isNothing() {
    now = NOTHING;
  }

  /** What it is; its key is empty where it is nothing of the kind. */
  public static Doing now() {
    return now;
  }
}
