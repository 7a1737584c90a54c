package org.jihe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jihe.SampleForms;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions in SQL are answered, and nothing but questions is done. */
class SqlTest {

  @TempDir private static Path folder;
  private static String workspace = "";

  @BeforeAll
  static void review() {
    workspace = folder.resolve("workspace").toString();
    assertThat(Run.of("review", SampleForms.TEXT.toString(), "--workspace", workspace).code())
        .isZero();
  }

  private static Run sql(String query, String... more) {
    List<String> all = new java.util.ArrayList<>(List.of("sql", query, "--workspace", workspace));
    all.addAll(List.of(more));
    return Run.of(all.toArray(String[]::new));
  }

  @Test
  void theTablesAnswer() throws IOException {
    Run count = sql("SELECT count(*) AS forms FROM forms", "--format", "csv");
    assertThat(count.code()).as(count.err()).isZero();
    assertThat(count.out().lines()).containsExactly("forms", "30");
    Run joined =
        sql(
            "WITH f AS (SELECT formId, ruleId, severity FROM findings WHERE waived IS NULL)"
                + " SELECT f.ruleId, count(*) n FROM f JOIN forms USING (formId)"
                + " WHERE formId IN (SELECT formId FROM outcomes) GROUP BY 1 ORDER BY n DESC, 1;",
            "--format",
            "json");
    assertThat(joined.code()).as(joined.err()).isZero();
    JsonNode first = new ObjectMapper().readTree(joined.out().lines().findFirst().orElseThrow());
    assertThat(first.get("n").asLong()).isPositive();
    assertThat(first.get("ruleId").isTextual()).isTrue();
    Run table = sql("SELECT projectName.printed AS `项目`, year.value FROM forms ORDER BY 1 LIMIT 3");
    assertThat(table.out().lines()).hasSize(4).first().asString().matches("项目 +value");
    Run parts =
        sql(
            "SELECT funding[0] AS a, timestamp'2024-01-01 00:00:00' AS b, date'2024-01-02'"
                + " AS c, 1 AS d, null AS d, interval 1 day AS e, X'00' AS f FROM forms LIMIT 1",
            "--format",
            "json");
    JsonNode row = new ObjectMapper().readTree(parts.out());
    assertThat(row.at("/a/finalBudget/value").isNumber()).isTrue();
    assertThat(row.get("b").asText()).startsWith("2024-01-01T");
    assertThat(row.get("d").asInt()).isEqualTo(1);
    assertThat(row.get("d_2").isNull()).isTrue();
    assertThat(sql("SELECT count(*) FROM runs", "--format", "csv").out()).contains("1");
    assertThat(sql("FROM forms |> AGGREGATE count(*) AS n", "--format", "csv").code()).isIn(0, 3);
    assertThat(sql("SELECT n FROM (VALUES (1), (2)) AS t(n) UNION ALL SELECT 3").out().lines())
        .hasSize(4);
    assertThat(sql("SELECT explode(fired) AS rule, o.formId FROM outcomes o").code()).isZero();
    assertThat(
            sql("SELECT formId, r FROM outcomes LATERAL VIEW explode(passed) t AS r LIMIT 2")
                .code())
        .isZero();
    assertThat(
            sql("SELECT formId, row_number() OVER (ORDER BY formId) FROM forms HAVING 1 = 1")
                .code())
        .isIn(0, 3);
  }

