package org.jihe.review.summary;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jihe.form.DepartmentName;
import org.jihe.form.FormKind;
import org.jihe.rule.jurisdiction.Parameters;
import org.jihe.view.ReviewSummary.ImpossibleAmount;
import org.jspecify.annotations.Nullable;

/**
 * Forms whose amounts cannot be right, by department, agency and year: more is spent than budgeted,
 * or one of the budgets is so many times the other that a unit must be wrong. They stay in the
 * totals, and are named beside them.
 */
final class ImpossibleAmounts {

  /**
   * The threshold of the rule on budgets; where a jurisdiction has none, spending alone decides.
   */
  private static final String FACTOR = "BudgetMagnitudeSuspect.factor";

  private final Map<List<String>, List<ImpossibleAmount>> byAgency = new HashMap<>();

  private ImpossibleAmounts() {}

  static ImpossibleAmounts of(List<FormHead> forms, Parameters parameters) {
    ImpossibleAmounts all = new ImpossibleAmounts();
    BigDecimal factor = parameters.thresholds().get(FACTOR);
    for (FormHead form : forms) {
      if (form.kind() == FormKind.PROJECT && cannotBeRight(form, factor)) {
        all.byAgency
            .computeIfAbsent(key(form.dossier(), form.agency()), key -> new ArrayList<>())
            .add(
                new ImpossibleAmount(
                    form.formId(),
                    form.project(),
                    form.originalBudget(),
                    form.finalBudget(),
                    form.expenditure()));
      }
    }
    return all;
  }

  private static List<String> key(String dossier, @Nullable String agency) {
    return List.of(dossier, DepartmentName.identity(agency));
  }

  private static boolean cannotBeRight(FormHead form, @Nullable BigDecimal factor) {
    BigDecimal original = form.originalBudget();
    BigDecimal budget = form.finalBudget();
    BigDecimal spent = form.expenditure();
    if (budget != null && spent != null && spent.compareTo(budget) > 0) {
      return true;
    }
    return factor != null
        && original != null
        && budget != null
        && original.min(budget).signum() > 0
        && original.max(budget).compareTo(original.min(budget).multiply(factor)) >= 0;
  }

  /** Those of an agency in one year. */
  List<ImpossibleAmount> ofAgency(String dossier, @Nullable String agency) {
    return byAgency.getOrDefault(key(dossier, agency), List.of());
  }
}
