package org.jihe.review;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.jihe.form.FormKey;
import org.jihe.rule.engine.RuleSet;
import org.jihe.rule.fact.group.RegistryLists;
import org.jihe.table.AcceptedForm;
import org.jihe.table.FormCodec;
import org.jihe.table.Rows;
import org.jihe.transcript.Transcripts;
import org.jihe.workspace.Run;
import org.jihe.workspace.Workspace;
import org.jihe.workspace.WorkspaceTable;

/** Checks many generated forms of many departments together, for {@code .ci/dossier-soak}. */
final class DossierSoak {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> YEARS = List.of("2021", "2022");
  private static final int TASKS = 64;

  private DossierSoak() {}

  /**
   * Prints figures of one run.
   *
   * @param args how many forms, of how many departments, an empty folder
   */
  public static void main(String[] args) throws Exception {
    int forms = Integer.parseInt(args[0]);
    int departments = Integer.parseInt(args[1]);
    try (Workspace workspace = Workspace.open(Sessions.current(), Path.of(args[2]))) {
      Run run = workspace.begin("soak");
      fill(workspace, run, forms, departments);
      System.gc();
      pools().forEach(MemoryPoolMXBean::resetPeakUsage);
      long start = System.nanoTime();
      Check.run(Sessions.current(), workspace, run, RuleSet.open(null, null), RegistryLists.NONE);
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "%d forms, %d departments, heap %d MB: %d findings, %.1f s, peak %d MB%n",
          forms,
          departments,
          Runtime.getRuntime().maxMemory() >> 20,
          Rows.of(workspace.read(run, WorkspaceTable.FINDINGS)).count(),
          seconds,
          pools().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20);
    }
    Sessions.current().stop();
  }

  private static Stream<MemoryPoolMXBean> pools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP);
  }

  /** Writes so many forms, two years of every department. */
  private static void fill(Workspace workspace, Run run, int forms, int departments)
      throws Exception {
    String clean = Files.readString(Path.of("rules/clean-form.json"));
    for (int department = 0; department < departments; department++) {
      for (String year : YEARS) {
        run.dossiers().put(FormKey.of(year, "某市第" + department + "局"), "made up");
      }
    }
    JavaRDD<Row> rows =
        JavaSparkContext.fromSparkContext(Sessions.current().sparkContext())
            .parallelize(IntStream.range(0, TASKS).boxed().toList(), TASKS)
            .flatMap(
                part -> {
                  ObjectNode base = (ObjectNode) JSON.readTree(clean);
                  return IntStream.iterate(part, i -> i < forms, i -> i + TASKS)
                      .mapToObj(i -> FormCodec.toRow(form(base, i, departments)))
                      .iterator();
                });
    workspace.replace(run, WorkspaceTable.FORMS, rows, run.dossiers().keySet());
  }

  /** Three forms of ten copy a template of the department, some names changed. */
  private static AcceptedForm form(ObjectNode base, int number, int departments) {
    Random random = new Random(number);
    ObjectNode form = base.deepCopy();
    int department = number % departments;
    form.put("year", YEARS.get(random.nextInt(YEARS.size())));
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
    return AcceptedForm.of(Transcripts.fromJson("soak", form));
  }
}
