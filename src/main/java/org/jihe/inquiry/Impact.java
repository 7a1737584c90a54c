package org.jihe.inquiry;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;
import org.jihe.finding.Finding;
import org.jihe.finding.FormerIds;
import org.jihe.inquiry.ImpactReport.Change;
import org.jihe.inquiry.ImpactReport.Kind;
import org.jihe.inquiry.ImpactReport.OfRule;
import org.jihe.message.JobException;
import org.jihe.review.ReviewRequest;
import org.jihe.review.ReviewRequest.Checking;
import org.jihe.review.Workbench;
import org.jihe.rule.catalogue.RuleJurisdictions;
import org.jihe.rule.drl.RuleInfo;
import org.jihe.rule.engine.RuleEngine;
import org.jihe.rule.engine.RuleSet;
import org.jihe.rule.folder.RuleException;
import org.jihe.table.AcceptedForm;
import org.jihe.table.FindingCodec;
import org.jihe.table.FormCodec;
import org.jihe.table.Rows;
import org.jihe.workspace.Run;
import org.jihe.workspace.Workspace;
import org.jihe.workspace.WorkspaceTable;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/** Checks the forms of a run of the past with the rules as they are now, and compares. */
public final class Impact {

  /** What one evaluation of these sees is a form; other rules are not compared. */
  private static final Set<String> OF_A_FORM = Set.of("form", "indicator", "part", "score");

  private static final Comparator<Change> ORDER =
      Comparator.comparing(Change::rule)
          .thenComparing(Change::kind)
          .thenComparing(change -> String.valueOf(change.project()))
          .thenComparing(Change::formId)
          .thenComparing(Change::subject);

  private Impact() {}

  /**
   * A finding with the project of its form.
   *
   * @param project the project's name as printed
   * @param finding the finding
   * @param former the fingerprint by which version 0.1 may have stored it; empty for one that is
   *     stored
   */
  private record Found(@Nullable String project, Finding finding, String former)
      implements Serializable {}

  /**
   * The comparison; nothing in the workspace changes.
   *
   * @param request the workspace, the rules, and the jurisdiction, by default that of the run
   * @param against the run's id, or {@code last}
   * @param limit how many changes to tell in full
   * @throws JobException where there is no such run, it has no findings that can be compared, or
   *     its jurisdiction is gone
   */
  public static ImpactReport run(ReviewRequest request, String against, int limit)
      throws JobException, RuleException {
    Path folder = request.workspace();
    // Another process may add a run between the two looks, and "last" would be another one.
    Asked asked =
        Workbench.past(
            folder, against, (spark, workspace, run) -> new Asked(run.id(), run.jurisdiction()));
    RuleSet plain = rules(request.checking(), asked);
    // What is accepted is no error, and some rules count errors.
    RuleSet rules = waiving(plain, request);
    Set<String> prints = new TreeSet<>(List.of(plain.fingerprint(), rules.fingerprint()));
    return Workbench.past(
        folder,
        asked.run,
        (spark, workspace, run) -> compare(spark, workspace, run, rules, prints, limit));
  }

  /** What was asked for: a run, and whose parameters it was checked with. */
  private record Asked(String run, String jurisdiction) {}

  private static RuleSet rules(Checking checking, Asked asked) throws JobException, RuleException {
    if (checking.jurisdiction() != null) {
      return RuleSet.open(checking.rules(), checking.jurisdiction());
    }
    if (!RuleJurisdictions.open(checking.rules()).knows(asked.jurisdiction)) {
      // Nobody named it now, and so nobody would know what a missing file is about.
      throw new JobException(
          "impact.jurisdiction", Map.of("run", asked.run, "jurisdiction", asked.jurisdiction));
    }
    return RuleSet.open(checking.rules(), asked.jurisdiction);
  }

  /** The rules with the waivers of the workspace; without where these speak of no rule there is. */
  private static RuleSet waiving(RuleSet rules, ReviewRequest request) throws RuleException {
    Path named = request.checking().waivers();
    try {
      return ReviewRequest.waiving(rules, named, request.workspace());
    } catch (RuleException e) {
      if (named != null) {
        throw e;
      }
      return rules; // They may speak of rules that are no more.
    }
  }

