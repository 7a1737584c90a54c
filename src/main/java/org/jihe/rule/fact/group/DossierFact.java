package org.jihe.rule.fact.group;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.drools.model.Drools;
import org.jihe.form.measure.Figures;
import org.jihe.rule.cell.Cells;
import org.jihe.rule.fact.Evidence;
import org.jihe.rule.fact.group.ReportedScores.Rounding;
import org.jspecify.annotations.Nullable;

/** A department's forms of one year as a whole. */
public final class DossierFact extends GroupFact {

  private static final Set<String> PARTS_RULES =
      Set.of("FundingPartsMissing", "FundingPartsDiffer", "FundingPartsOriginalMissing");

  DossierFact(GroupFacts facts, List<ProjectDigest> members) {
    super(facts, "", members);
  }

  /** Share of the forms whose funding parts are missing or differ from the total. */
  public @Nullable BigDecimal fundingPartsShare() {
    return share(DossierFact::partsAmiss);
  }

  /** Share of the forms with full marks in every indicator, as the summary has it. */
  public @Nullable BigDecimal fullMarkShare() {
    return Figures.ratio(
        BigDecimal.valueOf(with(DossierFact::fullMarks).size()), BigDecimal.valueOf(carriedOut()));
  }

  /** Forms of projects that were not cancelled: only these are in the figures on scores. */
  public int carriedOut() {
    return with(one -> !one.scores().cancelled()).size();
  }

  /** Forms whose execution rate is not exact at its printed decimals. */
  public int roundedRates() {
    return with(one -> one.scores().rate() != Rounding.NONE).size();
  }

  /** True where no rate was rounded down. */
  public boolean allRoundedUp() {
    return with(one -> one.scores().rate() == Rounding.DOWN).isEmpty();
  }

  /** Forms whose total score can be read. */
  public int scored() {
    return with(DossierFact::isScored).size();
  }

  /** Share of the scored forms that earn the best grade. */
  public @Nullable BigDecimal topGradeShare() {
    return Figures.ratio(
        BigDecimal.valueOf(with(one -> isScored(one) && one.scores().topGrade()).size()),
        BigDecimal.valueOf(scored()));
  }

  /** Median of the total scores; null where there are none. */
  public @Nullable BigDecimal medianScore() {
    List<BigDecimal> scores = new ArrayList<>();
    for (ProjectDigest one : with(DossierFact::isScored)) {
      BigDecimal score = one.scores().total();
      if (score != null) {
        scores.add(score);
      }
    }
    if (scores.isEmpty()) {
      return null;
    }
    scores.sort(null);
    int upper = scores.size() / 2;
    BigDecimal last = scores.get(upper);
    return scores.size() % 2 == 1
        ? last
        : Figures.trimmed(last.add(scores.get(upper - 1)).divide(BigDecimal.valueOf(2)));
  }

  /** A share in percent. */
  public String percent(@Nullable BigDecimal share) {
    return Figures.percent(share);
  }

  public Evidence reportFundingParts(Drools rule) {
    return report(rule, Cells.FUNDING, with(DossierFact::partsAmiss)).with("forms", projects());
  }

  public Evidence reportRoundedRates(Drools rule) {
    return report(rule, Cells.EXECUTION_RATE, with(one -> one.scores().rate() == Rounding.UP));
  }

  public Evidence reportScores(Drools rule) {
    return report(rule, Cells.TOTAL_SCORE, with(DossierFact::isScored));
  }

  public Evidence reportFullMarks(Drools rule) {
    return report(rule, Cells.INDICATORS, with(DossierFact::fullMarks)).with("forms", carriedOut());
  }

  private static boolean partsAmiss(ProjectDigest one) {
    return PARTS_RULES.stream().anyMatch(one.verdicts()::hasFinding);
  }

  private static boolean fullMarks(ProjectDigest one) {
    return one.scores().fullMarks()
        && !one.scores().cancelled()
        && !one.verdicts().isAccepted("AllIndicatorsFull");
  }

  private static boolean isScored(ProjectDigest one) {
    return one.scores().total() != null && !one.scores().cancelled();
  }

  private List<ProjectDigest> with(Predicate<ProjectDigest> condition) {
    return members().stream().filter(condition).toList();
  }

  private @Nullable BigDecimal share(Predicate<ProjectDigest> condition) {
    return Figures.ratio(
        BigDecimal.valueOf(with(condition).size()), BigDecimal.valueOf(projects()));
  }
}
