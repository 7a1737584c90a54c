package org.jihe.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.jihe.finding.Outcome;
import org.jihe.finding.Outcome.Kind;

/** The outcomes of many rules on one form to a row of {@link Schemas#OUTCOMES} and back. */
public final class OutcomeCodec {

  private OutcomeCodec() {}

  /**
   * The row of a form.
   *
   * @param outcomes one of every rule, all on this form
   */
  public static InternalRow toRow(String dossier, String formId, List<Outcome> outcomes) {
    List<String> passed = new ArrayList<>(outcomes.size());
    List<String> fired = new ArrayList<>();
    Map<Kind, Map<String, String>> reasons = new LinkedHashMap<>();
    for (Outcome outcome : outcomes) {
      switch (outcome.kind()) {
        case PASSED -> passed.add(outcome.ruleId());
        case FIRED -> fired.add(outcome.ruleId());
        case WAIVED, NOT_APPLICABLE, NOT_EVALUATED ->
            reasons
                .computeIfAbsent(outcome.kind(), kind -> new LinkedHashMap<>())
                .put(outcome.ruleId(), outcome.reason());
      }
    }
    return Internal.row(
        Internal.word(dossier),
        Internal.text(formId),
        Internal.words(passed),
        Internal.words(fired),
        Internal.words(reasons.getOrDefault(Kind.WAIVED, Map.of())),
        Internal.words(reasons.getOrDefault(Kind.NOT_APPLICABLE, Map.of())),
        Internal.words(reasons.getOrDefault(Kind.NOT_EVALUATED, Map.of())));
  }

  /** The outcomes of a row. */
  public static List<Outcome> fromRow(Row row) {
    String formId = row.getAs("formId");
    List<Outcome> outcomes = new ArrayList<>();
    row.<String>getList(row.fieldIndex("passed"))
        .forEach(rule -> outcomes.add(new Outcome(formId, rule, Kind.PASSED, "")));
    row.<String>getList(row.fieldIndex("fired"))
        .forEach(rule -> outcomes.add(new Outcome(formId, rule, Kind.FIRED, "")));
    add(outcomes, formId, Kind.WAIVED, row.getJavaMap(row.fieldIndex("waived")));
    add(outcomes, formId, Kind.NOT_APPLICABLE, row.getJavaMap(row.fieldIndex("notApplicable")));
    add(outcomes, formId, Kind.NOT_EVALUATED, row.getJavaMap(row.fieldIndex("notEvaluated")));
    return outcomes;
  }

  private static void add(
      List<Outcome> outcomes, String formId, Kind kind, Map<String, String> reasons) {
    reasons.forEach((rule, reason) -> outcomes.add(new Outcome(formId, rule, kind, reason)));
  }
}
