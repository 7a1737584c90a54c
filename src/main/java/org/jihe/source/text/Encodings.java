package org.jihe.source.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jihe.layout.Quarantined.Reason;
import org.jihe.source.file.RawFile;
import org.jihe.source.file.Refusal;
import org.jspecify.annotations.Nullable;

/** Finds the encoding of a text in its bytes: a mark at its beginning, or what can be read. */
public final class Encodings {

  public static final Charset GB18030 = Charset.forName("GB18030");

  /** What stands where the bytes have no meaning. */
  public static final char REPLACEMENT = '\uFFFD';

  private static final int EXCERPT = 200;
  private static final double MOST_STRANGE = 0.02;

  /** A text in UTF-8 in which single bytes were damaged stays UTF-8. */
  private static final double MOST_DAMAGED = 0.02;

  /** Of so many bytes of a text in UTF-16 one at least is the zero half of a digit or line end. */
  private static final int RAREST_ZERO = 200;

  /** Share of characters of Chinese texts in a text in UTF-16 without a mark. */
  private static final double LEAST_USUAL = 0.95;

  /** Bytes of a character that may be left of it where a file is cut off. */
  private static final int MOST_CUT = 3;

  private Encodings() {}

  /**
   * A text and the encoding it was read in.
   *
   * @param encoding name of the character set
   */
  public record Decoded(String text, String encoding) {}

  /**
   * The text of a source.
   *
   * @throws Refusal where it is in no encoding that is known, or nothing but white space
   */
  public static Decoded text(RawFile source) throws Refusal {
    byte[] content = source.content();
    String size = content.length + " B";
    Decoded decoded = decode(content, content.length);
    if (decoded == null) {
      throw new Refusal(source, Reason.UNKNOWN_FORMAT, size, "");
    }
    if (decoded.text.isBlank()) {
      throw new Refusal(source, Reason.EMPTY, size, "");
    }
    if (looksBinary(decoded.text)) {
      throw new Refusal(source, Reason.UNKNOWN_FORMAT, size, excerpt(decoded.text));
    }
    return decoded;
  }

  /** The beginning of a text in one line, for quarantine. */
  public static String excerpt(String text) {
    String start = text.substring(0, Math.min(10 * EXCERPT, text.length())).strip();
    String line = start.replaceAll("\\p{Cntrl}", "·");
    return line.substring(0, Math.min(EXCERPT, line.length()));
  }

  /** The text of the first bytes, or null where they are in no encoding that is known. */
  public static @Nullable Decoded decode(byte[] content, int length) {
    if (startsWith(content, 0xEF, 0xBB, 0xBF)) {
      return lenient(content, 3, length, StandardCharsets.UTF_8);
    }
    if (startsWith(content, 0xFF, 0xFE)) {
      return lenient(content, 2, 2 + (length - 2) / 2 * 2, StandardCharsets.UTF_16LE);
    }
    if (startsWith(content, 0xFE, 0xFF)) {
      return lenient(content, 2, 2 + (length - 2) / 2 * 2, StandardCharsets.UTF_16BE);
    }
    Decoded wide = wide(content, length);
    if (wide != null) {
      return wide;
    }
    String utf8 = new String(content, 0, length, StandardCharsets.UTF_8);
    int damaged = count(utf8, REPLACEMENT);
    if (damaged == 0) {
      return new Decoded(utf8, StandardCharsets.UTF_8.name());
    }
    Decoded cut = strict(content, length, StandardCharsets.UTF_8);
    if (cut != null) {
      return cut;
    }
    if (damaged < beyondAscii(utf8) * MOST_DAMAGED) {
      return new Decoded(utf8, StandardCharsets.UTF_8.name());
    }
    return strict(content, length, GB18030);
  }

