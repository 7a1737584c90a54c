package org.jihe.table;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import java.util.List;
import org.jihe.form.FormKey;
import org.jihe.form.SelfEvaluation;
import org.jihe.form.Texts;
import org.jihe.transcript.Transcripts;
import org.jspecify.annotations.Nullable;

/**
 * A form as it stands in the tables.
 *
 * @param formId identity across runs; forms of one key in one run are told apart by a suffix
 * @param dossier key of the department and year that it belongs to
 * @param contentHash digest of everything that it prints and where; equal for equal forms of one
 *     file
 * @param form the form
 */
public record AcceptedForm(String formId, String dossier, String contentHash, SelfEvaluation form)
    implements Serializable {

  /** The form under its own key. */
  public static AcceptedForm of(SelfEvaluation form) {
    return new AcceptedForm(
        form.key(),
        dossier(form.year().value(), form.supervisingDepartment().printed()),
        FormKey.of(printedHash(form), form.origin().toString()),
        form);
  }

  /** Key of a department and year; forms that do not print them have one, too. */
  public static String dossier(@Nullable Integer year, @Nullable String department) {
    return FormKey.of(String.valueOf(year), Texts.normalised(department));
  }

  /** Digest of what the form prints, wherever it stands; equal for copies of one form. */
  public static String printedHash(SelfEvaluation form) {
    ObjectNode transcript = Transcripts.toJson(form);
    transcript.remove(List.of("form", "source", "template"));
    return FormKey.of(transcript.toString());
  }

  /** The same form under another id. */
  public AcceptedForm withId(String id) {
    return new AcceptedForm(id, dossier, contentHash, form);
  }
}
