package org.jihe.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jihe.publish.database.FeedServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every statement of the dashboards runs on a loaded server as a reader, and gives what its panel
 * shows. That Grafana shows it too is not tested.
 */
class DashboardsTest {

  private static final Path BOARDS = Path.of("datasets/dashboards");
  private static final String SCHEMA = "看板";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(:\\w+)?}");

  @TempDir private static Path folder;
  private static FeedServer server;
  private static Connection reader;

  @BeforeAll
  static void load() throws Exception {
    server = FeedServer.start(Files.createDirectories(folder.resolve("server")));
    server.run(
        Files.readString(BOARDS.resolve("roles.sql")).replace(":'schema'", "'" + SCHEMA + "'"));
    BureauYear.in(Files.createDirectories(folder.resolve("year")))
        .publish(server.target(SCHEMA, SCHEMA + "_owner"));
    reader = server.connect(SCHEMA + "_reader");
  }

  @AfterAll
  static void stop() throws Exception {
    if (reader != null) {
      reader.close();
    }
    if (server != null) {
      server.close();
    }
  }

  private static List<Path> boards() throws IOException {
    try (Stream<Path> files = Files.list(BOARDS)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  @TestFactory
  List<DynamicTest> everyPanelShowsWhatItNames() throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    assertThat(boards()).hasSize(4);
    for (Path file : boards()) {
      JsonNode board = JSON.readTree(file.toFile());
      Map<String, String> values = values(board);
      assertThat(board.get("panels")).hasSizeGreaterThan(5);
      for (JsonNode panel : board.get("panels")) {
        String name = file.getFileName() + " " + panel.get("title").asText();
        tests.add(DynamicTest.dynamicTest(name, () -> shows(panel, values)));
      }
    }
    return tests;
  }

  @TestFactory
  List<DynamicTest> noBoardHasAnIdOrASourceOfItsOwn() throws Exception {
    return boards().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(), () -> portable(JSON.readTree(file.toFile()))))
        .toList();
  }

  private static void portable(JsonNode board) {
    assertThat(board.has("id") || board.has("uid")).isFalse();
    for (JsonNode source : board.findValues("datasource")) {
      assertThat(source.get("uid").asText()).isEqualTo("${datasource}");
    }
    for (JsonNode panel : board.get("panels")) {
      assertThat(panel.has("id")).isFalse();
      assertThat(panel.get("targets")).isNotEmpty();
      assertThat(panel.get("datasource")).isNotNull();
    }
  }

  /** A value for each variable: the first one that its statement gives. */
  private static Map<String, String> values(JsonNode board) throws SQLException {
    Map<String, String> values = new LinkedHashMap<>();
    for (JsonNode variable : board.at("/templating/list")) {
      String name = variable.get("name").asText();
      switch (variable.get("type").asText()) {
        case "datasource" -> values.put(name, "");
        case "constant" -> {
          assertThat(variable.get("query").asText()).isEqualTo("jihe");
          values.put(name, '"' + SCHEMA + '"');
        }
        case "query" -> {
          String sql = filled(variable.get("query").asText(), values);
          assertThat(variable.get("definition").asText()).isEqualTo(variable.get("query").asText());
          values.put(name, FeedServer.rows(reader, sql).get(0));
        }
        default -> throw new AssertionError(variable);
      }
    }
    return values;
  }

  /** As Grafana fills a statement in. */
  private static String filled(String sql, Map<String, String> values) {
    Matcher matcher = VARIABLE.matcher(sql);
    StringBuilder filled = new StringBuilder();
    while (matcher.find()) {
      String value = values.get(matcher.group(1));
      assertThat(value).as(matcher.group()).isNotNull();
      boolean text = ":sqlstring".equals(matcher.group(2));
      matcher.appendReplacement(
          filled, Matcher.quoteReplacement(text ? "'" + value.replace("'", "''") + "'" : value));
    }
    String done = matcher.appendTail(filled).toString();
    assertThat(done).doesNotContain("$");
    return done;
  }

  private static void shows(JsonNode panel, Map<String, String> values) throws SQLException {
    List<String> named = new ArrayList<>();
    for (JsonNode override : panel.at("/fieldConfig/overrides")) {
      assertThat(override.at("/matcher/id").asText()).isEqualTo("byName");
      named.add(override.at("/matcher/options").asText());
    }
    if (panel.at("/options").has("xField")) {
      named.add(panel.at("/options/xField").asText());
    }
    String fields = panel.at("/options/reduceOptions/fields").asText();
    if (!fields.isEmpty()) {
      named.add(fields.substring("/^".length(), fields.length() - "$/".length()));
    }
    assertThat(named).isNotEmpty();
    for (JsonNode target : panel.get("targets")) {
      String sql = filled(target.get("rawSql").asText(), values);
      assertThat(target.get("rawQuery").asBoolean()).isTrue();
      try (Statement statement = reader.createStatement();
          ResultSet rows = statement.executeQuery(sql)) {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          columns.add(rows.getMetaData().getColumnLabel(i));
        }
        assertThat(columns).as(sql).containsAll(named).doesNotHaveDuplicates();
        assertThat(columns).allSatisfy(column -> assertThat(column).containsPattern("[一-龥]"));
        assertThat(rows.next()).as("a row of %s", sql).isTrue();
        if (!fields.isEmpty()) {
          assertThat(rows.getObject(1)).as(sql).isNotNull();
        }
      }
    }
  }
}
