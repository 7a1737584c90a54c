package org.jihe.template;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Damaged forms that several tests look at, read once. */
final class Corpus {

  private Corpus() {}

  /** Two thousand forms with up to three kinds of damage each. */
  static List<Trial> damaged() {
    return Damaged.TRIALS;
  }

  /** Five hundred recombined and sample forms without damage. */
  static List<Trial> clean() {
    return Clean.TRIALS;
  }

  /** Five hundred forms with one or two kinds of damage that are harsher than the sample's. */
  static List<Trial> harsh() {
    return Harsh.TRIALS;
  }

  /** Sixty forms for every kind of damage. */
  static Map<Damage, List<Trial>> byKind() {
    return ByKind.TRIALS;
  }

  /** Every form of every corpus. */
  static List<Trial> all() {
    List<Trial> all = new ArrayList<>(damaged());
    all.addAll(clean());
    all.addAll(harsh());
    byKind().values().forEach(all::addAll);
    return all;
  }

  private static final class Damaged {
    static final List<Trial> TRIALS = Trial.damaged(1, 2000, Damage.USUAL, 3);
  }

  private static final class Clean {
    static final List<Trial> TRIALS = Trial.damaged(5, 500, List.of(), 0);
  }

  private static final class Harsh {
    static final List<Trial> TRIALS = Trial.damaged(2, 500, Damage.HARSH, 2);
  }

  private static final class ByKind {
    static final Map<Damage, List<Trial>> TRIALS = byKind();

    private static Map<Damage, List<Trial>> byKind() {
      Map<Damage, List<Trial>> trials = new EnumMap<>(Damage.class);
      for (Damage kind : Damage.values()) {
        trials.put(kind, Trial.damagedBy(3, 60, kind));
      }
      return Collections.unmodifiableMap(trials);
    }
  }
}
