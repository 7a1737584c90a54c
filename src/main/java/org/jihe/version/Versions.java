package org.jihe.version;

import java.io.Serializable;
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
import org.jihe.version.Copies.Met;
import org.jihe.version.Copies.Past;
import org.jihe.version.Copies.Stored;
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

  /** Why a form is not in force. */
  public enum Why {
    /** A later run brought another version. */
    LATER_RUN,
    /** The name of another file of the run says that it is later. */
    LATER_BY_NAME,
    /** Another file of the run was written later. */
    LATER_BY_TIME,
    /** Its source no longer holds it, or is no longer there. */
    WITHDRAWN
  }

  /**
   * A form that is not in force any more.
   *
   * @param id of a form of this run its place in the sources, of a stored one its id
   * @param key what it is a version of
   * @param by digest of what replaced it; empty where nothing did
   * @param successor where that stands
   */
  public record Superseded(
      String id,
      String key,
      String dossier,
      String printedHash,
      String by,
      @Nullable Position successor,
      Why why)
      implements Serializable {}

  /** A form that another one prints the same as. */
  public record Copy(Met form, Position twin) {}

  private final Coverage coverage;
  private final Set<Past> past;
  private final Set<String> keysOfPast = new HashSet<>();
  private final Resubmission resubmission;

  /** Departments and years that the run has forms of. */
  public final Set<String> touched = new TreeSet<>();

  /** Ids of this run's forms that are in force, by their place. */
  public final Map<String, String> accepted = new LinkedHashMap<>();

  /** Forms of this run that stand elsewhere, too. */
  public final List<Copy> copies = new ArrayList<>();

  /** Forms of this run that a later version replaces. */
  public final List<Superseded> supersededHere = new ArrayList<>();

  /** Forms of earlier runs that are not in force any more. */
  public final List<Superseded> supersededThere = new ArrayList<>();

  /** Forms of earlier runs that stay in force. */
  public final List<Stored> kept = new ArrayList<>();

  /** Forms in force that share their key with another one. */
  public long sameKey;

  public Versions(Coverage coverage, Set<Past> past, Resubmission resubmission) {
    this.coverage = coverage;
    this.past = past;
    past.forEach(line -> keysOfPast.add(line.key()));
    this.resubmission = resubmission;
  }

  /** Decides on all forms of a run, and on the stored forms of the dossiers that they concern. */
  public void decide(List<Met> met, List<Stored> stored) {
    Map<String, List<Met>> metByKey = new TreeMap<>();
    met.forEach(
        form -> {
          metByKey.computeIfAbsent(form.key(), key -> new ArrayList<>()).add(form);
          touched.add(form.dossier());
        });
    Map<String, List<Stored>> storedByKey = new TreeMap<>();
    stored.forEach(
        form -> storedByKey.computeIfAbsent(form.key(), key -> new ArrayList<>()).add(form));
    Set<String> keys = new TreeSet<>(metByKey.keySet());
    keys.addAll(storedByKey.keySet());
    for (String key : keys) {
      new OfKey(key, storedByKey.getOrDefault(key, List.of()))
          .decide(metByKey.getOrDefault(key, List.of()));
    }
  }

  private boolean isReplacedWithItsSource(Stored form) {
    boolean here = touched.contains(form.dossier());
    return coverage.readWhole(form.file())
        || (here && (resubmission == Resubmission.YEARS || coverage.isGone(form.file())));
  }

  /** The forms of one key. */
  private final class OfKey {

    private final String key;
    private final List<Stored> withSource = new ArrayList<>();
    private final List<Stored> others = new ArrayList<>();

    OfKey(String key, List<Stored> stored) {
      this.key = key;
      stored.forEach(form -> (isReplacedWithItsSource(form) ? withSource : others).add(form));
    }

    void decide(List<Met> met) {
      List<Met> now = new ArrayList<>(distinct(met));
      dropKnown(now);
      dropEarlier(now);
      Map<String, Met> byPrint = new LinkedHashMap<>();
      now.forEach(form -> byPrint.put(form.printedHash(), form));
      Map<String, String> idOfPrint = new HashMap<>();
      List<Met> changed = new ArrayList<>(now);
      for (List<Stored> group : List.of(others, withSource)) {
        for (Stored form : List.copyOf(group)) {
          Met same = byPrint.get(form.printedHash());
          if (same != null) {
            idOfPrint.putIfAbsent(form.printedHash(), form.formId());
            changed.remove(same);
            group.remove(form);
          }
        }
      }
      replaceSingle(now, changed, idOfPrint);
      Met successor = changed.size() == 1 ? changed.get(0) : null;
      for (Stored form : withSource) {
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
    private List<Met> distinct(List<Met> met) {
      Map<String, Met> best = new LinkedHashMap<>();
      for (Met form : met) {
        best.merge(
            form.printedHash(),
            form,
            (one, other) -> other.guesses() < one.guesses() ? other : one);
      }
      for (Met form : met) {
        Met twin = best.get(form.printedHash());
        if (twin != null && !twin.equals(form)) {
          copies.add(new Copy(form, twin.place()));
        }
      }
      return List.copyOf(best.values());
    }

    /** What a run has seen superseded does not come back by being read again where it stood. */
    private void dropKnown(List<Met> now) {
      if (!keysOfPast.contains(key)) {
        return;
      }
      for (Met form : List.copyOf(now)) {
        Position later = null;
        String by = "";
        for (Met other : now) {
          if (isPast(form, other.printedHash())
              && !isPast(other, form.printedHash())
              && !other.equals(form)) {
            later = other.place();
            by = other.printedHash();
          }
        }
        for (Stored other : others) {
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

    private boolean isPast(Met form, String by) {
      return past.contains(new Past(key, form.file(), form.printedHash(), by));
    }

    /** Where one version of the run is later than every other, the others go. */
    private void dropEarlier(List<Met> now) {
      if (now.size() < 2 || now.size() > MOST_VERSIONS || !now.get(0).named()) {
        return;
      }
      for (Met candidate : now) {
        Map<Met, Why> earlier = new LinkedHashMap<>();
        for (Met other : now) {
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

    private Superseded superseded(Met form, Met by, Why why) {
      return new Superseded(
          form.id(), key, form.dossier(), form.printedHash(), by.printedHash(), by.place(), why);
    }

    /** Why the first form is the later version; null where it is not known to be. */
    private static @Nullable Why later(Met one, Met other) {
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
    private void replaceSingle(List<Met> now, List<Met> changed, Map<String, String> idOfPrint) {
      if (now.size() == 1 && changed.size() == 1 && others.size() == 1 && changed.get(0).named()) {
        Stored before = others.remove(0);
        idOfPrint.putIfAbsent(changed.get(0).printedHash(), before.formId());
        retire(before, changed.get(0), Why.LATER_RUN);
      }
    }

    private void retire(Stored form, @Nullable Met successor, Why why) {
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
    private void number(List<Met> now, Map<String, String> idOfPrint) {
      Set<String> taken = new HashSet<>();
      others.forEach(form -> taken.add(form.formId()));
      List<Met> open = new ArrayList<>();
      for (Met form : now) {
        String id = idOfPrint.get(form.printedHash());
        if (id == null || !taken.add(id)) {
          open.add(form);
        } else {
          accepted.put(form.id(), id);
        }
      }
      int number = 1;
      for (Met form : open) {
        String id = key;
        while (!taken.add(id)) {
          id = key + "-" + ++number;
        }
        accepted.put(form.id(), id);
      }
      sameKey += Math.max(0, taken.size() - 1);
    }
  }

  /** The forms in force of every dossier that the run concerns, as its digest is made of. */
  public Map<String, Set<String>> contents(List<Met> met) {
    Map<String, Set<String>> contents = new TreeMap<>();
    touched.forEach(dossier -> contents.put(dossier, new TreeSet<>()));
    for (Met form : met) {
      String id = accepted.get(form.id());
      if (id != null) {
        contents
            .computeIfAbsent(form.dossier(), dossier -> new TreeSet<>())
            .add(id + " " + form.contentHash());
      }
    }
    for (Stored form : kept) {
      contents
          .computeIfAbsent(form.dossier(), dossier -> new TreeSet<>())
          .add(form.formId() + " " + form.contentHash());
    }
    supersededThere.forEach(
        form -> contents.computeIfAbsent(form.dossier(), dossier -> new TreeSet<>()));
    return contents;
  }
}
