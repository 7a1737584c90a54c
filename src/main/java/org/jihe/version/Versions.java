package org.jihe.version;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jihe.layout.Position;
import org.jihe.version.Superseded.Why;
import org.jihe.version.VersionMark.Order;
import org.jspecify.annotations.Nullable;

/**
 * Decides which forms are in force after a run: what is a copy of another form, what is a later
 * version of one, and what of earlier runs stays.
 *
 * <p>Within a run a version is later than another where the name of its file says so ({@link
 * VersionMark}), else where its file was written at least a minute later; else both stay, the
 * second with a number behind its id. A form of this run is later than one of an earlier run, but
 * for what was superseded before and comes from the same file as then. Of an earlier run's forms go
 * those that a later version replaces, those whose source was read again whole and no longer holds
 * them, and, in departments and years that the run has forms of, those whose source is no longer
 * there.
 */
public final class Versions {

  /** Copying a folder writes its files anew, one right after the other. */
  private static final long CLEARLY_LATER_MILLIS = 60_000;

  /** Of more forms of one name in a run nobody sends versions. */
  private static final int MOST_VERSIONS = 50;

  private final SourcesReadAgain coverage;
  private final Set<PastVersion> past;
  private final Set<String> keysOfPast = new HashSet<>();
  private final Resubmission resubmission;

  private final Set<String> touched = new TreeSet<>();
  private final Map<String, String> accepted = new LinkedHashMap<>();
  private final List<VersionPlan.Copy> copies = new ArrayList<>();
  private final List<Superseded> supersededHere = new ArrayList<>();
  private final List<Superseded> supersededThere = new ArrayList<>();
  private final List<StoredForm> kept = new ArrayList<>();
  private long sameKey;

  /**
   * Versions of a run's forms.
   *
   * @param coverage which sources of earlier runs were looked at again
   * @param past the history of the dossiers that the run concerns
   * @param resubmission what the forms replace of those that earlier runs left
   */
  public Versions(SourcesReadAgain coverage, Set<PastVersion> past, Resubmission resubmission) {
    this.coverage = coverage;
    this.past = past;
    past.forEach(line -> keysOfPast.add(line.key()));
    this.resubmission = resubmission;
  }

  /** Decides on all forms of a run, and on the stored forms of the dossiers that they concern. */
  public VersionPlan decide(List<MetForm> met, List<StoredForm> stored) {
    Map<String, List<MetForm>> metByKey = new TreeMap<>();
    met.forEach(
        form -> {
          metByKey.computeIfAbsent(form.key(), key -> new ArrayList<>()).add(form);
          touched.add(form.dossier());
        });
    Map<String, List<StoredForm>> storedByKey = new TreeMap<>();
    stored.forEach(
        form -> storedByKey.computeIfAbsent(form.key(), key -> new ArrayList<>()).add(form));
    Set<String> keys = new TreeSet<>(metByKey.keySet());
    keys.addAll(storedByKey.keySet());
    for (String key : keys) {
      new OfKey(key, storedByKey.getOrDefault(key, List.of()))
          .decide(metByKey.getOrDefault(key, List.of()));
    }
    return new VersionPlan(
        touched, accepted, copies, supersededHere, supersededThere, kept, sameKey);
  }

  private boolean isReplacedWithItsSource(StoredForm form) {
    boolean here = touched.contains(form.dossier());
    return coverage.readWhole(form.file())
        || (here && (resubmission == Resubmission.YEARS || coverage.isGone(form.file())));
  }

  /** The forms of one key. */
  private final class OfKey {

    private final String key;
    private final List<StoredForm> withSource = new ArrayList<>();
    private final List<StoredForm> others = new ArrayList<>();

    OfKey(String key, List<StoredForm> stored) {
      this.key = key;
      stored.forEach(form -> (isReplacedWithItsSource(form) ? withSource : others).add(form));
    }

    void decide(List<MetForm> met) {
      List<MetForm> now = new ArrayList<>(distinct(met));
      dropKnown(now);
      dropEarlier(now);
      Map<String, MetForm> byPrint = new LinkedHashMap<>();
      now.forEach(form -> byPrint.put(form.printedHash(), form));
      Map<String, String> idOfPrint = new HashMap<>();
      List<MetForm> changed = new ArrayList<>(now);
      for (List<StoredForm> group : List.of(others, withSource)) {
        for (StoredForm form : List.copyOf(group)) {
          MetForm same = byPrint.get(form.printedHash());
          if (same != null) {
            idOfPrint.putIfAbsent(form.printedHash(), form.formId());
            changed.remove(same);
            group.remove(form);
          }
        }
      }
      replaceSingle(now, changed, idOfPrint);
      MetForm successor = changed.size() == 1 ? changed.get(0) : null;
      for (StoredForm form : withSource) {
        Why why = successor == null ? Why.WITHDRAWN : Why.LATER_RUN;
        retire(form, successor, why);
        if (successor != null) {
          idOfPrint.putIfAbsent(successor.printedHash(), form.formId());
        }
      }
      kept.addAll(others);
      number(now, idOfPrint);
    }

