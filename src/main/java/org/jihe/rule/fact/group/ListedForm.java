package org.jihe.rule.fact.group;

import java.math.BigDecimal;
import java.util.List;
import org.drools.model.Drools;
import org.jihe.form.measure.Figures;
import org.jihe.rule.fact.Evidence;
import org.jspecify.annotations.Nullable;

/** A form beside the lines of the bureau's lists that name its project. Amounts in yuan. */
public final class ListedForm extends GroupFact {

  private final ProjectDigest form;
  private final boolean listGiven;
  private final int lines;
  private final @Nullable ListedProject ledger;

  ListedForm(
      GroupFacts facts,
      ProjectDigest form,
      boolean listGiven,
      int lines,
      @Nullable ListedProject ledger) {
    super(facts, form.formId(), List.of(form));
    this.form = form;
    this.listGiven = listGiven;
    this.lines = lines;
    this.ledger = ledger;
  }

  /** True where a project list was given and the form names its project. */
  public boolean comparable() {
    return listGiven && form.project() != null;
  }

  /** Lines of the project list that name the project. */
  public int lines() {
    return lines;
  }

  /** What the ledger says was spent; null where it does not name the project. */
  public @Nullable BigDecimal ledgerExpenditure() {
    return ledger == null ? null : ledger.expenditure();
  }

  /** True where both amounts are known and differ by more than the form's last printed digit. */
  public boolean expenditureDiffers() {
    BigDecimal booked = ledgerExpenditure();
    BigDecimal printed = form.amounts().expenditure().yuan();
    return booked != null
        && printed != null
        && printed.subtract(booked).abs().compareTo(form.amounts().expenditure().step()) >= 0;
  }

  /** The project's name as printed. */
  public String name() {
    return form.label();
  }

  /** The form's expenditure in yuan, for a message. */
  public @Nullable String expenditure() {
    BigDecimal yuan = form.amounts().expenditure().yuan();
    return yuan == null ? null : Figures.amount(yuan);
  }

  /** By how much it differs from the ledger's, without sign, for a message. */
  public @Nullable String gap() {
    BigDecimal difference = difference();
    return difference == null ? null : Figures.amount(difference.abs());
  }

  public @Nullable String printedExpenditure() {
    return form.amounts().expenditure().printed();
  }

  /** The form's expenditure less the ledger's. */
  public @Nullable BigDecimal difference() {
    BigDecimal booked = ledgerExpenditure();
    BigDecimal printed = form.amounts().expenditure().yuan();
    return booked == null || printed == null ? null : printed.subtract(booked);
  }

  /** Reports a cell of the form. */
  @Override
  public Evidence report(Drools rule, String subject) {
    Evidence evidence = report(rule, subject, List.of(form));
    return ledger == null ? evidence : evidence.with("line", ledger.place());
  }
}
