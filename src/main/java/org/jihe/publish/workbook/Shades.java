package org.jihe.publish.workbook;

import org.jihe.finding.Reply;

/** Colours that mean something. */
final class Shades {

  static final byte[] RED = {(byte) 0xF8, (byte) 0xCB, (byte) 0xAD};
  static final byte[] YELLOW = {(byte) 0xFF, (byte) 0xE6, (byte) 0x99};
  static final byte[] GREEN = {(byte) 0xC6, (byte) 0xE0, (byte) 0xB4};
  static final byte[] BLUE = {(byte) 0xBD, (byte) 0xD7, (byte) 0xEE};
  static final byte[] GREY = {(byte) 0xE7, (byte) 0xE6, (byte) 0xE6};

  private Shades() {}

  static byte[] of(Reply.State state) {
    return switch (state) {
      case AWAITED -> YELLOW;
      case RECTIFIED, CLOSED -> GREEN;
      case EXPLAINED -> BLUE;
      case NOT_ACCEPTED -> RED;
    };
  }
}
