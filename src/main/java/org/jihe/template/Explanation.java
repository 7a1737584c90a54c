package org.jihe.template;

import java.util.List;
import org.jihe.form.SelfEvaluation;
import org.jihe.layout.Position;
import org.jihe.layout.Quarantined;
import org.jspecify.annotations.Nullable;

/**
 * How a form was read, step by step.
 *
 * @param origin its first cell
 * @param rows rows in which it prints something
 * @param scores how well each declaration explains its labels, the best first
 * @param template id of the declaration that was taken
 * @param way how its cells were read
 * @param funding columns of the funding table
 * @param indicators columns of the indicator table
 * @param form the form, or null where it could not be read
 * @param refusal why it could not be read, or null
 */
public record Explanation(
    Position origin,
    int rows,
    List<TemplateScore> scores,
    String template,
    Way way,
    List<Column> funding,
    List<Column> indicators,
    @Nullable SelfEvaluation form,
    @Nullable Quarantined refusal) {

  public Explanation {
    scores = List.copyOf(scores);
    funding = List.copyOf(funding);
    indicators = List.copyOf(indicators);
  }

  /** How the cells of a form were read. */
  public enum Way {
    /** By the heads of their columns: the columns are the source's own. */
    HEADS,
    /** By the heads of their columns: a text in which every cell stands under its head. */
    CLEAN_TEXT,
    /** By a search: a text in which cells may be torn or shifted. */
    SEARCH,
    /** By a search: the heads alone left cells unexplained. */
    SEARCH_AFTER_HEADS,
    /** By the heads, with cells that they leave unexplained. */
    HEADS_WITH_REST,
    /** Taken from a transcript, which says itself what its cells are. */
    TRANSCRIPT
  }

  /**
   * A column of a table.
   *
   * @param name what the declaration calls it; empty for one that it does not know
   * @param label the label as printed
   * @param position where the label is printed
   */
  public record Column(String name, String label, Position position) {}
}
