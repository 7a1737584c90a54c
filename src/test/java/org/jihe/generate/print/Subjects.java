package org.jihe.generate.print;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jihe.form.Field;
import org.jihe.form.FundingKind;
import org.jihe.form.FundingRow;
import org.jihe.form.Indicator;
import org.jihe.form.SelfEvaluation;

/** The fields of a form by their paths in its transcript. */
final class Subjects {

  private Subjects() {}

  static Map<String, Field<?>> of(SelfEvaluation form) {
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
      if (row.kind() == FundingKind.TOTAL) {
        fields.put(path + "maxScore", row.maxScore());
        fields.put(path + "executionRate", row.executionRate());
        fields.put(path + "score", row.score());
      }
    }
    fields.put("annualObjective.planned", form.annualObjective().planned());
    fields.put("annualObjective.achieved", form.annualObjective().achieved());
    List<Indicator> rows = form.indicators();
    for (int i = 0; i < rows.size(); i++) {
      Indicator row = rows.get(i);
      String path = "indicators[" + i + "].";
      fields.put(path + "category", row.category());
      fields.put(path + "aspect", row.aspect());
      fields.put(path + "name", row.name());
      fields.put(path + "target", row.target());
      fields.put(path + "actual", row.actual());
      fields.put(path + "maxScore", row.maxScore());
      fields.put(path + "score", row.score());
      fields.put(path + "varianceExplanation", row.varianceExplanation());
    }
    fields.put("total.maxScore", form.total().maxScore());
    fields.put("total.score", form.total().score());
    fields.put("total.grade", form.total().grade());
    return fields;
  }
}
