package org.jihe.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that a form prints, by its path, as findings name it. */
public final class FormFields {

  private FormFields() {}

  /**
   * All values in printed order, those of an indicator under {@code indicators[0].score}, counted
   * from 0; behind them the extras under the paths of {@link #extraPaths}.
   */
  public static Map<String, Field<?>> of(SelfEvaluation form) {
    Map<String, Field<?>> fields = new LinkedHashMap<>(head(form));
    for (int i = 0; i < form.indicators().size(); i++) {
      String path = "indicators[" + i + "].";
      of(form.indicators().get(i)).forEach((name, field) -> fields.put(path + name, field));
    }
    fields.putAll(end(form));
    List<String> paths = extraPaths(form.extras());
    for (int i = 0; i < paths.size(); i++) {
      fields.put(paths.get(i), form.extras().get(i).value());
    }
    return fields;
  }

  /**
   * A path for each extra, none twice: its subject with the label in brackets, as {@code
   * closing[填表人]}; the second of one subject and label is {@code closing[填表人]#2}.
   */
  public static List<String> extraPaths(List<Extra> extras) {
    List<String> paths = new ArrayList<>(extras.size());
    Map<String, Integer> met = new HashMap<>();
    for (Extra extra : extras) {
      String label = extra.label();
      String path = extra.subject() + (label.isEmpty() ? "" : "[" + label + "]");
      int number = met.merge(path, 1, Integer::sum);
      paths.add(number == 1 ? path : path + "#" + number);
    }
    return paths;
  }

  /** What stands above the indicators. */
  static Map<String, Field<?>> head(SelfEvaluation form) {
    Map<String, Field<?>> fields = new LinkedHashMap<>();
    fields.put("title", form.title());
    fields.put("year", form.year());
    fields.put("projectName", form.projectName());
    fields.put("supervisingDepartment", form.supervisingDepartment());
    fields.put("implementingAgency", form.implementingAgency());
    fields.put("currencyUnit", form.currencyUnit());
    for (FundingRow row : form.funding().rows()) {
      String path = "funding." + row.kind().key() + ".";
      fields.put(path + "originalBudget", row.originalBudget());
      fields.put(path + "finalBudget", row.finalBudget());
      fields.put(path + "actualExpenditure", row.actualExpenditure());
      fields.put(path + "maxScore", row.maxScore());
      fields.put(path + "executionRate", row.executionRate());
      fields.put(path + "score", row.score());
    }
    fields.put("annualObjective.planned", form.annualObjective().planned());
    fields.put("annualObjective.achieved", form.annualObjective().achieved());
    return fields;
  }

  /** One indicator's values by their names. */
  static Map<String, Field<?>> of(Indicator indicator) {
    Map<String, Field<?>> fields = new LinkedHashMap<>();
    fields.put("category", indicator.category());
    fields.put("aspect", indicator.aspect());
    fields.put("name", indicator.name());
    fields.put("target", indicator.target());
    fields.put("actual", indicator.actual());
    fields.put("maxScore", indicator.maxScore());
    fields.put("score", indicator.score());
    fields.put("varianceExplanation", indicator.varianceExplanation());
    return fields;
  }

  /** What stands below the indicators. */
  static Map<String, Field<?>> end(SelfEvaluation form) {
    Map<String, Field<?>> fields = new LinkedHashMap<>();
    fields.put("total.maxScore", form.total().maxScore());
    fields.put("total.score", form.total().score());
    fields.put("total.grade", form.total().grade());
    return fields;
  }
}
