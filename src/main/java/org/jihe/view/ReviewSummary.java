package org.jihe.view;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jihe.finding.Attention;
import org.jihe.finding.Severity;
import org.jihe.form.department.JoinedNames;
import org.jihe.layout.Quarantined;
import org.jspecify.annotations.Nullable;

/**
 * What one review came to, for the terminal and for programs: everything a reviewer sees at a
 * glance.
 *
 * @param runId the run's name in the workspace
 * @param jurisdictions whose parameters were in force
 * @param accounting how many of everything, and that nothing was lost
 * @param resubmissions what became of the forms of earlier reviews
 * @param departments figures per supervising department, agency and year
 * @param forms every form, the one to look at first first
 * @param rules every rule with its outcomes, the most findings first
 * @param unmatched projects that there is no form of, and forms that are of several projects
 * @param audit how much of the claimed scores is not supported
 * @param waivers what is accepted, and which waivers accept nothing
 * @param names printed names that are read as one department or agency by a guess, and those of one
 *     code that are not
 * @param passedOver how many files of folders hold no form and were not meant to, by their names'
 *     endings
 * @param quarantined what waits for a person
 * @param otherKinds how many forms evaluate something else than a project, by the kind's key; the
 *     departments' figures and the audit leave them out
 * @param confirmations what people have said of readings
 * @param published where the outputs were written; empty where none were
 * @param followup what has come of earlier findings
 */
