package org.jihe.job;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jihe.finding.Outcome;
import org.jihe.table.OutcomeCodec;
import org.jihe.table.Rows;

/** How often every rule had which outcome. */
final class OutcomeCounts {

  private final Map<String, Map<Outcome.Kind, Long>> counts = new HashMap<>();

  private OutcomeCounts() {}

  /** No rule had any. */
  static OutcomeCounts none() {
    return new OutcomeCounts();
  }

  /** Counts rows of the table {@code outcomes} where they are. */
  static OutcomeCounts of(Dataset<Row> outcomes) {
    List<Map<String, Map<Outcome.Kind, Long>>> parts =
        Rows.of(outcomes)
            .mapPartitions(
                rows -> {
                  OutcomeCounts part = new OutcomeCounts();
                  rows.forEachRemaining(
                      row ->
                          OutcomeCodec.fromRow(row)
                              .forEach(one -> part.add(one.ruleId(), one.kind(), 1)));
                  return List.of(part.counts).iterator();
                })
            .collect();
    OutcomeCounts whole = new OutcomeCounts();
    parts.forEach(
        part ->
            part.forEach(
                (rule, kinds) -> kinds.forEach((kind, count) -> whole.add(rule, kind, count))));
    return whole;
  }

  private void add(String rule, Outcome.Kind kind, long count) {
    counts
        .computeIfAbsent(rule, id -> new EnumMap<>(Outcome.Kind.class))
        .merge(kind, count, Long::sum);
  }

  /** How often a rule had an outcome. */
  long of(String rule, Outcome.Kind kind) {
    return counts.getOrDefault(rule, Map.of()).getOrDefault(kind, 0L);
  }

  /** How many outcomes a rule had. */
  long of(String rule) {
    return counts.getOrDefault(rule, Map.of()).values().stream().mapToLong(Long::longValue).sum();
  }
}
