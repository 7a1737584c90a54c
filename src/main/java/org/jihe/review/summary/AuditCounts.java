package org.jihe.review.summary;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Row;
import org.jihe.form.FormKind;
import org.jihe.table.Decimals;
import org.jihe.table.FormCodec;
import org.jihe.table.Schemas;
import org.jihe.view.ReviewSummary.AuditFigures;
import org.jihe.view.ReviewSummary.AuditLine;
import org.jspecify.annotations.Nullable;

/** The score audits in figures, those that claim the most above their range, and by whose rules. */
final class AuditCounts implements Serializable {

  private static final long serialVersionUID = 1L;

  /** The columns of {@code score_audit} that it counts. */
  static final List<String> COLUMNS =
      List.of(
          "formId",
          "projectName",
          "jurisdiction",
          "grade",
          "claimed",
          "low",
          "high",
          "overClaimed",
          "arithmetic",
          Schemas.FORM_KIND);

  private static final Comparator<Claim> WORST_FIRST =
      Comparator.comparing(Claim::over).reversed().thenComparing(Claim::formId);

  private final HashMap<String, Long> byJurisdiction = new HashMap<>();
  private final ArrayList<Claim> worst = new ArrayList<>();
  private long overClaimed;
  private BigDecimal sum = BigDecimal.ZERO;

  /** A total that claims more than is supported. */
  private record Claim(
      String formId,
      @Nullable String project,
      @Nullable BigDecimal claimed,
      @Nullable BigDecimal low,
      @Nullable BigDecimal high,
      BigDecimal over,
      String arithmetic)
      implements Serializable {}

  /** Counts a row of the table {@code score_audit}. */
  void add(Row row) {
    byJurisdiction.merge(row.getAs("jurisdiction"), 1L, Long::sum);
    if (FormCodec.kindOf(row.getAs(Schemas.FORM_KIND)) != FormKind.PROJECT) {
      return; // the points of another kind of form are not those of projects
    }
    BigDecimal over = row.getAs("overClaimed");
    if (over == null || over.signum() <= 0) {
      return;
    }
    overClaimed++;
    sum = sum.add(over);
    worst.add(
        new Claim(
            row.getAs("formId"),
            row.getAs("projectName"),
            row.getAs("claimed"),
            row.getAs("low"),
            row.getAs("high"),
            over,
            row.getAs("arithmetic")));
    keepWorst();
  }

  void add(AuditCounts part) {
    part.byJurisdiction.forEach((id, count) -> byJurisdiction.merge(id, count, Long::sum));
    overClaimed += part.overClaimed;
    sum = sum.add(part.sum);
    worst.addAll(part.worst);
    keepWorst();
  }

  private void keepWorst() {
    worst.sort(WORST_FIRST);
    if (worst.size() > AuditFigures.WORST) {
      worst.subList(AuditFigures.WORST, worst.size()).clear();
    }
  }

  /** How many forms were checked by the parameters of each jurisdiction, by its id. */
  Map<String, Long> byJurisdiction() {
    return byJurisdiction;
  }

  /** What is claimed above what is supported. */
  AuditFigures figures() {
    List<AuditLine> lines = new ArrayList<>();
    for (Claim one : worst) {
      lines.add(
          new AuditLine(
              one.formId,
              one.project,
              Decimals.plain(one.claimed),
              Decimals.plain(one.low),
              Decimals.plain(one.high),
              plain(one.over),
              one.arithmetic));
    }
    return new AuditFigures(overClaimed, plain(sum), lines);
  }

  private static BigDecimal plain(BigDecimal number) {
    return Objects.requireNonNull(Decimals.plain(number));
  }
}
