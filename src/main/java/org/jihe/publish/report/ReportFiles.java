package org.jihe.publish.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jihe.finding.Finding;
import org.jihe.finding.ScoreAudit;
import org.jihe.layout.Quarantined;
import org.jihe.message.Language;
import org.jihe.message.Messages;
import org.jihe.table.AcceptedForm;
import org.jihe.view.FindingChange;
import org.jihe.view.Places;
import org.jspecify.annotations.Nullable;

/**
 * The files of a report: the page with its style and script, its texts in both languages, and its
 * data, cut so that the first page loads little however many forms there are.
 */
public final class ReportFiles implements Closeable {

  private static final List<String> PAGE =
      List.of(
          "index.html",
          "report.css",
          "report.js",
          "layout.js",
          "form.js",
          "compare.js",
          "charts.js",
          "echarts.min.js");

  /** Lists of the ids of forms with their departments, by what the ids begin with. */
  private static final String IDS = "ids/";

  private static final int BUCKETS = 16;

  private final Path folder;
  private final Extent extent;
  private final DossierNames names;
  private final UnaryOperator<@Nullable String> owners;
  private final ArrayNode departments = ScriptFile.JSON.createArrayNode();
  private final ArrayNode years = ScriptFile.JSON.createArrayNode();
  private final Map<String, ArrayNode> byRule = new TreeMap<>();
  private final ScriptLists lists;

  /** Whom a report is about. */
  public enum Extent {
    /** All departments. */
    WHOLE,
    /** One, for itself; nothing in it is about another one. */
    ALONE
  }

  /**
   * Begins a report.
   *
   * @param folder where it is written
   * @param owners what tells the department of a printed name from others
   */
  public ReportFiles(
      Path folder, Extent extent, DossierNames names, UnaryOperator<@Nullable String> owners) {
    this.owners = owners;
    this.folder = folder;
    this.extent = extent;
    this.names = names;
    this.lists = new ScriptLists(folder);
  }

  /** True for a folder that a report stands in. */
  public static boolean isReport(Path folder) {
    return Files.isRegularFile(folder.resolve("report.js"))
        && Files.isRegularFile(folder.resolve("data/index.js"));
  }

  /** Takes the forms of a department and year, one after the other. */
  public final class Department implements AutoCloseable {

    private final String dossier;
    private final DossierPieces pieces;

    private Department(String dossier, DossierPieces pieces) {
      this.dossier = dossier;
      this.pieces = pieces;
    }

    /**
     * Adds a form.
     *
     * @param layout the rows of its source as printed; null where there are none
     * @param priority how much it is worth a look; null where nothing was found
     * @param pages takes pictures of its pages
     */
    public void add(
        AcceptedForm form,
        @Nullable ScoreAudit audit,
        byte @Nullable [] layout,
        @Nullable BigDecimal priority,
        SourcePages pages)
        throws IOException {
      pieces.add(form, audit, layout, priority, pages);
      String id = form.formId();
      lists.add(IDS + bucket(id), ScriptFile.JSON.createArrayNode().add(id).add(dossier));
    }

    /**
     * Takes what became of the findings.
     *
     * @param run since which run
     * @param change what; null where nothing has
     */
    public void changed(String run, FindingChange.@Nullable Department change) {
      if (change != null) {
        pieces.changed(ChangeNode.of(run, change));
      }
    }

    @Override
    public void close() throws IOException {
      pieces.finish();
      int place = departments.size();
      pieces
          .rules()
          .forEach(
              (rule, count) ->
                  byRule
                      .computeIfAbsent(rule, id -> ScriptFile.JSON.createArrayNode())
                      .add(place)
                      .add(count));
      ObjectNode figures = pieces.figures(names);
      departments.add(figures.put("owner", owners.apply(figures.get("department").asText(null))));
    }
  }

  /** A form's department is looked for in the part of the ids that begin as its own does. */
  private static String bucket(String id) {
    char first = id.isEmpty() ? '0' : Character.toLowerCase(id.charAt(0));
    return Character.digit(first, 16) < 0 ? "0" : String.valueOf(first);
  }

  /** Begins a department and year. */
  public Department department(String dossier, List<Finding> findings, FormHistory history) {
    return new Department(dossier, new DossierPieces(folder, dossier, findings, history));
  }

  /** Takes the figures of a year over all departments. */
  public void year(ObjectNode figures) {
    years.add(figures);
  }

  /** Begins a list whose rows the page shows as they are; it may stay empty. */
  public void list(String name) throws IOException {
    lists.begin(name);
  }

  /** Adds a row to a list. */
  public void row(String name, JsonNode row) throws IOException {
    lists.add(name, row);
  }

  /**
   * Writes which files were drawn up for a department, into the report of a publication.
   *
   * @param files by dossier
   */
  public static void writeDeliveries(Path folder, ObjectNode files) throws IOException {
    ScriptFile.write(folder.resolve("data/deliveries.js"), "deliveries", files);
  }

  /**
   * Writes the rest.
   *
   * @param run the run that is shown
   * @param program version of the program
   * @param sources the way from the report to where the sources' names begin; null where none is to
   *     be told
   * @param language the one that the report opens in
   */
  public void finish(
      String run,
      String program,
      List<RuleLine> rules,
      List<Waiting> quarantine,
      @Nullable String sources,
      Language language)
      throws IOException {
    for (String name : PAGE) {
      copy(name);
    }
    texts();
    rules(rules);
    ArrayNode waiting = quality(quarantine);
    Map<String, Integer> unread = new TreeMap<>();
    waiting.forEach(one -> unread.merge(one.get("dossier").asText(""), 1, Integer::sum));
    for (JsonNode one : departments) {
      ((ObjectNode) one).put("quarantined", unread.getOrDefault(one.get("key").asText(), 0));
    }
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      lists.begin(IDS + Character.forDigit(bucket, BUCKETS));
    }
    ObjectNode rulesByPlace = ScriptFile.JSON.createObjectNode();
    byRule.forEach(rulesByPlace::set);
    ScriptFile.write(folder.resolve("data/byrule.js"), "byrule", rulesByPlace);
    ObjectNode index = ScriptFile.JSON.createObjectNode();
    index.put("run", run).put("program", program);
    index.put("language", language.code());
    index.put("alone", extent == Extent.ALONE);
    index.put("quarantined", waiting.size());
    index.put("sources", sources);
    index.set("years", years);
    index.set("departments", departments);
    ScriptFile.write(folder.resolve("data/index.js"), "index", index);
  }

  @Override
  public void close() throws IOException {
    lists.close();
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

  /**
   * What could not be read.
   *
   * @param dossier whose it is; null where that cannot be told
   */
  public record Waiting(Quarantined entry, @Nullable String dossier) {}

  private ArrayNode quality(List<Waiting> quarantine) throws IOException {
    ArrayNode waiting = ScriptFile.JSON.createArrayNode();
    for (Waiting one : quarantine) {
      Quarantined entry = one.entry();
      if (entry.isWaiting()) {
        waiting
            .addObject()
            .put("dossier", one.dossier())
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
