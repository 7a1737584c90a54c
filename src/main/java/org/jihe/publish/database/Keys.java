package org.jihe.publish.database;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Keys of the dimensions: names, and short enough for an index whatever a form prints. */
final class Keys {

  private static final int LONGEST = 200;
  private static final int KEPT = 160;
  private static final int DIGEST = 8;

  private Keys() {}

  /** The names with a stroke between; of a long text the beginning and a digest. */
  static String of(String... names) {
    String key = String.join("/", names);
    return key.length() <= LONGEST ? key : key.substring(0, KEPT) + "…" + digest(key);
  }

  private static String digest(String text) {
    try {
      byte[] bytes =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes, 0, DIGEST);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
