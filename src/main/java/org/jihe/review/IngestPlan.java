package org.jihe.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Row;
import org.jihe.layout.Position;
import org.jihe.review.summary.IngestResult;
import org.jihe.table.VersionCodec;
import org.jihe.version.MetForm;
import org.jihe.version.PastVersion;
import org.jihe.version.StoredForm;
import org.jihe.version.Superseded;
import org.jihe.version.VersionPlan;
import org.jihe.view.ReviewSummary.Resubmissions;
import org.jspecify.annotations.Nullable;

/**
 * What a run is going to write, decided before anything is written and without Spark.
 *
 * @param accounts what became of the sources
 * @param versions which forms are in force
 * @param copyRows rows of the table {@code form_copies}
 * @param contents digest of the forms in force of every dossier that has some, after the run
 * @param changed dossiers whose digest is another one than before
 * @param ended what goes into the history
 */
record IngestPlan(
    SourceAccounts accounts,
    VersionPlan versions,
    List<Row> copyRows,
    Map<String, String> contents,
    Set<String> changed,
    Ended ended) {

  /**
   * Forms that are not in force any more and that the history does not know yet.
   *
   * @param here those of this run, by their names in the run
   * @param there those of earlier runs, by dossier and id
   * @param dossiers where they stood
   */
  record Ended(
      Map<String, VersionCodec.End> here,
      Map<String, VersionCodec.End> there,
      Set<String> dossiers) {}

  /**
   * Plans what to write.
   *
   * @param run the run's id
   * @param known digest of the forms of every dossier, before the run
   * @param inputOf the input that a source belongs to
   */
  static IngestPlan of(
      SourceAccounts accounts,
      VersionPlan versions,
      StoredForms stored,
      String run,
      Map<String, String> known,
      UnaryOperator<String> inputOf) {
    Map<String, String> contents = new TreeMap<>(known);
    Set<String> changed =
        changes(versions.contents(accounts.met(), stored.confirmations()), contents);
    return new IngestPlan(
        accounts,
        versions,
        copies(versions, accounts.met(), inputOf),
        contents,
        changed,
        ended(versions, accounts.met(), stored, run));
  }

  /** What the run came to. */
  IngestResult result(Map<String, Long> passedOver) {
    long indicators = 0;
    long guesses = 0;
    for (MetForm form : accounts.met()) {
      if (versions.accepted().containsKey(form.id())) {
        indicators += form.indicators();
        guesses += form.guesses();
      }
    }
    long withdrawn = versions.withdrawn();
    return new IngestResult(
        accounts.counts(),
        new IngestResult.Forms(
            accounts.formsFound(),
            versions.accepted().size(),
            accounts.formsQuarantined(),
            versions.copies().size(),
            versions.supersededHere().size(),
            indicators,
            guesses),
        new Resubmissions(
            versions.supersededThere().size() - withdrawn,
            withdrawn,
            versions.keptBeside(),
            versions.sameKey()),
        Set.copyOf(versions.touched()),
        passedOver,
        accounts.quarantined());
  }

  private static List<Row> copies(
      VersionPlan versions, List<MetForm> met, UnaryOperator<String> inputOf) {
    Map<Position, String> idOfPlace = new HashMap<>();
    for (MetForm form : met) {
      idOfPlace.putIfAbsent(form.place(), versions.accepted().getOrDefault(form.id(), form.key()));
    }
    List<Row> rows = new ArrayList<>();
    for (VersionPlan.Copy copy : versions.copies()) {
      MetForm form = copy.form();
      String id = idOfPlace.getOrDefault(copy.twin(), form.key());
      rows.add(VersionCodec.copy(inputOf.apply(form.file()), id, form.place(), copy.twin()));
    }
    return rows;
  }

  private static Ended ended(
      VersionPlan versions, List<MetForm> met, StoredForms stored, String run) {
    Map<String, String> files = new HashMap<>();
    met.forEach(form -> files.put(form.id(), form.file()));
    stored.inForce().forEach(form -> files.put(form.inDossier(), form.file()));
    Set<PastVersion> known = new HashSet<>(stored.past());
    Map<String, Integer> versionsOfKey = new HashMap<>();
    stored.past().forEach(line -> versionsOfKey.merge(line.key(), 1, Integer::sum));
    Ended ended = new Ended(new HashMap<>(), new HashMap<>(), new TreeSet<>());
    for (Superseded one : versions.supersededHere()) {
      if (known.add(line(one, files.get(one.id())))) {
        ended.here.put(one.id(), end(one, versionsOfKey, run));
        ended.dossiers.add(one.dossier());
      }
    }
    for (Superseded one : versions.supersededThere()) {
      String name = one.dossier() + one.id();
      if (known.add(line(one, files.get(name)))) {
        ended.there.put(name, end(one, versionsOfKey, run));
        ended.dossiers.add(one.dossier());
      }
    }
    return ended;
  }

  private static PastVersion line(Superseded one, @Nullable String file) {
    return new PastVersion(one.key(), file == null ? "" : file, one.printedHash(), one.by());
  }

  private static VersionCodec.End end(
      Superseded one, Map<String, Integer> versionsOfKey, String run) {
    return new VersionCodec.End(
        one.key(),
        versionsOfKey.merge(one.key(), 1, Integer::sum),
        run,
        one.why().name(),
        one.by(),
        one.successor());
  }

  /** Notes the new digests and names the keys whose digest is another one. */
  private static Set<String> changes(Map<String, Set<String>> contents, Map<String, String> known) {
    Set<String> changed = new TreeSet<>();
    contents.forEach(
        (key, lines) -> {
          String before = known.remove(key);
          String now = lines.isEmpty() ? null : SourceAccounts.digest(lines);
          if (now != null) {
            known.put(key, now);
          }
          if (now == null ? before != null : !now.equals(before)) {
            changed.add(key);
          }
        });
    return changed;
  }

  /** Ids of stored forms that stay in dossiers that change, by dossier and id. */
  Map<String, Set<String>> staying() {
    Map<String, Set<String>> staying = new TreeMap<>();
    for (StoredForm form : versions.kept()) {
      if (changed.contains(form.dossier())) {
        staying.computeIfAbsent(form.dossier(), name -> new HashSet<>()).add(form.inDossier());
      }
    }
    return staying;
  }
}
