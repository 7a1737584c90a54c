package org.jihe.publish.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jihe.SampleForms;
import org.jihe.finding.Evaluation;
import org.jihe.finding.Finding;
import org.jihe.finding.ScoreAudit;
import org.jihe.message.Language;
import org.jihe.publish.report.ReportFiles.Extent;
import org.jihe.review.ReviewRequest;
import org.jihe.rule.engine.RuleEngine;
import org.jihe.rule.engine.RuleSet;
import org.jihe.table.AcceptedForm;
import org.jihe.transcript.Transcripts;

/**
 * Writes a report of many forms and tells the processor time of one thread for checking the forms
 * and for writing them, and the most memory that a department took: {@code ReportSpeed FORMS
 * DEPARTMENTS FOLDER}.
 */
public final class ReportSpeed {

  private ReportSpeed() {}

  /** What is known of a form before the report is written. */
  private record Checked(AcceptedForm form, List<Finding> findings, ScoreAudit audit) {}

  public static void main(String[] arguments) throws Exception {
    int forms = Integer.parseInt(arguments[0]);
    int departments = Integer.parseInt(arguments[1]);
    Path folder = Path.of(arguments[2]);
    RuleSet rules =
        new ReviewRequest(List.of(), folder.resolve("none"), Language.ZH).rulesInForce();
    RuleEngine engine = RuleEngine.of(rules);
    List<ObjectNode> transcripts = SampleForms.transcripts();
    Map<String, DossierName> names = new TreeMap<>();
    for (int i = 0; i < departments; i++) {
      names.put(dossier(i), new DossierName("第" + (i / 2 + 1) + "局", 2022 + i % 2));
    }
    long checking = 0;
    long writing = 0;
    long most = 0;
    int number = 0;
    Files.createDirectories(folder);
    try (ReportFiles files =
        new ReportFiles(folder, Extent.WHOLE, DossierNames.of(names), name -> name)) {
      for (int i = 0; i < departments; i++) {
        List<Checked> all = new ArrayList<>();
        long start = cpu();
        for (int left = forms / departments; left > 0; left--) {
          ObjectNode transcript = transcripts.get(number % transcripts.size()).deepCopy();
          transcript.put("projectName", transcript.get("projectName").asText() + number++);
          transcript.put("supervisingDepartment", "第" + (i / 2 + 1) + "局");
          AcceptedForm form =
              AcceptedForm.of(Transcripts.read("forms.json", transcript.toString()));
          Evaluation evaluation = engine.check(form.formId(), form.form()).evaluation();
          all.add(new Checked(form, evaluation.findings(), evaluation.audit()));
        }
        long checked = cpu();
        List<Finding> findings = new ArrayList<>();
        all.forEach(one -> findings.addAll(one.findings));
        try (ReportFiles.Department department =
            files.department(dossier(i), findings, new FormHistory(null, path -> path))) {
          for (Checked one : all) {
            department.add(
                one.form, one.audit, null, new BigDecimal(number % 97), SourcePages.NONE);
          }
        }
        writing += cpu() - checked;
        checking += checked - start;
        Runtime memory = Runtime.getRuntime();
        most = Math.max(most, memory.totalMemory() - memory.freeMemory());
      }
      long start = cpu();
      files.list("comparison");
      files.list("outliers");
      files.finish("run", "speed", List.of(), List.of(), null, Language.ZH);
      ReportFiles.writeDeliveries(folder, ScriptFile.JSON.createObjectNode());
      writing += cpu() - start;
    }
    System.out.printf(
        "forms %d, departments %d: checking %.1f s, writing %.1f s, heap at most %d MB%n",
        number, departments, checking / 1e9, writing / 1e9, most >> 20);
  }

  private static String dossier(int i) {
    return String.format("%016x", 0x9e3779b97f4a7c15L * (i + 1));
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
