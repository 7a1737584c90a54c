package org.jihe.source.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jihe.layout.Quarantined.Reason;
import org.jihe.source.detect.ZipNames;
import org.jihe.source.file.Limits;
import org.jihe.source.file.RawFile;
import org.jihe.source.file.Refusal;
import org.jihe.source.file.TimedReading;
import org.jihe.source.file.Unpacked;
import org.jihe.source.text.Encodings;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks the members of one archive and of those inside it, one at a time and in memory alone:
 * what their names say, nothing is written anywhere. Counts what it unpacks over all of them.
 */
public final class ArchiveReader {

  /** Size of a directory with nothing in it. */
  private static final int NO_MEMBERS = 22;

  /** One archive that is out of proportion does not hide its neighbours; so many do. */
  private static final int MOST_OUT_OF_PROPORTION = 8;

  private static final int BUFFER = 64 << 10;
  private static final Set<String> HIDDEN = Set.of(".DS_Store", "Thumbs.db", "desktop.ini");

  private final Limits limits;
  private final Unpacked unpacked;
  private final Consumer<RawFile> members;
  private final Consumer<Refusal> refusals;
  private byte[] buffer = {}; // most sources are no archive
  private int seen;
  private int passedOver;
  private int depth;
  private int outOfProportion;

  /**
   * @param unpacked counts what is unpacked over all archives and what lies in them
   * @param members takes every member in turn; may call {@link #read} for one that is an archive
   * @param refusals takes what cannot be unpacked
   */
  public ArchiveReader(
      Limits limits, Unpacked unpacked, Consumer<RawFile> members, Consumer<Refusal> refusals) {
    this.limits = limits;
    this.unpacked = unpacked;
    this.members = members;
    this.refusals = refusals;
  }

  /** Members so far that no person put there, such as those of {@code __MACOSX}. */
  public int passedOver() {
    return passedOver;
  }

  /** Hands over every member of the archive. */
  public void read(RawFile archive) {
    depth++;
    int before = seen;
    int hidden = passedOver;
    try {
      if (depth > limits.depth()) {
        throw new Refusal(archive, Reason.LIMIT_EXCEEDED, "depth > " + limits.depth(), "");
      }
      int count = new ZipNames(archive.content()).count();
      if (seen + count > limits.members()) {
        throw new Refusal(archive, Reason.LIMIT_EXCEEDED, "members > " + limits.members(), "");
      }
      if (count > 0) {
        readByDirectory(archive);
      } else {
        readAsTheyFollow(archive);
      }
      if (seen == before) {
        String size = archive.content().length + " B, 0 members";
        String more = passedOver == hidden ? "" : ", " + (passedOver - hidden) + " passed over";
        throw new Refusal(archive, Reason.EMPTY, size + more, "");
      }
    } catch (Refusal refusal) {
      refusals.accept(refusal);
    } finally {
      depth--;
    }
  }

  private void readByDirectory(RawFile archive) throws Refusal {
    try (ZipFile zip = opened(archive)) {
      refuseOutOfProportion(archive, zip);
      Enumeration<ZipArchiveEntry> entries = zip.getEntriesInPhysicalOrder();
      while (entries.hasMoreElements()) {
        ZipArchiveEntry entry = entries.nextElement();
        member(archive, entry, zip.canReadEntryData(entry), () -> zip.getInputStream(entry));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory can always be closed", e);
    }
  }

  /**
   * What the directory tells is enough to refuse members that share their bytes before any of them
   * is unpacked; where it lies, the count of what is unpacked ends the reading. A member that will
   * be refused by itself does not hide the others.
   */
  private void refuseOutOfProportion(RawFile archive, ZipFile zip) throws Refusal {
    long told = 0;
    for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
      long size = Math.max(0, entry.getSize());
      if (size <= limits.bytes() && !isTooTight(size, entry)) {
        told += size;
      }
    }
    if (!unpacked.fits(told)) {
      outOfProportion++;
      throw new Refusal(archive, Reason.LIMIT_EXCEEDED, unpacked.tooTight(told), "");
    }
  }

  private boolean isTooTight(long size, ZipArchiveEntry member) {
    return size > Unpacked.LARGE && size / limits.ratio() > Math.max(1, member.getCompressedSize());
  }

  private static ZipFile opened(RawFile archive) throws Refusal {
    try {
      return ZipFile.builder()
          .setSeekableByteChannel(new SeekableInMemoryByteChannel(archive.content()))
          .setIgnoreLocalFileHeader(true)
          .get();
    } catch (IOException | RuntimeException e) {
      throw new Refusal(archive, Reason.DAMAGED, TimedReading.words(e), "");
    }
  }

  /** For an archive that was cut off: its directory stands at its end. */
  private void readAsTheyFollow(RawFile archive) throws Refusal {
    if (archive.content().length <= NO_MEMBERS
        && Encodings.startsWith(archive.content(), 'P', 'K', 5, 6)) {
      return;
    }
    ZipArchiveInputStream zip =
        new ZipArchiveInputStream(new ByteArrayInputStream(archive.content()), "UTF-8", true, true);
    for (ZipArchiveEntry entry = next(archive, zip); entry != null; entry = next(archive, zip)) {
      member(archive, entry, zip.canReadEntryData(entry), () -> unclosed(zip));
    }
    throw new Refusal(archive, Reason.DAMAGED, "the archive's directory is missing", "");
  }

