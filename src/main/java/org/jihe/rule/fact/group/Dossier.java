package org.jihe.rule.fact.group;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jihe.form.FormKind;
import org.jspecify.annotations.Nullable;

/**
 * The forms of one supervising department in one year, with what they are held against.
 *
 * @param key key of the department and year
 * @param forms the forms' digests by name
 * @param lastYear those of the year before; null where there are none
 * @param listed the lines of the bureau's project list for the department and year; null where no
 *     list was given
 * @param ledger the lines of the treasury's ledger; null where none was given
 */
public record Dossier(
    String key,
    List<ProjectDigest> forms,
    @Nullable List<ProjectDigest> lastYear,
    @Nullable List<ListedProject> listed,
    @Nullable List<ListedProject> ledger) {

  public Dossier {
    forms = forms.stream().sorted(ProjectDigest.ORDER).toList();
    lastYear = lastYear == null ? null : lastYear.stream().sorted(ProjectDigest.ORDER).toList();
    listed = listed == null ? null : List.copyOf(listed);
    ledger = ledger == null ? null : List.copyOf(ledger);
  }

  /** The kinds of its forms; that of projects always, for lists may name some without a form. */
  public Set<FormKind> kinds() {
    Set<FormKind> kinds = EnumSet.of(FormKind.PROJECT);
    forms.forEach(form -> kinds.add(form.kind()));
    return kinds;
  }

  /** Its forms of one kind, held against forms of that kind; the bureau's lists are of projects. */
  public Dossier of(FormKind kind) {
    boolean projects = kind == FormKind.PROJECT;
    return new Dossier(
        key,
        of(kind, forms),
        lastYear == null ? null : of(kind, lastYear),
        projects ? listed : null,
        projects ? ledger : null);
  }

  private static List<ProjectDigest> of(FormKind kind, List<ProjectDigest> forms) {
    return forms.stream().filter(form -> form.kind() == kind).toList();
  }
}
