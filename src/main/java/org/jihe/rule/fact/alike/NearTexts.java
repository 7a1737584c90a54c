package org.jihe.rule.fact.alike;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jihe.form.Texts;
import org.jihe.form.alike.AlikeSets;

/**
 * Groups of texts that are nearly the same: Sørensen–Dice over pairs of neighbouring characters,
 * each pair counted once. Without white space and punctuation.
 */
public final class NearTexts {

  private static final BigDecimal HAIR = new BigDecimal("0.000001");
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private NearTexts() {}

  /**
   * Texts that are alike, directly or through another.
   *
   * @param texts numbers of the texts in the order given
   * @param similarity the least similarity that joined two of them, to four decimals
   */
  public record Group(List<Integer> texts, BigDecimal similarity) {}

  /**
   * Groups of two and more.
   *
   * @param similarity the least similarity of two texts that are alike
   */
  public static List<Group> of(List<String> texts, BigDecimal similarity) {
    List<Set<String>> pairs = new ArrayList<>(texts.size());
    texts.forEach(text -> pairs.add(pairs(Texts.normalised(text))));
    // Dice and Jaccard order pairs of sets alike: J = D / (2 − D); binary fractions may fall short.
    BigDecimal jaccard =
        similarity.divide(TWO.subtract(similarity), MathContext.DECIMAL64).subtract(HAIR);
    List<Group> groups = new ArrayList<>();
    for (AlikeSets.Group group : AlikeSets.of(pairs, jaccard)) {
      groups.add(new Group(group.sets(), dice(group.similarity())));
    }
    return groups;
  }

  /** Rounded to the nearest, for the coefficient that it comes from is. */
  private static BigDecimal dice(BigDecimal jaccard) {
    return TWO.multiply(jaccard)
        .divide(BigDecimal.ONE.add(jaccard), MathContext.DECIMAL64)
        .setScale(4, RoundingMode.HALF_UP);
  }

  private static Set<String> pairs(String text) {
    Set<String> pairs = new HashSet<>();
    for (int i = 0; i + 1 < text.length(); i++) {
      pairs.add(text.substring(i, i + 2));
    }
    return pairs;
  }
}
