package org.jihe.workspace;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jihe.form.FormKey;
import org.jihe.table.SparkMaps;
import org.jspecify.annotations.Nullable;

/**
 * A run under way: what it has written so far, on top of what the last run had left. Nothing of it
 * is visible before the workspace commits it.
 */
public final class Run {

  private final String id;
  private final String job;
  private final boolean afterMigration;
  private final Instant started;
  final Map<String, Long> snapshots;
  final Map<String, String> inputs;
  final Map<String, String> dossiers;
  final Map<String, String> checked;
  final Map<String, String> aggregated;
  final Map<String, Long> counts = new TreeMap<>();
  String ruleSetFingerprint;
  String jurisdiction;

  private Run(String id, String job, Instant started, Run last) {
    this.afterMigration = last.job.equals(FormsMigration.JOB);
    this.id = id;
    this.job = job;
    this.started = started;
    this.snapshots = Collections.synchronizedMap(new TreeMap<>(last.snapshots));
    this.inputs = new TreeMap<>(last.inputs);
    this.dossiers = new TreeMap<>(last.dossiers);
    this.checked = new TreeMap<>(last.checked);
    this.aggregated = new TreeMap<>(last.aggregated);
    this.ruleSetFingerprint = last.ruleSetFingerprint;
    this.jurisdiction = last.jurisdiction;
  }

  private Run() {
    this.afterMigration = false;
    this.id = "";
    this.job = "";
    this.started = Instant.EPOCH;
    this.snapshots = Map.of();
    this.inputs = Map.of();
    this.dossiers = Map.of();
    this.checked = Map.of();
    this.aggregated = Map.of();
    this.ruleSetFingerprint = "";
    this.jurisdiction = "";
  }

  private Run(Row row) {
    this.afterMigration = false;
    this.id = row.getAs("runId");
    this.job = row.getAs("job");
    this.started = instant(row.getAs("started"));
    this.snapshots = row.getJavaMap(row.fieldIndex("snapshots"));
    this.inputs = row.getJavaMap(row.fieldIndex("inputs"));
    this.dossiers = row.getJavaMap(row.fieldIndex("dossiers"));
    this.checked = row.getJavaMap(row.fieldIndex("checked"));
    this.aggregated = row.getJavaMap(row.fieldIndex("aggregated"));
    this.ruleSetFingerprint = row.getAs("ruleSetFingerprint");
    this.jurisdiction = row.getAs("jurisdiction");
  }

  /** Sessions give either, as they are set up. */
  static Instant instant(Object time) {
    return time instanceof Timestamp stamp ? stamp.toInstant() : (Instant) time;
  }

  /** Begins a run on top of another, or on nothing where there is none. */
  static Run begin(String id, String job, Instant started, @Nullable Row last) {
    return new Run(id, job, started, last == null ? new Run() : new Run(last));
  }

  /** A run as the table {@code runs} records it, for reading what it left. */
  static Run past(Row row) {
    return new Run(row);
  }

  /** The run's row in the table {@code runs}. */
  Row toRow(Instant ended, String version) {
    return RowFactory.create(
        id,
        job,
        started,
        ended,
        version,
        jurisdiction,
        ruleSetFingerprint,
        SparkMaps.of(snapshots),
        SparkMaps.of(inputs),
        SparkMaps.of(dossiers),
        SparkMaps.of(checked),
        SparkMaps.of(aggregated),
        SparkMaps.of(counts));
  }

  /** True for the first run on what another version of the program left. */
  public boolean isAfterMigration() {
    return afterMigration;
  }

  /** True where a table has rows, from this run or from earlier ones. */
  public boolean has(WorkspaceTable table) {
    return snapshots.containsKey(table.tableName());
  }

  /** The run's name. */
  public String id() {
    return id;
  }

  /**
   * Id of the jurisdiction of the last check, {@code auto} where it was that of each form; empty
   * where nothing has been checked.
   */
  public String jurisdiction() {
    return jurisdiction;
  }

  /** What the rules of the last check were; empty where nothing has been checked. */
  public String ruleSetFingerprint() {
    return ruleSetFingerprint;
  }

  /** Digest of the files of every input that was read, by input; changeable. */
  public Map<String, String> inputs() {
    return inputs;
  }

  /** Digest of the forms of every dossier, by dossier; changeable. */
  public Map<String, String> dossiers() {
    return dossiers;
  }

  /** What the findings of every dossier come from, by dossier; changeable. */
  public Map<String, String> checked() {
    return checked;
  }

  /** What the statistics of every dossier come from, by dossier; changeable. */
  public Map<String, String> aggregated() {
    return aggregated;
  }

  /** Numbers for the run's record, by name; changeable. */
  public Map<String, Long> counts() {
    return counts;
  }

  /** A name for what the tables hold: two runs of the same name left the same rows. */
  public String state() {
    return FormKey.of(snapshots.toString());
  }

  /** Notes which rules and whose parameters the findings come from. */
  public void checkedWith(String fingerprint, String parameters) {
    ruleSetFingerprint = fingerprint;
    jurisdiction = parameters;
  }

  /** True where no form has been read into the workspace yet. */
  public boolean isEmpty() {
    return dossiers.isEmpty();
  }
}
