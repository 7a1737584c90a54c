package org.jihe.source.word;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.model.CHPX;
import org.apache.poi.hwpf.model.Ffn;
import org.apache.poi.hwpf.sprm.SprmBuffer;
import org.apache.poi.hwpf.sprm.SprmIterator;
import org.apache.poi.hwpf.sprm.SprmOperation;
import org.jspecify.annotations.Nullable;

/**
 * The characters of a document of Word 97 to 2003 as they are shown: without deleted ones, without
 * the codes of fields, and with the meaning of symbols. To be asked from beginning to end.
 */
final class DocumentText {

  private static final int DELETED = 0x00;
  private static final int STRUCK = 0x37;
  private static final int HIDDEN = 0x3C;
  private static final int STRUCK_TWICE = 0x53;
  private static final int SYMBOL = 0x09;
  private static final int FONT = 0x4F;
  private static final int OTHER_FONT = 0x51;
  private static final char FIRST_PRIVATE = 0xF020;
  private static final char LAST_PRIVATE = 0xF0FF;

  private static final char FIELD = 0x13;
  private static final char FIELD_RESULT = 0x14;
  private static final char FIELD_END = 0x15;

  private final StringBuilder all;
  private final BitSet deleted = new BitSet();
  private final BitSet hidden = new BitSet();
  private final Map<Integer, String> symbols = new HashMap<>();

  /** Open fields, innermost last: true where the code is still going on. */
  private final Deque<Boolean> fields = new ArrayDeque<>();

  private int codes;

  DocumentText(HWPFDocument document) {
    this.all = document.getText();
    for (CHPX run : document.getCharacterTable().getTextRuns()) {
      SprmBuffer properties = run.getSprmBuf();
      SprmIterator each = properties == null ? null : properties.iterator();
      while (each != null && each.hasNext()) {
        SprmOperation property = each.next();
        if (property.getType() == SprmOperation.TYPE_CHP) {
          note(run, property, document);
        }
      }
    }
  }

  private void note(CHPX run, SprmOperation property, HWPFDocument document) {
    int from = Math.max(0, run.getStart());
    int to = Math.min(all.length(), run.getEnd());
    if (property.getOperation() == DELETED && property.getOperand() != 0 && from < to) {
      deleted.set(from, to);
    } else if (property.getOperation() == FONT || property.getOperation() == OTHER_FONT) {
      String name = font(property.getOperand() & 0xFFFF, document);
      for (int i = from; i < to; i++) {
        char c = all.charAt(i);
        String shown = c < FIRST_PRIVATE || c > LAST_PRIVATE ? "" : Symbols.shown(name, c);
        if (!shown.isEmpty() && shown.charAt(0) != c) {
          symbols.put(i, shown);
        }
      }
    } else if (hides(property) && from < to) {
      hidden.set(from, to);
    } else if (property.getOperation() == SYMBOL && property.getSizeCode() == 3) {
      String name = font(property.getOperand() & 0xFFFF, document);
      String shown = Symbols.shown(name, property.getOperand() >>> 16);
      for (int i = from; i < to; i++) {
        symbols.put(i, shown);
      }
    }
  }

  private static String font(int number, HWPFDocument document) {
    Ffn[] names = document.getFontTable().getFontNames();
    return number < names.length && names[number] != null ? names[number].getMainFontName() : "";
  }

  private static boolean hides(SprmOperation property) {
    int kind = property.getOperation();
    boolean hides = kind == HIDDEN || kind == STRUCK || kind == STRUCK_TWICE;
    return hides && (property.getOperand() & 1) != 0;
  }

  /** The character at a place, whatever it means; 0 beyond the end. */
  char at(int place) {
    return place >= 0 && place < all.length() ? all.charAt(place) : 0;
  }

  boolean isDeleted(int place) {
    return deleted.get(Math.max(0, place));
  }

  /**
   * Takes what is shown of the characters from one place to another.
   *
   * @param shown takes it
   * @param whole takes it with what is hidden or struck out
   */
  void show(int from, int to, StringBuilder shown, StringBuilder whole) {
    for (int i = Math.max(0, from); i < Math.min(to, all.length()); i++) {
      char c = all.charAt(i);
      if (c >= FIELD && c <= FIELD_END) {
        field(c);
      } else if (codes == 0 && !deleted.get(i)) {
        String symbol = symbols.isEmpty() ? null : symbols.get(i);
        append(c, symbol, whole);
        if (!hidden.get(i)) {
          append(c, symbol, shown);
        }
      }
    }
  }

  private void field(char c) {
    if (c == FIELD) {
      fields.push(true);
      codes++;
    } else if (!fields.isEmpty()) {
      if (fields.pop()) {
        codes--;
      }
      if (c == FIELD_RESULT) {
        fields.push(false);
      }
    }
  }

  private static void append(char c, @Nullable String symbol, StringBuilder shown) {
    if (symbol != null) {
      shown.append(symbol);
      return;
    }
    switch (c) {
      case '\t' -> shown.append('\t');
      case '\n', 0x0B -> shown.append('\n');
      case 0x1E -> shown.append('-');
      default -> {
        if (c >= ' ') {
          shown.append(c);
        }
      }
    }
  }
}
