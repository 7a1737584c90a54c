package org.jihe.table;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * A run under way: what it has written so far, on top of what the last run had left. Nothing of it
 * is visible before the workspace commits it.
 */
public final class Run {

  private final String id;
  private final String job;
  private final Instant started;
  final Map<String, Long> snapshots;
  final Map<String, String> inputs;
  final Map<String, String> dossiers;
  final Map<String, Long> counts = new TreeMap<>();
  String ruleSetFingerprint;
  String jurisdiction;

  Run(
      String id,
      String job,
      Instant started,
      Map<String, Long> snapshots,
      Map<String, String> inputs,
      Map<String, String> dossiers,
      String ruleSetFingerprint,
      String jurisdiction) {
    this.id = id;
    this.job = job;
    this.started = started;
    this.snapshots = new TreeMap<>(snapshots);
    this.inputs = new TreeMap<>(inputs);
    this.dossiers = new TreeMap<>(dossiers);
    this.ruleSetFingerprint = ruleSetFingerprint;
    this.jurisdiction = jurisdiction;
  }

  /** The run's name. */
  public String id() {
    return id;
  }

  String job() {
    return job;
  }

  Instant started() {
    return started;
  }

  /** Digest of the files of every input that was read, by input; changeable. */
  public Map<String, String> inputs() {
    return inputs;
  }

  /** Digest of the forms of every dossier, by dossier; changeable. */
  public Map<String, String> dossiers() {
    return dossiers;
  }

  /** Numbers for the run's record, by name; changeable. */
  public Map<String, Long> counts() {
    return counts;
  }

  /** Fingerprint of the rules that the findings in the tables come from; empty where none do. */
  public String ruleSetFingerprint() {
    return ruleSetFingerprint;
  }

  /** Notes which rules and which parameters the findings come from. */
  public void checkedWith(String fingerprint, String parameters) {
    ruleSetFingerprint = fingerprint;
    jurisdiction = parameters;
  }

  /** Id of the jurisdiction whose parameters were in force; empty where nothing was checked. */
  public String jurisdiction() {
    return jurisdiction;
  }
}
