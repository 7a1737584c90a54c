package org.jihe.publish;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.jihe.table.FindingCodec;
import org.jihe.table.WorkspaceTable;

/** JSON files for programs: an array a table, and the findings one a line. */
final class JsonPublication implements Publication {

  private static final List<WorkspaceTable> ARRAYS =
      List.of(
          WorkspaceTable.FORMS,
          WorkspaceTable.DEPARTMENT_STATISTICS,
          WorkspaceTable.INDICATOR_STATISTICS,
          WorkspaceTable.QUARANTINE);

  @Override
  public void write(ReviewData data, Path folder) throws IOException {
    for (WorkspaceTable table : ARRAYS) {
      array(data, table, folder.resolve(table.tableName() + ".json"));
    }
    findings(data, folder.resolve("findings.jsonl"));
  }

  private static void array(ReviewData data, WorkspaceTable table, Path file) throws IOException {
    try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        JsonGenerator json = RowJson.JSON.createGenerator(writer)) {
      json.useDefaultPrettyPrinter();
      json.writeStartArray();
      Iterator<Row> rows = data.table(table).toLocalIterator();
      while (rows.hasNext()) {
        RowJson.JSON.writeTree(json, RowJson.object(rows.next()));
      }
      json.writeEndArray();
      json.writeRaw('\n');
    }
  }

  private static void findings(ReviewData data, Path file) throws IOException {
    try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      Iterator<Row> rows = data.table(WorkspaceTable.FINDINGS).toLocalIterator();
      while (rows.hasNext()) {
        Row row = rows.next();
        ObjectNode finding = RowJson.object(row);
        finding.put("message", data.message(FindingCodec.fromRow(row)));
        writer.write(finding.toString());
        writer.write('\n');
      }
    }
  }
}
