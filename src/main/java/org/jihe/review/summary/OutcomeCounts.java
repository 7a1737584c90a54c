package org.jihe.review.summary;

import java.io.Serializable;
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
final class OutcomeCounts implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final String AMBIGUOUS = ": ambiguous";

  private final HashMap<String, Map<Outcome.Kind, Long>> counts = new HashMap<>();

  /** Forms that several lines of a list, or several projects of the year before, may be. */
  private long ambiguousForms;

  private OutcomeCounts() {}

  /** No rule had any. */
  static OutcomeCounts none() {
    return new OutcomeCounts();
  }

  /** Counts rows of the table {@code outcomes} where they are. */
  static OutcomeCounts of(Dataset<Row> outcomes) {
    List<OutcomeCounts> parts =
        Rows.of(outcomes)
            .mapPartitions(
                rows -> {
                  OutcomeCounts part = new OutcomeCounts();
                  rows.forEachRemaining(part::add);
                  return List.of(part).iterator();
                })
            .collect();
    OutcomeCounts whole = new OutcomeCounts();
    parts.forEach(whole::add);
    return whole;
  }

  /** Counts a row of the table {@code outcomes}. */
  void add(Row row) {
    add(OutcomeCodec.fromRow(row));
  }

  private void add(List<Outcome> ofOneForm) {
    boolean ambiguous = false;
    for (Outcome one : ofOneForm) {
      add(one.ruleId(), one.kind(), 1);
      ambiguous |= one.reason().endsWith(AMBIGUOUS);
    }
    ambiguousForms += ambiguous ? 1 : 0;
  }

  void add(OutcomeCounts part) {
    part.counts.forEach((rule, kinds) -> kinds.forEach((kind, count) -> add(rule, kind, count)));
    ambiguousForms += part.ambiguousForms;
  }

  private void add(String rule, Outcome.Kind kind, long count) {
    counts
        .computeIfAbsent(rule, id -> new EnumMap<>(Outcome.Kind.class))
        .merge(kind, count, Long::sum);
  }

  /** How many forms several lines of a list, or several projects of the year before, may be. */
  long ambiguousForms() {
    return ambiguousForms;
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
