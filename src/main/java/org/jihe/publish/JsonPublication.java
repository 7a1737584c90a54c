package org.jihe.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.jihe.finding.Finding;
import org.jihe.form.FormBlock;
import org.jihe.table.AcceptedForm;
import org.jihe.table.FindingCodec;
import org.jihe.table.FormCodec;
import org.jihe.view.Places;
import org.jihe.workspace.WorkspaceTable;

/**
 * JSON files for programs: an array a table, forms and findings an object a line without an array
 * around them. In arrays, too, every object stands in a line of its own.
 */
final class JsonPublication {

  private JsonPublication() {}

  /** The table as an array of objects. */
  static Publication array(WorkspaceTable table) {
    return array(table, (node, row, data) -> {});
  }

  /** The table as an array of objects that hold something more than its columns. */
  static Publication array(WorkspaceTable table, More more) {
    return new Publication(
        table,
        (folder, data) -> new ArrayFile(folder.resolve(table.tableName() + ".json"), more, data));
  }

  /**
   * The score audits. An indicator's name stands in the form of that id, at the line's {@code
   * subject}; it is not repeated.
   */
  static Publication scoreAudit() {
    return array(
        WorkspaceTable.SCORE_AUDIT,
        (node, row, data) ->
            node.withArray("lines").forEach(line -> ((ObjectNode) line).remove("name")));
  }

  /** Adds to an object what its row does not hold. */
  @FunctionalInterface
  interface More {
    void add(ObjectNode node, Row row, ReviewData data);
  }

  /** The table as an object a line. */
  static Publication lines(WorkspaceTable table) {
    return new Publication(
        table, (folder, data) -> new RowLines(folder.resolve(table.tableName() + ".jsonl")));
  }

  private static final class RowLines implements Publication.Sink {

    private final BufferedWriter writer;

    RowLines(Path file) throws IOException {
      writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    }

    @Override
    public void take(Row row, InternalRow internal) throws IOException {
      writer.write(RowJson.object(row).toString());
      writer.write('\n');
    }

    @Override
    public void close() throws IOException {
      writer.close();
    }
  }

  /** The findings as an object a line, with their messages. */
  static Publication findings() {
    return new Publication(
        WorkspaceTable.FINDINGS,
        (folder, data) -> new Lines(folder.resolve("findings.jsonl"), data));
  }

  /**
   * The forms as transcripts, an object a line, each with its id. Of tables, cells that print
   * nothing are left out, as whoever reads a transcript takes a member that is missing.
   */
  static Publication forms() {
    return new Publication(
        WorkspaceTable.FORMS, (folder, data) -> new FormLines(folder.resolve("forms.jsonl")));
  }

  private static final class FormLines implements Publication.Sink {

    private static final List<FormBlock> TABLES =
        List.of(FormBlock.FUNDING, FormBlock.OBJECTIVE, FormBlock.INDICATORS, FormBlock.TOTAL);

    private final BufferedWriter writer;

    FormLines(Path file) throws IOException {
      writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    }

    @Override
    public void take(Row row, InternalRow internal) throws IOException {
      AcceptedForm accepted = FormCodec.fromRow(row);
      ObjectNode line = RowJson.JSON.createObjectNode();
      line.put("formId", accepted.formId());
      line.setAll(accepted.transcript());
      for (FormBlock block : TABLES) {
        withoutBlanks(line.path(block.key()));
      }
      writer.write(RowJson.JSON.writeValueAsString(line));
      writer.write('\n');
    }

    private static void withoutBlanks(JsonNode node) {
      if (node instanceof ObjectNode object) {
        object.properties().removeIf(member -> member.getValue().isNull());
      }
      node.forEach(FormLines::withoutBlanks);
    }

    @Override
    public void close() throws IOException {
      writer.close();
    }
  }

  private static final class ArrayFile implements Publication.Sink {

    private final BufferedWriter writer;
    private final More more;
    private final ReviewData data;
    private String before = "[\n";

    ArrayFile(Path file, More more, ReviewData data) throws IOException {
      this.more = more;
      this.data = data;
      writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    }

    @Override
    public void take(Row row, InternalRow internal) throws IOException {
      ObjectNode node = RowJson.object(row);
      more.add(node, row, data);
      writer.write(before);
      writer.write(RowJson.JSON.writeValueAsString(node));
      before = ",\n";
    }

    @Override
    public void close() throws IOException {
      try (writer) {
        writer.write(before.startsWith(",") ? "\n]\n" : "[]\n");
      }
    }
  }

  private static final class Lines implements Publication.Sink {

    private final BufferedWriter writer;
    private final ReviewData data;

    Lines(Path file, ReviewData data) throws IOException {
      this.writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
      this.data = data;
    }

    @Override
    public void take(Row row, InternalRow internal) throws IOException {
      ObjectNode finding = RowJson.object(row);
      Finding read = FindingCodec.fromRow(row);
      finding.put("message", data.message(read));
      finding.put("address", Places.address(read.cell()));
      writer.write(finding.toString());
      writer.write('\n');
    }

    @Override
    public void close() throws IOException {
      writer.close();
    }
  }
}
