package org.jihe.publish.list;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jihe.finding.Severity;
import org.jihe.form.FormKey;
import org.jspecify.annotations.Nullable;

/** The kinds of problems of some departments: how often each was found, and on how much money. */
public final class Kinds {

  private final Map<String, Count> counts = new LinkedHashMap<>();

  /** What is counted of a rule. */
  private static final class Count {
    final String rule;
    Severity severity;
    long items;
    long settled;
    final Set<String> forms = new HashSet<>();
    final Set<String> projects = new HashSet<>();
    BigDecimal money = BigDecimal.ZERO;
    String example = "";

    Count(String rule, Severity severity) {
      this.rule = rule;
      this.severity = severity;
    }

    void settle() {
      settled += forms.size();
      forms.clear();
      projects.clear();
    }
  }

  /**
   * One kind of problem.
   *
   * @param rule the rule's name
   * @param severity the gravest that was met
   * @param items how many
   * @param forms on how many forms
   * @param money final budgets of these forms, in yuan
   * @param example one of them in words, with its project
   */
  public record Kind(
      String rule, Severity severity, long items, long forms, BigDecimal money, String example) {}

  /** Counts the items of a department. */
  public void add(DepartmentList list) {
    Map<String, BigDecimal> budgets = new LinkedHashMap<>();
    list.forms().forEach(form -> budgets.put(form.formId(), orZero(form.finalBudget())));
    list.items().forEach(item -> add(item, budgets));
    list.notes().forEach(item -> add(item, budgets));
    // A form's id is no other department's: the number is all that has to be kept.
    counts.values().forEach(Count::settle);
  }

  private void add(Item item, Map<String, BigDecimal> budgets) {
    Count count =
        counts.computeIfAbsent(item.ruleId(), id -> new Count(item.rule(), item.severity()));
    if (item.severity().compareTo(count.severity) < 0) {
      count.severity = item.severity();
    }
    count.items++;
    if (count.example.isEmpty()) {
      count.example = (item.project().isEmpty() ? "" : item.project() + "：") + item.problem();
    }
    if (!item.formId().isEmpty()
        && count.forms.add(item.formId())
        && count.projects.add(FormKey.withoutNumber(item.formId()))) {
      count.money = count.money.add(budgets.getOrDefault(item.formId(), BigDecimal.ZERO));
    }
  }

  private static BigDecimal orZero(@Nullable BigDecimal amount) {
    return amount == null ? BigDecimal.ZERO : amount;
  }

  /** All kinds: by severity, those on the most forms first. */
  public List<Kind> all() {
    List<Kind> kinds = new ArrayList<>();
    counts
        .values()
        .forEach(
            one ->
                kinds.add(
                    new Kind(
                        one.rule, one.severity, one.items, one.settled, one.money, one.example)));
    kinds.sort(
        Comparator.comparing(Kind::severity)
            .thenComparing(Comparator.comparingLong(Kind::items).reversed())
            .thenComparing(Kind::rule));
    return kinds;
  }
}
