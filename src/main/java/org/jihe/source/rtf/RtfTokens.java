package org.jihe.source.rtf;

/**
 * The marks of an RTF file one after another: groups, control words with their numbers, bytes of
 * text. For one file.
 */
final class RtfTokens {

  /** What stands there. */
  enum Kind {
    OPEN,
    CLOSE,
    WORD,
    /** A byte of text in the character set of its font. */
    BYTE,
    END
  }

  private static final int LONGEST_WORD = 32;
  private static final int LONGEST_NUMBER = 10;

  private final byte[] bytes;
  private int at;
  private String word = "";
  private int number;
  private boolean numbered;
  private int value;

  RtfTokens(byte[] bytes) {
    this.bytes = bytes;
  }

  Kind next() {
    while (at < bytes.length) {
      byte b = bytes[at++];
      switch (b) {
        case '{' -> {
          return Kind.OPEN;
        }
        case '}' -> {
          return Kind.CLOSE;
        }
        case '\\' -> {
          return control();
        }
        case '\r', '\n', 0 -> {}
        default -> {
          value = b & 0xFF;
          return Kind.BYTE;
        }
      }
    }
    return Kind.END;
  }

  private Kind control() {
    if (at >= bytes.length) {
      return Kind.END;
    }
    byte b = bytes[at];
    if (isLetter(b)) {
      word();
      return Kind.WORD;
    }
    at++;
    numbered = false;
    switch (b) {
      case '\'' -> {
        value = hex(at) << 4 | hex(at + 1);
        at = Math.min(bytes.length, at + 2);
        return Kind.BYTE;
      }
      case '\\', '{', '}' -> {
        value = b;
        return Kind.BYTE;
      }
      case '\r', '\n' -> word = "par";
      default -> word = String.valueOf((char) b); // \* \~ \_ \-
    }
    return Kind.WORD;
  }

  private void word() {
    int from = at;
    while (at < bytes.length && isLetter(bytes[at]) && at - from < LONGEST_WORD) {
      at++;
    }
    word = ascii(from, at);
    int start = at;
    if (at < bytes.length && bytes[at] == '-') {
      at++;
    }
    int digits = at;
    while (at < bytes.length && isDigit(bytes[at]) && at - digits < LONGEST_NUMBER) {
      at++;
    }
    numbered = at > digits;
    if (numbered) {
      number = (int) Long.parseLong(ascii(start, at));
    } else {
      at = start;
    }
    if (at < bytes.length && bytes[at] == ' ') {
      at++;
    }
  }

  private String ascii(int from, int to) {
    StringBuilder text = new StringBuilder(to - from);
    for (int i = from; i < to; i++) {
      text.append((char) bytes[i]);
    }
    return text.toString();
  }

  private int hex(int place) {
    return place < bytes.length ? Math.max(0, Character.digit(bytes[place], 16)) : 0;
  }

  private static boolean isLetter(byte b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  /** The control word, or the sign behind the backslash. */
  String name() {
    return word;
  }

  /** The word's number; what is given where it has none. */
  int number(int without) {
    return numbered ? number : without;
  }

  /** The byte. */
  int value() {
    return value;
  }

  /** Passes over bytes that are no text, as those behind {@code \bin}. */
  void skip(int many) {
    at = (int) Math.min(bytes.length, (long) at + Math.max(0, many));
  }
}
