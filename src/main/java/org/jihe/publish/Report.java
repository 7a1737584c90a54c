package org.jihe.publish;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.jihe.finding.Finding;
import org.jihe.finding.ScoreAudit;
import org.jihe.layout.Quarantined;
import org.jihe.publish.marked.PagePictures;
import org.jihe.publish.report.DossierName;
import org.jihe.publish.report.DossierNames;
import org.jihe.publish.report.FormHistory;
import org.jihe.publish.report.PagePicture;
import org.jihe.publish.report.ReportFiles;
import org.jihe.publish.report.ReportFiles.Extent;
import org.jihe.publish.report.ReportFiles.Waiting;
import org.jihe.publish.report.SourcePages;
import org.jihe.table.FindingCodec;
import org.jihe.table.FormCodec;
import org.jihe.table.QuarantineCodec;
import org.jihe.table.ScoreAuditCodec;
import org.jihe.workspace.StoredRows;
import org.jihe.workspace.WorkspaceTable;
import org.jspecify.annotations.Nullable;

/** Writes the report that people open, a department and year at a time. */
public final class Report {

  /** Of which sources pictures are taken. */
  public enum Pictures {
    NONE,
    /** Of the pages of PDF files. */
    OF_PAGES
  }

  /** The folder that it is in. */
  public static final String FOLDER = "report";

  /** The level of {@code rollup_statistics} that is about all departments. */
  private static final String DISTRICT = "district";

  private static final List<String> OF_A_YEAR =
      List.of(
          "year",
          "forms",
          "cancelledForms",
          "unknownAmounts",
          "originalBudget",
          "finalBudget",
          "actualExpenditure",
          "executionRate",
          "scores",
          "scoreMean",
          "errors",
          "doubts",
          "notes");

  private final ReviewData data;
  private final Map<String, StoredRows> forms;
  private final Map<String, StoredRows> findings;
  private final Map<String, StoredRows> audits;
  private final Map<String, StoredRows> layouts;
  private final Map<String, StoredRows> attention;
  private final Map<String, StoredRows> versions;
  private final DossierNames names;

  private Report(ReviewData data) throws IOException {
    this.data = data;
    this.forms = data.table(WorkspaceTable.FORMS).byKey();
    this.findings = data.table(WorkspaceTable.FINDINGS).byKey();
    this.audits = data.table(WorkspaceTable.SCORE_AUDIT).byKey();
    this.layouts = data.table(WorkspaceTable.LAYOUTS).byKey();
    this.attention = data.table(WorkspaceTable.ATTENTION).byKey();
    this.versions = data.table(WorkspaceTable.FORM_VERSIONS).byKey();
    this.names = DossierNames.of(data.table(WorkspaceTable.DEPARTMENT_STATISTICS), forms, findings);
  }

  /** Writes it into the folder of a publication. */
  static void write(ReviewData data, Path published) throws IOException {
    Report report = new Report(data);
    try (ReportFiles files = report.files(published.resolve(FOLDER), Extent.WHOLE)) {
      for (String dossier : report.names.all().keySet()) {
        report.write(dossier, files, SourcePages.NONE);
      }
      report.compared(files);
      report.finish(files, report.waiting(), sources(published));
    }
  }

  private ReportFiles files(Path folder, Extent extent) {
    return new ReportFiles(folder, extent, names, data.departments()::identity);
  }

  /**
   * The way from the report to where the names of sources begin, once it is in its place beside the
   * folder that it is written into; null where there is none.
   */
  private static @Nullable String sources(Path published) {
    try {
      Path way = published.resolve(FOLDER).toRealPath().relativize(Path.of("").toRealPath());
      return way.toString().replace('\\', '/') + "/";
    } catch (IOException | IllegalArgumentException e) {
      return null;
    }
  }

  /** How departments stand beside others: a list for every measure, so that no page loads more. */
  private void compared(ReportFiles files) throws IOException {
    Set<String> measures = new LinkedHashSet<>();
    TreeSet<Integer> years = new TreeSet<>();
    data.table(WorkspaceTable.COMPARISON)
        .forEach(
            (row, internal) -> {
              measures.add(row.getAs("measure"));
              years.add(row.getAs("year"));
              files.row("comparison/" + row.<String>getAs("measure"), RowJson.object(row));
            });
    files.list("comparison");
    for (String measure : measures) {
      ObjectNode one = RowJson.JSON.createObjectNode().put("measure", measure);
      years.forEach(one.putArray("years")::add);
      files.row("comparison", one);
    }
    files.list("outliers");
    data.table(WorkspaceTable.OUTLIERS)
        .forEach((row, internal) -> files.row("outliers", RowJson.object(row)));
    data.table(WorkspaceTable.ROLLUP_STATISTICS)
        .forEach(
            (row, internal) -> {
              if (DISTRICT.equals(row.getAs("level"))) {
                ObjectNode year = RowJson.object(row);
                year.retain(OF_A_YEAR);
                files.year(year);
              }
            });
  }

