package org.jihe.source.html;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jihe.layout.Document;
import org.jihe.layout.Quarantined.Reason;
import org.jihe.source.file.Format;
import org.jihe.source.file.FormatReader;
import org.jihe.source.file.Limits;
import org.jihe.source.file.RawFile;
import org.jihe.source.file.Refusal;
import org.jihe.source.text.Encodings;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * Reads web pages and what Excel and Word save as such: tables become grids with their spans, text
 * outside them rows of one cell.
 */
public final class HtmlReader implements FormatReader {

  private static final int HEAD = 4096;
  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*[\"']?\\s*([\\w.:-]+)", Pattern.CASE_INSENSITIVE);

  @Override
  public Document read(RawFile source, Limits limits) throws Refusal {
    List<byte[]> pages =
        Mhtml.isMhtml(source.content()) ? Mhtml.pages(source.content()) : List.of(source.content());
    if (pages.isEmpty()) {
      throw new Refusal(source, Reason.DAMAGED, "no text/html part", "");
    }
    HtmlGrids grids = new HtmlGrids(source.name(), limits);
    String encoding = "";
    for (byte[] page : pages) {
      Encodings.Decoded decoded = decode(page);
      encoding = encoding.isEmpty() ? decoded.encoding() : encoding;
      grids.add(Jsoup.parse(decoded.text()));
    }
    if (grids.exceeded() != null) {
      throw new Refusal(source, Reason.LIMIT_EXCEEDED, grids.exceeded(), "");
    }
    Document document =
        new Document(source.name(), Format.HTML.id(), encoding, grids.take(), grids.notes());
    if (document.grids().isEmpty()) {
      throw new Refusal(source, Reason.EMPTY, source.content().length + " B", "");
    }
    return document;
  }

  /**
   * The bytes decide where they can: pages that say GB2312 hold characters of GB18030, and pages
   * that were converted to UTF-8 still say what they were before.
   */
  static Encodings.Decoded decode(byte[] page) {
    Encodings.Decoded decoded = Encodings.decode(page, page.length);
    if (decoded != null && !decoded.encoding().equals(Encodings.GB18030.name())) {
      return decoded;
    }
    Charset told = told(page);
    boolean other = told != null && !told.name().startsWith("GB") && !told.name().startsWith("UTF");
    if (decoded != null && !other) {
      return decoded;
    }
    Charset charset = told == null ? Encodings.GB18030 : told;
    return new Encodings.Decoded(new String(page, charset), charset.name());
  }

  /** The encoding that the page tells, or null. */
  private static @Nullable Charset told(byte[] page) {
    String head = new String(page, 0, Math.min(HEAD, page.length), StandardCharsets.ISO_8859_1);
    Matcher matcher = CHARSET.matcher(head);
    if (!matcher.find()) {
      return null;
    }
    try {
      String name = matcher.group(1).toUpperCase(Locale.ROOT);
      return name.startsWith("GB") ? Encodings.GB18030 : Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }
}
