package org.jihe.statistic.sampling;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A form that may be drawn.
 *
 * @param department name of the department
 * @param sizeClass label of the class of its final budget
 * @param budget final budget, yuan
 * @param score the total that the agency gives itself
 * @param errors how many errors stand
 * @param outlier true where it stands out from its peers
 */
public record Candidate(
    String formId,
    String dossier,
    String department,
    @Nullable Integer year,
    @Nullable String project,
    String sizeClass,
    @Nullable BigDecimal budget,
    @Nullable BigDecimal score,
    long errors,
    long doubts,
    boolean outlier) {

  /** Why it is to be looked at. */
  public Risk risk() {
    return errors > 0 ? Risk.ERRORS : doubts > 0 || outlier ? Risk.DOUBTS : Risk.NONE;
  }
}
