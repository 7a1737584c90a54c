package org.jihe.statistic.comparison;

import org.jihe.statistic.inference.Interval;
import org.jihe.statistic.inference.Ranks.Rank;
import org.jspecify.annotations.Nullable;

/**
 * One department's figure of one measure beside those of the others.
 *
 * @param n the measure's denominator
 * @param value the figure; null where there is nothing to take it of
 * @param interval what the figure says of the rate behind it, 95 %
 * @param district the figure of all departments together
 * @param limits within which chance alone leaves a department of this size
 * @param adjusted the same where departments differ anyway
 * @param z how many of its standard errors the department is from the district
 * @param zAdjusted the same where departments differ anyway
 * @param p the probability of that where one looks at as many departments
 * @param rank its rank and within which ranks it may be; null where it is not ranked
 * @param ranked how many departments are ranked
 */
public record Compared(
    int year,
    String department,
    ComparedMeasure measure,
    long n,
    @Nullable Double value,
    @Nullable Interval interval,
    @Nullable Double district,
    Limits limits,
    Limits adjusted,
    @Nullable Double z,
    @Nullable Double zAdjusted,
    @Nullable Double p,
    Verdict verdict,
    @Nullable Rank rank,
    int ranked) {

  /** What can be said of a department. */
  public enum Verdict {
    HIGH("high"),
    LOW("low"),
    WITHIN("within"),
    /** It has too few forms to be compared. */
    TOO_FEW("tooFew"),
    /** The definition says nothing here: all departments are the same, or there is no form. */
    NOT_JUDGED("notJudged");

    private final String key;

    Verdict(String key) {
      this.key = key;
    }

    /** The verdict's name in tables. */
    public String key() {
      return key;
    }
  }

  /** The 95 % and the 99.8 % limits; null where there are none. */
  public record Limits(@Nullable Interval p95, @Nullable Interval p998) {

    static final Limits NONE = new Limits(null, null);
  }
}
