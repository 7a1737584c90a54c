package org.jihe.rule.sheet;

import java.util.ArrayList;
import java.util.List;
import org.jihe.form.Field;
import org.jihe.form.Indicator;
import org.jihe.form.SelfEvaluation;
import org.jihe.form.Texts;
import org.jihe.rule.cell.Cells;
import org.jihe.rule.fact.FormFact;
import org.jspecify.annotations.Nullable;

/**
 * Which cells of a form a row of a rule table (规则表) looks at.
 *
 * @param path a cell, {@code indicators[].…} for one of every indicator
 * @param category words of which 一级指标 must contain one; blank for any
 * @param aspect the same of 二级指标
 * @param name the same of 三级指标
 */
public record CellChoice(String path, String category, String aspect, String name) {

  /**
   * The cells of a form that a row looks at. Where there is none, or one cannot be compared, that
   * is set down as well: it decides the rule's outcome where the rule does not fire.
   *
   * @param rule the rule's id
   * @param comparison name of a {@link Comparison}
   * @param unit unit of the number that is compared; may be empty
   */
  public List<CellFact> cells(FormFact form, String rule, String comparison, String unit) {
    List<CellFact> cells = of(form);
    if (cells.isEmpty()) {
      form.notApplicable(rule, "indicators: none");
    }
    for (CellFact cell : cells) {
      String gap = cell.gap(Comparison.valueOf(comparison), unit);
      if (gap != null) {
        form.notEvaluated(rule, gap);
        break;
      }
    }
    return cells;
  }

  private List<CellFact> of(FormFact fact) {
    SelfEvaluation form = fact.form();
    List<CellFact> cells = new ArrayList<>();
    int inIndicator = Cells.indicatorIndex(path);
    if (inIndicator < 0) {
      Field<?> field = Cells.fieldAt(form, path);
      if (field != null) {
        cells.add(new CellFact(fact, path, field, null));
      }
      return cells;
    }
    for (int row = 0; row < form.indicators().size(); row++) {
      Indicator indicator = form.indicators().get(row);
      if (fits(category, indicator.category())
          && fits(aspect, indicator.aspect())
          && fits(name, indicator.name())) {
        cells.add(
            new CellFact(
                fact,
                Cells.indicatorPath(row, inIndicator),
                Cells.indicatorField(indicator, inIndicator),
                indicator));
      }
    }
    return cells;
  }

  private static boolean fits(String words, Field<String> cell) {
    String printed = Texts.folded(cell.printed());
    return words.isBlank() || contains(printed, words);
  }

  private static boolean contains(@Nullable String printed, String words) {
    return printed != null
        && CellFact.several(words).stream().anyMatch(word -> printed.contains(Texts.folded(word)));
  }
}
