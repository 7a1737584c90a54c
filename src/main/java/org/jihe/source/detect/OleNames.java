package org.jihe.source.detect;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * The names in the topmost folder of an OLE compound file, as Word and Excel wrote them until 2003.
 * Of a damaged file those that can be reached.
 */
final class OleNames {

  private static final int FIRST_SECTOR_OF_DIRECTORY = 0x30;
  private static final int SECTOR_SHIFT = 0x1E;
  private static final int FAT_SECTORS = 0x4C;
  private static final int FAT_IN_HEADER = 109;
  private static final int FIRST_SECTOR_OF_MORE = 0x44;
  private static final int ENTRY = 128;
  private static final int MOST_ENTRIES = 10_000;
  private static final int LONGEST_NAME = 64;

  private final byte[] content;
  private final int shift;

  OleNames(byte[] content) {
    this.content = content;
    int told = int16(SECTOR_SHIFT);
    this.shift = told == 12 ? 12 : 9;
  }

  Set<String> names() {
    int[] entries = entries();
    Set<String> names = new HashSet<>();
    if (entries.length == 0) {
      return names;
    }
    Set<Integer> seen = new HashSet<>();
    Deque<Integer> left = new ArrayDeque<>();
    left.add(int32(entries[0] + 76));
    while (!left.isEmpty()) {
      int index = left.remove();
      if (index >= 0 && index < entries.length && seen.add(index)) {
        int at = entries[index];
        names.add(name(at));
        left.add(int32(at + 68));
        left.add(int32(at + 72));
      }
    }
    return names;
  }

  private String name(int at) {
    int length = Math.min(LONGEST_NAME, int16(at + LONGEST_NAME)) - 2;
    return length <= 0 ? "" : new String(content, at, length, StandardCharsets.UTF_16LE);
  }

  /** Where every entry of the directory stands. */
  private int[] entries() {
    int perSector = (1 << shift) / ENTRY;
    int[] entries = new int[MOST_ENTRIES];
    int count = 0;
    int sector = int32(FIRST_SECTOR_OF_DIRECTORY);
    while (count + perSector <= MOST_ENTRIES && sector >= 0) {
      long start = ((long) sector + 1) << shift;
      if (start + (1L << shift) > content.length) {
        break;
      }
      for (int i = 0; i < perSector; i++) {
        entries[count++] = (int) start + i * ENTRY;
      }
      sector = next(sector);
    }
    return Arrays.copyOf(entries, count);
  }

  private int next(int sector) {
    int perSector = (1 << shift) / 4;
    int fat = fatSector(sector / perSector);
    return fat < 0 ? -1 : inSector(fat, sector % perSector);
  }

  /** The sector with that part of the allocation table: the first ones stand in the header. */
  private int fatSector(int index) {
    if (index < FAT_IN_HEADER) {
      return int32(FAT_SECTORS + 4 * index);
    }
    int perSector = (1 << shift) / 4 - 1;
    int left = (index - FAT_IN_HEADER) / perSector;
    int sector = int32(FIRST_SECTOR_OF_MORE);
    while (left-- > 0 && sector >= 0) {
      sector = inSector(sector, perSector);
    }
    return sector < 0 ? -1 : inSector(sector, (index - FAT_IN_HEADER) % perSector);
  }

  private int inSector(int sector, int index) {
    long at = (((long) sector + 1) << shift) + 4L * index;
    return at <= 0 || at >= content.length ? -1 : int32((int) at);
  }

  private int int16(int at) {
    return at < 0 || at + 2 > content.length
        ? 0
        : (content[at] & 0xFF) | (content[at + 1] & 0xFF) << 8;
  }

  private int int32(int at) {
    return at < 0 || at + 4 > content.length ? -1 : int16(at) | int16(at + 2) << 16;
  }
}
