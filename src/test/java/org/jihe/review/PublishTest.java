package org.jihe.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.jihe.view.ReviewSummary;
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
              "forms.json",
              "forms.parquet",
              "indicators.csv",
              "findings.csv",
              "findings.jsonl",
              "findings.parquet",
              "findings_grouped.csv",
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
              "indicator_statistics.csv",
              "indicator_statistics.json",
              "indicator_statistics.parquet");
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
  void jsonIsNestedAsTheFormIs() throws IOException {
    JsonNode forms = JSON.readTree(published.resolve("forms.json").toFile());
    assertThat(forms).hasSize(30);
    JsonNode total = forms.get(0).get("funding").get(0);
    assertThat(total.get("kind").asText()).isEqualTo("total");
    assertThat(total.get("actualExpenditure").get("printed").asText()).isEqualTo("9,000");
    assertThat(total.get("actualExpenditure").get("value").decimalValue().toPlainString())
        .isEqualTo("9000");
    assertThat(forms.get(0).get("indicators")).hasSize(12);
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
    Files.move(published, former);
    Files.createDirectories(published.resolveSibling("published.new"));
    Stages.publish(request);
    assertThat(published.resolve("forms.csv")).isNotEmptyFile();
    assertThat(former).doesNotExist();
    assertThat(published.resolveSibling("published.new")).doesNotExist();
  }
}
