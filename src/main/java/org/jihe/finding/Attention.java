package org.jihe.finding;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How early a form is to be looked at, and why: what its findings come to, times the magnitude of
 * its money.
 *
 * @param dossier key of the department and year
 * @param projectName as printed
 * @param department the supervising department as printed
 * @param year the budget year; null where it cannot be read
 * @param jurisdiction id of the jurisdiction whose parameters weigh it; null where none is known
 * @param terms a term for each rule that found something in it, the greatest first
 * @param points what the terms come to, cut at what the jurisdiction allows
 * @param money what the points are multiplied by comes of this
 * @param priority points times the money's magnitude; the greater, the earlier
 */
public record Attention(
    String dossier,
    String formId,
    @Nullable String projectName,
    @Nullable String department,
    @Nullable Integer year,
    @Nullable String jurisdiction,
    List<Term> terms,
    BigDecimal points,
    Money money,
    BigDecimal priority)
    implements Serializable {

  public Attention {
    terms = List.copyOf(terms);
  }

  /**
   * What one rule adds.
   *
   * @param weight of the finding's severity
   * @param confidence how much is made of what the rule says there
   * @param subject path of the value that the finding is about; of several that with the greatest
   *     product
   */
  public record Term(String ruleId, BigDecimal weight, BigDecimal confidence, String subject)
      implements Serializable {

    /** What it adds to the points. */
    public BigDecimal points() {
      return weight.multiply(confidence);
    }
  }

  /**
   * The money that a form is about.
   *
   * @param amount the largest of the three amounts of the total row, in yuan; null where no form
   *     has any
   * @param isMedian true where the form has none of them, and this is the median of all projects
   */
  public record Money(@Nullable BigDecimal amount, boolean isMedian) implements Serializable {}
}
