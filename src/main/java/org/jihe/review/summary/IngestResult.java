package org.jihe.review.summary;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jihe.layout.Quarantined;
import org.jihe.view.ReviewSummary.Accounting;
import org.jihe.view.ReviewSummary.Resubmissions;

/**
 * What was read.
 *
 * @param sources what became of the sources
 * @param forms what became of the forms
 * @param resubmissions what became of the forms of earlier runs
 * @param dossiers the dossiers of the forms that were read
 * @param passedOver how many files of folders hold no form and were not meant to, by ending
 * @param quarantined what waits for a person
 */
public record IngestResult(
    Sources sources,
    Forms forms,
    Resubmissions resubmissions,
    Set<String> dossiers,
    Map<String, Long> passedOver,
    List<Quarantined> quarantined) {

  /**
   * Sources by what became of them.
   *
   * @param all files of the inputs, and members of archives, that may hold forms
   * @param read that gave a form, or a part of one
   * @param quarantined of which nothing could be read
   * @param duplicate with the content of another one
   */
  public record Sources(long all, long read, long quarantined, long duplicate) {}

  /**
   * Forms by what became of them.
   *
   * @param found that the readers met in sources that are no duplicates
   * @param accepted that are in force
   * @param quarantined that could not be read whole
   * @param duplicate that stand elsewhere, too
   * @param superseded that are not in force: a later version is
   * @param indicators of those in force
   * @param guesses made while those in force were read
   */
  public record Forms(
      long found,
      long accepted,
      long quarantined,
      long duplicate,
      long superseded,
      long indicators,
      long guesses) {}

  /** The numbers for the run's record. */
  public Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>();
    counts.put("sources", sources.all);
    counts.put("sourcesDuplicate", sources.duplicate);
    counts.put("forms", forms.accepted);
    counts.put("formsDuplicate", forms.duplicate);
    counts.put("formsSuperseded", forms.superseded);
    counts.put("formsSameKey", resubmissions.sameKey());
    counts.put("formsReplaced", resubmissions.replaced());
    counts.put("formsWithdrawn", resubmissions.withdrawn());
    counts.put("formsKept", resubmissions.kept());
    counts.put("indicators", forms.indicators);
    counts.put("quarantined", quarantined.stream().filter(Quarantined::isWaiting).count());
    counts.put("passedOver", passedOver.values().stream().mapToLong(Long::longValue).sum());
    return counts;
  }

  /** The numbers for the summary, with those of the findings. */
  public Accounting accounting(long findings, Map<String, Long> findingsBySeverity) {
    return new Accounting(
        sources.all,
        sources.read,
        sources.quarantined,
        sources.duplicate,
        forms.found,
        forms.accepted,
        forms.quarantined,
        forms.duplicate,
        forms.superseded,
        forms.indicators,
        forms.guesses,
        findings,
        findingsBySeverity);
  }
}
