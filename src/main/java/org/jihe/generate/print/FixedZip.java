package org.jihe.generate.print;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ooxml.POIXMLDocument;

/** Archives whose bytes depend on their entries alone: no time of day, no time zone. */
final class FixedZip {

  /** Every entry's time, as the clock on the wall shows it. */
  private static final LocalDateTime TIME = LocalDateTime.of(2024, 1, 1, 0, 0);

  private FixedZip() {}

  /** Gives a document a day of creation that is always the same. */
  @SuppressWarnings("JavaUtilDate") // what the library asks for
  static void date(POIXMLDocument document) {
    document.getProperties().getCoreProperties().setCreated(Optional.of(new Date(0)));
  }

  /** An archive of the entries, in their order. */
  static byte[] of(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        ZipEntry written = new ZipEntry(entry.getKey());
        written.setTimeLocal(TIME);
        zip.putNextEntry(written);
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  /** The same archive with its entries by name, all of the same time; the types' list is first. */
  static byte[] again(byte[] archive) throws IOException {
    Map<String, byte[]> entries = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), zip.readAllBytes());
      }
    }
    return of(entries);
  }
}
