package org.jihe.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.jihe.form.FormKey;
import org.jihe.form.SelfEvaluation;
import org.jihe.rule.RuleEngine;
import org.jihe.rule.RuleSet;
import org.jihe.rule.fact.RegistryLists;
import org.jihe.table.AcceptedForm;
import org.jihe.transcript.Transcripts;

/** Checks many generated forms of many departments together, for {@code .ci/dossier-soak}. */
final class DossierSoak {

  private static final ObjectMapper JSON = new ObjectMapper();

  private DossierSoak() {}

  /**
   * Prints figures of one run.
   *
   * @param args how many forms, of how many departments
   */
  public static void main(String[] args) throws Exception {
    int forms = Integer.parseInt(args[0]);
    int departments = Integer.parseInt(args[1]);
    SparkSession spark =
        SparkSession.builder()
            .master("local[2]")
            .appName("dossier-soak")
            .config("spark.ui.enabled", "false")
            .config("spark.local.dir", System.getProperty("java.io.tmpdir"))
            .getOrCreate();
    long start = System.nanoTime();
    long[] counts = run(spark, forms, departments);
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%d forms, %d departments, heap %d MB: %d findings, %d outcomes, %.1f s, peak %d MB%n",
        forms,
        departments,
        Runtime.getRuntime().maxMemory() >> 20,
        counts[0],
        counts[1],
        seconds,
        peak() >> 20);
    spark.stop();
  }

  private static long peak() {
    return java.lang.management.ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }

  /** Findings and outcomes of so many forms, two years of every department. */
  static long[] run(SparkSession spark, int forms, int departments) throws Exception {
    String clean = Files.readString(Path.of("rules/clean-form.json"));
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Broadcast<RuleSet> rules = context.broadcast(RuleSet.open(null, null));
    Set<String> dossiers = new TreeSet<>();
    IntStream.range(0, departments)
        .forEach(
            department -> {
              dossiers.add(FormKey.of("2021", "某市第" + department + "局"));
              dossiers.add(FormKey.of("2022", "某市第" + department + "局"));
            });
    JavaRDD<GroupCheck.Member> members =
        context
            .parallelize(IntStream.range(0, 64).boxed().toList(), 64)
            .flatMap(
                part -> {
                  RuleEngine engine = RuleEngine.of(rules.value());
                  ObjectNode base = (ObjectNode) JSON.readTree(clean);
                  return IntStream.iterate(part, i -> i < forms, i -> i + 64)
                      .mapToObj(i -> member(engine, base, i, departments))
                      .iterator();
                });
    JavaRDD<GroupCheck.Result> results =
        GroupCheck.of(
            members, rules, context.broadcast(RegistryLists.NONE), context.broadcast(dossiers));
    return results
        .map(one -> new long[] {one.findings().size(), one.outcomes().size()})
        .reduce((a, b) -> new long[] {a[0] + b[0], a[1] + b[1]});
  }

  /** Three forms of ten copy a template of the department, some names changed. */
  private static GroupCheck.Member member(
      RuleEngine engine, ObjectNode base, int number, int departments) {
    Random random = new Random(number);
    ObjectNode form = base.deepCopy();
    int department = number % departments;
    form.put("year", random.nextBoolean() ? "2021" : "2022");
    form.put("supervisingDepartment", "某市第" + department + "局");
    form.put("implementingAgency", "第" + random.nextInt(40) + "中心");
    form.put("projectName", "项目" + Integer.toString(number, 36) + "甲");
    boolean copied = random.nextInt(10) < 3;
    for (int row = 0; row < form.path("indicators").size(); row++) {
      ObjectNode indicator = (ObjectNode) form.path("indicators").path(row);
      boolean own = copied ? random.nextInt(20) == 0 : random.nextInt(4) > 0;
      String name = indicator.path("name").asText();
      indicator.put("name", own ? name + random.nextInt(1_000_000) : name);
      if (random.nextInt(10) == 0) {
        indicator.put("varianceExplanation", "受疫情影响，今后加强统筹" + random.nextInt(5_000));
      }
    }
    ((ObjectNode) form.path("annualObjective"))
        .put("achieved", "完成情况" + random.nextInt(Integer.MAX_VALUE / 1000));
    SelfEvaluation read = Transcripts.fromJson("soak", form);
    AcceptedForm accepted = AcceptedForm.of(read);
    return new GroupCheck.Member(
        accepted.dossier(), engine.check(accepted.formId(), read).digest());
  }
}
