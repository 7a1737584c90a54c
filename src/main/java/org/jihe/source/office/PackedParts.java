package org.jihe.source.office;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.openxml4j.util.ZipEntrySource;
import org.jihe.layout.Quarantined.Reason;
import org.jihe.source.file.Budget;
import org.jihe.source.file.ReadingStopped;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an Office Open XML file by their names. A part is unpacked when it is asked for, so
 * pictures, embedded objects and macros never are; all of it is metered.
 */
public final class PackedParts implements ZipEntrySource, Closeable {

  private final ZipFile zip;
  private final Budget budget;
  private final Map<String, ZipArchiveEntry> entries = new HashMap<>();
  private boolean closed;

  private PackedParts(ZipFile zip, Budget budget) {
    this.zip = zip;
    this.budget = budget;
  }

  /** Opens a package; what is behind a password is refused as such. */
  public static PackedParts open(byte[] content, Budget budget) throws IOException {
    byte[] plain =
        OleContainer.isOle(content) ? OleContainer.openedPackage(content, budget) : content;
    if (plain.length < 4 || plain[0] != 'P' || plain[1] != 'K') {
      throw new ReadingStopped(Reason.UNKNOWN_FORMAT, "no package");
    }
    budget.packed(plain.length);
    ZipFile zip =
        ZipFile.builder()
            .setSeekableByteChannel(new SeekableInMemoryByteChannel(plain))
            .setIgnoreLocalFileHeader(true)
            .get();
    PackedParts parts = new PackedParts(zip, budget);
    for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
      budget.checkInterrupted();
      parts.entries.putIfAbsent(key(entry.getName()), entry);
    }
    return parts;
  }

  /** The part that the package is about, such as {@code xl/workbook.xml}. */
  public String main(String usual) throws IOException, XMLStreamException {
    String main = usual;
    for (Relation relation : relations("").values()) {
      if (relation.is("officeDocument")) {
        main = relation.target();
      }
    }
    if (!has(main)) {
      throw new ReadingStopped(Reason.UNKNOWN_FORMAT, "no " + usual);
    }
    return main;
  }

  public boolean has(String part) {
    return entries.containsKey(key(part));
  }

  /** True where a picture is packed. */
  public boolean hasPictures() {
    return entries.keySet().stream().anyMatch(name -> name.contains("/media/"));
  }

  /** Opens a part for reading as XML; the caller closes nothing: it stands in memory. */
  public XMLStreamReader xml(String part) throws IOException, XMLStreamException {
    ZipArchiveEntry entry = entries.get(key(part));
    if (entry == null) {
      throw new ReadingStopped(Reason.DAMAGED, "no part " + part);
    }
    return Xml.reader(getInputStream(entry));
  }

  /** Where a part points to: the kind by the last word of its address, and the part's name. */
  public record Relation(String type, String target) {

    public boolean is(String kind) {
      return type.endsWith("/" + kind);
    }
  }

  /** What a part points to, by identifier; the package itself has no name. */
  public Map<String, Relation> relations(String part) throws IOException, XMLStreamException {
    int slash = part.lastIndexOf('/') + 1;
    String folder = part.substring(0, slash);
    String name = folder + "_rels/" + part.substring(slash) + ".rels";
    Map<String, Relation> relations = new LinkedHashMap<>();
    if (!has(name)) {
      return relations;
    }
    XMLStreamReader xml = xml(name);
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT
          && xml.getLocalName().equals("Relationship")
          && !"External".equals(xml.getAttributeValue(null, "TargetMode"))) {
        relations.put(
            Xml.attribute(xml, "Id", ""),
            new Relation(
                Xml.attribute(xml, "Type", ""),
                resolved(folder, Xml.attribute(xml, "Target", ""))));
      }
    }
    return relations;
  }

  private static String resolved(String folder, String target) {
    String path = target.startsWith("/") ? target.substring(1) : folder + target;
    StringBuilder resolved = new StringBuilder();
    for (String step : path.split("/", -1)) {
      if (step.equals("..")) {
        int end = resolved.lastIndexOf("/");
        resolved.setLength(Math.max(0, end));
      } else if (!step.equals(".")) {
        resolved.append(resolved.isEmpty() ? "" : "/").append(step);
      }
    }
    return resolved.toString();
  }

  /** Names of parts mean the same in either case; some programs write backslashes. */
  private static String key(String name) {
    String path = name.replace('\\', '/').toLowerCase(Locale.ROOT);
    return path.startsWith("/") ? path.substring(1) : path;
  }

  @Override
  public Enumeration<? extends ZipArchiveEntry> getEntries() {
    return Collections.enumeration(entries.values());
  }

  @Override
  public @Nullable ZipArchiveEntry getEntry(String path) {
    return entries.get(key(path));
  }

  @Override
  public InputStream getInputStream(ZipArchiveEntry entry) throws IOException {
    InputStream packed = zip.getInputStream(entry);
    if (packed == null) {
      return new ByteArrayInputStream(new byte[0]);
    }
    return budget.unpacking(packed, entry.getCompressedSize());
  }

  @Override
  public void close() throws IOException {
    closed = true;
    zip.close();
  }

  @Override
  public boolean isClosed() {
    return closed;
  }
}
