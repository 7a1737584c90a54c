package org.jihe.rule.jurisdiction;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jihe.finding.Severity;
import org.jihe.form.measure.Figures;

/**
 * What decides which forms are looked at first (先看): Σ over the distinct rules that found something
 * of weight × confidence, at most {@link #most}, × (log₁₀ max(amount, {@link #leastAmount}) −
 * {@link #magnitude}).
 *
 * @param weights what a finding of each severity weighs
 * @param most the most that all findings of a form come to
 * @param certainBases bases of rules of which nothing is to be doubted; their confidence is 1
 * @param otherwise confidence of rules on other bases
 * @param onGuess what the confidence is multiplied by where the cell was read by a guess
 * @param uncounted rules on what other rules find, which count nothing
 * @param leastAmount smaller amounts count as this, in yuan
 * @param magnitude what is taken from the logarithm of the amount
 */
public record Priority(
    Map<Severity, BigDecimal> weights,
    BigDecimal most,
    Set<String> certainBases,
    BigDecimal otherwise,
    BigDecimal onGuess,
    Set<String> uncounted,
    BigDecimal leastAmount,
    BigDecimal magnitude)
    implements Serializable {

  /** Where a jurisdiction that inherits none says nothing. */
  static final Priority USUAL =
      new Priority(
          Map.of(
              Severity.ERROR,
              BigDecimal.valueOf(6),
              Severity.DOUBT,
              BigDecimal.valueOf(3),
              Severity.NOTE,
              new BigDecimal("0.5")),
          BigDecimal.valueOf(30),
          Set.of("10", "logic"),
          new BigDecimal("0.8"),
          new BigDecimal("0.5"),
          Set.of("HighScoreWithErrors", "AllIndicatorsFull"),
          BigDecimal.valueOf(10_000),
          BigDecimal.valueOf(3));

  public Priority {
    // In an order of their own: what is made of them is the same in every process.
    weights = new EnumMap<>(weights);
    certainBases = new TreeSet<>(certainBases);
    uncounted = new TreeSet<>(uncounted);
  }

  /** The same with what a file says of it. */
  Priority with(Map<String, BigDecimal> numbers, Map<String, List<String>> lists) {
    Map<Severity, BigDecimal> own = new EnumMap<>(weights);
    for (Severity severity : Severity.values()) {
      own.put(severity, numbers.getOrDefault(key(severity), weight(severity)));
    }
    return new Priority(
        own,
        numbers.getOrDefault("most", most),
        Set.copyOf(lists.getOrDefault("certainBases", List.copyOf(certainBases))),
        numbers.getOrDefault("otherwise", otherwise),
        numbers.getOrDefault("onGuess", onGuess),
        Set.copyOf(lists.getOrDefault("uncounted", List.copyOf(uncounted))),
        numbers.getOrDefault("leastAmount", leastAmount),
        numbers.getOrDefault("magnitude", magnitude));
  }

  /** The name of a severity's weight in a file. */
  static String key(Severity severity) {
    return severity.name().toLowerCase(java.util.Locale.ROOT);
  }

  /** What a finding of a severity weighs. */
  public BigDecimal weight(Severity severity) {
    return weights.getOrDefault(severity, BigDecimal.ZERO);
  }

  /**
   * How much is to be made of what a rule says.
   *
   * @param basis the rule's basis, empty where it is not known
   */
  public BigDecimal confidence(String basis) {
    return certainBases.contains(basis) ? BigDecimal.ONE : otherwise;
  }

  /** By how much an amount in yuan, at least {@link #leastAmount}, multiplies. */
  public double factor(BigDecimal amount) {
    return StrictMath.log10(amount.max(leastAmount).doubleValue()) - magnitude.doubleValue();
  }

  /** The rules that count nothing because a file says so, which must be there. */
  public Set<String> namedUncounted() {
    Set<String> named = new TreeSet<>(uncounted);
    named.removeAll(USUAL.uncounted);
    return named;
  }

  /** All that counts, for fingerprints. */
  String canonical() {
    Map<String, String> all = new TreeMap<>();
    weights.forEach((severity, weight) -> all.put(key(severity), plain(weight)));
    all.put("most", plain(most));
    all.put("certainBases", sorted(certainBases));
    all.put("otherwise", plain(otherwise));
    all.put("onGuess", plain(onGuess));
    all.put("uncounted", sorted(uncounted));
    all.put("leastAmount", plain(leastAmount));
    all.put("magnitude", plain(magnitude));
    return "priority=" + all;
  }

  private static String plain(BigDecimal number) {
    return Figures.trimmed(number).toPlainString();
  }

  private static String sorted(Collection<String> names) {
    return new TreeSet<>(names).toString();
  }
}
