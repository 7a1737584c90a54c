package org.jihe.source.rtf;

import java.util.ArrayList;
import java.util.List;

/** A row of a table: the cells that it declares, and their texts. */
final class RtfRow {

  /** How a cell is merged with the one above or left of it. */
  enum Merge {
    NONE,
    FIRST,
    REST
  }

  /**
   * A cell as declared.
   *
   * @param left its left edge in twips
   * @param right its right edge in twips
   */
  record Slot(int left, int right, Merge down, Merge across) {}

  final List<Slot> slots = new ArrayList<>();
  final List<String> texts = new ArrayList<>();

  /** The text of a slot; empty where the row has fewer. */
  String text(int slot) {
    return slot < texts.size() ? texts.get(slot) : "";
  }
}
