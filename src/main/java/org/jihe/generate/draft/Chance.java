package org.jihe.generate.draft;

import java.util.List;
import java.util.SplittableRandom;

/** Chances of one department, the same for the same seed whatever is made beside it. */
public final class Chance {

  private final SplittableRandom random;

  public Chance(long seed, long number) {
    this.random = new SplittableRandom(mixed(seed * 0x9E3779B97F4A7C15L + mixed(number)));
  }

  static long mixed(long bits) {
    long x = bits;
    x = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
    x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
    return x ^ (x >>> 31);
  }

  /** From {@code low} to {@code high}, both included. */
  public int between(int low, int high) {
    return high <= low ? low : low + random.nextInt(high - low + 1);
  }

  public double between(double low, double high) {
    return low + random.nextDouble() * (high - low);
  }

  public boolean happens(double share) {
    return random.nextDouble() < share;
  }

  public <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  public String one(String... of) {
    return of[random.nextInt(of.length)];
  }

  /** A normal deviate: the sum of twelve even ones, which every machine adds up alike. */
  public double normal() {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += random.nextDouble();
    }
    return sum;
  }
}
