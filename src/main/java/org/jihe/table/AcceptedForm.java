package org.jihe.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jihe.form.Field;
import org.jihe.form.FormFields;
import org.jihe.form.FormKey;
import org.jihe.form.FormKind;
import org.jihe.form.Reading;
import org.jihe.form.SelfEvaluation;
import org.jihe.form.Texts;
import org.jihe.form.department.Departments;
import org.jihe.transcript.Transcripts;

/**
 * A form as it stands in the tables.
 *
 * @param formId identity across runs; forms of one key in one run are told apart by a suffix
 * @param dossier key of the department and year that it belongs to
 * @param contentHash digest of everything that it prints, where every cell of it stands and how it
 *     was read; equal where the tables need not be written again
 * @param printedHash digest of what it prints, wherever it stands; equal for copies of one form in
 *     whatever format
 * @param form the form
 */
public record AcceptedForm(
    String formId, String dossier, String contentHash, String printedHash, SelfEvaluation form)
    implements Serializable {

  /** The form under its own key, where its department's name speaks for itself. */
  public static AcceptedForm of(SelfEvaluation form) {
    return of(form, Departments.NONE);
  }

  /** The form under its own key. */
  public static AcceptedForm of(SelfEvaluation form, Departments departments) {
    String printed = printedHash(form);
    return new AcceptedForm(
        departments.key(form),
        departments.dossier(form.year().value(), form.supervisingDepartment().printed()),
        FormKey.of(printed, form.origin().toString(), reading(form)),
        printed,
        form);
  }

  /** Where every cell stands and how the form was got from them. */
  private static String reading(SelfEvaluation form) {
    StringBuilder reading = new StringBuilder(form.recovery().toString());
    for (Field<?> field : FormFields.of(form).values()) {
      reading.append('|').append(field.reading()).append(' ').append(field.position());
    }
    // What most forms do not have changes nothing where it is not there.
    if (form.kind() != FormKind.PROJECT) {
      reading.append('|').append(form.kind());
    }
    if (!form.notes().isEmpty()) {
      reading.append('|').append(form.notes());
    }
    return reading.toString();
  }

  /**
   * Digest of what the form prints, wherever it stands and however its format spaces it: white
   * space is left out and full-width characters count as plain ones.
   */
  private static String printedHash(SelfEvaluation form) {
    ObjectNode transcript = Transcripts.toJson(form);
    Transcripts.removeProvenance(transcript);
    StringBuilder text = new StringBuilder();
    fold(text, transcript);
    return FormKey.of(text.toString());
  }

  private static void fold(StringBuilder text, JsonNode node) {
    if (node.isObject()) {
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        String value = Texts.folded(field.getValue().asText(""));
        if (field.getValue().isContainerNode() || !value.isEmpty()) {
          text.append(field.getKey()).append('=');
          fold(text, field.getValue());
        }
      }
    } else if (node.isArray()) {
      text.append('[');
      node.forEach(one -> fold(text.append('|'), one));
      text.append(']');
    } else {
      text.append(Texts.folded(node.asText(""))).append('\u001f');
    }
  }

  /** The same under the same digests, with something said of its readings. */
  AcceptedForm with(SelfEvaluation other) {
    return new AcceptedForm(formId, dossier, contentHash, printedHash, other);
  }

  /** All that the form prints, how it was read, and what people have said of its readings. */
  public ObjectNode transcript() {
    SelfEvaluation printed = Confirmations.asPrinted(form);
    List<Reading.Note> notes = new ArrayList<>(printed.notes());
    notes.removeIf(note -> note.kind().isOfAPerson());
    ObjectNode transcript = Transcripts.toJson(printed.toBuilder().notes(notes).build());
    List<Confirmations.Said> all = Confirmations.said(form);
    if (!all.isEmpty()) {
      ArrayNode confirmed = transcript.putArray(Schemas.CONFIRMED);
      for (Confirmations.Said said : all) {
        confirmed
            .addObject()
            .put("path", said.path())
            .put("printed", said.printed())
            .put("value", said.value());
      }
    }
    return transcript;
  }

  /** The same form under another id. */
  public AcceptedForm withId(String id) {
    return new AcceptedForm(id, dossier, contentHash, printedHash, form);
  }
}
