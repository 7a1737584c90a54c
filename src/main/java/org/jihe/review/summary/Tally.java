package org.jihe.review.summary;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.iceberg.DataFile;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jihe.finding.Attention;
import org.jihe.finding.Severity;
import org.jihe.form.FormKind;
import org.jihe.form.department.Departments;
import org.jihe.review.attention.AttentionCounts;
import org.jihe.review.attention.DossierAttention;
import org.jihe.review.attention.Scales;
import org.jihe.rule.jurisdiction.ProjectKinds;
import org.jihe.statistic.CopiedTextCodec;
import org.jihe.table.AcceptedForm;
import org.jihe.table.AttentionCodec;
import org.jihe.table.FormCodec;
import org.jihe.workspace.PartitionFiles;
import org.jihe.workspace.PartitionFiles.Stored;
import org.jihe.workspace.Run;
import org.jihe.workspace.TaskPacking;
import org.jihe.workspace.Workspace;
import org.jihe.workspace.WorkspaceTable;

/**
 * What the tables hold of some dossiers: counted for the summary, and added up for the statistics.
 * All rows of a dossier are in files of its own, so a task takes whole dossiers as their rows go
 * by, and nothing is joined or kept. Opening a file costs as much as some dozens of its rows, so
 * every file is opened once.
 */
public final class Tally implements Serializable {

  private static final long serialVersionUID = 1L;

  private final FindingCounts findings = FindingCounts.none();
  private final OutcomeCounts outcomes = OutcomeCounts.none();
  private final AuditCounts audits = new AuditCounts();
  private final AttentionCounts attention = new AttentionCounts();
  private final ArrayList<Heads> heads = new ArrayList<>();
  private final ArrayList<Row> departments = new ArrayList<>();
  private final ArrayList<Row> agencies = new ArrayList<>();
  private final ArrayList<Row> indicators = new ArrayList<>();
  private final ArrayList<DataFile> measures = new ArrayList<>();
  private final ArrayList<DataFile> texts = new ArrayList<>();

  private Tally() {}

  /** The forms of one file. */
  private record Heads(String file, List<FormHead> forms) implements Serializable {}

  /** Where the rows of a dossier are, and what they are read for. */
  private record Dossier(
      String key,
      boolean isCounted,
      boolean isAddedUp,
      List<Stored> forms,
      List<Stored> findings,
      List<Stored> outcomes,
      List<Stored> audits,
      List<Stored> attention)
      implements Serializable {

    long bytes() {
      return forms.stream().mapToLong(Stored::bytes).sum();
    }
  }

  /**
   * Reads the dossiers.
   *
   * @param counted the dossiers that the summary shows
   * @param addedUp the dossiers whose statistics are wanted
   * @param names which names are one department
   * @param kinds what the jurisdictions' words tell of projects
   * @param scales how their findings are weighed
   */
  public static Tally of(
      SparkSession spark,
      Workspace workspace,
      Run run,
      Set<String> counted,
      Set<String> addedUp,
      Departments names,
      ProjectKinds kinds,
      Scales scales) {
    Tally all = new Tally();
    List<Dossier> dossiers = dossiers(workspace, run, counted, addedUp);
    if (dossiers.isEmpty()) {
      return all;
    }
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Broadcast<Tables> tables =
        context.broadcast(
            new Tables(
                workspace.partitionFiles(WorkspaceTable.FORMS),
                workspace.partitionFiles(WorkspaceTable.FINDINGS),
                workspace.partitionFiles(WorkspaceTable.OUTCOMES),
                workspace.partitionFiles(WorkspaceTable.SCORE_AUDIT),
                workspace.partitionFiles(WorkspaceTable.FORM_MEASURES),
                workspace.partitionFiles(WorkspaceTable.FORM_TEXTS),
                names,
                kinds,
                workspace.partitionFiles(WorkspaceTable.ATTENTION),
                scales));
    List<List<Dossier>> tasks = TaskPacking.of(context, dossiers, Dossier::bytes);
    context
        .parallelize(tasks, tasks.size())
        .map(
            share -> {
              Tally tally = new Tally();
              share.forEach(dossier -> tally.read(tables.value(), dossier));
              return tally;
            })
        .collect()
        .forEach(all::add);
    // Forms that are equally bad stay in the order of the table.
    List<String> files = workspace.stored(run, WorkspaceTable.FORMS).inOrder();
    Map<String, Integer> places = new HashMap<>();
    files.forEach(file -> places.put(file, places.size()));
    all.heads.sort(Comparator.comparing(one -> places.getOrDefault(one.file, 0)));
    return all;
  }

  private static List<Dossier> dossiers(
      Workspace workspace, Run run, Set<String> counted, Set<String> addedUp) {
    Map<String, List<Stored>> forms = workspace.filesByKey(run, WorkspaceTable.FORMS);
    Map<String, List<Stored>> findings = workspace.filesByKey(run, WorkspaceTable.FINDINGS);
    Map<String, List<Stored>> outcomes = workspace.filesByKey(run, WorkspaceTable.OUTCOMES);
    Map<String, List<Stored>> audits = workspace.filesByKey(run, WorkspaceTable.SCORE_AUDIT);
    Map<String, List<Stored>> attention = workspace.filesByKey(run, WorkspaceTable.ATTENTION);
    Set<String> all = new TreeSet<>(counted);
    all.addAll(addedUp);
    List<Dossier> dossiers = new ArrayList<>();
    for (String dossier : all) {
      dossiers.add(
          new Dossier(
              dossier,
              counted.contains(dossier),
              addedUp.contains(dossier),
              forms.getOrDefault(dossier, List.of()),
              findings.getOrDefault(dossier, List.of()),
              outcomes.getOrDefault(dossier, List.of()),
              audits.getOrDefault(dossier, List.of()),
              attention.getOrDefault(dossier, List.of())));
    }
    return dossiers;
  }

