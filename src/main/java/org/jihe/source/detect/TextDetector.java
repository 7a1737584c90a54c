package org.jihe.source.detect;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jihe.source.detect.Detector.Detected;
import org.jihe.source.file.Format;
import org.jihe.source.text.CsvReader;
import org.jspecify.annotations.Nullable;

/** Tells web pages, JSON, CSV and plain text apart by the beginning of the text. */
final class TextDetector {

  private static final Pattern PAGE =
      Pattern.compile(
          "<(?:!doctype\\s+html|html|head|body|table|tbody|thead|tr|div|meta|style|title|center|form|base|"
              + "link|script)\\b.*",
          Pattern.DOTALL);

  /** The name space of a flat OpenDocument file's root. */
  private static final String OPEN_DOCUMENT = "urn:oasis:names:tc:opendocument:xmlns:office";

  /** The root of a workbook of Excel 2003. */
  private static final Pattern WORKBOOK =
      Pattern.compile(
          "<(?:\\w+:)?workbook\\b[^>]*\"urn:schemas-microsoft-com:office:spreadsheet\"");

  private static final Pattern MARKUP = Pattern.compile("<(?:[a-z!?][^<>]*)>?.*", Pattern.DOTALL);
  private static final Pattern TABLE = Pattern.compile("<(?:table|html|body)\\b");
  private static final Pattern MIME =
      Pattern.compile("(?m)\\A(?:[\\w-]+:.*\\R(?:[ \\t].*\\R)*)*?mime-version:");
  private static final Pattern MULTIPART = Pattern.compile("multipart/(?:related|alternative)");
  private static final Pattern JSON =
      Pattern.compile("(?:\\{\\s*(?:[\"}]|\\z)|\\[\\s*(?:[\\[{\\]]|\\z)).*", Pattern.DOTALL);

  private static final int LINES = 64;

  private TextDetector() {}

  static Detected of(String head, Format promised) {
    String text = head.strip();
    char first = text.isEmpty() ? ' ' : text.charAt(0);
    boolean mayStart = Character.isLetter(first) || "<{[".indexOf(first) >= 0;
    if (promised == Format.HTML || (first < 0x80 && mayStart)) {
      String start = text.substring(0, Math.min(4096, text.length())).toLowerCase(Locale.ROOT);
      Detected told = byStart(start, promised);
      if (told != null) {
        return told;
      }
    }
    return Detected.of(fields(head, promised));
  }

  private static @Nullable Detected byStart(String start, Format promised) {
    if (start.startsWith("{\\rtf")) {
      return Detected.of(Format.RTF);
    }
    if (start.startsWith("mime-version:")
        || (MULTIPART.matcher(start).find() && MIME.matcher(start).find())) {
      return Detected.of(Format.HTML);
    }
    if (start.startsWith("<")) {
      return markup(start, promised);
    }
    boolean bracket = start.startsWith("{") || start.startsWith("[");
    if (JSON.matcher(start).matches() || (promised == Format.JSON && bracket)) {
      return Detected.of(Format.JSON);
    }
    return promised == Format.HTML && TABLE.matcher(start).find() ? Detected.of(Format.HTML) : null;
  }

  private static Detected markup(String start, Format promised) {
    if (start.startsWith("<?xml") && start.contains(OPEN_DOCUMENT)) {
      return Detected.of(Format.ODF);
    }
    if (WORKBOOK.matcher(start).find()) {
      return Detected.of(Format.XML);
    }
    if (PAGE.matcher(start).matches() || TABLE.matcher(start).find()) {
      return Detected.of(Format.HTML);
    }
    if (start.startsWith("<?xml")) {
      return Detected.unknown("application/xml");
    }
    return Detected.of(
        promised == Format.HTML && MARKUP.matcher(start).matches() ? Format.HTML : Format.TEXT);
  }

  /** Text or CSV, by how many fields each separator gives. */
  private static Format fields(String head, Format promised) {
    if (head.startsWith("sep=") || head.startsWith("\"sep=")) {
      return Format.CSV;
    }
    int tabbed = 0;
    int lines = 0;
    int commas = 0;
    for (String line : head.lines().limit(LINES).toList()) {
      lines += line.isBlank() ? 0 : 1;
      tabbed += line.indexOf('\t') >= 0 ? 1 : 0;
      commas += line.indexOf(',') >= 0 || line.indexOf(';') >= 0 ? 1 : 0;
    }
    boolean separated =
        promised == Format.CSV
            ? tabbed * 2 <= lines || commas * 2 >= lines
            : tabbed == 0 && commas * 2 > lines && CsvReader.looksSeparated(head);
    return separated ? Format.CSV : Format.TEXT;
  }
}
