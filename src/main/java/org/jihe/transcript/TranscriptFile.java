package org.jihe.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jihe.form.SelfEvaluation;
import org.jihe.layout.Position;
import org.jihe.layout.Quarantined;
import org.jihe.layout.Quarantined.Reason;
import org.jihe.transcript.JsonTree.Value;

/**
 * A file of transcripts: one object, an array of them, or one after another as JSON Lines. Each
 * gives the form that it was, standing where the transcript stands; one that is not as the schema
 * {@code schema/transcript.schema.json} demands gives an entry that names the place instead. What a
 * break in the text leaves whole is read.
 *
 * @param forms the forms in their order
 * @param quarantined what could not be read; never empty where there is no form
 */
public record TranscriptFile(List<SelfEvaluation> forms, List<Quarantined> quarantined) {

  private static final int NAMES = 200;
  private static final int EXCERPT = 200;

  /** So many of the names that every transcript has tell one in which others are missing. */
  private static final int ENOUGH = 4;

  private static final Set<String> USUAL =
      Set.of(
          "title",
          "year",
          "projectName",
          "supervisingDepartment",
          "implementingAgency",
          "currencyUnit",
          "funding",
          "annualObjective",
          "indicators",
          "total");

  public TranscriptFile {
    forms = List.copyOf(forms);
    quarantined = List.copyOf(quarantined);
  }

  /**
   * Reads a text.
   *
   * @param file name for positions and messages
   * @param mostValues so many values at most are read
   */
  public static TranscriptFile read(String file, String text, int mostValues) {
    JsonTree tree = JsonTree.read(text, mostValues);
    if (tree.beyondLimits()) {
      return refused(file, Reason.LIMIT_EXCEEDED, tree.error());
    }
    List<SelfEvaluation> forms = new ArrayList<>();
    List<Quarantined> quarantined = new ArrayList<>();
    boolean torn = false;
    for (Value root : tree.roots()) {
      for (Value value : root.items() == null ? List.of(root) : root.items()) {
        if (!isTranscript(value)) {
          continue;
        }
        if (tree.isTorn(value)) {
          torn = true;
          quarantined.add(entry(file, value, Reason.TRUNCATED, tree.error()));
          continue;
        }
        TranscriptForm transcript = new TranscriptForm(file, value);
        SelfEvaluation form = transcript.submitted(forms.size() + quarantined.size() + 1);
        if (transcript.problems().isEmpty()) {
          forms.add(form);
        } else {
          TranscriptForm.Problem first = transcript.problems().get(0);
          String more =
              transcript.problems().size() == 1 ? "" : " … +" + (transcript.problems().size() - 1);
          quarantined.add(
              new Quarantined(
                  file,
                  place(file, first.at()),
                  Reason.MALFORMED_TRANSCRIPT,
                  first + more,
                  excerpt(value)));
        }
      }
    }
    if (!tree.error().isEmpty() && !torn) {
      quarantined.add(new Quarantined(file, null, Reason.DAMAGED, tree.error(), ""));
    } else if (forms.isEmpty() && quarantined.isEmpty()) {
      return refused(file, Reason.NO_FORM_FOUND, names(tree.roots()));
    }
    return new TranscriptFile(forms, quarantined);
  }

  private static TranscriptFile refused(String file, Reason reason, String detail) {
    return new TranscriptFile(List.of(), List.of(new Quarantined(file, null, reason, detail, "")));
  }

  private static Quarantined entry(String file, Value value, Reason reason, String detail) {
    return new Quarantined(file, place(file, value), reason, detail, excerpt(value));
  }

  private static Position place(String file, Value value) {
    return Position.inText(file, value.line(), value.column());
  }

  /** True for an object that has what makes a transcript, or most of it. */
  private static boolean isTranscript(Value value) {
    if (value.members() == null) {
      return false;
    }
    // A row of the forms that a review published has a value's parts in place of its text.
    if (value.member("formId") != null && value.member("dossier") != null) {
      return false;
    }
    Value indicators = value.member("indicators");
    boolean named = value.member("projectName") != null || value.member("funding") != null;
    return (named && indicators != null && indicators.items() != null)
        || value.members().keySet().stream().filter(USUAL::contains).count() >= ENOUGH;
  }

  /** What the form calls itself. */
  private static String excerpt(Value value) {
    List<String> parts = new ArrayList<>();
    for (String name : List.of("title", "projectName", "supervisingDepartment")) {
      Value member = value.member(name);
      if (member != null && member.text() != null) {
        parts.add(member.text());
      }
    }
    String text = String.join(" ", parts);
    return text.substring(0, Math.min(EXCERPT, text.length()));
  }

  /** The first names of what is there instead of a transcript. */
  private static String names(List<Value> roots) {
    StringBuilder names = new StringBuilder();
    for (Value root : roots) {
      Value first = root.items() == null || root.items().isEmpty() ? root : root.items().get(0);
      if (first.members() != null) {
        names
            .append(names.isEmpty() ? "" : "; ")
            .append(String.join(", ", first.members().keySet()));
      }
      if (names.length() > NAMES) {
        break;
      }
    }
    return names.substring(0, Math.min(NAMES, names.length()));
  }
}