  @Test
  void nothingElseIsDone() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "geheim\n");
    Path made = folder.resolve("made");
    for (String statement :
        List.of(
            "DROP TABLE forms",
            "DELETE FROM forms",
            "INSERT INTO forms SELECT * FROM forms",
            "CREATE TABLE x AS SELECT 1",
            "CREATE TABLE x USING parquet LOCATION '" + made + "' AS SELECT 1",
            "CREATE TEMPORARY VIEW v USING text OPTIONS (path '" + secret + "')",
            "INSERT OVERWRITE DIRECTORY '" + made + "' USING text SELECT 'a'",
            "SET spark.sql.ansi.enabled = false",
            "ADD JAR '/tmp/x.jar'",
            "CREATE TEMPORARY FUNCTION f AS 'java.lang.Runtime'",
            "CALL x.system.rollback_to_snapshot('forms', 1)",
            "EXPLAIN SELECT 1",
            "DESCRIBE forms",
            "SHOW TABLES",
            "USE default",
            "CACHE TABLE forms",
            "EXECUTE IMMEDIATE 'DROP TABLE forms'",
            "BEGIN SELECT 1; END",
            "DECLARE x = 1",
            "TRUNCATE TABLE forms",
            "MERGE INTO forms USING runs ON true WHEN MATCHED THEN DELETE",
            "SELECT TRANSFORM(formId) USING 'cat' AS (a) FROM forms",
            "SELECT * FROM text.`" + secret + "`",
            "SELECT * FROM parquet.`" + folder + "`",
            "SELECT * FROM csv.`" + secret + "`",
            "SELECT * FROM binaryFile.`" + secret + "`",
            "SELECT (SELECT value FROM text.`" + secret + "` LIMIT 1)",
            "SELECT 1 WHERE EXISTS (SELECT * FROM text.`" + secret + "`)",
            "SELECT 1 WHERE 'a' IN (SELECT value FROM text.`" + secret + "`)",
            "WITH a AS (SELECT * FROM text.`" + secret + "`) SELECT * FROM a",
            "WITH a AS (SELECT * FROM text.`" + secret + "`) SELECT 1",
            "SELECT * FROM forms UNION ALL SELECT * FROM text.`" + secret + "`",
            "SELECT * FROM IDENTIFIER('text.`" + secret + "`')",
            "SELECT * FROM default.x",
            "SELECT reflect('java.lang.System', 'getenv', 'PATH')",
            "SELECT JAVA_METHOD('java.lang.System', 'getProperty', 'user.home')",
            "SELECT try_reflect('java.lang.System', 'getProperty', 'user.home')",
            "SELECT `reflect`('java.lang.System', 'exit', 3)",
            "SELECT IDENTIFIER('reflect')('java.lang.System', 'getProperty', 'user.home')",
            "SELECT max(reflect('java.lang.System', 'getProperty', 'user.home')) FROM forms",
            "SELECT transform(array(1), x -> reflect('java.lang.System', 'getenv', 'PATH'))",
            "SELECT 1 ORDER BY reflect('java.lang.System', 'getProperty', 'user.home')")) {
      Run refused = sql(statement);
      assertThat(refused.code()).as(statement + refused.out()).isEqualTo(3);
      assertThat(refused.out()).as(statement).isEmpty();
      assertThat(refused.err())
          .as(statement)
          .doesNotContain("geheim", "\tat ")
          .containsPattern("什么也没有执行|SQL 有语法错误");
    }
    assertThat(made).doesNotExist();
    assertThat(sql("SELECT count(*) FROM forms", "--format", "csv").out()).contains("30");
  }

  @Test
  void mistakesAreToldWithTheirPlace() {
    Run syntax = sql("SELECT formId\nFROM forms\nWERE 1 = 1 AND");
    assertThat(syntax.code()).isEqualTo(3);
    assertThat(syntax.err()).contains("第 3 行", "WERE 1 = 1 AND", "^");
    Run column = sql("SELECT '项目', nothing FROM forms");
    assertThat(column.err()).contains("nothing", "第 1 行第 14 个字符", "      ^", "dictionary.html");
    assertThat(sql("SELECT * FROM nowhere").err()).contains("nowhere");
    assertThat(Path.of("spark-warehouse")).doesNotExist();
    assertThat(sql("SELECT 1/0", "--lang", "en").err()).contains("not finished", "DIVIDE_BY_ZERO");
    assertThat(sql("").code()).isNotZero();
    assertThat(sql("SELECT no_such_function(1)").err()).contains("no_such_function");
    Run none = Run.of("sql", "SELECT 1", "--workspace", folder.resolve("none").toString());
    assertThat(none.code()).isIn(2, 3);
  }
}