  /** The departments and years that there is anything of, by key. */
  public static Map<String, DossierName> departments(ReviewData data) throws IOException {
    return new Report(data).names.all();
  }

  /**
   * Writes what is on one department alone. How it stands beside others is not in it, for with few
   * departments that would tell what these have sent.
   *
   * @param folder an empty folder
   * @param dossiers keys of the department's years
   * @param pictures of which sources pictures are taken
   */
  public static void write(ReviewData data, Path folder, Set<String> dossiers, Pictures pictures)
      throws IOException {
    Report report = new Report(data);
    try (ReportFiles files = report.files(folder, Extent.ALONE);
        PagePictures pages = new PagePictures(folder)) {
      SourcePages sources = SourcePages.NONE;
      if (pictures == Pictures.OF_PAGES) {
        Map<String, Row> read = new HashMap<>();
        data.table(WorkspaceTable.SOURCES)
            .forEach((row, internal) -> read.put(row.getAs("file"), row));
        sources = (file, numbers) -> pictures(pages, read.get(file), numbers);
      }
      for (String dossier : dossiers) {
        report.write(dossier, files, sources);
      }
      report.finish(files, report.waiting(dossiers), null);
    }
  }

  private static List<PagePicture> pictures(
      PagePictures pages, @Nullable Row source, Set<Integer> numbers) throws IOException {
    String digest = source == null ? null : source.getAs("sha256");
    String format = source == null ? null : source.getAs("format");
    return source == null || digest == null || format == null
        ? List.of()
        : pages.of(source.getAs("file"), digest, format, numbers);
  }

  private List<Waiting> waiting(Set<String> dossiers) throws IOException {
    List<Waiting> own = new ArrayList<>();
    for (Waiting one : waiting()) {
      String owner = one.dossier();
      if (owner != null && dossiers.contains(owner) && !isOwnMatter(one.entry())) {
        own.add(one);
      }
    }
    return own;
  }

  private static boolean isOwnMatter(Quarantined entry) {
    return DepartmentLists.OWN_MATTERS.contains(entry.reason());
  }

  private void write(String dossier, ReportFiles files, SourcePages pages) throws IOException {
    List<Finding> found = new ArrayList<>();
    each(findings, dossier, (row, internal) -> found.add(FindingCodec.fromRow(row)));
    Map<String, ScoreAudit> audited = new HashMap<>();
    each(
        audits,
        dossier,
        (row, internal) -> audited.put(row.getAs("formId"), ScoreAuditCodec.fromRow(row)));
    Map<String, byte[]> rows = new HashMap<>();
    each(layouts, dossier, (row, internal) -> rows.put(row.getAs("formId"), row.getAs("layout")));
    Map<String, BigDecimal> priorities = new HashMap<>();
    each(
        attention,
        dossier,
        (row, internal) -> priorities.put(row.getAs("formId"), row.getAs("priority")));
    FormHistory history = new FormHistory(versions.get(dossier), data.chinese().cells());
    try (ReportFiles.Department department = files.department(dossier, found, history)) {
      department.changed(data.since().run(), data.since().changes().of(dossier));
      each(
          forms,
          dossier,
          (row, internal) -> {
            var form = FormCodec.fromRow(row);
            String id = form.formId();
            department.add(form, audited.get(id), rows.get(id), priorities.get(id), pages);
          });
    }
  }

  private List<Waiting> waiting() throws IOException {
    List<Quarantined> entries = new ArrayList<>();
    data.table(WorkspaceTable.QUARANTINE)
        .forEach(
            (row, internal) -> entries.add(data.dismissals().on(QuarantineCodec.fromRow(row))));
    entries.removeIf(entry -> !entry.isWaiting());
    List<Waiting> waiting = new ArrayList<>();
    if (!entries.isEmpty()) {
      Submitters submitters = Submitters.of(data);
      entries.forEach(entry -> waiting.add(new Waiting(entry, submitters.of(entry.file()))));
    }
    return waiting;
  }

  private void finish(ReportFiles files, List<Waiting> waiting, @Nullable String sources)
      throws IOException {
    files.finish(
        data.edition().run(),
        data.edition().program(),
        data.rules(),
        waiting,
        sources,
        data.texts().language());
  }

  private static void each(Map<String, StoredRows> tables, String dossier, StoredRows.Taker taker)
      throws IOException {
    StoredRows rows = tables.get(dossier);
    if (rows != null) {
      rows.forEach(taker);
    }
  }
}
