package org.jihe.workspace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.iceberg.ExpireSnapshots;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jihe.table.SparkMaps;
import org.jihe.workspace.catalog.TableTimes;

/**
 * Drops what old runs left, so that a workspace does not grow with every review. The last runs are
 * kept, whole; of the others the record stays, without their tables. A reader that began before
 * reads a run that is kept; should it read for so long that its run was dropped, it begins anew.
 */
final class Tidying {

  /**
   * What is kept.
   *
   * @param most so many runs at most
   * @param fewest so many reviews whatever they take, so that what was corrected can be seen: steps
   *     on the way to one, and a migration, are none
   * @param times between the two, runs as long as their tables take no more than so many times what
   *     the tables in force take
   */
  record Bounds(int most, int fewest, double times) {

    /** After every review. */
    static final Bounds USUAL = new Bounds(10, 2, 1.5);

    /** Exactly the last few. */
    static Bounds last(int runs) {
      return new Bounds(runs, runs, 0);
    }
  }

  /** Jobs that end a review. */
  private static final Set<String> REVIEWS = Set.of("review", "publish");

  /** What a commit says of the bytes of its files. */
  private static final String TOTAL = "total-files-size";

  private static final String REMOVED = "removed-files-size";

  /** So many files of the table of runs are brought together. */
  private static final int MANY_RECORDS = 5;

  private final Workspace workspace;
  private final Tables tables;
  private final Instant now;

  Tidying(Workspace workspace, Instant now) {
    this.workspace = workspace;
    this.tables = workspace.tables();
    this.now = now;
  }

  /**
   * Drops old runs.
   *
   * @return ids of the runs that are not kept any more
   */
  List<String> drop(Bounds bounds) {
    List<Row> runs = tables.runRows();
    int first = firstKept(runs, bounds);
    List<String> before = kept(runs);
    Map<String, Set<Long>> wanted = new HashMap<>();
    for (Row run : runs.subList(first, runs.size())) {
      snapshots(run)
          .forEach((table, id) -> wanted.computeIfAbsent(table, name -> new HashSet<>()).add(id));
    }
    for (WorkspaceTable table : WorkspaceTable.values()) {
      if (tables.exists(table.tableName())) {
        expire(table.tableName(), wanted.getOrDefault(table.tableName(), Set.of()));
      }
    }
    List<String> dropped = new ArrayList<>(before);
    dropped.removeAll(kept(runs));
    records(runs, new TreeSet<>(dropped), first);
    return dropped;
  }

  private List<String> kept(List<Row> runs) {
    Map<String, Set<Long>> known = new HashMap<>();
    return runs.stream()
        .filter(run -> tables.isKept(run, known))
        .map(run -> run.<String>getAs("runId"))
        .toList();
  }

  private static Map<String, Long> snapshots(Row run) {
    return run.getJavaMap(run.fieldIndex("snapshots"));
  }

  /** Goes back from the last run as far as the bounds allow. */
  private int firstKept(List<Row> runs, Bounds bounds) {
    int last = runs.size() - 1;
    if (last < 0) {
      return 0;
    }
    long inForce = 0;
    for (Map.Entry<String, Long> table : snapshots(runs.get(last)).entrySet()) {
      inForce += size(table.getKey(), table.getValue(), TOTAL);
    }
    long taken = inForce;
    int first = last;
    int reviews = isReview(runs.get(last)) ? 1 : 0;
    while (first > 0 && runs.size() - first < bounds.most) {
      taken += replaced(runs.get(first - 1), runs.get(first));
      if (reviews >= bounds.fewest && taken > bounds.times * inForce) {
        break;
      }
      first--;
      reviews += isReview(runs.get(first)) ? 1 : 0;
    }
    return first;
  }

  private static boolean isReview(Row run) {
    return REVIEWS.contains(run.<String>getAs("job"));
  }

  /** Bytes of files that a run has replaced by others. */
  private long replaced(Row before, Row run) {
    Map<String, Long> former = snapshots(before);
    long bytes = 0;
    for (Map.Entry<String, Long> table : snapshots(run).entrySet()) {
      if (!table.getValue().equals(former.get(table.getKey()))) {
        bytes += size(table.getKey(), table.getValue(), REMOVED);
      }
    }
    return bytes;
  }

  private long size(String table, long id, String what) {
    Snapshot snapshot = tables.exists(table) ? tables.load(table).snapshot(id) : null;
    String bytes = snapshot == null ? null : snapshot.summary().get(what);
    return bytes == null ? 0 : Long.parseLong(bytes);
  }

  /** Drops what no kept run names; what is there now stays in any case. */
  private void expire(String name, Set<Long> wanted) {
    Table table = tables.load(name);
    TableTimes.settle(table, now);
    Snapshot current = table.currentSnapshot();
    ExpireSnapshots expiry = table.expireSnapshots().expireOlderThan(0);
    boolean any = false;
    for (Snapshot snapshot : table.snapshots()) {
      boolean isCurrent = current != null && current.snapshotId() == snapshot.snapshotId();
      if (!isCurrent && !wanted.contains(snapshot.snapshotId())) {
        expiry.expireSnapshotId(snapshot.snapshotId());
        any = true;
      }
    }
    if (any) {
      expiry.commit();
    }
  }

  /**
   * Brings the records of the runs into one file; of a dropped run nothing stays but its record.
   */
  private void records(List<Row> runs, Set<String> dropped, int first) {
    Table table = tables.load(Tables.RUNS);
    if (tables.runFileCount() >= MANY_RECORDS) {
      List<Row> records = new ArrayList<>();
      for (int run = 0; run < runs.size(); run++) {
        Row row = runs.get(run);
        boolean isShort = run < first && dropped.contains(row.<String>getAs("runId"));
        records.add(isShort ? shortened(row) : row);
      }
      workspace.rewriteRuns(records);
      table = tables.load(Tables.RUNS);
    }
    Snapshot current = table.currentSnapshot();
    Set<Long> wanted = new HashSet<>();
    if (current != null && current.parentId() != null) {
      wanted.add(current.parentId()); // a reader that has just begun reads this one
    }
    if (size(table) > MANY_RECORDS) {
      expire(Tables.RUNS, wanted);
    }
  }

  private static int size(Table table) {
    int number = 0;
    for (Snapshot unused : table.snapshots()) {
      number++;
    }
    return number;
  }

  /** Without what the next run would need to know of it. */
  private static Row shortened(Row run) {
    Object[] values = new Object[run.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = run.get(i);
    }
    for (String name : List.of("inputs", "dossiers", "checked", "aggregated")) {
      values[run.fieldIndex(name)] = SparkMaps.of(Map.of());
    }
    return RowFactory.create(values);
  }
}
