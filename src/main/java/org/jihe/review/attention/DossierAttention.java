package org.jihe.review.attention;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jihe.finding.Attention;
import org.jihe.finding.Attention.Term;
import org.jihe.finding.Severity;
import org.jihe.form.FundingRow;
import org.jihe.form.Guess;
import org.jihe.form.SelfEvaluation;
import org.jihe.rule.jurisdiction.Priority;
import org.jihe.table.AcceptedForm;
import org.jihe.table.Decimals;
import org.jspecify.annotations.Nullable;

/**
 * What the findings of one dossier come to, form by form: all forms first, then all that was found
 * in them. Of a form it keeps what one row holds.
 */
public final class DossierAttention {

  /** A guess on all of a form; the subjects of findings have no such path. */
  private static final String WHOLE_FORM = "form";

  private final String dossier;
  private final Scales scales;
  private final Map<String, Weighed> forms = new LinkedHashMap<>();

  /** A form and what its findings have come to so far. */
  private record Weighed(
      @Nullable String project,
      @Nullable String department,
      @Nullable Integer year,
      @Nullable String jurisdiction,
      @Nullable BigDecimal amount,
      Priority priority,
      Set<String> guessed,
      Map<String, Term> terms,
      Set<String> shared) {

    /** The greatest first; of equal ones what is said of the form alone. */
    List<Term> sorted() {
      List<Term> all = new ArrayList<>(terms.values());
      all.sort(
          Comparator.comparing(Term::points)
              .reversed()
              .thenComparing(term -> shared.contains(term.ruleId()))
              .thenComparing(Term::ruleId));
      return all;
    }

    boolean isGuessed(String subject) {
      return guessed.stream()
          .anyMatch(
              path ->
                  path.equals(WHOLE_FORM)
                      || path.equals(subject)
                      || subject.startsWith(path + "."));
    }
  }

  /** Of the forms of a department and year. */
  public DossierAttention(String dossier, Scales scales) {
    this.dossier = dossier;
    this.scales = scales;
  }

  /**
   * Adds a form.
   *
   * @param jurisdiction id of its jurisdiction; null where it was not checked
   */
  public void add(AcceptedForm accepted, @Nullable String jurisdiction) {
    SelfEvaluation form = accepted.form();
    Integer year = form.year().value();
    Set<String> guessed = new TreeSet<>();
    for (Guess guess : form.recovery().guesses()) {
      guessed.add(guess.subject());
    }
    forms.put(
        accepted.formId(),
        new Weighed(
            form.projectName().printed(),
            form.supervisingDepartment().printed(),
            year,
            jurisdiction,
            Decimals.asStored(largest(form.funding().total())),
            scales.priorities().of(jurisdiction, year),
            guessed,
            new HashMap<>(),
            new TreeSet<>()));
  }

  /** The largest of the three amounts; null where none of them is known. */
  static @Nullable BigDecimal largest(FundingRow row) {
    BigDecimal largest = null;
    for (BigDecimal amount :
        new @Nullable BigDecimal[] {
          row.originalBudget().value(), row.finalBudget().value(), row.actualExpenditure().value()
        }) {
      if (amount != null && (largest == null || amount.compareTo(largest) > 0)) {
        largest = amount;
      }
    }
    return largest;
  }

  /**
   * Adds a finding that stands, to every form that it concerns.
   *
   * @param formIds the forms; one that was not added is passed over
   */
  public void add(Set<String> formIds, String ruleId, Severity severity, String subject) {
    for (String formId : formIds) {
      add(formId, ruleId, severity, subject);
      Weighed form = forms.get(formId);
      if (form != null && formIds.size() > 1) {
        form.shared.add(ruleId);
      }
    }
  }

  private void add(String formId, String ruleId, Severity severity, String subject) {
    Weighed form = forms.get(formId);
    if (form == null || form.priority.uncounted().contains(ruleId)) {
      return;
    }
    BigDecimal confidence = form.priority.confidence(scales.basis(ruleId));
    if (form.isGuessed(subject)) {
      confidence = confidence.multiply(form.priority.onGuess());
    }
    Term term = new Term(ruleId, form.priority.weight(severity), confidence, subject);
    if (term.points().signum() > 0) {
      form.terms.merge(ruleId, term, DossierAttention::greater);
    }
  }

  /** Findings come in the order of the table, so of equal ones the first stays. */
  private static Term greater(Term before, Term now) {
    return now.points().compareTo(before.points()) > 0 ? now : before;
  }

  /**
   * The forms that have anything, the first to look at first, those without any amount not yet
   * settled.
   */
  public List<Attention> list() {
    List<Attention> list = new ArrayList<>();
    forms.forEach(
        (id, form) -> {
          if (!form.terms.isEmpty()) {
            list.add(attention(id, form));
          }
        });
    list.sort(Weighing.FIRST);
    return list;
  }

  private Attention attention(String formId, Weighed form) {
    List<Term> terms = form.sorted();
    BigDecimal points =
        terms.stream()
            .map(Term::points)
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .min(form.priority.most());
    BigDecimal stored = Objects.requireNonNull(Decimals.asStored(points));
    Attention.Money money = new Attention.Money(form.amount, form.amount == null);
    return new Attention(
        dossier,
        formId,
        form.project,
        form.department,
        form.year,
        form.jurisdiction,
        terms,
        stored,
        money,
        Weighing.priority(stored, form.amount, form.priority));
  }
}
