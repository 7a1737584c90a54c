package org.jihe.rule.fact.group;

import java.util.List;
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
}
