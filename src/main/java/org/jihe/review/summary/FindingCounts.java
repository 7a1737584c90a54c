package org.jihe.review.summary;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.jihe.finding.Severity;
import org.jspecify.annotations.Nullable;

/**
 * How many findings every form, rule and severity has, and how many each waiver accepted, which
 * count nowhere else. Grows with the forms, not with their findings.
 */
final class FindingCounts implements Serializable {

  private static final long serialVersionUID = 1L;

  private final HashMap<String, EnumMap<Severity, Long>> byForm = new HashMap<>();
  private final HashMap<String, Long> byRule = new HashMap<>();
  private final TreeMap<String, Long> bySeverity = new TreeMap<>();
  private final HashMap<List<String>, Long> waived = new HashMap<>();

  private FindingCounts() {}

  /** Of no findings. */
  static FindingCounts none() {
    return new FindingCounts();
  }

  /** Counts a row of the table {@code findings}. */
  void add(Row row) {
    add(row.getAs("formId"), row.getAs("ruleId"), row.getAs("severity"), row.getAs("waived"));
  }

  private void add(String formId, String ruleId, String severity, @Nullable String waiver) {
    if (waiver != null) {
      waived.merge(List.of(ruleId, waiver), 1L, Long::sum);
      return;
    }
    byForm
        .computeIfAbsent(formId, id -> new EnumMap<>(Severity.class))
        .merge(Severity.valueOf(severity), 1L, Long::sum);
    byRule.merge(ruleId, 1L, Long::sum);
    bySeverity.merge(severity, 1L, Long::sum);
  }

  void add(FindingCounts part) {
    part.byForm.forEach(
        (form, counts) ->
            counts.forEach(
                (severity, count) ->
                    byForm
                        .computeIfAbsent(form, id -> new EnumMap<>(Severity.class))
                        .merge(severity, count, Long::sum)));
    part.byRule.forEach((rule, count) -> byRule.merge(rule, count, Long::sum));
    part.bySeverity.forEach((severity, count) -> bySeverity.merge(severity, count, Long::sum));
    part.waived.forEach((waiver, count) -> waived.merge(waiver, count, Long::sum));
  }

  /** How many findings of a severity a form has. */
  long of(String formId, Severity severity) {
    EnumMap<Severity, Long> counts = byForm.get(formId);
    return counts == null ? 0 : counts.getOrDefault(severity, 0L);
  }

  /** True where there are findings that no form shows. */
  boolean haveNoForm() {
    return byForm.containsKey("");
  }

  /** How many findings a rule has. */
  long of(String ruleId) {
    return byRule.getOrDefault(ruleId, 0L);
  }

  /** How many findings there are of each severity that occurs. */
  Map<String, Long> bySeverity() {
    return bySeverity;
  }

  /** All findings. */
  long all() {
    return bySeverity.values().stream().mapToLong(Long::longValue).sum();
  }

  /** How many findings a waiver of a rule accepted. */
  long waived(String rule, String waiver) {
    return waived.getOrDefault(List.of(rule, waiver), 0L);
  }

  /** How many findings were accepted by waivers. */
  long allWaived() {
    return waived.values().stream().mapToLong(Long::longValue).sum();
  }
}
