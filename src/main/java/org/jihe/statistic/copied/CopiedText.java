package org.jihe.statistic.copied;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text that several departments or years have in common: one finding, however many forms.
 *
 * @param kind which text of the forms
 * @param identical true where all have it to the letter, but for punctuation and spacing
 * @param similarity the least Jaccard coefficient that joined two of the texts
 * @param common true where so many departments have it that it will be from a template or a notice:
 *     named once, and nobody copied it from another
 * @param forms how many forms have it
 * @param departments how many departments
 * @param firstYear the first year in which it was used; null where none is known
 * @param text as the first of them prints it
 * @param places where it stands, at most {@link CopySearch#PLACES}, by department, year and form
 */
public record CopiedText(
    CopiedKind kind,
    boolean identical,
    double similarity,
    boolean common,
    int forms,
    int departments,
    @Nullable Integer firstYear,
    @Nullable Integer lastYear,
    String text,
    List<Place> places) {

  public CopiedText {
    places = List.copyOf(places);
  }

  /**
   * Where it stands.
   *
   * @param subject path in the form
   */
  public record Place(
      String formId,
      String dossier,
      String department,
      @Nullable Integer year,
      @Nullable String project,
      String subject) {}
}