    /** One of each print: the reading with the fewest guesses, then the first by its path. */
    private List<MetForm> distinct(List<MetForm> met) {
      Map<String, MetForm> best = new LinkedHashMap<>();
      for (MetForm form : met) {
        best.merge(
            form.printedHash(),
            form,
            (one, other) -> other.guesses() < one.guesses() ? other : one);
      }
      for (MetForm form : met) {
        MetForm twin = best.get(form.printedHash());
        if (twin != null && !twin.equals(form)) {
          copies.add(new VersionPlan.Copy(form, twin.place()));
        }
      }
      return List.copyOf(best.values());
    }

    /** What a run has seen superseded does not come back by being read again where it stood. */
    private void dropKnown(List<MetForm> now) {
      if (!keysOfPast.contains(key)) {
        return;
      }
      for (MetForm form : List.copyOf(now)) {
        Position later = null;
        String by = "";
        for (MetForm other : now) {
          if (isPast(form, other.printedHash())
              && !isPast(other, form.printedHash())
              && !other.equals(form)) {
            later = other.place();
            by = other.printedHash();
          }
        }
        for (StoredForm other : others) {
          if (isPast(form, other.printedHash())) {
            later = other.place();
            by = other.printedHash();
          }
        }
        if (later != null) {
          now.remove(form);
          supersededHere.add(
              new Superseded(
                  form.id(), key, form.dossier(), form.printedHash(), by, later, Why.LATER_RUN));
        }
      }
    }

    private boolean isPast(MetForm form, String by) {
      return past.contains(new PastVersion(key, form.file(), form.printedHash(), by));
    }

    /** Where one version of the run is later than every other, the others go. */
    private void dropEarlier(List<MetForm> now) {
      if (now.size() < 2 || now.size() > MOST_VERSIONS || !now.get(0).named()) {
        return;
      }
      for (MetForm candidate : now) {
        Map<MetForm, Why> earlier = new LinkedHashMap<>();
        for (MetForm other : now) {
          Why why = other.equals(candidate) ? null : later(candidate, other);
          if (why != null) {
            earlier.put(other, why);
          }
        }
        if (earlier.size() == now.size() - 1) {
          earlier.forEach((form, why) -> supersededHere.add(superseded(form, candidate, why)));
          now.retainAll(List.of(candidate));
          return;
        }
      }
    }

    private Superseded superseded(MetForm form, MetForm by, Why why) {
      return new Superseded(
          form.id(), key, form.dossier(), form.printedHash(), by.printedHash(), by.place(), why);
    }

    /** Why the first form is the later version; null where it is not known to be. */
    private static @Nullable Why later(MetForm one, MetForm other) {
      if (one.file().equals(other.file())) {
        return null;
      }
      Order byName = VersionMark.compare(one.file(), other.file());
      if (byName != Order.UNDECIDED) {
        return byName == Order.LATER ? Why.LATER_BY_NAME : null;
      }
      boolean known = one.modified() > 0 && other.modified() > 0;
      return known && one.modified() - other.modified() >= CLEARLY_LATER_MILLIS
          ? Why.LATER_BY_TIME
          : null;
    }

    /** One form of a project replaces the one that there was; of several nobody can tell. */
    private void replaceSingle(
        List<MetForm> now, List<MetForm> changed, Map<String, String> idOfPrint) {
      if (now.size() == 1 && changed.size() == 1 && others.size() == 1 && changed.get(0).named()) {
        StoredForm before = others.remove(0);
        idOfPrint.putIfAbsent(changed.get(0).printedHash(), before.formId());
        retire(before, changed.get(0), Why.LATER_RUN);
      }
    }

    private void retire(StoredForm form, @Nullable MetForm successor, Why why) {
      supersededThere.add(
          new Superseded(
              form.formId(),
              key,
              form.dossier(),
              form.printedHash(),
              successor == null ? "" : successor.printedHash(),
              successor == null ? null : successor.place(),
              why));
    }

    /** A form that was there keeps its id; the key alone goes first, then numbers follow. */
    private void number(List<MetForm> now, Map<String, String> idOfPrint) {
      Set<String> taken = new HashSet<>();
      others.forEach(form -> taken.add(form.formId()));
      List<MetForm> open = new ArrayList<>();
      for (MetForm form : now) {
        String id = idOfPrint.get(form.printedHash());
        if (id == null || !taken.add(id)) {
          open.add(form);
        } else {
          accepted.put(form.id(), id);
        }
      }
      int number = 1;
      for (MetForm form : open) {
        String id = key;
        while (!taken.add(id)) {
          id = key + "-" + ++number;
        }
        accepted.put(form.id(), id);
      }
      sameKey += Math.max(0, taken.size() - 1);
    }
  }
}
