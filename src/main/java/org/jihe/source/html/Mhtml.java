package org.jihe.source.html;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Web archives ({@code .mht}), as Excel and Word save workbooks and documents for the web: finds
 * the pages among the parts and takes off their transfer encoding.
 */
final class Mhtml {

  private static final int HEAD = 4096;
  private static final int MOST_PARTS = 10_000;
  private static final Pattern BOUNDARY =
      Pattern.compile("boundary\\s*=\\s*(?:\"([^\"]+)\"|([^\\s;]+))", Pattern.CASE_INSENSITIVE);
  private static final Pattern BODY = Pattern.compile("\\r?\\n\\r?\\n");

  private Mhtml() {}

  /** True where the file's own head, the lines before the first empty one, is that of a message. */
  static boolean isMhtml(byte[] content) {
    String head = latin(content, 0, Math.min(HEAD, content.length)).toLowerCase(Locale.ROOT);
    Matcher body = BODY.matcher(head);
    String lines = "\n" + (body.find() ? head.substring(0, body.start()) : head);
    return lines.strip().startsWith("mime-version:")
        || (!lines.strip().startsWith("<") && lines.contains("\nmime-version:"));
  }

  /** The bytes of every page in the order of the archive. */
  static List<byte[]> pages(byte[] content) {
    List<byte[]> pages = new ArrayList<>();
    String all = latin(content, 0, content.length);
    Matcher boundary = BOUNDARY.matcher(all.substring(0, Math.min(HEAD, all.length())));
    if (!boundary.find()) {
      addPage(all, pages);
      return pages;
    }
    String name = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
    String mark = "\n--" + name;
    int at = all.indexOf(mark);
    for (int parts = 0; at >= 0 && parts < MOST_PARTS; parts++) {
      int from = at + mark.length();
      int next = all.indexOf(mark, from);
      addPage(all.substring(from, next < 0 ? all.length() : next), pages);
      at = next;
    }
    return pages;
  }

  private static void addPage(String part, List<byte[]> pages) {
    Matcher body = BODY.matcher(part);
    if (!body.find()) {
      return;
    }
    String head = part.substring(0, body.start()).toLowerCase(Locale.ROOT);
    if (!head.contains("text/html")) {
      return;
    }
    String text = part.substring(body.end());
    if (head.contains("quoted-printable")) {
      pages.add(quotedPrintable(text));
    } else if (head.contains("base64")) {
      pages.add(base64(text));
    } else {
      pages.add(text.getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  private static byte[] base64(String text) {
    String letters = text.replaceAll("[^A-Za-z0-9+/]", "");
    return Base64.getDecoder()
        .decode(letters.substring(0, letters.length() / 4 * 4 + rest(letters)));
  }

  /** Letters after the last four that still hold a byte. */
  private static int rest(String letters) {
    int rest = letters.length() % 4;
    return rest == 1 ? 0 : rest;
  }

  private static byte[] quotedPrintable(String text) {
    byte[] decoded = new byte[text.length()];
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '=') {
        decoded[length++] = (byte) c;
      } else if (text.startsWith("\r\n", i + 1)) {
        i += 2;
      } else if (text.startsWith("\n", i + 1)) {
        i += 1;
      } else {
        int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
        int low = i + 2 < text.length() ? Character.digit(text.charAt(i + 2), 16) : -1;
        if (high < 0 || low < 0) {
          decoded[length++] = (byte) c;
        } else {
          decoded[length++] = (byte) (high << 4 | low);
          i += 2;
        }
      }
    }
    return Arrays.copyOf(decoded, length);
  }

  private static String latin(byte[] content, int from, int to) {
    return new String(content, from, to - from, StandardCharsets.ISO_8859_1);
  }
}
