package org.jihe.source.detect;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The names in a zip file as its bytes have them, without unpacking anything: enough to tell a
 * workbook from an archive, damaged ones among them.
 */
public final class ZipNames {

  private static final int END = 0x06054b50;
  private static final int END_64 = 0x06064b50;
  private static final int LOCATOR_64 = 0x07064b50;
  private static final int LOCATOR_LENGTH = 20;
  private static final int CENTRAL = 0x02014b50;
  private static final int LOCAL = 0x04034b50;
  private static final int END_LENGTH = 22;
  private static final int CENTRAL_LENGTH = 46;
  private static final int LOCAL_LENGTH = 30;
  private static final int LONGEST_COMMENT = 0xFFFF;

  private final byte[] content;

  public ZipNames(byte[] content) {
    this.content = content;
  }

  /** Up to so many names: those of the directory or, where it is lost, those before the members. */
  List<String> first(int most) {
    List<String> names = new ArrayList<>();
    int at = directory();
    while (at >= 0 && names.size() < most && int32(at) == CENTRAL) {
      int length = int16(at + 28);
      names.add(text(at + CENTRAL_LENGTH, length));
      at += CENTRAL_LENGTH + length + int16(at + 30) + int16(at + 32);
    }
    return names.isEmpty() ? ofMembers(most) : names;
  }

  /** Number of members that the directory really has, not the number that it tells. */
  public int count() {
    int count = 0;
    int at = directory();
    while (at >= 0 && int32(at) == CENTRAL) {
      count++;
      at += CENTRAL_LENGTH + int16(at + 28) + int16(at + 30) + int16(at + 32);
    }
    return count;
  }

  private List<String> ofMembers(int most) {
    List<String> names = new ArrayList<>();
    for (int at = 0; at + LOCAL_LENGTH <= content.length && names.size() < most; at++) {
      if (content[at] == 'P' && int32(at) == LOCAL) {
        names.add(text(at + LOCAL_LENGTH, int16(at + 26)));
      }
    }
    return names;
  }

  /** Where the directory begins, or -1. */
  private int directory() {
    int last = content.length - END_LENGTH;
    for (int at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
      if (int32(at) == END) {
        int told = int32(at + 16) == -1 ? directory64(at - LOCATOR_LENGTH) : int32(at + 16);
        int size = int32(at + 12);
        int there = at - size; // bytes that were put before the archive shift what is told
        return told >= 0 && int32(told) == CENTRAL ? told : int32(there) == CENTRAL ? there : -1;
      }
    }
    return -1;
  }

  /** Where an archive in the format for large ones says that its directory begins, or -1. */
  private int directory64(int locator) {
    int end = int32(locator) == LOCATOR_64 ? int32(locator + 8) : -1;
    return int32(end) == END_64 ? int32(end + 48) : -1;
  }

  private String text(int from, int length) {
    int to = Math.min(content.length, from + length);
    return from >= to ? "" : new String(content, from, to - from, StandardCharsets.ISO_8859_1);
  }

  private int int16(int at) {
    return at < 0 || at + 2 > content.length
        ? 0
        : (content[at] & 0xFF) | (content[at + 1] & 0xFF) << 8;
  }

  private int int32(int at) {
    return at < 0 || at + 4 > content.length ? 0 : int16(at) | int16(at + 2) << 16;
  }
}
