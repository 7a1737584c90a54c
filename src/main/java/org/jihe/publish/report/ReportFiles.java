package org.jihe.publish.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jihe.finding.Finding;
import org.jihe.finding.ScoreAudit;
import org.jihe.layout.Quarantined;
import org.jihe.message.Language;
import org.jihe.message.Messages;
import org.jihe.table.AcceptedForm;
import org.jihe.view.Places;
import org.jspecify.annotations.Nullable;

/**
 * The files of a report: the page with its style and script, its texts in both languages, and its
 * data, cut so that the first page loads little however many forms there are.
 */
public final class ReportFiles {

  private static final List<String> PAGE =
      List.of(
          "index.html",
          "report.css",
          "report.js",
          "form.js",
          "compare.js",
          "charts.js",
          "echarts.min.js");

  private final Path folder;
  private final ArrayNode departments = ScriptFile.JSON.createArrayNode();

  /** Begins a report in a folder. */
  public ReportFiles(Path folder) {
    this.folder = folder;
  }

  /** Takes the forms of a department and year, one after the other. */
  public final class Department implements AutoCloseable {

    private final DossierPieces pieces;

    private Department(DossierPieces pieces) {
      this.pieces = pieces;
    }

    /**
     * Adds a form.
     *
     * @param layout the rows of its source as printed; null where there are none
     * @param priority how much it is worth a look; null where nothing was found
     */
    public void add(
        AcceptedForm form,
        @Nullable ScoreAudit audit,
        byte @Nullable [] layout,
        @Nullable BigDecimal priority)
        throws IOException {
      pieces.add(form, audit, layout, priority);
    }

    @Override
    public void close() throws IOException {
      pieces.finish(departments);
    }
  }

  /** Begins a department and year. */
  public Department department(String dossier, List<Finding> findings) {
    return new Department(new DossierPieces(folder, dossier, findings));
  }

  /** Writes a table whose rows the page shows as they are. */
  public void table(String name, ArrayNode rows) throws IOException {
    ScriptFile.write(folder.resolve("data/" + name + ".js"), name, rows);
  }

  /**
   * Writes the rest.
   *
   * @param run the run that is shown
   * @param program version of the program
   * @param language the one that the report opens in
   */
  public void finish(
      String run,
      String program,
      List<RuleLine> rules,
      List<Quarantined> quarantine,
      Language language)
      throws IOException {
    for (String name : PAGE) {
      copy(name);
    }
    texts();
    rules(rules);
    ArrayNode waiting = quality(quarantine);
    ObjectNode index = ScriptFile.JSON.createObjectNode();
    index.put("run", run).put("program", program);
    index.put("language", language.code());
    index.put("quarantined", waiting.size());
    index.set("departments", departments);
    ScriptFile.write(folder.resolve("data/index.js"), "index", index);
  }

  private void copy(String name) throws IOException {
    Files.createDirectories(folder);
    try (InputStream in = ReportFiles.class.getResourceAsStream("/report/" + name)) {
      if (in == null) {
        throw new IllegalStateException("no /report/" + name);
      }
      Files.copy(in, folder.resolve(name));
    }
  }

  /** The page's own texts, and what the program says of guesses, notes and quarantine. */
  private void texts() throws IOException {
    ObjectNode both = ScriptFile.JSON.createObjectNode();
    for (Language language : Language.values()) {
      ObjectNode texts = both.putObject(language.code());
      Messages.of(language, "report", "reasons", "comparison").all().forEach(texts::put);
      Messages.of(language, "summary")
          .all()
          .forEach(
              (key, text) -> {
                if (key.startsWith("form.basis.")
                    || key.startsWith("form.note.")
                    || key.startsWith("summary.severity.")) {
                  texts.put(key, text);
                }
              });
    }
    ScriptFile.write(folder.resolve("data/texts.js"), "texts", both);
  }

  private void rules(List<RuleLine> rules) throws IOException {
    ObjectNode all = ScriptFile.JSON.createObjectNode();
    for (RuleLine rule : rules) {
      ObjectNode node = all.putObject(rule.id());
      node.put("family", rule.family()).put("severity", rule.severity());
      node.put("zh", rule.title()).put("en", rule.english());
      node.put("basis", rule.basis()).put("remedy", rule.remedy());
      node.put("messageZh", rule.message()).put("messageEn", rule.englishMessage());
    }
    ScriptFile.write(folder.resolve("data/rules.js"), "rules", all);
  }

  private ArrayNode quality(List<Quarantined> quarantine) throws IOException {
    ArrayNode waiting = ScriptFile.JSON.createArrayNode();
    for (Quarantined entry : quarantine) {
      if (entry.isWaiting()) {
        waiting
            .addObject()
            .put("file", entry.file())
            .put("place", entry.place() == null ? null : Places.of(entry.place()))
            .put("reason", entry.reason().name().toLowerCase(Locale.ROOT))
            .put("detail", entry.detail())
            .put("excerpt", entry.excerpt());
      }
    }
    ObjectNode quality = ScriptFile.JSON.createObjectNode();
    quality.set("quarantine", waiting);
    ScriptFile.write(folder.resolve("data/quality.js"), "quality", quality);
    return waiting;
  }
}
