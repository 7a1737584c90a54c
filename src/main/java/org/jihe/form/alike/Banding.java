package org.jihe.form.alike;

/**
 * How MinHash signatures are cut into bands: two sets of Jaccard J agree in one with probability
 * J^rows, and are compared where they agree in any.
 *
 * @param bands how many bands
 * @param rows hashes in each
 * @param most groups of one bucket that a set is compared with; what many sets share in a word or
 *     two would otherwise be compared pair by pair
 */
public record Banding(int bands, int rows, int most) {

  /** Two sets of Jaccard 0.80 escape comparison once in twenty million times. */
  static final Banding CLOSE = new Banding(32, 4, Integer.MAX_VALUE);

  /** For sets that need not be so alike. */
  static final Banding LOOSE = new Banding(32, 2, Integer.MAX_VALUE);

  /**
   * For a great many sets: of Jaccard 0.90 four pairs in a million escape, of 0.85 seven in ten
   * thousand; of 0.50, which sentences of one manner have, one in five is compared.
   */
  public static final Banding MANY = new Banding(16, 6, 100);

  /** A number for each band; equal ones say that two sets agree in it. */
  public int[] sketch(long[] set) {
    int[] sketch = new int[bands];
    for (int band = 0; band < bands; band++) {
      long signature = signature(set, band);
      sketch[band] = (int) (signature ^ signature >>> 32);
    }
    return sketch;
  }

  long signature(long[] set, int band) {
    long signature = band;
    for (int row = 0; row < rows; row++) {
      long least = Long.MAX_VALUE;
      long seed = mixed(band * 31L + row + 1);
      for (long member : set) {
        least = Math.min(least, mixed(member ^ seed));
      }
      signature = mixed(signature ^ least);
    }
    return signature;
  }

  /** Spreads the bits; the finaliser of MurmurHash3. */
  static long mixed(long bits) {
    long x = bits;
    x = (x ^ (x >>> 33)) * 0xff51afd7ed558ccdL;
    x = (x ^ (x >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return x ^ (x >>> 33);
  }
}
