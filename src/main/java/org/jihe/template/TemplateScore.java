package org.jihe.template;

import java.util.List;
import org.jihe.layout.Position;

/**
 * How well a declaration explains the labels of a form.
 *
 * @param template id of the declaration
 * @param score share of the labels, printed or declared, that the two have in common: from 0 to 1
 * @param hits declared labels that the form prints
 * @param missing paths of declared parts of which the form prints no label
 * @param strange labels that the form prints and another declaration alone knows
 */
public record TemplateScore(
    String template, double score, List<Hit> hits, List<String> missing, List<String> strange) {

  public TemplateScore {
    hits = List.copyOf(hits);
    missing = List.copyOf(missing);
    strange = List.copyOf(strange);
  }

  /**
   * A label that is declared and printed.
   *
   * @param path part of the declaration, such as {@code funding.columns.finalBudget}
   * @param label the label as printed
   * @param position where it is printed
   */
  public record Hit(String path, String label, Position position) {}
}
