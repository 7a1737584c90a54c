package org.jihe.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Archives whose members share their packed bytes, which no packer writes: small files that unpack
 * to a great deal.
 */
public final class OverlappingZip {

  private static final int DEFLATED = 8;
  private static final int LOCAL_LENGTH = 30;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final List<Entry> directory = new ArrayList<>();

  /** A line of the directory. */
  private record Entry(String name, int method, long crc, long packed, long size, int offset) {}

  /** Members of one content, all of which stand in the same place. */
  public static byte[] ofOne(byte[] content, String name, int members) {
    return lying(content, name, members, content.length);
  }

  /** The same, telling other sizes than those that the members unpack to. */
  public static byte[] lying(byte[] content, String name, int members, long size) {
    OverlappingZip zip = new OverlappingZip();
    zip.share(content, i -> i + name, members, size);
    return zip.end();
  }

  private void share(byte[] content, IntFunction<String> name, int members, long size) {
    member(name.apply(0), DEFLATED, crc(content), deflated(content), size);
    Entry first = directory.get(directory.size() - 1);
    for (int i = 1; i < members; i++) {
      directory.add(
          new Entry(name.apply(i), DEFLATED, first.crc(), first.packed(), size, first.offset()));
    }
  }

  /**
   * Members each of which takes the heads of all that follow it as the beginning of its content,
   * and the bytes of the last one as its end; as every head stands in a place of its own, no two
   * lines of the directory name the same place.
   */
  public static byte[] quoting(byte[] content, String name, int members) {
    byte[] packed = deflated(content);
    byte[][] heads = new byte[members][];
    long[] crcs = new long[members];
    long[] packedSizes = new long[members];
    long[] sizes = new long[members];
    byte[] unpacked = content;
    byte[] tail = packed;
    for (int i = members - 1; i >= 0; i--) {
      byte[] head = local(i + name, DEFLATED, crc(unpacked), tail.length, unpacked.length);
      heads[i] = head;
      crcs[i] = crc(unpacked);
      packedSizes[i] = tail.length;
      sizes[i] = unpacked.length;
      if (i > 0) {
        byte[] quote = quoted(head);
        unpacked = joined(head, unpacked);
        tail = joined(quote, head, tail);
      }
    }
    OverlappingZip zip = new OverlappingZip();
    for (int i = 0; i < members; i++) {
      if (i > 0) {
        zip.bytes.writeBytes(quoted(heads[i]));
      }
      zip.directory.add(
          new Entry(i + name, DEFLATED, crcs[i], packedSizes[i], sizes[i], zip.bytes.size()));
      zip.bytes.writeBytes(heads[i]);
    }
    zip.bytes.writeBytes(packed);
    return zip.end();
  }

  /** The head of a block of deflate that holds something as it is. */
  private static byte[] quoted(byte[] content) {
    return little(5)
        .put((byte) 0)
        .putShort((short) content.length)
        .putShort((short) ~content.length)
        .array();
  }

  /** Some members of their own, and others that are all of one content in one place. */
  public static byte[] with(
      Map<String, byte[]> own, byte[] content, IntFunction<String> name, int members) {
    OverlappingZip zip = new OverlappingZip();
    own.forEach(
        (each, bytes) -> zip.member(each, DEFLATED, crc(bytes), deflated(bytes), bytes.length));
    zip.share(content, name, members, content.length);
    return zip.end();
  }

  private void member(String name, int method, long crc, byte[] packed, long size) {
    directory.add(new Entry(name, method, crc, packed.length, size, bytes.size()));
    bytes.writeBytes(local(name, method, crc, packed.length, size));
    bytes.writeBytes(packed);
  }

  private static byte[] local(String name, int method, long crc, long packed, long size) {
    byte[] raw = name.getBytes(UTF_8);
    return little(LOCAL_LENGTH + raw.length)
        .putInt(0x04034b50)
        .putShort((short) 20)
        .putShort((short) 0x800)
        .putShort((short) method)
        .putInt(0)
        .putInt((int) crc)
        .putInt((int) packed)
        .putInt((int) size)
        .putShort((short) raw.length)
        .putShort((short) 0)
        .put(raw)
        .array();
  }

  private byte[] end() {
    int start = bytes.size();
    for (Entry entry : directory) {
      byte[] raw = entry.name().getBytes(UTF_8);
      bytes.writeBytes(
          little(46 + raw.length)
              .putInt(0x02014b50)
              .putShort((short) 20)
              .putShort((short) 20)
              .putShort((short) 0x800)
              .putShort((short) entry.method())
              .putInt(0)
              .putInt((int) entry.crc())
              .putInt((int) entry.packed())
              .putInt((int) entry.size())
              .putShort((short) raw.length)
              .putShort((short) 0)
              .putShort((short) 0)
              .putShort((short) 0)
              .putShort((short) 0)
              .putInt(0)
              .putInt(entry.offset())
              .put(raw)
              .array());
    }
    int length = bytes.size() - start;
    bytes.writeBytes(
        little(22)
            .putInt(0x06054b50)
            .putInt(0)
            .putShort((short) directory.size())
            .putShort((short) directory.size())
            .putInt(length)
            .putInt(start)
            .putShort((short) 0)
            .array());
    return bytes.toByteArray();
  }

  private static ByteBuffer little(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static long crc(byte[] content) {
    CRC32 sum = new CRC32();
    sum.update(content);
    return sum.getValue();
  }

  private static byte[] deflated(byte[] content) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    deflater.setInput(content);
    deflater.finish();
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    while (!deflater.finished()) {
      packed.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return packed.toByteArray();
  }
}
