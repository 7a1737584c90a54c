package org.jihe.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jihe.form.Field;
import org.jihe.form.FormFields;
import org.jihe.form.FormPath;
import org.jihe.form.Reading;
import org.jihe.form.SelfEvaluation;
import org.jihe.layout.Cell;
import org.jihe.layout.CellNote;
import org.jihe.layout.FormLayout;
import org.jihe.layout.Grid;
import org.jihe.layout.Position;
import org.jihe.template.row.CellText;
import org.jspecify.annotations.Nullable;

/** What was done to the texts of a form's cells, by the paths of its fields. */
final class ReadingNotes {

  /** Where a cell stands, whatever its box. */
  private record Place(int page, @Nullable String sheet, int row, int column) {

    static Place of(Position at) {
      return new Place(at.page(), at.sheet(), at.row(), at.column());
    }
  }

  private final Map<Place, List<CellNote>> told = new HashMap<>();

  /**
   * The notes of a document.
   *
   * @param notes what reading its format has done
   */
  ReadingNotes(List<CellNote> notes) {
    notes.forEach(this::add);
  }

  private void add(CellNote note) {
    told.computeIfAbsent(Place.of(note.position()), place -> new ArrayList<>(1)).add(note);
  }

  /** The form with what was done to its cells; itself where nothing was. */
  SelfEvaluation in(SelfEvaluation form, FormLayout layout) {
    for (Grid grid : layout.grids()) {
      for (List<Cell> row : grid.rows()) {
        for (Cell cell : row) {
          if (CellText.hasMarkup(cell.text())) {
            add(new CellNote(cell.position(), CellNote.Kind.MARKUP_REMOVED, cell.text()));
          }
          if (CellText.hasOtherCharacters(cell.text())) {
            add(new CellNote(cell.position(), CellNote.Kind.CHARACTERS_MENDED, cell.text()));
          }
        }
      }
    }
    if (told.isEmpty()) {
      return form;
    }
    List<Reading.Note> notes = new ArrayList<>();
    for (Map.Entry<FormPath, Field<?>> each : FormFields.of(form).entrySet()) {
      Position at = each.getValue().position();
      if (at != null && isOwn(each.getValue())) {
        for (CellNote note : told.getOrDefault(Place.of(at), List.of())) {
          notes.add(new Reading.Note(each.getKey().toString(), note.kind(), note.before()));
        }
      }
    }
    return notes.isEmpty() ? form : form.toBuilder().notes(notes).build();
  }

  /** Not of a label that a merged cell lends to the rows that it covers. */
  private static boolean isOwn(Field<?> field) {
    return field.reading() != Reading.CARRIED && field.reading() != Reading.INFERRED;
  }
}
