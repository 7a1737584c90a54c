package org.jihe.template.exact;

import java.util.ArrayList;
import java.util.List;
import org.jihe.form.SelfEvaluation;
import org.jihe.template.declaration.Lexicon;
import org.jihe.template.row.CellText;
import org.jihe.template.row.PrintedRow;
import org.jspecify.annotations.Nullable;

/** Reads a form whose columns can be trusted: what stands under a head is of that column. */
public final class ExactReader {

  private final Lexicon lexicon;

  /** A reader of forms of one template. */
  public ExactReader(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /**
   * What was read.
   *
   * @param form the form
   * @param misfits cells that stand under no column, or hold no number where one belongs
   * @param clean true where every cell is explained, so that the columns of a text can be trusted
   * @param plain true where the indicator table has the usual columns in their usual order, as the
   *     search expects them
   * @param strangeLabels true where a category or an aspect has a label that no declaration knows
   */
  public record Result(
      SelfEvaluation form, int misfits, boolean clean, boolean plain, boolean strangeLabels) {}

  /**
   * The form, or null where it has no indicator table or does not end.
   *
   * @param printed the form's rows, its title or project name among the first
   * @param ordinal number of the form in its document, counted from 1
   */
  public @Nullable Result read(List<PrintedRow> printed, int ordinal) {
    List<PrintedRow> rows = CutClosingLabels.mended(printed, lexicon);
    FormParts parts = FormParts.of(rows, lexicon);
    return parts.indicators() < 0 ? null : new ExactForm(lexicon, rows, parts).result(ordinal);
  }

  /** The columns of the funding table; none where the form has no such table. */
  public List<NamedColumn> fundingColumns(List<PrintedRow> rows) {
    int at = FormParts.of(rows, lexicon).funding();
    return at < 0 ? List.of() : columns(TableHead.ofFunding(rows, at, lexicon));
  }

  /** The columns of the indicator table; none where the form has no such table. */
  public List<NamedColumn> indicatorColumns(List<PrintedRow> rows) {
    int at = FormParts.of(rows, lexicon).indicators();
    return at < 0 ? List.of() : columns(TableHead.ofIndicators(rows, at, lexicon));
  }

  private static List<NamedColumn> columns(TableHead head) {
    List<NamedColumn> columns = new ArrayList<>();
    for (TableHead.Column column : head.columns()) {
      if (!column.is(TableHead.BLOCK)) {
        String name = column.name() == null ? "" : column.name();
        String label = CellText.joined(column.label().text());
        columns.add(new NamedColumn(name, label, column.position()));
      }
    }
    return columns;
  }
}
