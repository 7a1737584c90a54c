package org.jihe.review;

import com.sun.management.OperatingSystemMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.iceberg.DataFile;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jihe.finding.Evaluation;
import org.jihe.finding.Finding;
import org.jihe.finding.Outcome;
import org.jihe.form.SelfEvaluation;
import org.jihe.rule.Audits;
import org.jihe.rule.drl.RuleInfo;
import org.jihe.rule.engine.FormCheck;
import org.jihe.rule.engine.RuleSet;
import org.jihe.rule.fact.group.RegistryLists;
import org.jihe.speed.PlainRules;
import org.jihe.speed.RandomForms;
import org.jihe.speed.RulesOfForms;
import org.jihe.speed.Sampler;
import org.jihe.table.AcceptedForm;
import org.jihe.table.FormCodec;
import org.jihe.table.OutcomeCodec;
import org.jihe.table.Rows;
import org.jihe.workspace.PartitionFiles;
import org.jihe.workspace.Run;
import org.jihe.workspace.Workspace;
import org.jihe.workspace.WorkspaceTable;

/**
 * How long it takes to check a table of made-up forms, beside the same job without the rule engine
 * and beside reading the forms alone; run by {@code .ci/check-speed}.
 */
public final class CheckSpeed {

  private static final long SEED = 1;

  /** The share of the departments whose forms are checked until the compiler has done its work. */
  private static final double WARM_UP = 0.1;

  private final SparkSession spark = Sessions.current();
  private final Workspace workspace;
  private final RuleSet thirty;
  private final RuleSet ofForms;
  private final RuleSet all;

  private enum Job {
    READ,
    THIRTY_RULES,
    PLAIN_RULES,
    FORM_RULES,
    ALL_RULES
  }

  /**
   * One measured job.
   *
   * @param seconds by the clock
   * @param cpu seconds of all processors
   * @param findings how many, with a sum of their contents; empty for none
   */
  private record Trial(double seconds, double cpu, String findings) {}

  private CheckSpeed(Workspace workspace, RuleSet thirty, RuleSet ofForms) throws Exception {
    this.workspace = workspace;
    this.thirty = thirty;
    this.ofForms = ofForms;
    this.all = RuleSet.open(null, null);
  }

