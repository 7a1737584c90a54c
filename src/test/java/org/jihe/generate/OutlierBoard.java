package org.jihe.generate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jihe.finding.Evaluation;
import org.jihe.finding.Finding;
import org.jihe.finding.ScoreAudit;
import org.jihe.form.FormKind;
import org.jihe.form.SelfEvaluation;
import org.jihe.form.department.Departments;
import org.jihe.generate.defect.Truth;
import org.jihe.rule.jurisdiction.ProjectKinds;
import org.jihe.statistic.measure.FormMeasuring;
import org.jihe.statistic.outlier.Likenesses;
import org.jihe.statistic.outlier.Outlier;
import org.jihe.statistic.outlier.OutlierMeasure;
import org.jihe.statistic.outlier.OutlierSearch;
import org.jihe.table.AcceptedForm;

/** Which forms are found to stand out, against those that were made to. */
final class OutlierBoard {

  private static final String PREFIX = "outlier:";
  private static final Pattern AMOUNTS =
      Pattern.compile(
          "Budget|xecution|Spend|Funding|Ledger|adjustment|scoreMinusRate|Cloned|Split|Duplicate|CarryOver");

  /** How one measure fared. */
  static final class Score {
    int planted;
    int follows;
    int found;
    int missed;
    int explained;
    int wrong;
    final StringBuilder examples = new StringBuilder();

    double recall() {
      return planted + follows == 0 ? 1 : 1 - (double) missed / (planted + follows);
    }

    double precision() {
      return found == 0 ? 1 : 1 - (double) wrong / found;
    }
  }

  private final OutlierSearch search = new OutlierSearch(new Likenesses());
  private final Map<String, Map<String, Truth.Of>> wanted = new TreeMap<>();
  private final Map<String, Set<String>> defects = new HashMap<>();

  void add(String id, SelfEvaluation form, Evaluation evaluation, ProjectKinds kinds) {
    if (form.kind() != FormKind.PROJECT) {
      return;
    }
    ScoreAudit audit = evaluation.audit();
    String jurisdiction = audit.jurisdiction();
    FormMeasuring measuring =
        new FormMeasuring(
            AcceptedForm.of(form).withId(id),
            Departments.NONE,
            new FormMeasuring.Traits(
                jurisdiction,
                kinds.kindOf(form, jurisdiction),
                kinds.hasCost(form, jurisdiction),
                audit.grade(),
                kinds.topGrade(form, jurisdiction),
                audit.total().claimed(),
                audit.total().high()));
    for (Finding finding : evaluation.findings()) {
      measuring.add(finding.ruleId(), finding.severity());
    }
    search.add(measuring.done());
  }

  /** Notes what was planted in a form. */
  void plant(String id, String rule, Truth.Of kind) {
    if (rule.startsWith(PREFIX)) {
      wanted
          .computeIfAbsent(rule.substring(PREFIX.length()), key -> new TreeMap<>())
          .merge(id, kind, (one, other) -> one == Truth.Of.PLANTED ? one : other);
    }
    if (!rule.equals("AllIndicatorsFull") && !rule.equals("FundingPartsMissing")) {
      defects.computeIfAbsent(id, key -> new HashSet<>()).add(rule);
    }
  }

  /** Defects of texts and scores move no amount. */
  private boolean isExplained(OutlierMeasure measure, String id) {
    Set<String> planted = defects.getOrDefault(id, Set.of());
    return measure.isLogarithm()
        ? planted.stream().anyMatch(rule -> AMOUNTS.matcher(rule).find())
        : !planted.isEmpty();
  }

  Map<String, Score> scores() {
    Map<String, Score> scores = new TreeMap<>();
    Map<String, Set<String>> found = new TreeMap<>();
    for (Outlier one : search.done()) {
      String id = one.formId();
      if (id != null && one.measure() != OutlierMeasure.SCORE_AGAINST_FINDINGS) {
        found.computeIfAbsent(one.measure().key(), key -> new HashSet<>()).add(id);
        Score score = scores.computeIfAbsent(one.measure().key(), key -> new Score());
        boolean isWanted = wanted.getOrDefault(one.measure().key(), Map.of()).containsKey(id);
        score.found++;
        if (!isWanted && isExplained(one.measure(), id)) {
          score.explained++;
        } else if (!isWanted) {
          score.wrong++;
          score.examples.append(
              String.format(
                  Locale.ROOT,
                  " wrong %s %s peers %d value %.3f median %.3f;",
                  id,
                  one.peerGroup().text(),
                  one.peers(),
                  one.value(),
                  one.median()));
        }
      }
    }
    wanted.forEach(
        (measure, forms) -> {
          Score score = scores.computeIfAbsent(measure, key -> new Score());
          forms.forEach(
              (id, kind) -> {
                score.planted += kind == Truth.Of.PLANTED ? 1 : 0;
                score.follows += kind == Truth.Of.FOLLOWS ? 1 : 0;
                if (!found.getOrDefault(measure, Set.of()).contains(id)) {
                  score.missed++;
                  score.examples.append(" missed ").append(id).append(';');
                }
              });
        });
    return scores;
  }

  /** The table that is kept. */
  String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%-20s %7s %7s %6s %6s %9s %6s %7s %9s%n",
            "outlier",
            "planted",
            "follows",
            "found",
            "missed",
            "explained",
            "wrong",
            "recall",
            "precision"));
    scores()
        .forEach(
            (measure, score) ->
                text.append(
                    String.format(
                        Locale.ROOT,
                        "%-20s %7d %7d %6d %6d %9d %6d %7.3f %9.3f%n",
                        measure,
                        score.planted,
                        score.follows,
                        score.found,
                        score.missed,
                        score.explained,
                        score.wrong,
                        score.recall(),
                        score.precision())));
    return text.toString();
  }
}
