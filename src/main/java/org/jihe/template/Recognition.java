package org.jihe.template;

import java.util.List;
import org.jihe.form.SelfEvaluation;
import org.jihe.layout.Quarantined;

/**
 * What was found in a document.
 *
 * @param forms the forms in printed order
 * @param quarantined what begins like a form and could not be read as one
 */
public record Recognition(List<SelfEvaluation> forms, List<Quarantined> quarantined) {

  public Recognition {
    forms = List.copyOf(forms);
    quarantined = List.copyOf(quarantined);
  }
}
