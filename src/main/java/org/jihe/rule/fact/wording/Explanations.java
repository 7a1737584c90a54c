package org.jihe.rule.fact.wording;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jihe.form.Field;
import org.jihe.form.FormFields;
import org.jihe.form.Indicator;
import org.jihe.form.Texts;
import org.jihe.rule.cell.Cells;
import org.jihe.rule.jurisdiction.Parameters;

/** What the indicators of one form say under 偏差原因分析及改进措施. */
public final class Explanations {

  private final List<Indicator> rows;
  private final Parameters parameters;

  public Explanations(List<Indicator> indicators, Parameters parameters) {
    this.rows = indicators;
    this.parameters = parameters;
  }

  /**
   * One explanation that several indicators give.
   *
   * @param path the first cell that has it
   * @param indicators names of the indicators that give it
   */
  public record Repeated(String path, List<String> indicators) {
    public Repeated {
      indicators = List.copyOf(indicators);
    }

    /** How many indicators give it. */
    public int count() {
      return indicators.size();
    }

    /** The indicators' names in one line. */
    public String names() {
      return String.join("、", indicators);
    }
  }

  /**
   * Explanations that at least two indicators give, compared without punctuation and spaces; what
   * says that there is no deviation is none.
   */
  public List<Repeated> repeated() {
    Map<String, List<Integer>> groups = new LinkedHashMap<>(0);
    for (int row = 0; row < rows.size(); row++) {
      Field<String> field = rows.get(row).varianceExplanation();
      if (!field.isBlank()) {
        String text = Texts.normalised(field.printed());
        if (!text.isEmpty() && !parameters.isOne("noDeviation", text)) {
          groups.computeIfAbsent(text, any -> new ArrayList<>(1)).add(row);
        }
      }
    }
    List<Repeated> repeated = new ArrayList<>(0);
    for (List<Integer> group : groups.values()) {
      if (group.size() > 1) {
        repeated.add(
            new Repeated(
                Cells.indicatorPath(group.get(0), FormFields.VARIANCE_EXPLANATION.name()),
                group.stream().map(row -> name(rows.get(row))).toList()));
      }
    }
    return repeated;
  }

  private static String name(Indicator indicator) {
    return indicator.name().isBlank() ? "—" : String.valueOf(indicator.name().printed());
  }
}
