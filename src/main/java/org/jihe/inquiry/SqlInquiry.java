package org.jihe.inquiry;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.execution.CommandExecutionMode;
import org.apache.spark.sql.internal.SessionState;
import org.jihe.message.JobException;
import org.jihe.publish.RowJson;
import org.jihe.publish.parquet.PartitionedTables;
import org.jihe.review.Workbench;
import org.jihe.view.TextWidth;
import org.jihe.workspace.Run;
import org.jihe.workspace.Workspace;
import org.jihe.workspace.WorkspaceTable;
import scala.Option;

/** A question in SQL to the tables of a workspace as the last run left them. Nothing changes. */
public final class SqlInquiry {

  private static final String RUNS = "runs";

  private SqlInquiry() {}

  /** Hears the answer. */
  public interface Answer {

    /** Names of the columns, each of them once. */
    void columns(List<String> names);

    /** A row: texts, numbers, null, or what has parts. */
    void row(List<JsonNode> cells);
  }

  /**
   * Asks.
   *
   * @throws JobException where the statement is no query of the workspace's tables, cannot be
   *     understood or computed, or the workspace cannot be read
   */
  public static void ask(Path workspace, String sql, Answer answer) throws JobException {
    Workbench.past(
        workspace,
        "last",
        (spark, opened, run) -> {
          List<String> tables = views(spark, opened, run);
          try {
            rows(spark, sql, new QueryGuard(tables), answer);
          } finally {
            tables.forEach(spark.catalog()::dropTempView);
          }
          return true;
        });
  }

  private static List<String> views(SparkSession spark, Workspace workspace, Run run)
      throws JobException {
    List<String> names = new ArrayList<>();
    for (WorkspaceTable table : WorkspaceTable.values()) {
      workspace.read(run, table).createOrReplaceTempView(table.tableName());
      names.add(table.tableName());
    }
    List<Row> runs =
        Workbench.reading(
            workspace.folder(), () -> PartitionedTables.rows(workspace.tables().history()));
    spark.createDataFrame(runs, PartitionedTables.runs()).createOrReplaceTempView(RUNS);
    names.add(RUNS);
    return names;
  }

  private static void rows(SparkSession spark, String sql, QueryGuard guard, Answer answer)
      throws JobException {
    try {
      SessionState state = ((org.apache.spark.sql.classic.SparkSession) spark).sessionState();
      LogicalPlan parsed = state.sqlParser().parsePlan(sql);
      guard.judgeParsed(parsed);
      // Commands would be done while they are looked at; they are left undone.
      guard.judgeAnalysed(state.executePlan(parsed, CommandExecutionMode.SKIP()).analyzed());
      Dataset<Row> rows = spark.sql(sql);
      answer.columns(unique(rows.columns()));
      for (Iterator<Row> each = rows.toLocalIterator(); each.hasNext(); ) {
        Row row = each.next();
        List<JsonNode> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
          cells.add(RowJson.node(row.get(i)));
        }
        answer.row(cells);
      }
    } catch (JobException e) {
      throw e;
    } catch (Exception e) { // Spark throws checked exceptions that its methods do not declare
      throw told(sql, e);
    }
  }

  /** Of two columns of one name, the second gets a number. */
  private static List<String> unique(String[] names) {
    List<String> unique = new ArrayList<>();
    for (String name : names) {
      String next = name;
      for (int number = 2; unique.contains(next); number++) {
        next = name + "_" + number;
      }
      unique.add(next);
    }
    return unique;
  }

  private static JobException told(String sql, Exception failure) {
    for (Throwable next = failure; next != null; next = next.getCause()) {
      if (next instanceof ParseException wrong) {
        return placed("sql.syntax", sql, wrong.line(), wrong.startPosition(), wrong);
      }
      if (next instanceof AnalysisException wrong) {
        return placed("sql.meaning", sql, wrong.line(), wrong.startPosition(), wrong);
      }
      if (next instanceof SparkThrowable thrown && thrown.getCondition() != null) {
        return new JobException("sql.failed", Map.of("detail", firstLine(next)), failure);
      }
    }
    if (failure instanceof RuntimeException unexpected) {
      throw unexpected;
    }
    throw new IllegalStateException(failure);
  }

  private static JobException placed(
      String key, String sql, Option<Object> line, Option<Object> column, Exception failure) {
    int at = line.isDefined() ? (Integer) line.get() : 1;
    int start = column.isDefined() ? (Integer) column.get() : 0;
    List<String> lines = sql.lines().toList();
    String shown = at <= lines.size() && at > 0 ? lines.get(at - 1) : "";
    int width = TextWidth.of(shown.substring(0, Math.min(start, shown.length())));
    return new JobException(
        key,
        Map.of(
            "line",
            String.valueOf(at),
            "column",
            String.valueOf(start + 1),
            "detail",
            firstLine(failure),
            "sql",
            shown,
            "mark",
            " ".repeat(width) + "^"),
        failure);
  }

  private static String firstLine(Throwable failure) {
    String first = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    return first.replaceAll(
        "( SQLSTATE: \\w+)?( \\(line \\d+, pos \\d+\\))?(; line \\d+ pos \\d+;?)?$", "");
  }
}
