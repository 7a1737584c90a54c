package org.jihe.statistic.copied;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.BitSet;
import org.jihe.form.alike.Banding;

/**
 * The signatures of all texts, and which of them share a band with another. It keeps 64 bytes a
 * text, and no text.
 */
final class Sketches {

  private static final int BANDS = Banding.MANY.bands();

  private int[] bands = new int[BANDS << 10];
  private int texts;

  void add(IntBuffer sketch) {
    if ((texts + 1) * BANDS > bands.length) {
      bands = Arrays.copyOf(bands, bands.length + bands.length / 2);
    }
    sketch.get(0, bands, texts * BANDS, BANDS);
    texts++;
  }

  /** The texts, in the order in which they came, that may be like another. */
  BitSet candidates() {
    BitSet some = new BitSet(texts);
    long[] sorted = new long[texts];
    for (int band = 0; band < BANDS; band++) {
      for (int text = 0; text < texts; text++) {
        sorted[text] = (long) bands[text * BANDS + band] << 32 | text;
      }
      Arrays.sort(sorted);
      for (int i = 1; i < texts; i++) {
        if (sorted[i] >> 32 == sorted[i - 1] >> 32) {
          some.set((int) sorted[i]);
          some.set((int) sorted[i - 1]);
        }
      }
    }
    return some;
  }
}
