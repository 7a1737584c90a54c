package org.jihe.table;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jihe.layout.Position;
import org.jihe.layout.Quarantined;
import org.jihe.layout.Quarantined.Dismissal;
import org.jihe.layout.Quarantined.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the quarantine a person has looked at, from rows of {@link
 * Schemas#QUARANTINE_DECISIONS}. A decision holds as long as the source has the content that the
 * person saw.
 */
public final class Dismissals {

  /**
   * What a decision is about.
   *
   * @param sha256 digest of the source's content
   */
  private record Subject(
      String file, @Nullable Position place, Reason reason, @Nullable String sha256) {

    static Subject of(Quarantined entry, @Nullable String sha256) {
      return new Subject(entry.file(), entry.place(), entry.reason(), sha256);
    }
  }

  private final Map<Subject, Dismissal> decisions = new HashMap<>();
  private final Map<String, String> digests = new HashMap<>();

  /** Takes in a row of the decisions; a later one on the same entry counts. */
  public void decided(Row row) {
    decisions.put(
        new Subject(
            row.getAs("file"),
            CellCodec.fromRow(row.getAs("place")),
            Reason.valueOf(row.getAs("reason")),
            row.getAs("sha256")),
        new Dismissal(row.getAs("by"), row.getAs("decided"), row.getAs("text")));
  }

  /** Takes in what a source holds, from a row of {@link Schemas#SOURCES}. */
  public void source(Row row) {
    digests.put(row.getAs("file"), row.getAs("sha256"));
  }

  /** True where nothing has been decided. */
  public boolean isEmpty() {
    return decisions.isEmpty();
  }

  /** Digest of the content of an entry's source; empty where it could not be read. */
  public String digest(Quarantined entry) {
    return digests.getOrDefault(entry.file(), "");
  }

  /** The entry with what was decided on it, by the sources that were taken in. */
  public Quarantined on(Quarantined entry) {
    return on(entry, digest(entry));
  }

  /** The same for a source of such a content. */
  public Quarantined on(Quarantined entry, String sha256) {
    Dismissal decision = decisions.get(Subject.of(entry, sha256));
    return decision == null ? entry : entry.dismissedBy(decision);
  }

  /** Columns of {@link Schemas#SOURCES} that are taken in. */
  public static java.util.List<String> ofSources() {
    return java.util.List.of("file", "sha256");
  }

  /** The row of a decision. */
  public static Row toRow(Quarantined entry, String sha256, Dismissal decision) {
    return RowFactory.create(
        entry.file(),
        CellCodec.toRow(entry.place()),
        entry.reason().name(),
        sha256,
        decision.by(),
        decision.on(),
        decision.text());
  }
}
