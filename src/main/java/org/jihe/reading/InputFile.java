package org.jihe.reading;

import java.io.Serializable;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jihe.message.Visible;

/**
 * A file that the inputs name, in a form that reaches another process whole.
 *
 * @param name the path as the user gave it, for positions and messages, with {@code /} between its
 *     parts; what a terminal or a table could not show stands as {@code \xNN}
 * @param input the input that named it or its folder, as the user gave it
 * @param uri the file's address, which keeps every byte of its name
 * @param origin how it came among the inputs
 * @param bytes its size when it was listed; 0 where that is not known
 */
public record InputFile(String name, String input, String uri, Origin origin, long bytes)
    implements Serializable {

  /** How a file came among the inputs. */
  public enum Origin {
    /** The user named it, or it could not be looked at: whatever comes of it is reported. */
    NAMED,
    /** It stands in a folder and its name ends like a form's. */
    FOUND,
    /** It stands in a folder and its name says nothing: reported only where it holds a form. */
    UNSURE
  }

  static InputFile of(Path file, Path input, Origin origin, long bytes) {
    return new InputFile(name(file), name(input), file.toUri().toString(), origin, bytes);
  }

  /** The file's path. */
  Path path() {
    return Path.of(URI.create(uri));
  }

  /** The path as it is shown and stored. */
  public static String name(Path file) {
    String name = file.toString();
    if (name.indexOf('\uFFFD') >= 0) {
      name = inBytes(file);
    }
    if (file.getFileSystem().getSeparator().equals("\\")) {
      name = name.replace('\\', '/');
    }
    return Visible.name(name);
  }

  /** Each part of the path by its bytes: two names that are no UTF-8 stay two names. */
  private static String inBytes(Path file) {
    List<String> parts = new ArrayList<>();
    for (Path part : file) {
      String text = part.toString();
      parts.add(text.indexOf('\uFFFD') < 0 ? text : fromBytes(bytes(part)));
    }
    return (file.isAbsolute() ? "/" : "") + String.join("/", parts);
  }

  private static byte[] bytes(Path part) {
    String raw = part.toAbsolutePath().toUri().getRawPath();
    String last = raw.substring(raw.lastIndexOf('/') + 1);
    byte[] bytes = new byte[last.length()];
    int length = 0;
    for (int i = 0; i < last.length(); i++) {
      if (last.charAt(i) == '%') {
        bytes[length++] = (byte) Integer.parseInt(last.substring(i + 1, i + 3), 16);
        i += 2;
      } else {
        bytes[length++] = (byte) last.charAt(i);
      }
    }
    return java.util.Arrays.copyOf(bytes, length);
  }

  /** UTF-8 where it is, the bytes' numbers where it is not. */
  private static String fromBytes(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (int from = 0; from < bytes.length; ) {
      int length = lengthOfCharacter(bytes, from);
      if (length == 0) {
        text.append(Visible.standIn(bytes[from++]));
      } else {
        text.append(new String(bytes, from, length, StandardCharsets.UTF_8));
        from += length;
      }
    }
    return text.toString();
  }

  /** Bytes of the character that begins there; 0 where none does. */
  private static int lengthOfCharacter(byte[] bytes, int from) {
    for (int length = 1; length <= 4 && from + length <= bytes.length; length++) {
      if (isCharacter(ByteBuffer.wrap(bytes, from, length))) {
        return length;
      }
    }
    return 0;
  }

  private static boolean isCharacter(ByteBuffer bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).decode(bytes);
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