  /** The tables that are read. */
  private record Tables(
      PartitionFiles forms,
      PartitionFiles findings,
      PartitionFiles outcomes,
      PartitionFiles audits,
      PartitionFiles measures,
      PartitionFiles texts,
      Departments names,
      ProjectKinds kinds,
      PartitionFiles attention,
      Scales scales)
      implements Serializable {}

  private static final List<String> FOUND =
      List.of("formId", "ruleId", "severity", "subject", "related", "waived");

  private void read(Tables tables, Dossier dossier) {
    DossierFigures figures = new DossierFigures(tables.names, tables.kinds);
    for (Stored file : dossier.audits) {
      tables.audits.read(
          file,
          AuditCounts.COLUMNS,
          row -> {
            if (dossier.isCounted) {
              audits.add(row);
            }
            figures.audit(row);
          });
    }
    DossierAttention weighed = new DossierAttention(dossier.key, tables.scales);
    Map<String, List<Row>> printed = new TreeMap<>();
    for (Stored file : dossier.forms) {
      List<FormHead> forms = new ArrayList<>();
      if (dossier.isAddedUp) {
        tables.forms.readInternal(
            file,
            FormCodec.COLUMNS,
            row -> {
              AcceptedForm form = FormCodec.fromInternal(row);
              forms.add(FormHead.of(form));
              figures.form(form);
              if (form.form().kind() == FormKind.PROJECT) {
                printed.put(form.formId(), CopiedTextCodec.toRows(form, tables.names));
              }
              weighed.add(form, figures.jurisdiction(form.formId()));
            });
      } else {
        tables.forms.read(file, FormHead.COLUMNS, row -> forms.add(FormHead.of(row)));
      }
      if (dossier.isCounted) {
        heads.add(new Heads(file.location(), forms));
      }
    }
    for (Stored file : dossier.findings) {
      tables.findings.read(
          file,
          FOUND,
          row -> {
            if (dossier.isCounted) {
              findings.add(row);
            }
            if (dossier.isAddedUp && row.getAs("waived") == null) {
              String rule = row.getAs("ruleId");
              Severity severity = Severity.valueOf(row.getAs("severity"));
              figures.finding(row);
              weighed.add(concerned(row), rule, severity, row.getAs("subject"));
            }
          });
    }
    if (dossier.isCounted) {
      dossier.outcomes.forEach(file -> tables.outcomes.read(file, outcomes::add));
    }
    weighed(tables, dossier, weighed);
    departments.addAll(figures.statistics().departments());
    agencies.addAll(figures.statistics().agencies());
    indicators.addAll(figures.statistics().indicators());
    measures.addAll(write(tables.measures, dossier.key, figures.measures()));
    List<Row> all = printed.values().stream().flatMap(List::stream).toList();
    texts.addAll(write(tables.texts, dossier.key, all));
  }

  private static List<DataFile> write(PartitionFiles table, String dossier, Iterable<Row> all) {
    try (PartitionFiles.Writer rows = table.write(dossier)) {
      all.forEach(rows::add);
      return rows.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The forms that a finding concerns. */
  private static Set<String> concerned(Row row) {
    Set<String> forms = new TreeSet<>();
    forms.add(row.getAs("formId"));
    int related = row.fieldIndex("related");
    if (!row.isNullAt(related)) {
      forms.addAll(row.<String>getList(related));
    }
    return forms;
  }

  /** Writes and counts what the findings come to, or reads what was written before. */
  private void weighed(Tables tables, Dossier dossier, DossierAttention weighed) {
    if (!dossier.isAddedUp) {
      for (Stored file : dossier.attention) {
        tables.attention.read(file, row -> attention.count(AttentionCodec.fromRow(row)));
      }
      return;
    }
    List<Attention> rows = weighed.list();
    if (dossier.isCounted) {
      rows.forEach(attention::count);
    }
    if (rows.stream().anyMatch(one -> one.money().isMedian())) {
      attention.wait(dossier.key, rows);
      return;
    }
    try (PartitionFiles.Writer file = tables.attention.write(dossier.key)) {
      rows.forEach(one -> file.add(AttentionCodec.toRow(one)));
      attention.written(file.finish());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(Tally part) {
    findings.add(part.findings);
    outcomes.add(part.outcomes);
    audits.add(part.audits);
    attention.add(part.attention);
    heads.addAll(part.heads);
    departments.addAll(part.departments);
    agencies.addAll(part.agencies);
    measures.addAll(part.measures);
    texts.addAll(part.texts);
    indicators.addAll(part.indicators);
  }

  /** How many findings there are of what. */
  FindingCounts findings() {
    return findings;
  }

  /** How often every rule had which outcome. */
  OutcomeCounts outcomes() {
    return outcomes;
  }

  /** The score audits in figures. */
  AuditCounts audits() {
    return audits;
  }

  /** The forms' priorities. */
  public AttentionCounts attention() {
    return attention;
  }

  /** The forms in the order of the table. */
  List<FormHead> forms() {
    return heads.stream().flatMap(file -> file.forms.stream()).toList();
  }

  /** Rows of the table {@code department_statistics}. */
  public List<Row> departments() {
    return departments;
  }

  /** Rows of the table {@code agency_statistics}. */
  public List<Row> agencies() {
    return agencies;
  }

  /** Files of the table {@code form_measures}. */
  public List<DataFile> measures() {
    return measures;
  }

  /** Files of the table {@code form_texts}. */
  public List<DataFile> texts() {
    return texts;
  }

  /** Rows of the table {@code indicator_statistics}. */
  public List<Row> indicators() {
    return indicators;
  }
}