  /** True where the bytes begin with those of the mark. */
  public static boolean startsWith(byte[] content, int... head) {
    if (content.length < head.length) {
      return false;
    }
    for (int i = 0; i < head.length; i++) {
      if ((content[i] & 0xFF) != head[i]) {
        return false;
      }
    }
    return true;
  }

  /** GB18030 gives a meaning to almost any bytes, so what came out is looked at once more. */
  public static boolean looksBinary(String text) {
    int strange = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' ? "\t\n\r\f".indexOf(c) < 0 : c >= 0x7F && !isHan(c) && isStrange(text, i)) {
        strange++;
      }
    }
    return strange > text.length() * MOST_STRANGE;
  }

  private static boolean isStrange(String text, int at) {
    if (Character.isLowSurrogate(text.charAt(at))) {
      return false; // counted with its high surrogate
    }
    int type = Character.getType(text.codePointAt(at));
    return type == Character.CONTROL
        || type == Character.PRIVATE_USE
        || type == Character.UNASSIGNED
        || type == Character.SURROGATE
        || text.charAt(at) == REPLACEMENT;
  }

  /**
   * UTF-16 without a mark: the halves of spaces, digits and line ends that are zero give it away.
   */
  private static @Nullable Decoded wide(byte[] content, int length) {
    int even = zeros(content, 0, length);
    int odd = zeros(content, 1, length);
    int more = Math.max(even, odd);
    if (more == 0 || more * (long) RAREST_ZERO < length || Math.min(even, odd) * 10 > more) {
      return null;
    }
    Charset charset = even > odd ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    Decoded decoded = lenient(content, 0, length / 2 * 2, charset);
    int usual = 0;
    for (int i = 0; i < decoded.text.length(); i++) {
      usual += isUsual(decoded.text.charAt(i)) ? 1 : 0;
    }
    return usual > 0 && usual >= decoded.text.length() * LEAST_USUAL ? decoded : null;
  }

  /** How many of every second byte are zero. */
  private static int zeros(byte[] content, int from, int length) {
    int zeros = 0;
    for (int i = from; i < length; i += 2) {
      zeros += content[i] == 0 ? 1 : 0;
    }
    return zeros;
  }

  /** True for what texts of forms consist of. */
  private static boolean isUsual(char c) {
    return (c >= ' ' && c < 0x7F)
        || c == '\t'
        || c == '\n'
        || c == '\r'
        || c == '\f'
        || isHan(c)
        || isChinesePunctuation(c);
  }

  private static Decoded lenient(byte[] content, int from, int to, Charset charset) {
    String text = to <= from ? "" : new String(content, from, to - from, charset);
    return new Decoded(text, charset.name());
  }

  /** Every byte must have a meaning, but for a last character that was cut off with the file. */
  private static @Nullable Decoded strict(byte[] content, int length, Charset charset) {
    for (int cut = 0; cut <= MOST_CUT && cut <= length; cut++) {
      try {
        String text =
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(content, 0, length - cut))
                .toString();
        return new Decoded(text, charset.name());
      } catch (CharacterCodingException e) {
        // one byte less may do
      }
    }
    return null;
  }

  /** Marks, letter-like signs, arrows, operators, circled numbers, rules and full-width forms. */
  private static boolean isChinesePunctuation(char c) {
    return (c >= 0x2010 && c <= 0x203B)
        || (c >= 0x2100 && c <= 0x22FF)
        || (c >= 0x2460 && c <= 0x25FF)
        || (c >= 0x3000 && c <= 0x301F)
        || c >= 0xFF00;
  }

  private static boolean isHan(char c) {
    return c >= 0x4E00 && c <= 0x9FFF;
  }

  private static int count(String text, char wanted) {
    int count = 0;
    for (int i = text.indexOf(wanted); i >= 0; i = text.indexOf(wanted, i + 1)) {
      count++;
    }
    return count;
  }

  private static int beyondAscii(String text) {
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      count += text.charAt(i) > 0x7F ? 1 : 0;
    }
    return count;
  }
}