  private static @Nullable ZipArchiveEntry next(RawFile archive, ZipArchiveInputStream zip)
      throws Refusal {
    try {
      return zip.getNextEntry();
    } catch (IOException | RuntimeException e) {
      throw new Refusal(archive, Reason.DAMAGED, TimedReading.words(e), "");
    }
  }

  private static InputStream unclosed(InputStream stream) {
    return new FilterInputStream(stream) {
      @Override
      public void close() {
        // the archive goes on
      }
    };
  }

  /** Opens a member. */
  @FunctionalInterface
  private interface Opening {
    InputStream open() throws IOException;
  }

  private void member(RawFile archive, ZipArchiveEntry entry, boolean readable, Opening opening)
      throws Refusal {
    if (entry.isDirectory()) {
      return;
    }
    String name = name(entry);
    if (isHidden(name) || entry.isUnixSymlink()) {
      passedOver++;
      return;
    }
    if (++seen > limits.members()) {
      throw new Refusal(archive, Reason.LIMIT_EXCEEDED, "members > " + limits.members(), "");
    }
    if (outOfProportion >= MOST_OUT_OF_PROPORTION) {
      String detail = outOfProportion + " archives out of proportion";
      throw new Refusal(archive, Reason.LIMIT_EXCEEDED, detail, "");
    }
    RawFile member = new RawFile(archive.name() + "!/" + name, new byte[0]);
    byte[] content;
    try {
      mustBeReadable(member, entry, readable);
      content = unpack(archive, member, entry, opening);
    } catch (Refusal refusal) {
      if (refusal.entry().file().equals(archive.name())) {
        throw refusal;
      }
      refusals.accept(refusal);
      return;
    } catch (IOException | RuntimeException e) {
      refusals.accept(new Refusal(member, Reason.DAMAGED, TimedReading.words(e), ""));
      return;
    } catch (OutOfMemoryError e) {
      refusals.accept(new Refusal(member, Reason.LIMIT_EXCEEDED, "out of memory", ""));
      return;
    }
    members.accept(new RawFile(member.name(), content));
  }

  private static void mustBeReadable(RawFile member, ZipArchiveEntry entry, boolean readable)
      throws Refusal {
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw new Refusal(member, Reason.ENCRYPTED, "", "");
    }
    if (!readable) {
      ZipMethod method = ZipMethod.getMethodByCode(entry.getMethod());
      String detail = "zip method " + (method == null ? entry.getMethod() : method);
      throw new Refusal(member, Reason.UNKNOWN_FORMAT, detail, "");
    }
  }

  private byte[] unpack(RawFile archive, RawFile member, ZipArchiveEntry entry, Opening opening)
      throws IOException, Refusal {
    if (buffer.length == 0) {
      buffer = new byte[BUFFER];
    }
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    CRC32 sum = new CRC32();
    try (InputStream stream = opening.open()) {
      if (stream == null) {
        throw new EOFException("no content");
      }
      for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
        unpacked.add(n);
        if (unpacked.isTooMuch()) {
          throw exceeded(archive);
        }
        long size = (long) content.size() + n;
        if (size > limits.bytes()) {
          unpacked.refused(size);
          throw new Refusal(member, Reason.TOO_LARGE, "> " + limits.bytes() + " B", "");
        }
        if (isTooTight(size, entry)) {
          unpacked.refused(size);
          throw new Refusal(
              member, Reason.LIMIT_EXCEEDED, "unpacked / packed > " + limits.ratio(), "");
        }
        if (unpacked.isTooTight()) {
          throw exceeded(archive);
        }
        content.write(buffer, 0, n);
        sum.update(buffer, 0, n);
      }
    }
    if (entry.getCrc() >= 0 && entry.getCrc() != sum.getValue()) {
      throw new Refusal(member, Reason.DAMAGED, "CRC-32 differs", "");
    }
    return content.toByteArray();
  }

  private Refusal exceeded(RawFile archive) {
    return new Refusal(archive, Reason.LIMIT_EXCEEDED, String.valueOf(unpacked.excess()), "");
  }

  /**
   * Chinese systems write names in GBK and set no mark; Apple's write UTF-8 and set none either.
   */
  private static String name(ZipArchiveEntry entry) {
    byte[] raw = entry.getRawName();
    boolean told =
        entry.getNameSource() != ZipArchiveEntry.NameSource.NAME
            || entry.getGeneralPurposeBit().usesUTF8ForNames()
            || raw == null;
    String name = told ? entry.getName() : decoded(raw);
    return name.replace('\\', '/').replaceAll("\\p{Cntrl}", String.valueOf(Encodings.REPLACEMENT));
  }

  private static String decoded(byte[] raw) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
    } catch (CharacterCodingException e) {
      return new String(raw, Encodings.GB18030);
    }
  }

  private static boolean isHidden(String name) {
    String last = name.substring(name.lastIndexOf('/') + 1);
    return name.startsWith("__MACOSX/")
        || name.contains("/__MACOSX/")
        || last.startsWith("~$")
        || last.startsWith("._")
        || HIDDEN.contains(last);
  }
}
