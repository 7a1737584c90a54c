package org.jihe.generate.draft;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A draft as the transcript of a form (转写): the one place where drafts become forms. */
public final class DraftJson {

  private static final String[] PARTS = {
    "total", "currentYearAppropriation", "priorYearCarryOver", "otherFunds"
  };

  private DraftJson() {}

  public static ObjectNode of(Draft draft) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("form", draft.ordinal);
    root.put("source", draft.file);
    root.put("template", draft.template);
    root.put("title", draft.title);
    root.put("year", draft.year);
    root.put("projectName", draft.name);
    root.put("supervisingDepartment", draft.department);
    root.put("implementingAgency", draft.agency);
    root.put("currencyUnit", draft.unit);
    ObjectNode funding = root.putObject("funding");
    for (int part = 0; part < PARTS.length; part++) {
      ObjectNode row = funding.putObject(PARTS[part]);
      row.put("originalBudget", draft.amounts[part][Draft.ORIGINAL]);
      row.put("finalBudget", draft.amounts[part][Draft.FINAL]);
      row.put("actualExpenditure", draft.amounts[part][Draft.SPENT]);
      if (part == Draft.TOTAL) {
        row.put("maxScore", draft.fundingMax);
        row.put("executionRate", draft.rate);
        row.put("score", draft.fundingScore);
      }
    }
    root.putObject("annualObjective").put("planned", draft.planned).put("achieved", draft.achieved);
    var rows = root.putArray("indicators");
    for (Row row : draft.rows) {
      rows.addObject()
          .put("category", row.category)
          .put("aspect", row.aspect)
          .put("name", row.name)
          .put("target", row.target)
          .put("actual", row.actual)
          .put("maxScore", row.max)
          .put("score", row.score)
          .put("varianceExplanation", row.explanation);
    }
    ObjectNode total = root.putObject("total");
    total.put("maxScore", draft.totalMax).put("score", draft.totalScore);
    if (draft.grade != null) {
      total.put("grade", draft.grade);
    }
    return root;
  }
}
