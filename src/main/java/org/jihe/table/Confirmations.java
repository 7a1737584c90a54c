package org.jihe.table;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jihe.form.Field;
import org.jihe.form.FormFields;
import org.jihe.form.FormKey;
import org.jihe.form.FormPath;
import org.jihe.form.Guess;
import org.jihe.form.Reading;
import org.jihe.form.Recovery;
import org.jihe.form.SelfEvaluation;
import org.jihe.form.ValueType;
import org.jihe.layout.CellNote;
import org.jspecify.annotations.Nullable;

/**
 * The readings that people have confirmed or corrected. They are put into forms where forms go into
 * the table {@code forms}, and nowhere else: whatever reads the table works with them.
 */
public final class Confirmations implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final Comparator<Confirmation> BY_PATH = Comparator.comparing(Confirmation::path);

  private final HashMap<String, ArrayList<Confirmation>> ofForm = new HashMap<>();

  private Confirmations() {}

  /** The given ones. */
  public static Confirmations of(Collection<Confirmation> all) {
    Confirmations confirmations = new Confirmations();
    for (Confirmation one : all) {
      confirmations
          .ofForm
          .computeIfAbsent(one.dossier() + one.formId(), name -> new ArrayList<>())
          .add(one);
    }
    confirmations.ofForm.values().forEach(list -> list.sort(BY_PATH));
    return confirmations;
  }

  private List<Confirmation> of(String dossier, String formId) {
    ArrayList<Confirmation> found = ofForm.get(dossier + formId);
    return found == null ? List.of() : found;
  }

  /** What the digest of a dossier is made of, for one of its forms. */
  public String line(String dossier, String formId, String contentHash) {
    StringBuilder line = new StringBuilder(formId).append(' ').append(contentHash);
    for (Confirmation one : of(dossier, formId)) {
      String value = one.value() == null ? "" : "=" + one.value();
      line.append(' ').append(FormKey.of(one.path(), one.printedHash(), value));
    }
    return line.toString();
  }

  /** The form with all that has been said of its readings, as long as it prints what it did. */
  public AcceptedForm in(AcceptedForm accepted) {
    SelfEvaluation form = accepted.form();
    for (Confirmation one : of(accepted.dossier(), accepted.formId())) {
      if (one.printedHash().equals(accepted.printedHash())) {
        form = with(form, one.path(), one.value());
      }
    }
    return accepted.with(form);
  }

  /** The field of a form at a path; null where it has none. */
  public static @Nullable Field<?> field(SelfEvaluation form, String path) {
    FormPath found = path(form, path);
    return found == null ? null : found.in(form);
  }

  private static @Nullable FormPath path(SelfEvaluation form, String path) {
    for (FormPath each : FormFields.of(form).keySet()) {
      if (each.toString().equals(path)) {
        return each;
      }
    }
    return null;
  }

  /**
   * True where a value can stand at a path: a number where the cell must hold one.
   *
   * @param value empty for nothing
   */
  public static boolean canStand(SelfEvaluation form, String path, String value) {
    FormPath found = path(form, path);
    if (found == null) {
      return false;
    }
    ValueType<?> type = type(found);
    return value.isEmpty()
        || !type.isNumber()
        || type.read(value, form.currencyUnit().printed()) != null;
  }

  private static ValueType<?> type(FormPath path) {
    return path.isField() && path.column() != null ? path.column().type() : ValueType.TEXT;
  }

  /** What the source prints at a path, whether or not that was corrected before. */
  public static @Nullable String printed(SelfEvaluation form, String path) {
    for (Reading.Note note : form.notes()) {
      if (note.subject().equals(path) && note.kind() == CellNote.Kind.CORRECTED) {
        return note.before().isEmpty() ? null : note.before();
      }
    }
    Field<?> field = field(form, path);
    return field == null ? null : field.printed();
  }

  private static SelfEvaluation with(SelfEvaluation form, String path, @Nullable String value) {
    FormPath place = path(form, path);
    String before = printed(form, path);
    CellNote.Kind kind = value == null ? CellNote.Kind.CONFIRMED : CellNote.Kind.CORRECTED;
    List<Reading.Note> notes = new ArrayList<>(form.notes());
    notes.removeIf(note -> note.subject().equals(path) && note.kind().isOfAPerson());
    notes.add(new Reading.Note(path, kind, before == null ? "" : before));
    List<Guess> open = new ArrayList<>(form.recovery().guesses());
    open.removeIf(guess -> guess.subject().equals(path));
    SelfEvaluation said =
        form.toBuilder()
            .notes(notes)
            .recovery(new Recovery(form.recovery().template(), form.recovery().confidence(), open))
            .build();
    boolean wasCorrected =
        form.notes().stream()
            .anyMatch(
                note -> note.subject().equals(path) && note.kind() == CellNote.Kind.CORRECTED);
    if (place == null || (value == null && !wasCorrected)) {
      return said;
    }
    String wanted = value == null ? before : value;
    String text = wanted == null || wanted.isEmpty() ? null : wanted;
    SelfEvaluation corrected = reread(said, place, text, form.currencyUnit().printed());
    return FormFields.CURRENCY_UNIT.equals(place.column()) ? inUnit(corrected, text) : corrected;
  }

  private static SelfEvaluation reread(
      SelfEvaluation form, FormPath place, @Nullable String text, @Nullable String unit) {
    Field<?> field = place.in(form);
    return form.with(
        place,
        new Field<>(
            text,
            type(place).read(text, unit),
            field == null ? null : field.position(),
            text == null ? Reading.BLANK : Reading.AS_PRINTED));
  }

  /** The amounts are read in another unit. */
  private static SelfEvaluation inUnit(SelfEvaluation form, @Nullable String unit) {
    SelfEvaluation changed = form;
    for (Map.Entry<FormPath, Field<?>> each : FormFields.of(form).entrySet()) {
      if (type(each.getKey()) == ValueType.YUAN) {
        Field<?> field = each.getValue();
        changed =
            changed.with(
                each.getKey(),
                new Field<>(
                    field.printed(),
                    ValueType.YUAN.read(field.printed(), unit),
                    field.position(),
                    field.reading()));
      }
    }
    return changed;
  }

  /**
   * What a person has said of a reading.
   *
   * @param path the cell
   * @param printed what the source prints there, or null
   * @param value what it was corrected to, empty for nothing; null where it was confirmed
   */
  record Said(String path, @Nullable String printed, @Nullable String value) {}

  /** What people have said of a form's readings. */
  static List<Said> said(SelfEvaluation form) {
    List<Said> all = new ArrayList<>();
    for (Reading.Note note : form.notes()) {
      if (note.kind().isOfAPerson()) {
        boolean corrected = note.kind() == CellNote.Kind.CORRECTED;
        Field<?> field = corrected ? field(form, note.subject()) : null;
        String value = field == null || field.printed() == null ? "" : field.printed();
        String printed = note.before().isEmpty() ? null : note.before();
        all.add(new Said(note.subject(), printed, corrected ? value : null));
      }
    }
    return all;
  }

  /** The form with what its source prints, beside the values that people have put there. */
  static SelfEvaluation asPrinted(SelfEvaluation form) {
    SelfEvaluation printed = form;
    for (Reading.Note note : form.notes()) {
      FormPath place = note.kind() == CellNote.Kind.CORRECTED ? path(form, note.subject()) : null;
      Field<?> field = place == null ? null : place.in(form);
      if (place != null && field != null) {
        String before = note.before().isEmpty() ? null : note.before();
        printed =
            printed.with(
                place, new Field<>(before, field.value(), field.position(), field.reading()));
      }
    }
    return printed;
  }
}
