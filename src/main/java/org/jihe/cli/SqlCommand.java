package org.jihe.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jihe.cli.console.Console;
import org.jihe.cli.console.ExitCode;
import org.jihe.cli.option.LastReview;
import org.jihe.cli.option.PathCheck;
import org.jihe.inquiry.SqlInquiry;
import org.jihe.message.JobException;
import org.jihe.message.Visible;
import org.jihe.publish.CsvFile;
import org.jihe.view.TextWidth;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sql}: a question to the tables of a workspace. */
@Command(name = "sql", sortOptions = false)
final class SqlCommand implements Callable<Integer> {

  /** How the answer is written. */
  enum Format {
    TABLE,
    CSV,
    JSON
  }

  /** Of so many rows a table's columns take their widths; those behind them are cut. */
  private static final int LOOKED_AT = 1000;

  private static final int WIDEST = 60;

  private final Console console;

  @Parameters(index = "0", paramLabel = "SELECT", descriptionKey = "sqlQuery")
  private String sql = "";

  @Option(names = "--workspace", paramLabel = "DIR", descriptionKey = "workspace")
  private Path workspace = Path.of(LastReview.USUAL_WORKSPACE);

  @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "sqlFormat")
  private Format format = Format.TABLE;

  SqlCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws JobException {
    new PathCheck(console).filled(workspace).done();
    PrintStream out = console.out();
    switch (format) {
      case CSV -> SqlInquiry.ask(workspace, sql, new Csv(out));
      case JSON -> SqlInquiry.ask(workspace, sql, new Json(out));
      case TABLE -> {
        Table table = new Table(out);
        SqlInquiry.ask(workspace, sql, table);
        table.end();
      }
    }
    return ExitCode.DONE;
  }

  private static @Nullable String text(JsonNode node) {
    if (node.isNull()) {
      return null;
    }
    return node.isContainerNode() ? node.toString() : node.asText();
  }

  /** As RFC 4180 has it, the line ends apart, which are the terminal's. */
  private record Csv(PrintStream out) implements SqlInquiry.Answer {

    @Override
    public void columns(List<String> names) {
      out.println(names.stream().map(CsvFile::cell).collect(Collectors.joining(",")));
    }

    @Override
    public void row(List<JsonNode> cells) {
      out.println(
          cells.stream().map(cell -> CsvFile.cell(text(cell))).collect(Collectors.joining(",")));
    }
  }

  /** An object a line. */
  private static final class Json implements SqlInquiry.Answer {

    private final PrintStream out;
    private List<String> names = List.of();

    Json(PrintStream out) {
      this.out = out;
    }

    @Override
    public void columns(List<String> columns) {
      names = columns;
    }

    @Override
    public void row(List<JsonNode> cells) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      for (int i = 0; i < names.size(); i++) {
        object.set(names.get(i), cells.get(i));
      }
      out.println(org.jihe.cli.console.Json.line(object));
    }
  }

  /** Columns of the width of what stands in them. */
  private static final class Table implements SqlInquiry.Answer {

    private final PrintStream out;
    private final List<List<String>> first = new ArrayList<>();
    private int[] widths = {};

    Table(PrintStream out) {
      this.out = out;
    }

    @Override
    public void columns(List<String> names) {
      first.add(names.stream().map(Visible::line).toList());
    }

    @Override
    public void row(List<JsonNode> cells) {
      List<String> row =
          cells.stream()
              .map(SqlCommand::text)
              .map(cell -> cell == null ? "" : Visible.line(cell))
              .toList();
      if (widths.length > 0) {
        print(row);
        return;
      }
      first.add(row);
      if (first.size() > LOOKED_AT) {
        begin();
      }
    }

    private void begin() {
      widths = new int[first.get(0).size()];
      for (List<String> row : first) {
        for (int i = 0; i < widths.length; i++) {
          widths[i] = Math.min(WIDEST, Math.max(widths[i], TextWidth.of(row.get(i))));
        }
      }
      first.forEach(this::print);
    }

    private void print(List<String> row) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String cell = TextWidth.cut(row.get(i), widths[i]);
        line.append(i == 0 ? "" : "  ").append(TextWidth.padRight(cell, widths[i]));
      }
      out.println(line.toString().stripTrailing());
    }

    /** All rows are there. */
    void end() {
      if (widths.length == 0 && !first.isEmpty()) {
        begin();
      }
    }
  }
}
