package org.jihe.workspace;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/**
 * What is known of a run of the past without its tables.
 *
 * @param id its name
 * @param job what it did
 * @param version of the program
 * @param jurisdiction id of whose parameters its findings come from; empty where nothing was
 *     checked
 * @param counts how many of what, by name
 * @param kept whether what it left can still be read; tidying drops old runs
 */
public record RunRecord(
    String id,
    String job,
    Instant started,
    Instant ended,
    String version,
    String jurisdiction,
    Map<String, Long> counts,
    boolean kept) {

  static RunRecord of(Row row, boolean kept) {
    return new RunRecord(
        row.getAs("runId"),
        row.getAs("job"),
        Run.instant(row.getAs("started")),
        Run.instant(row.getAs("ended")),
        row.getAs("version"),
        row.getAs("jurisdiction"),
        new TreeMap<>(row.<String, Long>getJavaMap(row.fieldIndex("counts"))),
        kept);
  }
}
