package org.jihe.publish.list;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jihe.finding.Reply;
import org.jihe.finding.Severity;
import org.jihe.form.FormKey;
import org.jspecify.annotations.Nullable;

/** What some lists come to. Amounts are of the forms that evaluate projects, in yuan. */
public final class Totals {

  private static final int SCALE = 4;

  private long lists;
  private long forms;
  private long missing;
  private long unreadable;
  private BigDecimal original = BigDecimal.ZERO;
  private BigDecimal budget = BigDecimal.ZERO;
  private BigDecimal spent = BigDecimal.ZERO;
  private BigDecimal overClaimed = BigDecimal.ZERO;
  private long overClaiming;
  private final Map<Severity, Long> severities = new EnumMap<>(Severity.class);
  private final Map<Reply.State, Long> states = new EnumMap<>(Reply.State.class);

  /** What one list comes to. */
  public static Totals of(DepartmentList list) {
    Totals totals = new Totals();
    totals.add(list);
    return totals;
  }

  /** Adds a list. */
  public void add(DepartmentList list) {
    lists++;
    Set<String> projects = new HashSet<>();
    for (FormLine form : list.forms()) {
      forms++;
      if (form.kind().equals("project")) {
        if (!projects.add(FormKey.withoutNumber(form.formId()))) {
          continue; // a version of a project whose money is counted already
        }
        original = original.add(orZero(form.originalBudget()));
        budget = budget.add(orZero(form.finalBudget()));
        spent = spent.add(orZero(form.expenditure()));
        if (orZero(form.overClaimed()).signum() > 0) {
          overClaiming++;
          overClaimed = overClaimed.add(orZero(form.overClaimed()));
        }
      }
    }
    missing += list.count(Item.Kind.MISSING_FORM);
    unreadable += list.count(Item.Kind.UNREADABLE);
    for (Item item : list.items()) {
      severities.merge(item.severity(), 1L, Long::sum);
      states.merge(item.answer().state(), 1L, Long::sum);
    }
    severities.merge(Severity.NOTE, (long) list.notes().size(), Long::sum);
  }

  private static BigDecimal orZero(@Nullable BigDecimal amount) {
    return amount == null ? BigDecimal.ZERO : amount;
  }

  /** How many departments and years. */
  public long lists() {
    return lists;
  }

  public long forms() {
    return forms;
  }

  /** Projects of the bureau's list without a form. */
  public long missing() {
    return missing;
  }

  /** Files, or parts of them, that could not be read. */
  public long unreadable() {
    return unreadable;
  }

  public BigDecimal originalBudget() {
    return original;
  }

  public BigDecimal finalBudget() {
    return budget;
  }

  public BigDecimal expenditure() {
    return spent;
  }

  /** Expenditure in parts of the final budget; null without a budget. */
  public @Nullable BigDecimal executionRate() {
    return budget.signum() == 0 ? null : spent.divide(budget, SCALE, RoundingMode.HALF_UP);
  }

  /** Points that are claimed and not supported. */
  public BigDecimal overClaimed() {
    return overClaimed;
  }

  /** Forms that claim such. */
  public long overClaiming() {
    return overClaiming;
  }

  /** How many findings there are of a severity. */
  public long count(Severity severity) {
    return severities.getOrDefault(severity, 0L);
  }

  /** How many items are in a state. */
  public long count(Reply.State state) {
    return states.getOrDefault(state, 0L);
  }

  /** How many items want an answer. */
  public long items() {
    return count(Severity.ERROR) + count(Severity.DOUBT);
  }
}