public record ReviewSummary(
    String runId,
    Jurisdictions jurisdictions,
    Accounting accounting,
    Resubmissions resubmissions,
    List<DepartmentFigures> departments,
    List<FormLine> forms,
    List<RuleLine> rules,
    UnmatchedFigures unmatched,
    AuditFigures audit,
    WaiverFigures waivers,
    List<JoinedNames.Joined> names,
    Map<String, Long> passedOver,
    List<Quarantined> quarantined,
    Map<String, Long> otherKinds,
    ConfirmationFigures confirmations,
    String published,
    Followup followup) {

  /** True where nothing was read but forms that replace an earlier version. */
  public boolean isOfCorrectedFormsAlone() {
    return !followup.corrected().isEmpty()
        && accounting.formsAccepted() <= followup.corrected().size();
  }

  /** The same summary, with what has come of earlier findings. */
  public ReviewSummary with(Followup later) {
    return with(published, later);
  }

  /** The same summary, with the place of its outputs. */
  public ReviewSummary publishedIn(String folder) {
    return with(folder, followup);
  }

  private ReviewSummary with(String folder, Followup later) {
    return new ReviewSummary(
        runId,
        jurisdictions,
        accounting,
        resubmissions,
        departments,
        forms,
        rules,
        unmatched,
        audit,
        waivers,
        names,
        passedOver,
        quarantined,
        otherKinds,
        confirmations,
        folder,
        later);
  }

  /**
   * What became of the forms of earlier reviews, in the departments and years of this one.
   *
   * @param replaced forms that a later version of this review replaces
   * @param withdrawn forms that their own sources no longer hold, or whose sources are gone
   * @param kept forms of other sources that stay in force beside those of this review
   * @param sameKey forms in force that share year, department, agency and project name with another
   *     one and print something else; which of them is later is not known, and they carry numbers
   *     behind their ids
   */
  public record Resubmissions(long replaced, long withdrawn, long kept, long sameKey) {

    /** Nothing was there before. */
    public static final Resubmissions NONE = new Resubmissions(0, 0, 0, 0);
  }

  /**
   * What could not be matched with the bureau's lists or with the year before.
   *
   * @param withoutForm what the rules say of projects that there is no form of
   * @param ambiguousForms forms that several lines or projects may be; they are not held against
   *     any
   * @param lists what became of the lists of an earlier check that were not given again
   */
  public record UnmatchedFigures(
      List<UnmatchedLine> withoutForm, long ambiguousForms, ListFigures lists) {}

  /**
   * The lists of an earlier check that were not given again.
   *
   * @param kept the files of those that stay in force
   * @param findings how many findings in the workspace come from lists, where some were kept
   * @param lost how many findings of the check before came from lists that are not known any more
   */
  public record ListFigures(List<String> kept, long findings, long lost) {

    /** There is nothing to be said. */
    public static final ListFigures NONE = new ListFigures(List.of(), 0, 0);
  }

  /**
   * A finding that has no form.
   *
   * @param text the rule's message
   */
  public record UnmatchedLine(String ruleId, Severity severity, String text) {}

  /**
   * What waivers (豁免) accept. It is not among the findings that are counted elsewhere.
   *
   * @param findings how many findings are accepted
   * @param waivers every waiver of the file
   */
  public record WaiverFigures(long findings, List<WaiverLine> waivers) {}

  /**
   * One waiver.
   *
   * @param ruleId the rule
   * @param text whom it concerns, why, by whom and until when
   * @param state whether it accepts anything
   * @param findings how many findings of this review it accepts
   */
  public record WaiverLine(String ruleId, String text, State state, long findings) {

    /** Whether a waiver accepts anything. */
    public enum State {
      USED,
      /** It is in force, and nothing in the workspace needs it. */
      UNUSED,
      /** Its last day is past: it accepts nothing. */
      EXPIRED
    }
  }

  /**
   * What people have said of readings, of the forms of the review.
   *
   * @param confirmed how many readings are confirmed
   * @param corrected how many are corrected
   * @param voided those that count no more, because their forms print something else or are gone
   */
  public record ConfirmationFigures(long confirmed, long corrected, List<VoidConfirmation> voided) {

    /** Nobody has said anything. */
    public static final ConfirmationFigures NONE = new ConfirmationFigures(0, 0, List.of());
  }

  /**
   * What was said of a reading that is not there any more.
   *
   * @param printed what was printed then; null for nothing
   * @param value what it was corrected to; null where it was confirmed
   */
  public record VoidConfirmation(
      String formId,
      @Nullable String projectName,
      String path,
      @Nullable String printed,
      @Nullable String value,
      String by) {}

  /**
   * Whose parameters were in force.
   *
   * @param detected true where each form's own jurisdiction was looked for
   * @param forms how many forms were checked by each, by its name
   */
  public record Jurisdictions(boolean detected, Map<String, Long> forms) {}

  /**
   * The identities: sources = read + quarantined + duplicate, forms found = accepted + quarantined
   * + duplicate + superseded.
   *
   * @param formsSuperseded forms of which the same inputs, or an earlier review, have a later
   *     version
   */
  public record Accounting(
      long sources,
      long sourcesRead,
      long sourcesQuarantined,
      long sourcesDuplicate,
      long formsFound,
      long formsAccepted,
      long formsQuarantined,
      long formsDuplicate,
      long formsSuperseded,
      long indicators,
      long guesses,
      long findings,
      Map<String, Long> findingsBySeverity) {

    /** True where nothing was lost. */
    public boolean holds() {
      return sources == sourcesRead + sourcesQuarantined + sourcesDuplicate
          && formsFound == formsAccepted + formsQuarantined + formsDuplicate + formsSuperseded;
    }
  }

  /**
   * Figures of one supervising department, agency and year. Amounts in yuan, rates in percent,
   * scores in points; a mean or rate is null where its divisor is zero, an amount where none could
   * be read.
   *
   * @param cancelledForms projects without budget and expenditure, kept out of the scores
   * @param executionRate Σ expenditure / Σ final budget, never a mean of rates
   * @param executionBands number of forms per band of the execution rate
   * @param grades number of forms per grade
   * @param gradeMoney final budget per grade
   * @param fullMarkShare share of forms in which every indicator has full marks, from 0 to 1
   * @param impossible forms whose amounts cannot be right, which the totals hold nevertheless
   */
  public record DepartmentFigures(
      @Nullable String supervisingDepartment,
      @Nullable String implementingAgency,
      @Nullable Integer year,
      long forms,
      long cancelledForms,
      @Nullable BigDecimal originalBudget,
      @Nullable BigDecimal finalBudget,
      @Nullable BigDecimal actualExpenditure,
      @Nullable BigDecimal executionRate,
      Map<String, Long> executionBands,
      @Nullable BigDecimal scoreMean,
      @Nullable BigDecimal scoreMedian,
      @Nullable BigDecimal scoreBudgetWeightedMean,
      Map<String, Long> grades,
      Map<String, BigDecimal> gradeMoney,
      @Nullable BigDecimal fullMarkShare,
      Map<String, Long> findingsBySeverity,
      List<ImpossibleAmount> impossible) {}

  /** A form whose amounts cannot be right. */
  public record ImpossibleAmount(
      String formId,
      @Nullable String projectName,
      @Nullable BigDecimal originalBudget,
      @Nullable BigDecimal finalBudget,
      @Nullable BigDecimal actualExpenditure) {}

  /**
   * One form with the number of its findings.
   *
   * @param place its first cell, as {@link Places} gives it
   * @param priority how early it is to be looked at, the greater the earlier; 0 where no rule found
   *     anything
   * @param attention why; null but for the first few
   */
  public record FormLine(
      String formId,
      @Nullable String projectName,
      String file,
      int row,
      String place,
      @Nullable BigDecimal finalBudget,
      @Nullable BigDecimal actualExpenditure,
      @Nullable BigDecimal score,
      long errors,
      long doubts,
      long notes,
      double confidence,
      long guesses,
      BigDecimal priority,
      @Nullable Attention attention) {}

  /**
   * The score audits in figures. Points.
   *
   * @param forms how many forms claim more than they support
   * @param points how much more, in all
   * @param worst those that claim the most, at most {@link #WORST}
   */
  public record AuditFigures(long forms, BigDecimal points, List<AuditLine> worst) {

    /** How many forms are named. */
    public static final int WORST = 10;

    /** Nothing is claimed that is not supported. */
    public static final AuditFigures NONE = new AuditFigures(0, BigDecimal.ZERO, List.of());
  }

  /**
   * One form whose scores are not supported.
   *
   * @param claimed 总分 as printed
   * @param low least total that its figures and words support
   * @param high most total that they support
   * @param overClaimed claimed points above the most that the total supports
   * @param arithmetic how the range of the total comes about; empty where it is not known
   */
  public record AuditLine(
      String formId,
      @Nullable String projectName,
      @Nullable BigDecimal claimed,
      @Nullable BigDecimal low,
      @Nullable BigDecimal high,
      BigDecimal overClaimed,
      String arithmetic) {}

  /**
   * One rule: forms = fired + passed + waived + not applicable + not evaluated.
   *
   * @param severity the gravest that its findings can have
   * @param severities every one that they can have, the gravest first
   */
  public record RuleLine(
      String ruleId,
      Severity severity,
      List<Severity> severities,
      long findings,
      long fired,
      long passed,
      long waived,
      long notApplicable,
      long notEvaluated) {

    public RuleLine {
      severities = List.copyOf(severities);
    }
  }
}
