package org.jihe.statistic.sampling;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jihe.statistic.measure.SizeClass;

/**
 * A sample of forms by risk and money. A stratum gets places by its number of forms times the
 * weight of its risk (4, 2, 1) times that of its size (1 to 4): by highest averages, every stratum
 * one at least while there are places. Within a stratum the seed decides; a form that is drawn does
 * not depend on how the forms are ordered.
 *
 * @param strata those that have forms, the riskiest and largest first
 * @param drawn the forms, in the order of the strata, then by department, year and project
 */
public record Sample(List<Stratum> strata, List<Candidate> drawn) {

  private static final long FNV_BASIS = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private static final Comparator<Candidate> ORDER =
      Comparator.comparing(Candidate::department)
          .thenComparing(Candidate::year, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(one -> String.valueOf(one.project()))
          .thenComparing(Candidate::formId);

  public Sample {
    strata = List.copyOf(strata);
    drawn = List.copyOf(drawn);
  }

  /** What makes a stratum; the riskiest and largest come first. */
  private record Key(Risk risk, SizeClass size) implements Comparable<Key> {

    @Override
    public int compareTo(Key other) {
      int byRisk = risk.compareTo(other.risk);
      return byRisk == 0 ? other.size.compareTo(size) : byRisk;
    }

    int weight() {
      return risk.weight()
          * switch (size) {
            case BELOW_HALF_MILLION -> 1;
            case UNKNOWN, BELOW_5_MILLION -> 2;
            case BELOW_50_MILLION -> 3;
            case FROM_50_MILLION -> 4;
          };
    }
  }

  /**
   * Draws a sample.
   *
   * @param share of all forms, above 0 and at most 1; one form at least is drawn
   * @param seed the same seed draws the same forms
   */
  public static Sample of(List<Candidate> forms, double share, long seed) {
    TreeMap<Key, List<Candidate>> strata = new TreeMap<>();
    for (Candidate one : forms) {
      Key key = new Key(one.risk(), SizeClass.labelled(one.sizeClass()));
      strata.computeIfAbsent(key, none -> new ArrayList<>()).add(one);
    }
    // A hair less, so that ten per cent of fifty is five.
    int places = (int) Math.min(forms.size(), Math.ceil(share * forms.size() - 1e-9));
    Map<Key, Integer> shares = shares(strata, Math.max(Math.min(1, forms.size()), places));
    List<Stratum> told = new ArrayList<>();
    List<Candidate> drawn = new ArrayList<>();
    strata.forEach(
        (key, some) -> {
          int count = shares.getOrDefault(key, 0);
          some.sort(
              Comparator.comparingLong((Candidate one) -> lot(one, seed)).thenComparing(ORDER));
          List<Candidate> its = new ArrayList<>(some.subList(0, count));
          its.sort(ORDER);
          drawn.addAll(its);
          told.add(new Stratum(key.risk, key.size.label(), some.size(), count));
        });
    return new Sample(told, drawn);
  }

  private static Map<Key, Integer> shares(TreeMap<Key, List<Candidate>> strata, int places) {
    Map<Key, Integer> shares = new HashMap<>();
    for (int place = 0; place < places; place++) {
      Key next = null;
      double most = -1;
      for (Map.Entry<Key, List<Candidate>> one : strata.entrySet()) {
        int has = shares.getOrDefault(one.getKey(), 0);
        int forms = one.getValue().size();
        double average =
            has == 0 ? Double.MAX_VALUE : (double) forms * one.getKey().weight() / (2 * has + 1);
        if (has < forms && average > most) {
          most = average;
          next = one.getKey();
        }
      }
      if (next != null) {
        shares.merge(next, 1, Integer::sum);
      }
    }
    return shares;
  }

  private static long lot(Candidate form, long seed) {
    long hash = FNV_BASIS ^ seed;
    for (byte one : (form.dossier() + "/" + form.formId()).getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (one & 0xff)) * FNV_PRIME;
    }
    hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
    hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
    return hash ^ hash >>> 33;
  }
}
