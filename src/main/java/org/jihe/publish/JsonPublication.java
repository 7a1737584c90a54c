package org.jihe.publish;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.jihe.finding.Finding;
import org.jihe.table.AcceptedForm;
import org.jihe.table.FindingCodec;
import org.jihe.table.FormCodec;
import org.jihe.view.Places;
import org.jihe.workspace.WorkspaceTable;

/** JSON files for programs: an array a table, forms and findings one a line. */
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

  /** Adds to an object what its row does not hold. */
  @FunctionalInterface
  interface More {
    void add(ObjectNode node, Row row, ReviewData data);
  }

  /** The findings as an object a line, with their messages. */
  static Publication findings() {
    return new Publication(
        WorkspaceTable.FINDINGS,
        (folder, data) -> new Lines(folder.resolve("findings.jsonl"), data));
  }

  /** The table as an object a line. */
  static Publication lines(WorkspaceTable table) {
    return new Publication(
        table, (folder, data) -> new RowLines(folder.resolve(table.tableName() + ".jsonl")));
  }

  /** The forms as transcripts, an object a line, each with its id. */
  static Publication forms() {
    return new Publication(
        WorkspaceTable.FORMS, (folder, data) -> new FormLines(folder.resolve("forms.jsonl")));
  }

  private static final class RowLines implements Publication.Sink {

    private final BufferedWriter writer;

    RowLines(Path file) throws IOException {
      writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    }

    @Override
    public void take(Row row, InternalRow internal) throws IOException {
      writer.write(RowJson.JSON.writeValueAsString(RowJson.object(row)));
      writer.write('\n');
    }

    @Override
    public void close() throws IOException {
      writer.close();
    }
  }

  private static final class FormLines implements Publication.Sink {

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
      writer.write(RowJson.JSON.writeValueAsString(line));
      writer.write('\n');
    }

    @Override
    public void close() throws IOException {
      writer.close();
    }
  }

  private static final class ArrayFile implements Publication.Sink {

    private final BufferedWriter writer;
    private final JsonGenerator json;
    private final More more;
    private final ReviewData data;

    ArrayFile(Path file, More more, ReviewData data) throws IOException {
      this.more = more;
      this.data = data;
      writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
      json = RowJson.JSON.createGenerator(writer);
      json.useDefaultPrettyPrinter();
      json.writeStartArray();
    }

    @Override
    public void take(Row row, InternalRow internal) throws IOException {
      ObjectNode node = RowJson.object(row);
      more.add(node, row, data);
      RowJson.JSON.writeTree(json, node);
    }

    @Override
    public void close() throws IOException {
      try (writer;
          json) {
        json.writeEndArray();
        json.writeRaw('\n');
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
