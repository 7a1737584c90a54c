package org.jihe.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.jihe.SampleForms;
import org.jihe.message.Language;
import org.jihe.publish.Manifest;
import org.jihe.transcript.TranscriptFile;
import org.jihe.view.ReviewSummary;
import org.jihe.workspace.Tables;
import org.jihe.workspace.Workspace;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files that a review of the sample leaves for its readers. */
class PublishTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private static Path folder;
  private static ReviewRequest request;
  private static ReviewSummary summary;
  private static Path published;

  @BeforeAll
  static void review() throws Exception {
    Path workspace = folder.resolve("workspace");
    request = new ReviewRequest(List.of(SampleForms.TEXT), workspace, Language.EN);
    summary = Review.run(request);
    published = workspace.resolve("published");
    assertThat(summary.published()).isEqualTo(published.toString());
  }

  private static List<Group> parquet(String name) throws IOException {
    List<Group> rows = new ArrayList<>();
    var file = new org.apache.hadoop.fs.Path(published.resolve(name).toUri());
    try (ParquetReader<Group> reader =
        ParquetReader.builder(new GroupReadSupport(), file).withConf(new Configuration()).build()) {
      for (Group row = reader.read(); row != null; row = reader.read()) {
        rows.add(row);
      }
    }
    return rows;
  }

  @Test
  void allFilesAreThereAndNothingElse() throws IOException {
    try (Stream<Path> files = Files.list(published)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "forms.csv",
              "forms.jsonl",
              "forms.parquet",
              "indicators.csv",
              "findings.csv",
              "findings.jsonl",
              "findings.parquet",
              "findings_grouped.csv",
              "审核发现.csv",
              "manifest.json",
              "workbooks",
              "report",
              "parquet",
              "schema",
              "dictionary.csv",
              "dictionary.json",
              "dictionary.html",
              "整改台账.csv",
              "rectification_ledger.jsonl",
              "rectification_ledger.parquet",
              "score_audit.csv",
              "score_audit.json",
              "score_audit.parquet",
              "form_copies.csv",
              "form_copies.json",
              "form_versions.csv",
              "form_versions.json",
              "department_names.csv",
              "quarantine.csv",
              "quarantine.json",
              "quarantine.parquet",
              "department_statistics.csv",
              "department_statistics.json",
              "department_statistics.parquet",
              "agency_statistics.csv",
              "agency_statistics.json",
              "agency_statistics.parquet",
              "comparison.csv",
              "comparison.jsonl",
              "comparison.parquet",
              "outliers.csv",
              "outliers.jsonl",
              "outliers.parquet",
              "copied_texts.csv",
              "copied_texts.jsonl",
              "copied_texts.parquet",
              "form_measures.parquet",
              "rollup_statistics.csv",
              "rollup_statistics.jsonl",
              "rollup_statistics.parquet",
              "indicator_statistics.csv",
              "indicator_statistics.json",
              "indicator_statistics.parquet",
              "attention.csv",
              "attention.jsonl",
              "attention.parquet");
    }
  }

  @Test
  void parquetIsPlainParquet() throws IOException {
    List<Group> forms = parquet("forms.parquet");
    assertThat(forms).hasSize(30);
    Group first = forms.get(0);
    assertThat(first.getGroup("projectName", 0).getString("printed", 0)).isEqualTo("法律顾问费");
    assertThat(parquet("findings.parquet")).hasSize((int) summary.accounting().findings());
    assertThat(parquet("department_statistics.parquet")).hasSize(1);
    assertThat(parquet("quarantine.parquet")).isEmpty();
  }

  @Test
  void tablesForSpreadsheets() throws IOException {
    byte[] forms = Files.readAllBytes(published.resolve("forms.csv"));
    assertThat(forms).startsWith(0xEF, 0xBB, 0xBF);
    String indicators =
        Files.readString(published.resolve("indicators.csv"), StandardCharsets.UTF_8);
    assertThat(indicators.lines()).hasSize(1 + 344);
    assertThat(indicators).contains(",'=95%,'=95%,24,24,").doesNotContain(",=");
  }

  @Test
  void aLinePerFormAndRuleForReaders() throws IOException {
    Set<String> groups = new HashSet<>();
    for (String line : Files.readAllLines(published.resolve("findings.jsonl"))) {
      JsonNode finding = json(line);
      groups.add(
          finding.get("formId") + " " + finding.get("severity") + " " + finding.get("ruleId"));
    }
    List<String> lines = Files.readAllLines(published.resolve("findings_grouped.csv"));
    assertThat(lines).hasSize(1 + groups.size());
    assertThat(lines)
        .filteredOn(line -> line.contains("窗口服务费") && line.contains("ScoredWithoutActual"))
        .singleElement()
        .asString()
        .contains(",16,", "indicators[0].actual indicators[1].actual", ":521:6");
  }

  @Test
  void theScoreAuditOfEveryForm() throws IOException {
    assertThat(parquet("score_audit.parquet")).hasSize(30);
    String csv = Files.readString(published.resolve("score_audit.csv"));
    assertThat(csv.lines()).hasSize(1 + 30 + 30 + 344); // head, totals, funding rows, indicators
    JsonNode audits = JSON.readTree(published.resolve("score_audit.json").toFile());
    JsonNode lawyers = null;
    for (JsonNode audit : audits) {
      lawyers = audit.path("projectName").asText().equals("法律顾问费") ? audit : lawyers;
    }
    assertThat(lawyers).isNotNull();
    // Twelve indicators score 90 points without an actual value.
    assertThat(lawyers.path("linesOverClaimed").asInt()).isEqualTo(90);
    assertThat(lawyers.path("lines")).hasSize(13);
    assertThat(lawyers.path("lines").get(0).path("arithmetic").asText())
        .isEqualTo("9,000 ÷ 9000.00 × 10 = 10");
  }

  @Test
  void aFindingALineWithItsMessage() throws IOException {
    List<String> lines = Files.readAllLines(published.resolve("findings.jsonl"));
    assertThat(lines).hasSize((int) summary.accounting().findings());
    for (String line : lines) {
      JsonNode finding = JSON.readTree(line);
      assertThat(finding.fieldNames())
          .toIterable()
          .contains(
              "formId",
              "ruleId",
              "ruleSetFingerprint",
              "severity",
              "subject",
              "cell",
              "reported",
              "expected",
              "difference",
              "arguments",
              "fingerprint",
              "projectName",
              "message");
      assertThat(finding.get("message").asText()).doesNotContain("{", "}").isNotBlank();
    }
  }

  @Test
  void theSameFindingsInEveryFormat() throws IOException {
    JsonNode over =
        Files.readAllLines(published.resolve("findings.jsonl")).stream()
            .map(PublishTest::json)
            .filter(finding -> finding.get("ruleId").asText().equals("OverExecution"))
            .findFirst()
            .orElseThrow();
    assertThat(over.get("projectName").asText()).contains("一网通办");
    assertThat(over.get("cell").get("row").asInt()).isEqualTo(605);
    String csv = Files.readString(published.resolve("findings.csv"));
    assertThat(csv).contains(over.get("fingerprint").asText(), over.get("formId").asText());
  }

  @Test
  void formsAreTranscriptsALine() throws IOException {
    List<String> lines = Files.readAllLines(published.resolve("forms.jsonl"));
    assertThat(lines).hasSize(30);
    JsonNode first = json(lines.get(0));
    assertThat(first.at("/funding/total/actualExpenditure").asText()).isEqualTo("9,000");
    assertThat(first.get("indicators")).hasSize(12);
    assertThat(first.at("/indicators/0").has("actual")).isFalse(); // nothing is printed there
    Set<String> ids = new HashSet<>();
    for (Group form : parquet("forms.parquet")) {
      ids.add(form.getString("formId", 0));
    }
    for (String line : lines) {
      assertThat(ids).contains(json(line).get("formId").asText());
    }
    // They are read back as the forms that they are.
    TranscriptFile read =
        TranscriptFile.read("forms.jsonl", String.join("\n", lines), Integer.MAX_VALUE);
    assertThat(read.quarantined()).isEmpty();
    assertThat(read.forms()).hasSize(30);
    assertThat(read.forms().get(0).extras()).noneMatch(extra -> extra.label().equals("formId"));
  }

  @Test
  void aListInChineseForWhoeverWritesToTheDepartments() throws IOException {
    Path file = published.resolve("审核发现.csv");
    assertThat(Files.readAllBytes(file)).startsWith(0xEF, 0xBB, 0xBF);
    List<List<String>> rows = cells(file);
    assertThat(rows.get(0))
        .containsExactly(
            "主管部门", "实施单位", "年度", "项目名称", "级别", "规则", "单元格", "填报", "应为", "说明", "位置", "豁免");
    assertThat(rows).hasSize(1 + (int) summary.accounting().findings());
    assertThat(rows.subList(1, rows.size()))
        .allSatisfy(
            row -> {
              assertThat(row.get(0)).startsWith("上海市闵行区行政服务中心");
              assertThat(row.get(1)).isNotBlank();
              assertThat(row.get(2)).isEqualTo("2022");
              assertThat(row.get(4)).isIn("错误", "疑点", "提示");
              assertThat(row.get(9)).doesNotContain("{").containsPattern("\\p{IsHan}");
            });
    assertThat(rows)
        .filteredOn(row -> row.get(5).equals("执行数大于预算数"))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.get(6)).isEqualTo("年度资金总额·全年执行数"));
  }

  private static List<List<String>> cells(Path file) throws IOException {
    String text = Files.readString(file).substring(1);
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ',' || c == '\n')) {
        row.add(cell.toString().replace("\r", ""));
        cell.setLength(0);
        if (c == '\n') {
          rows.add(row);
          row = new ArrayList<>();
        }
      } else {
        cell.append(c);
      }
    }
    return rows;
  }

  @Test
  void theManifestNamesWhatIsThere() throws Exception {
    Manifest manifest = Manifest.read(published);
    assertThat(manifest).isNotNull();
    assertThat(manifest.describes(published)).isTrue();
    assertThat(manifest.files())
        .extracting(Manifest.Entry::name)
        .contains(
            "forms.parquet",
            "审核发现.csv",
            "comparison.csv",
            "workbooks/绩效自评审核.xlsx",
            "report/index.html",
            "report/data/index.js");
    assertThat(manifest.run()).isEqualTo(Tables.open(request.workspace()).last().id());
    assertThat(manifest.schema()).isEqualTo(Workspace.schema());
  }

  private static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void whatARunLeftThatWasStoppedWhilePublishing() throws Exception {
    Path former = published.resolveSibling("published.old");
    Path next = published.resolveSibling("published.new");
    Files.move(published, former);
    Files.createDirectories(next);
    Stages.publish(request);
    assertThat(Manifest.read(published).describes(published)).isTrue();
    assertThat(former).doesNotExist();
    assertThat(next).doesNotExist();
    Files.move(published, next); // stopped between the two moves, the new one whole
    Stages.publish(request);
    assertThat(Manifest.read(published).describes(published)).isTrue();
    assertThat(next).doesNotExist();
  }

  @Test
  void aPublicationOfTheSameIsLeftAsItIs() throws Exception {
    var written = Files.getLastModifiedTime(published.resolve("forms.csv"));
    Object key = Files.readAttributes(published, BasicFileAttributes.class).fileKey();
    Stages.publish(request);
    assertThat(Files.getLastModifiedTime(published.resolve("forms.csv"))).isEqualTo(written);
    assertThat(Files.readAttributes(published, BasicFileAttributes.class).fileKey()).isEqualTo(key);
    Files.writeString(published.resolve("findings.csv"), "changed by hand");
    Stages.publish(request);
    assertThat(Manifest.read(published).describes(published)).isTrue();
    assertThat(Files.readString(published.resolve("findings.csv"))).contains("formId");
  }
}
