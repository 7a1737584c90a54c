package org.jihe.rule.jurisdiction;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jihe.form.SelfEvaluation;
import org.jspecify.annotations.Nullable;

/** The jurisdictions that a rule set knows: one that was asked for, or that of each form. */
public final class Jurisdictions implements Serializable {

  private static final long serialVersionUID = 1L;

  private final TreeMap<String, Jurisdiction> all = new TreeMap<>();
  private final Jurisdiction fallback;
  private final boolean detecting;
  private final Profile profile;

  /**
   * @param all every jurisdiction to choose from
   * @param fallback the one in force where none is detected
   * @param detecting false where the fallback is in force whatever a form says
   */
  public Jurisdictions(Collection<Jurisdiction> all, Jurisdiction fallback, boolean detecting) {
    this(all, fallback, detecting, Profile.NONE);
  }

  private Jurisdictions(
      Collection<Jurisdiction> all, Jurisdiction fallback, boolean detecting, Profile profile) {
    this.profile = profile;
    all.forEach(one -> this.all.put(one.id(), one.sharing(fallback.parameters())));
    this.all.put(fallback.id(), fallback);
    this.fallback = fallback;
    this.detecting = detecting;
  }

  /** The same where a profile says some things otherwise. */
  public Jurisdictions with(Profile asked) {
    return asked.equals(Profile.NONE)
        ? this
        : new Jurisdictions(
            all.values().stream().map(one -> one.with(asked)).toList(),
            fallback.with(asked),
            detecting,
            asked);
  }

  /** The profile that was asked for. */
  public Profile profile() {
    return profile;
  }

  /** True where every form's own jurisdiction is looked for. */
  public boolean detecting() {
    return detecting;
  }

  /** The one that was asked for, or is in force where none is detected. */
  public Jurisdiction fallback() {
    return fallback;
  }

  /** Those that may be in force. */
  public Collection<Jurisdiction> all() {
    return detecting ? all.values() : List.of(fallback);
  }

  /** The jurisdiction of this id; the fallback where there is none. */
  public Jurisdiction named(String id) {
    return all.getOrDefault(id, fallback);
  }

  /** What a form's jurisdiction says for its year. */
  public Parameters of(SelfEvaluation form) {
    return jurisdictionOf(form).of(form.year().value());
  }

  /**
   * A form's jurisdiction: by the name of its supervising department, else of its agency, else by
   * its template, else the fallback. A name that points to two, neither of which inherits the
   * other, points to none.
   */
  public Jurisdiction jurisdictionOf(SelfEvaluation form) {
    if (!detecting) {
      return fallback;
    }
    Jurisdiction found = byName(form.supervisingDepartment().printed());
    if (found == null) {
      found = byName(form.implementingAgency().printed());
    }
    if (found == null) {
      found = byTemplate(form.recovery().template());
    }
    return found == null ? fallback : found;
  }

  private @Nullable Jurisdiction byName(@Nullable String department) {
    Jurisdiction best = null;
    boolean tie = false;
    int longest = 0;
    for (Jurisdiction one : all.values()) {
      int length = one.match(department);
      if (length == 0 || length < longest) {
        continue;
      }
      boolean better = best == null || length > longest || one.depth() > best.depth();
      tie = !better && best != null && one.depth() == best.depth();
      if (better) {
        best = one;
        longest = length;
      }
    }
    return tie ? null : best;
  }

  private @Nullable Jurisdiction byTemplate(String template) {
    List<Jurisdiction> users =
        all.values().stream().filter(one -> one.templates().contains(template)).toList();
    return users.size() == 1 ? users.get(0) : null;
  }

  /** All that counts, for fingerprints. */
  public String canonical() {
    StringBuilder canonical = new StringBuilder().append(detecting).append('\n');
    for (Map.Entry<String, Jurisdiction> entry : all.entrySet()) {
      Jurisdiction one = entry.getValue();
      if (!detecting && !one.id().equals(fallback.id())) {
        continue;
      }
      canonical.append(one.id()).append(one.departments()).append(one.templates()).append('\n');
      canonical.append(one.parameters().canonical()).append('\n');
      one.periods()
          .forEach(
              period ->
                  canonical
                      .append(period.from())
                      .append('-')
                      .append(period.to())
                      .append(period.parameters().canonical())
                      .append('\n'));
    }
    return canonical.toString();
  }
}
