package org.jihe.template;

import java.util.List;
import org.jihe.form.SelfEvaluation;
import org.jihe.layout.FormLayout;
import org.jihe.layout.Quarantined;

/**
 * What was found in a document.
 *
 * @param forms the forms in printed order
 * @param layouts the forms' rows as printed, one of each form in the same order; none where the
 *     source has no rows
 * @param quarantined what begins like a form and could not be read as one
 */
public record Recognition(
    List<SelfEvaluation> forms, List<FormLayout> layouts, List<Quarantined> quarantined) {

  public Recognition {
    forms = List.copyOf(forms);
    layouts = List.copyOf(layouts);
    quarantined = List.copyOf(quarantined);
  }

  /** Of a source that has no rows. */
  public Recognition(List<SelfEvaluation> forms, List<Quarantined> quarantined) {
    this(forms, List.of(), quarantined);
  }
}
