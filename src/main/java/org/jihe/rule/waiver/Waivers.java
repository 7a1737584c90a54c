package org.jihe.rule.waiver;

import java.io.Serializable;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jihe.form.department.Departments;
import org.jihe.rule.folder.RuleException;
import org.jspecify.annotations.Nullable;

/**
 * The waivers (豁免) of a file.
 *
 * @param active those in force
 * @param expired those whose last day is past: they waive nothing
 * @param departments which names are one department
 */
public record Waivers(List<Waiver> active, List<Waiver> expired, Departments departments)
    implements Serializable {

  /** No waivers. */
  public static final Waivers NONE = new Waivers(List.of(), List.of());

  public Waivers {
    active = List.copyOf(active);
    expired = List.copyOf(expired);
  }

  /** Waivers where names speak for themselves. */
  public Waivers(List<Waiver> active, List<Waiver> expired) {
    this(active, expired, Departments.NONE);
  }

  /** The same waivers where it is known which names are one department. */
  public Waivers naming(Departments names) {
    return new Waivers(active, expired, names);
  }

  /**
   * The waiver of what a rule finds on a form; null where there is none.
   *
   * @param finding fingerprint of the finding
   */
  public @Nullable Waiver of(
      String rule,
      @Nullable String project,
      @Nullable String agency,
      @Nullable String department,
      @Nullable Integer year,
      String finding) {
    for (Waiver waiver : active) {
      if (waiver.rule().equals(rule)
          && waiver.isOf(finding)
          && waiver.covers(project, agency, department, year, departments)) {
        return waiver;
      }
    }
    return null;
  }

  /** All that counts, for fingerprints; it changes on the day on which a waiver ends. */
  public String canonical() {
    return active.toString();
  }

  /**
   * Reads a file.
   *
   * @param rules ids of the rules that there are
   * @param today the day on which waivers must hold
   * @throws RuleException with file and line of everything that is wrong, an unknown rule among it
   */
  public static Waivers read(Path file, Set<String> rules, LocalDate today) throws RuleException {
    return new WaiverReader(file.toString().replace('\\', '/'), rules).read(file, today);
  }
}