  private static ImpactReport compare(
      SparkSession spark,
      Workspace workspace,
      Run run,
      RuleSet rules,
      Set<String> prints,
      int limit)
      throws JobException {
    Set<String> dossiers = new TreeSet<>();
    int unchecked = 0;
    for (String dossier : run.dossiers().keySet()) {
      if (FormsInForce.isChecked(run, dossier)) {
        dossiers.add(dossier);
      } else if (!run.checked().containsKey(dossier)) {
        unchecked++;
      }
    }
    int changed = run.dossiers().size() - dossiers.size() - unchecked;
    if (dossiers.isEmpty()) {
      throw new JobException(
          run.dossiers().isEmpty()
              ? "workspace.formless"
              : changed > 0 ? "workspace.changedSince" : "workspace.unchecked",
          Map.of("run", run.id(), "workspace", workspace.folder().toString()));
    }
    Object[] keys = dossiers.toArray();
    Dataset<Row> forms =
        workspace.read(run, WorkspaceTable.FORMS).filter(functions.col("dossier").isin(keys));
    Dataset<Row> findings =
        workspace.read(run, WorkspaceTable.FINDINGS).filter(functions.col("dossier").isin(keys));
    Set<String> others =
        rules.rules().stream()
            .filter(rule -> !OF_A_FORM.contains(rule.scope()))
            .map(RuleInfo::id)
            .collect(Collectors.toSet());
    JavaRDD<Found> now = evaluated(spark, forms, rules);
    JavaRDD<Found> then =
        Rows.of(findings)
            .map(row -> new Found(row.getAs("projectName"), FindingCodec.fromRow(row), ""))
            .filter(found -> !others.contains(found.finding().ruleId()) && isOfOne(found));
    JavaRDD<Change> changes =
        byForm(then)
            .cogroup(byForm(now))
            .flatMap(form -> changes(form._2()._1(), form._2()._2()).iterator())
            .persist(StorageLevel.MEMORY_AND_DISK());
    try {
      List<OfRule> ofRules = ofRules(changes);
      List<Change> told = first(changes, limit);
      long all =
          ofRules.stream().mapToLong(o -> o.appeared() + o.disappeared() + o.severity()).sum();
      return new ImpactReport(
          run.id(),
          rules.jurisdiction(),
          prints.contains(run.ruleSetFingerprint()),
          forms.count(),
          unchecked,
          changed,
          ofRules,
          told,
          all - told.size());
    } finally {
      changes.unpersist();
    }
  }

  /** False for a finding on several forms, also where its rule is no longer there to say so. */
  private static boolean isOfOne(Found found) {
    return !found.finding().formId().isEmpty() && found.finding().related().isEmpty();
  }

  private static List<Change> first(JavaRDD<Change> changes, int limit) {
    Comparator<Change> order = (Comparator<Change> & Serializable) Impact::inOrder;
    // Only so many rows of every partition reach the driver.
    return limit == 0 ? List.of() : changes.takeOrdered(limit, order);
  }

  private static int inOrder(Change one, Change other) {
    return ORDER.compare(one, other);
  }

  /** True where the run's findings come from the forms that it left. */
  private static JavaRDD<Found> evaluated(SparkSession spark, Dataset<Row> forms, RuleSet rules) {
    Broadcast<RuleSet> shared =
        JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(rules);
    return Rows.of(forms)
        .mapPartitions(
            rows -> {
              RuleEngine engine = RuleEngine.of(shared.value());
              Iterable<Row> each = () -> rows;
              return java.util.stream.StreamSupport.stream(each.spliterator(), false)
                  .flatMap(row -> found(engine, FormCodec.fromRow(row)).stream())
                  .iterator();
            });
  }

  private static List<Found> found(RuleEngine engine, AcceptedForm form) {
    String project = form.form().projectName().printed();
    return engine.evaluate(form.formId(), form.form()).findings().stream()
        .map(finding -> new Found(project, finding, former(form, finding)))
        .toList();
  }

  private static String former(AcceptedForm form, Finding finding) {
    return FormerIds.fingerprint(form.form(), finding.ruleId(), finding.subject());
  }

  private static JavaPairRDD<String, Found> byForm(JavaRDD<Found> found) {
    return found.mapToPair(each -> new Tuple2<>(each.finding().formId(), each));
  }

  private static List<Change> changes(Iterable<Found> then, Iterable<Found> now) {
    Map<String, Found> before = new TreeMap<>();
    then.forEach(found -> before.put(found.finding().fingerprint(), found));
    List<Change> changes = new ArrayList<>();
    for (Found found : now) {
      Found same = before.remove(found.finding().fingerprint());
      same = same == null ? before.remove(found.former()) : same;
      if (same == null) {
        changes.add(change(Kind.APPEARED, found, null));
      } else if (same.finding().severity() != found.finding().severity()) {
        changes.add(change(Kind.SEVERITY, found, same));
      }
    }
    before.values().forEach(found -> changes.add(change(Kind.DISAPPEARED, found, null)));
    return changes;
  }

  private static Change change(Kind kind, Found found, @Nullable Found before) {
    Finding finding = found.finding();
    return new Change(
        kind,
        finding.ruleId(),
        found.project(),
        finding.subject(),
        finding.arguments().getOrDefault("place", finding.subject()),
        finding.severity(),
        before == null ? null : before.finding().severity(),
        finding.reported(),
        finding.expected(),
        finding.formId());
  }

  private static List<OfRule> ofRules(JavaRDD<Change> changes) {
    return changes
        .mapToPair(change -> new Tuple2<>(change.rule(), one(change)))
        .reduceByKey(Impact::sum)
        .values()
        .collect()
        .stream()
        .sorted(Comparator.comparing(OfRule::rule))
        .toList();
  }

  private static OfRule one(Change change) {
    return switch (change.kind()) {
      case APPEARED -> new OfRule(change.rule(), 1, 0, 0);
      case DISAPPEARED -> new OfRule(change.rule(), 0, 1, 0);
      case SEVERITY -> new OfRule(change.rule(), 0, 0, 1);
    };
  }

  private static OfRule sum(OfRule one, OfRule other) {
    return new OfRule(
        one.rule(),
        one.appeared() + other.appeared(),
        one.disappeared() + other.disappeared(),
        one.severity() + other.severity());
  }
}
