package org.jihe.form;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Short, stable names for things that are recognised again across runs. */
public final class FormKey {

  private FormKey() {}

  /** 16 hexadecimal digits that depend on the parts and their order alone. */
  public static String of(String... parts) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(String.join("\u001f", parts).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The key that an id with or without a number behind it was made of. */
  public static String withoutNumber(String id) {
    int number = id.indexOf('-');
    return number < 0 ? id : id.substring(0, number);
  }
}
