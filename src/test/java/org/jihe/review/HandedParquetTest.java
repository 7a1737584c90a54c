package org.jihe.review;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.jihe.GoldenFile;
import org.jihe.SampleForms;
import org.jihe.message.Language;
import org.jihe.publish.Manifest;
import org.jihe.view.ReviewSummary;
import org.jihe.workspace.Tables;
import org.jihe.workspace.WorkspaceTable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The published Parquet as others read it, without Iceberg: DuckDB, and plain Spark. */
class HandedParquetTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private static Path folder;
  private static BureauYear year;

  @BeforeAll
  static void review() throws Exception {
    year = BureauYear.in(folder);
  }

  /** Runs SQL. */
  private interface Query {
    List<String> rows(String sql) throws SQLException;
  }

  /** Reads the tables of the publication; names that are words of SQL stand in quotes. */
  private record Reader(Query query, String quote) {

    List<String> rows(String sql) throws SQLException {
      return query.rows(sql);
    }
  }

  private static Path parquet(Path workspace) {
    return workspace.resolve("published/parquet");
  }

  private static List<String> tables(Path workspace) throws IOException {
    try (Stream<Path> folders = Files.list(parquet(workspace))) {
      return folders.map(one -> one.getFileName().toString()).sorted().toList();
    }
  }

  private static Reader duckdb(Path workspace) throws SQLException, IOException {
    Connection connection = DriverManager.getConnection("jdbc:duckdb:");
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET autoinstall_known_extensions = false");
      statement.execute("SET TimeZone = 'UTC'");
      for (String table : tables(workspace)) {
        statement.execute(
            "CREATE VIEW "
                + table
                + " AS SELECT * FROM read_parquet('"
                + parquet(workspace).resolve(table)
                + "/**/*.parquet', hive_partitioning = true)");
      }
    }
    Query query =
        sql -> {
          List<String> rows = new ArrayList<>();
          try (Statement statement = connection.createStatement();
              ResultSet all = statement.executeQuery(sql.replace("size(", "len("))) {
            while (all.next()) {
              List<String> cells = new ArrayList<>();
              for (int i = 1; i <= all.getMetaData().getColumnCount(); i++) {
                cells.add(all.getString(i));
              }
              rows.add(String.join("|", cells.stream().map(String::valueOf).toList()));
            }
          }
          return rows;
        };
    return new Reader(query, "\"");
  }

  private static Reader spark(Path workspace) throws IOException {
    SparkSession spark = Sessions.current().newSession();
    for (String table : tables(workspace)) {
      spark
          .read()
          .parquet(parquet(workspace).resolve(table).toString())
          .createOrReplaceTempView(table);
    }
    return new Reader(
        sql -> spark.sql(sql).collectAsList().stream().map(row -> row.mkString("|")).toList(), "`");
  }

  private static List<Reader> readers(Path workspace) throws SQLException, IOException {
    return List.of(duckdb(workspace), spark(workspace));
  }

  @Test
  void everyTableIsThereWithAllOfItsRows() throws Exception {
    Tables stored = Tables.open(year.workspace());
    List<String> names = new ArrayList<>(List.of("dossiers", "runs"));
    for (WorkspaceTable table : WorkspaceTable.values()) {
      names.add(table.tableName());
    }
    assertThat(tables(year.workspace())).containsExactlyInAnyOrderElementsOf(names);
    for (Reader reader : readers(year.workspace())) {
      for (WorkspaceTable table : WorkspaceTable.values()) {
        long rows = stored.rows(stored.last(), table, List.of(table.schema().names()[0])).size();
        assertThat(reader.rows("SELECT count(*) FROM " + table.tableName()))
            .as(table.tableName())
            .containsExactly("" + rows);
        String columns =
            Stream.of(table.schema().names())
                .map(name -> reader.quote() + name + reader.quote())
                .collect(joining(", "));
        assertThat(reader.rows("SELECT " + columns + " FROM " + table.tableName()))
            .hasSize((int) rows);
      }
      assertThat(reader.rows("SELECT count(*) FROM replies")).containsExactly("1");
      assertThat(reader.rows("SELECT count(*) FROM outliers")).isNotEqualTo(List.of("0"));
      assertThat(reader.rows("SELECT count(*) FROM quarantine")).isNotEqualTo(List.of("0"));
      String run = Manifest.read(year.workspace().resolve("published")).run();
      assertThat(reader.rows("SELECT job FROM runs WHERE runId = '" + run + "'"))
          .containsExactly("replies");
    }
  }

  @Test
  void theFiguresAreThoseOfTheSummary() throws Exception {
    ReviewSummary summary = year.summary();
    Map<String, Long> found = new TreeMap<>();
    Map<String, Long> fired = new TreeMap<>();
    for (ReviewSummary.RuleLine rule : summary.rules()) {
      if (rule.findings() > 0) {
        found.put(rule.ruleId(), rule.findings());
      }
      fired.merge("fired", rule.fired(), Long::sum);
      fired.merge("passed", rule.passed(), Long::sum);
    }
    List<String> rates = new ArrayList<>();
    for (ReviewSummary.DepartmentFigures one : summary.departments()) {
      BigDecimal rate = one.executionRate();
      rates.add(
          one.year()
              + "|"
              + one.forms()
              + "|"
              + (rate == null ? null : rate.movePointLeft(2).setScale(8, RoundingMode.HALF_UP)));
    }
    for (Reader reader : readers(year.workspace())) {
      assertThat(reader.rows("SELECT count(*) FROM forms"))
          .containsExactly("" + summary.accounting().formsAccepted());
      assertThat(reader.rows("SELECT sum(size(indicators)) FROM forms"))
          .containsExactly("" + summary.accounting().indicators());
      // A finding stands on a form, or on a project that no form is of.
      assertThat(
              reader.rows(
                  "SELECT g.ruleId, count(*) FROM findings g LEFT JOIN forms f ON f.formId = g.formId"
                      + " WHERE g.waived IS NULL AND (f.formId IS NOT NULL OR g.formId IS NULL)"
                      + " GROUP BY g.ruleId"))
          .containsExactlyInAnyOrderElementsOf(
              found.entrySet().stream().map(e -> e.getKey() + "|" + e.getValue()).toList());
      assertThat(
              reader.rows(
                  "SELECT sum(size(o.fired)), sum(size(o.passed)) FROM outcomes o"
                      + " JOIN forms f ON f.formId = o.formId AND f.dossier = o.dossier"
                      + " AND f.fiscalYear = o.fiscalYear AND f.departmentId = o.departmentId"))
          .containsExactly(fired.get("fired") + "|" + fired.get("passed"));
      assertThat(
              reader.rows(
                  "SELECT s.year, s.forms, CAST(s.executionRate AS DECIMAL(20,8))"
                      + " FROM agency_statistics s JOIN dossiers d ON d.dossier = s.dossier"
                      + " AND d.fiscalYear = s.year"))
          .containsExactlyInAnyOrderElementsOf(rates);
      // The same rate, of every form, department and the district, in one convention.
      assertThat(
              reader.rows(
                  "SELECT count(*) FROM rollup_statistics r JOIN department_statistics s"
                      + " ON r.year = s.year AND r.level = 'department' JOIN dossiers d"
                      + " ON d.dossier = s.dossier AND d.department = r.name"
                      + " WHERE abs(r.executionRate - s.executionRate) > 0.000001"))
          .containsExactly("0");
      assertThat(
              reader.rows(
                  "SELECT count(*) FROM forms f JOIN dossiers d ON d.dossier = f.dossier"
                      + " WHERE d.departmentId = f.departmentId AND d.fiscalYear = f.fiscalYear"
                      + " AND f.year.value = f.fiscalYear"))
          .containsExactly("" + summary.accounting().formsAccepted());
      assertThat(reader.rows("SELECT count(DISTINCT departmentId) FROM forms"))
          .containsExactly("6");
    }
  }

  @Test
  void aFormWithoutAYearOrADepartmentHasItsPlaceToo() throws Exception {
    ObjectNode form = SampleForms.transcripts().get(0);
    form.putNull("year").putNull("supervisingDepartment");
    Path file = Files.writeString(folder.resolve("nameless.json"), form.toString());
    Path workspace = folder.resolve("nameless");
    Review.run(new ReviewRequest(List.of(file, SampleForms.TEXT), workspace, Language.ZH));
    for (Reader reader : readers(workspace)) {
      assertThat(reader.rows("SELECT count(*) FROM forms WHERE fiscalYear IS NULL"))
          .containsExactly("1");
      assertThat(reader.rows("SELECT count(*) FROM forms WHERE fiscalYear = 2022"))
          .containsExactly("30");
    }
  }

  /** What did not change is not written again, and what did is not left as it was. */
  @Test
  void theFilesOfOtherDepartmentsStay() throws Exception {
    Path forms = Files.createDirectories(folder.resolve("two"));
    for (int i = 0; i < 2; i++) {
      ObjectNode form = SampleForms.transcripts().get(i);
      form.put("supervisingDepartment", i == 0 ? "甲局" : "乙局");
      Files.writeString(forms.resolve(i + ".json"), form.toString());
    }
    Path workspace = folder.resolve("twice");
    ReviewRequest request = new ReviewRequest(List.of(forms), workspace, Language.ZH);
    Review.run(request);
    Map<String, Object> before = keys(workspace);
    ObjectNode changed = SampleForms.transcripts().get(1);
    changed.put("supervisingDepartment", "乙局");
    ((ObjectNode) changed.get("annualObjective")).put("achieved", "另一结果");
    Files.writeString(forms.resolve("1.json"), changed.toString());
    Review.run(request);
    Map<String, Object> after = keys(workspace);
    TreeSet<String> same = new TreeSet<>(after.keySet());
    same.removeIf(name -> !after.get(name).equals(before.get(name)));
    assertThat(same).filteredOn(name -> name.startsWith("forms/")).hasSize(1);
    assertThat(after.keySet()).filteredOn(name -> name.startsWith("forms/")).hasSize(2);
    assertThat(duckdb(workspace).rows("SELECT annualObjective.achieved.printed FROM forms"))
        .hasSize(2)
        .contains("另一结果");
  }

  private static Map<String, Object> keys(Path workspace) throws IOException {
    Map<String, Object> keys = new HashMap<>();
    try (Stream<Path> files = Files.walk(parquet(workspace))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        keys.put(
            parquet(workspace).relativize(file).toString(), Files.getAttribute(file, "unix:ino"));
      }
    }
    return keys;
  }

  /** What a program that was written for these names and types relies on. */
  @Test
  void namesAndTypesAreThoseOfTheDocumentation() throws Exception {
    SparkSession spark = Sessions.current().newSession();
    StringBuilder schemas = new StringBuilder();
    for (String table : tables(year.workspace())) {
      schemas
          .append(table)
          .append('\n')
          .append(
              spark
                  .read()
                  .parquet(parquet(year.workspace()).resolve(table).toString())
                  .schema()
                  .treeString())
          .append('\n');
    }
    GoldenFile.at("src/test/resources/parquet-schemas.txt").holds(schemas.toString());
  }

  @Test
  void theDictionaryNamesEveryColumn() throws Exception {
    Path published = year.workspace().resolve("published");
    JsonNode dictionary = JSON.readTree(published.resolve("dictionary.json").toFile());
    SparkSession spark = Sessions.current().newSession();
    Map<String, List<String>> told = new TreeMap<>();
    for (JsonNode table : dictionary.get("tables")) {
      List<String> columns = new ArrayList<>();
      for (JsonNode column : table.get("columns")) {
        String name = column.get("column").asText();
        if (name.indexOf('.') < 0) {
          columns.add(name);
        }
        assertThat(column.get("chinese").asText()).as(name).containsPattern("[一-龥]");
        assertThat(column.get("english").asText()).as(name).isNotBlank();
      }
      told.put(table.get("table").asText(), columns);
      assertThat(table.get("key")).isNotEmpty();
    }
    for (String table : tables(year.workspace())) {
      assertThat(
              spark
                  .read()
                  .parquet(parquet(year.workspace()).resolve(table).toString())
                  .schema()
                  .names())
          .as(table)
          .containsExactlyElementsOf(told.get(table));
    }
    JsonNode rate = column(dictionary, "forms", "funding[].executionRate.value");
    assertThat(rate.get("unit").asText()).isEqualTo("percent");
    assertThat(rate.get("parquetUnit").asText()).isEqualTo("share");
    assertThat(Files.readString(published.resolve("dictionary.csv")))
        .contains("forms,funding[].executionRate.value,\"decimal(38,10)\"");
    assertThat(Files.readString(published.resolve("dictionary.html")))
        .contains("id=\"rollup_statistics\"", "预算执行率", "数据字典");
  }

  private static JsonNode column(JsonNode dictionary, String table, String column) {
    for (JsonNode one : dictionary.get("tables")) {
      if (one.get("table").asText().equals(table)) {
        for (JsonNode each : one.get("columns")) {
          if (each.get("column").asText().equals(column)) {
            return each;
          }
        }
      }
    }
    throw new AssertionError(table + " " + column);
  }

  @Test
  void everyLineOfJsonIsAsItsSchemaSays() throws Exception {
    Path published = year.workspace().resolve("published");
    JsonSchemaFactory schemas = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    try (Stream<Path> files = Files.list(published)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".jsonl")).toList()) {
        String name = file.getFileName().toString().replace(".jsonl", ".schema.json");
        JsonSchema schema =
            schemas.getSchema(JSON.readTree(published.resolve("schema/" + name).toFile()));
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).as(name).isNotEmpty();
        for (String line : lines) {
          JsonNode node = JSON.readTree(line);
          assertThat(schema.validate(node)).as(line).isEmpty();
        }
        ObjectNode other = ((ObjectNode) JSON.readTree(lines.get(0))).put("another", 1);
        assertThat(schema.validate(other)).as(name).isNotEmpty();
      }
    }
  }
}
