package org.jihe.statistic.sampling;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the second review came to.
 *
 * @param departments one line each, the largest deviation first
 * @param named forms whose own total is more than ten per cent above the review's, likewise
 */
public record Rereview(List<Department> departments, List<Rereviewed> named) {

  public Rereview {
    departments = List.copyOf(departments);
    named = List.copyOf(named);
  }

  /**
   * A department's forms together.
   *
   * @param forms how many were reviewed once more
   * @param judged those of them with a total of their own
   * @param score the sum of their own totals
   * @param review that of the second review
   * @param deviation (自评 − 复核) ÷ 自评 of the sums; null where none can be judged
   * @param named how many are more than ten per cent above
   */
  public record Department(
      String department,
      int forms,
      int judged,
      BigDecimal score,
      BigDecimal review,
      @Nullable BigDecimal deviation,
      int named) {

    /** True where the department as a whole is more than ten per cent above. */
    public boolean isNamed() {
      return deviation != null && deviation.compareTo(Rereviewed.NAMED) > 0;
    }
  }

  /** Adds up forms. */
  public static Rereview of(List<Rereviewed> forms) {
    TreeMap<String, List<Rereviewed>> byDepartment = new TreeMap<>();
    for (Rereviewed one : forms) {
      byDepartment.computeIfAbsent(one.department(), key -> new ArrayList<>()).add(one);
    }
    List<Department> departments = new ArrayList<>();
    byDepartment.forEach((name, its) -> departments.add(department(name, its)));
    departments.sort(
        Comparator.comparing(
            Department::deviation, Comparator.nullsLast(Comparator.reverseOrder())));
    return new Rereview(
        departments,
        forms.stream()
            .filter(Rereviewed::isNamed)
            .sorted(
                Comparator.comparing(
                        Rereviewed::deviation, Comparator.nullsLast(Comparator.reverseOrder()))
                    .thenComparing(Rereviewed::department)
                    .thenComparing(Rereviewed::formId))
            .toList());
  }

  private static Department department(String name, List<Rereviewed> forms) {
    BigDecimal score = BigDecimal.ZERO;
    BigDecimal review = BigDecimal.ZERO;
    int judged = 0;
    int named = 0;
    for (Rereviewed one : forms) {
      BigDecimal own = one.score();
      if (own != null && own.signum() > 0) {
        judged++;
        score = score.add(own);
        review = review.add(one.review());
      }
      named += one.isNamed() ? 1 : 0;
    }
    return new Department(
        name, forms.size(), judged, score, review, Rereviewed.share(score, review), named);
  }
}
