package org.jihe.version;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jihe.layout.Position;
import org.jihe.table.Confirmations;

/**
 * Which forms are in force after a run, and what became of the others.
 *
 * @param touched departments and years that the run has forms of
 * @param accepted ids of this run's forms that are in force, by their names in the run
 * @param copies forms of this run that stand elsewhere, too
 * @param supersededHere forms of this run that a later version replaces
 * @param supersededThere forms of earlier runs that are not in force any more
 * @param kept forms of earlier runs that stay in force
 * @param sameKey how many forms in force share their key with another one
 */
public record VersionPlan(
    Set<String> touched,
    Map<String, String> accepted,
    List<Copy> copies,
    List<Superseded> supersededHere,
    List<Superseded> supersededThere,
    List<StoredForm> kept,
    long sameKey) {

  /** A form that another one prints the same as. */
  public record Copy(MetForm form, Position twin) {}

  /** The forms in force of every dossier that the run concerns, as its digest is made of. */
  public Map<String, Set<String>> contents(List<MetForm> met, Confirmations confirmations) {
    Map<String, Set<String>> contents = new TreeMap<>();
    touched.forEach(dossier -> contents.put(dossier, new TreeSet<>()));
    for (MetForm form : met) {
      String id = accepted.get(form.id());
      if (id != null) {
        contents
            .computeIfAbsent(form.dossier(), dossier -> new TreeSet<>())
            .add(confirmations.line(form.dossier(), id, form.contentHash()));
      }
    }
    for (StoredForm form : kept) {
      contents
          .computeIfAbsent(form.dossier(), dossier -> new TreeSet<>())
          .add(confirmations.line(form.dossier(), form.formId(), form.contentHash()));
    }
    supersededThere.forEach(
        form -> contents.computeIfAbsent(form.dossier(), dossier -> new TreeSet<>()));
    return contents;
  }

  /** Forms of earlier runs that stay in force in the dossiers that the run has forms of. */
  public long keptBeside() {
    return kept.stream().filter(form -> touched.contains(form.dossier())).count();
  }

  /** Forms of earlier runs that went without a later version. */
  public long withdrawn() {
    return supersededThere.stream().filter(one -> one.by().isEmpty()).count();
  }
}
