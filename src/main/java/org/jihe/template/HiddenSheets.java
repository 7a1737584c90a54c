package org.jihe.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jihe.form.Guess;
import org.jihe.form.Recovery;
import org.jihe.form.SelfEvaluation;
import org.jihe.layout.CellNote;
import org.jihe.layout.Document;
import org.jihe.layout.FormLayout;
import org.jihe.layout.Position;
import org.jihe.layout.Quarantined;
import org.jihe.layout.Quarantined.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Sheets that a workbook hides: their forms are drafts, or those of another year, where shown
 * sheets have forms, too; where none has, they are read and a person is told.
 *
 * @param names the hidden sheets' names
 */
record HiddenSheets(Set<String> names) {

  /** The hidden sheets of a document. */
  static HiddenSheets of(Document document) {
    Set<String> names = new HashSet<>();
    for (CellNote note : document.notes()) {
      if (note.kind() == CellNote.Kind.HIDDEN_SHEET) {
        names.add(note.before());
      }
    }
    return new HiddenSheets(names);
  }

  /** What was found, without what hidden sheets have beside shown ones. */
  Recognition leftOut(Recognition found) {
    if (names.isEmpty()) {
      return found;
    }
    boolean shown = found.forms().stream().anyMatch(form -> !isHidden(form.origin()));
    List<SelfEvaluation> forms = new ArrayList<>();
    List<FormLayout> layouts = new ArrayList<>();
    List<Quarantined> quarantined = new ArrayList<>();
    for (int i = 0; i < found.forms().size(); i++) {
      SelfEvaluation form = found.forms().get(i);
      if (shown && isHidden(form.origin())) {
        quarantined.add(refused(form.origin()));
      } else {
        forms.add(isHidden(form.origin()) ? told(form) : form);
        layouts.add(found.layouts().get(i));
      }
    }
    for (Quarantined each : found.quarantined()) {
      Position place = each.place();
      if (place == null || !isHidden(place)) {
        quarantined.add(each);
      }
    }
    return new Recognition(forms, layouts, quarantined);
  }

  private boolean isHidden(@Nullable Position place) {
    return place != null && place.sheet() != null && names.contains(place.sheet());
  }

  private static Quarantined refused(Position origin) {
    String sheet = Objects.requireNonNullElse(origin.sheet(), "");
    return new Quarantined(origin.file(), origin, Reason.HIDDEN_SHEET, sheet, "");
  }

  private static SelfEvaluation told(SelfEvaluation form) {
    Recovery recovery = form.recovery();
    List<Guess> guesses = new ArrayList<>(recovery.guesses());
    guesses.add(new Guess("form", Guess.Reason.HIDDEN_IN_SOURCE, "", ""));
    return form.with(new Recovery(recovery.template(), recovery.confidence(), guesses));
  }
}
