package org.jihe.source.detect;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;
import org.jihe.source.file.Format;
import org.jihe.source.file.RawFile;
import org.jihe.source.text.Encodings;
import org.jspecify.annotations.Nullable;

/**
 * Tells the format of a source by its content; the name decides only where the content leaves it
 * open, as in a damaged file.
 */
public final class Detector {

  /** Bytes of a text that are looked at. */
  private static final int HEAD = 8192;

  private static final int PDF_MARK_WITHIN = 1024;
  private static final int NAMES = 2000;
  private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

  /** Members that tell what a package is; the first of them that is met does. */
  private static final Map<String, Detected> MEMBERS =
      Map.of(
          "xl/workbook.bin",
          Detected.unknown("application/vnd.ms-excel.sheet.binary.macroenabled.12"),
          "xl/workbook.xml",
          Detected.of(Format.XLSX),
          "word/document.xml",
          Detected.of(Format.DOCX),
          "ppt/presentation.xml",
          Detected.unknown(
              "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
          "OFD.xml",
          Detected.unknown("application/ofd"));

  private static final Map<String, Format> EXTENSIONS =
      Map.ofEntries(
          Map.entry("txt", Format.TEXT),
          Map.entry("tsv", Format.TEXT),
          Map.entry("text", Format.TEXT),
          Map.entry("csv", Format.CSV),
          Map.entry("xlsx", Format.XLSX),
          Map.entry("xlsm", Format.XLSX),
          Map.entry("xltx", Format.XLSX),
          Map.entry("xls", Format.XLS),
          Map.entry("et", Format.XLS),
          Map.entry("docx", Format.DOCX),
          Map.entry("docm", Format.DOCX),
          Map.entry("doc", Format.DOC),
          Map.entry("wps", Format.DOC),
          Map.entry("ods", Format.ODF),
          Map.entry("ots", Format.ODF),
          Map.entry("odt", Format.ODF),
          Map.entry("ott", Format.ODF),
          Map.entry("fods", Format.ODF),
          Map.entry("fodt", Format.ODF),
          Map.entry("rtf", Format.RTF),
          Map.entry("xml", Format.XML),
          Map.entry("pdf", Format.PDF),
          Map.entry("html", Format.HTML),
          Map.entry("htm", Format.HTML),
          Map.entry("xhtml", Format.HTML),
          Map.entry("shtml", Format.HTML),
          Map.entry("mht", Format.HTML),
          Map.entry("mhtml", Format.HTML),
          Map.entry("json", Format.JSON),
          Map.entry("jsonl", Format.JSON),
          Map.entry("ndjson", Format.JSON),
          Map.entry("png", Format.IMAGE),
          Map.entry("jpg", Format.IMAGE),
          Map.entry("jpeg", Format.IMAGE),
          Map.entry("tif", Format.IMAGE),
          Map.entry("tiff", Format.IMAGE),
          Map.entry("bmp", Format.IMAGE),
          Map.entry("gif", Format.IMAGE),
          Map.entry("webp", Format.IMAGE),
          Map.entry("zip", Format.ZIP));

  private static final Set<String> PICTURES =
      Set.of("png", "jpeg", "gif", "bmp", "tiff", "webp", "jp2", "x-ms-bmp");

  private Detector() {}

  /**
   * What a source is.
   *
   * @param mediaType its media type, such as {@code application/x-rar-compressed}; for the message
   *     where the format is unknown, empty where nothing is known of it
   */
  public record Detected(Format format, String mediaType) {

    static Detected of(Format format) {
      return new Detected(format, "");
    }

    public static Detected unknown(String mediaType) {
      return new Detected(Format.UNKNOWN, mediaType);
    }
  }

  /** The format that the name promises; {@link Format#UNKNOWN} where it promises nothing known. */
  public static Format promised(String name) {
    String last = name.substring(name.lastIndexOf('/') + 1);
    int dot = last.lastIndexOf('.');
    String extension = dot < 0 ? "" : last.substring(dot + 1).toLowerCase(Locale.ROOT);
    return EXTENSIONS.getOrDefault(extension, Format.UNKNOWN);
  }

  public static Detected detect(RawFile source) {
    byte[] content = source.content();
    if (hasZipMark(content)) {
      return packed(source);
    }
    if (Encodings.startsWith(content, 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1)) {
      return compound(source);
    }
    if (hasPdfMark(content)) {
      return Detected.of(Format.PDF);
    }
    Encodings.Decoded head = Encodings.decode(content, Math.min(HEAD, content.length));
    boolean wide = head != null && head.encoding().startsWith("UTF-16");
    if (!wide && hasControl(content)) {
      Detected binary = binary(content);
      if (binary != null) {
        return binary;
      }
    }
    if (head == null || Encodings.looksBinary(head.text())) {
      Format promised = promised(source.name());
      return promised == Format.PDF || promised == Format.IMAGE
          ? Detected.of(promised) // its beginning is damaged: its reader says so
          : Detected.unknown("");
    }
    return TextDetector.of(head.text(), promised(source.name()));
  }

  /** What the bytes are by their magic numbers, or null where these do not speak against text. */
  private static @Nullable Detected binary(byte[] content) {
    MediaType type = byMagic(content);
    if (type.getType().equals("image") && PICTURES.contains(type.getSubtype())) {
      return Detected.of(Format.IMAGE);
    }
    boolean text =
        type.equals(MediaType.OCTET_STREAM)
            || type.equals(MediaType.APPLICATION_XML)
            || type.getType().equals("text");
    return text ? null : Detected.unknown(type.toString());
  }

  private static Detected packed(RawFile source) {
    List<String> names = new ZipNames(source.content()).first(NAMES);
    for (String name : names) {
      Detected told = MEMBERS.get(name);
      if (told != null) {
        return told;
      }
    }
    boolean office = names.contains("[Content_Types].xml");
    Format folder = office ? byFolder(names) : null;
    if (folder != null) {
      return Detected.of(folder);
    }
    Format promised = promised(source.name());
    boolean promisesOffice = promised == Format.XLSX || promised == Format.DOCX;
    if (names.isEmpty()) {
      return promisesOffice ? Detected.of(promised) : withoutMembers(source, promised);
    }
    if (names.get(0).equals("mimetype")) {
      String type = byMagic(source.content()).toString();
      return isOpenDocument(type) ? Detected.of(Format.ODF) : Detected.unknown(type);
    }
    if (names.contains("content.xml") && names.contains("META-INF/manifest.xml")) {
      return Detected.of(Format.ODF);
    }
    return Detected.of(office && promisesOffice ? promised : Format.ZIP);
  }

  private static boolean isOpenDocument(String mediaType) {
    return mediaType.startsWith("application/vnd.oasis.opendocument.spreadsheet")
        || mediaType.startsWith("application/vnd.oasis.opendocument.text");
  }

  /** An archive that is empty, or of which nothing but its mark is left. */
  private static Detected withoutMembers(RawFile source, Format promised) {
    boolean markAlone = !Encodings.startsWith(source.content(), 'P', 'K', 5, 6);
    return markAlone && promised != Format.ZIP
        ? Detected.unknown("application/zip")
        : Detected.of(Format.ZIP);
  }

  /** What an office package is whose main part has another name than usual, or null. */
  private static @Nullable Format byFolder(List<String> names) {
    if (names.stream().anyMatch(name -> name.startsWith("xl/"))) {
      return Format.XLSX;
    }
    return names.stream().anyMatch(name -> name.startsWith("word/")) ? Format.DOCX : null;
  }

  private static Detected compound(RawFile source) {
    Set<String> names = new OleNames(source.content()).names();
    if (names.contains("EncryptedPackage")) {
      return Detected.of(Format.XLSX); // Word's as well: the reader says that it is protected
    }
    if (names.contains("Workbook") || names.contains("Book") || names.contains("WORKBOOK")) {
      return Detected.of(Format.XLS);
    }
    if (names.contains("WordDocument")) {
      return Detected.of(Format.DOC);
    }
    if (names.contains("PowerPoint Document")) {
      return Detected.unknown("application/vnd.ms-powerpoint");
    }
    Format promised = promised(source.name());
    return promised == Format.XLS || promised == Format.DOC
        ? Detected.of(promised)
        : Detected.unknown("application/x-tika-msoffice");
  }

  private static boolean hasZipMark(byte[] content) {
    return Encodings.startsWith(content, 'P', 'K', 3, 4)
        || Encodings.startsWith(content, 'P', 'K', 5, 6)
        || Encodings.startsWith(content, 'P', 'K', 7, 8);
  }

  private static boolean hasPdfMark(byte[] content) {
    int last = Math.min(PDF_MARK_WITHIN, content.length - PDF.length);
    for (int at = 0; at <= last; at++) {
      if (content[at] == '%' && Arrays.equals(content, at, at + PDF.length, PDF, 0, PDF.length)) {
        return true;
      }
    }
    return false;
  }

  /** True where the beginning holds bytes that no text has, outside UTF-16. */
  private static boolean hasControl(byte[] content) {
    for (int i = 0; i < Math.min(HEAD, content.length); i++) {
      byte b = content[i];
      if ((b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f')
          || b == (byte) 0xFF) {
        return true;
      }
    }
    return false;
  }

  private static MediaType byMagic(byte[] content) {
    try {
      int length = Math.min(content.length, 65_536);
      return Magic.TYPES.detect(new ByteArrayInputStream(content, 0, length), new Metadata());
    } catch (IOException e) {
      return MediaType.OCTET_STREAM; // bytes in memory can always be read
    }
  }

  /** Read on first use: texts do not need it. */
  private static final class Magic {
    static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();
  }
}