  /** The number of forms, of repetitions, and an empty folder for the tables. */
  public static void main(String[] arguments) throws Exception {
    int forms = Integer.parseInt(arguments[0]);
    int times = Integer.parseInt(arguments[1]);
    Path folder = Path.of(arguments[2]);
    RuleSet thirty = RuleSet.open(RulesOfForms.thirty(folder.resolve("thirty")), null);
    RuleSet ofForms = RuleSet.open(RulesOfForms.all(folder.resolve("all")), null);
    try (Workspace workspace = Workspace.open(Sessions.current(), folder.resolve("workspace"))) {
      CheckSpeed speed = new CheckSpeed(workspace, thirty, ofForms);
      speed.fill(forms);
      speed.compare(forms, times, new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }
    Sessions.current().stop();
  }

  private void fill(int forms) throws Exception {
    Run run = workspace.begin("speed");
    int dossiers = Math.max(1, forms / 1000);
    List<Integer> numbers = IntStream.range(0, dossiers).boxed().toList();
    JavaRDD<Row> rows =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .parallelize(numbers, Math.min(dossiers, 64))
            .flatMap(
                dossier -> {
                  RandomForms random = new RandomForms(SEED);
                  return IntStream.range(
                          dossier * 1000, dossier + 1 == dossiers ? forms : (dossier + 1) * 1000)
                      .mapToObj(number -> FormCodec.toRow(random.accepted(number)))
                      .iterator();
                });
    for (int number : numbers) {
      run.dossiers().put(RandomForms.dossier(number * 1000), "made up");
    }
    workspace.replace(run, WorkspaceTable.FORMS, rows, run.dossiers().keySet());
    workspace.commit(run);
  }

  private void compare(int forms, int times, PrintStream out) throws Exception {
    Map<Job, List<Trial>> trials = new EnumMap<>(Job.class);
    Map<Job, Map<String, Integer>> parts = new EnumMap<>(Job.class);
    for (Job job : Job.values()) {
      trials.put(job, new ArrayList<>());
      trial(job, WARM_UP);
    }
    for (Job job : Job.values()) {
      // Looking slows down what is looked at, deep stacks most: it must not be timed.
      try (Sampler sampler = new Sampler()) {
        trial(job, WARM_UP);
        parts.put(job, sampler.samples());
      }
    }
    // Interleaved, so that a busy moment of the machine falls on all.
    for (int time = 0; time < times; time++) {
      for (Job job : Job.values()) {
        trials.get(job).add(trial(job, 1));
      }
    }
    out.printf(Locale.ROOT, "forms    %d, %d runs in turn, medians%n", forms, times);
    out.printf(Locale.ROOT, "%-14s %8s %8s   %s%n", "job", "seconds", "cpu", "findings");
    for (Job job : Job.values()) {
      out.printf(
          Locale.ROOT,
          "%-14s %8.2f %8.2f   %s%n",
          job.name().toLowerCase(Locale.ROOT).replace('_', ' '),
          median(trials.get(job).stream().map(Trial::seconds).toList()),
          median(trials.get(job).stream().map(Trial::cpu).toList()),
          trials.get(job).get(0).findings());
    }
    ratio(out, trials, Job.THIRTY_RULES, Job.PLAIN_RULES);
    ratio(out, trials, Job.FORM_RULES, Job.READ);
    ratio(out, trials, Job.ALL_RULES, Job.READ);
    out.printf(
        Locale.ROOT, "%nshare of the tasks' time in a run before those, in percent%n%-18s", "");
    for (Job job : Job.values()) {
      out.printf(Locale.ROOT, " %12s", job.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
    out.println();
    for (String part : parts.get(Job.READ).keySet()) {
      out.printf(Locale.ROOT, "%-18s", part);
      for (Job job : Job.values()) {
        int sum = parts.get(job).values().stream().mapToInt(Integer::intValue).sum();
        out.printf(Locale.ROOT, " %12.1f", 100.0 * parts.get(job).get(part) / Math.max(1, sum));
      }
      out.println();
    }
    if (!trials
        .get(Job.THIRTY_RULES)
        .get(0)
        .findings()
        .equals(trials.get(Job.PLAIN_RULES).get(0).findings())) {
      throw new IllegalStateException("the rules and the plain rules differ");
    }
  }

  private static void ratio(PrintStream out, Map<Job, List<Trial>> trials, Job one, Job other) {
    out.printf(
        Locale.ROOT,
        "%-27s %5.2f by the clock, %5.2f by cpu%n",
        (one + " / " + other).toLowerCase(Locale.ROOT).replace('_', ' '),
        median(trials.get(one).stream().map(Trial::seconds).toList())
            / median(trials.get(other).stream().map(Trial::seconds).toList()),
        median(trials.get(one).stream().map(Trial::cpu).toList())
            / median(trials.get(other).stream().map(Trial::cpu).toList()));
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /**
   * Does a job.
   *
   * @param share 1 for all forms, less for those of as many departments
   */
  private Trial trial(Job job, double share) throws Exception {
    // Takes back what the trial before wrote: no trial is committed.
    Run run = workspace.begin("speed");
    List<String> dossiers = List.copyOf(run.dossiers().keySet());
    int some = (int) Math.ceil(share * dossiers.size());
    run.dossiers().keySet().retainAll(Set.copyOf(dossiers.subList(0, some)));
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    System.gc();
    long cpu = system.getProcessCpuTime();
    long start = System.nanoTime();
    switch (job) {
      case READ -> read(run);
      case THIRTY_RULES -> Check.run(spark, workspace, run, thirty, RegistryLists.NONE);
      case PLAIN_RULES ->
          Check.run(
              spark, workspace, run, new YearCheck(thirty, RegistryLists.NONE, CheckSpeed::plain));
      case FORM_RULES -> Check.run(spark, workspace, run, ofForms, RegistryLists.NONE);
      case ALL_RULES -> Check.run(spark, workspace, run, all, RegistryLists.NONE);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    double processor = (system.getProcessCpuTime() - cpu) / 1e9;
    return new Trial(seconds, processor, job == Job.READ ? "" : findings(run));
  }

  /** Reads every form and writes one row of it, of all that a check writes the shortest. */
  private void read(Run run) {
    PartitionFiles forms = workspace.partitionFiles(WorkspaceTable.FORMS);
    PartitionFiles outcomes = workspace.partitionFiles(WorkspaceTable.OUTCOMES);
    Map<String, List<PartitionFiles.Stored>> dossiers =
        workspace.filesByKey(run, WorkspaceTable.FORMS);
    dossiers.keySet().retainAll(run.dossiers().keySet());
    List<DataFile> written =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .parallelize(List.copyOf(dossiers.keySet()), dossiers.size())
            .flatMap(
                dossier -> {
                  try (PartitionFiles.Writer rows = outcomes.write(dossier)) {
                    for (PartitionFiles.Stored file : dossiers.getOrDefault(dossier, List.of())) {
                      forms.readInternal(
                          file,
                          FormCodec.COLUMNS,
                          row -> {
                            AcceptedForm form = FormCodec.fromInternal(row);
                            rows.add(OutcomeCodec.toRow(dossier, form.formId(), List.of()));
                          });
                    }
                    return rows.finish().iterator();
                  }
                })
            .collect();
    workspace.replaceFiles(run, WorkspaceTable.OUTCOMES, written, dossiers.keySet());
  }

  private static FormCheck plain(RuleSet rules, String formId, SelfEvaluation form) {
    List<Finding> findings = PlainRules.check(formId, form, rules.fingerprint());
    List<Outcome> outcomes = new ArrayList<>();
    for (RuleInfo rule : rules.rules()) {
      boolean fired = findings.stream().anyMatch(one -> one.ruleId().equals(rule.id()));
      outcomes.add(
          new Outcome(formId, rule.id(), fired ? Outcome.Kind.FIRED : Outcome.Kind.PASSED, ""));
    }
    return new FormCheck(
        new Evaluation(formId, findings, outcomes, Audits.of(rules, formId, form)), null);
  }

  private String findings(Run run) {
    JavaRDD<Row> rows = Rows.of(workspace.read(run, WorkspaceTable.FINDINGS));
    long sum = rows.map(row -> (long) row.mkString("|").hashCode()).fold(0L, Long::sum);
    return String.format(Locale.ROOT, "%d, sum %x", rows.count(), sum);
  }
}
