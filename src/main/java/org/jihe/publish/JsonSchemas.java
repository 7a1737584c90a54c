package org.jihe.publish;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jihe.table.Dictionary;
import org.jihe.table.Dictionary.Meaning;
import org.jihe.workspace.WorkspaceTable;

/** What a line of every published file of JSON lines looks like, as JSON Schema. */
final class JsonSchemas {

  /** The folder of the schemas. */
  static final String FOLDER = "schema";

  private static final String TRANSCRIPT = "/schema/transcript.schema.json";

  private JsonSchemas() {}

  static void write(Path published) throws IOException {
    Path folder = Files.createDirectories(published.resolve(FOLDER));
    for (WorkspaceTable table :
        List.of(
            WorkspaceTable.ROLLUP_STATISTICS,
            WorkspaceTable.COMPARISON,
            WorkspaceTable.OUTLIERS,
            WorkspaceTable.COPIED_TEXTS,
            WorkspaceTable.ATTENTION)) {
      write(folder, table.tableName(), table.schema());
    }
    write(
        folder,
        "findings",
        WorkspaceTable.FINDINGS
            .schema()
            .add("message", DataTypes.StringType)
            .add("address", DataTypes.StringType));
    write(folder, Ledger.NAME, Ledger.schema());
    try (InputStream in = JsonSchemas.class.getResourceAsStream(TRANSCRIPT)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + TRANSCRIPT);
      }
      Files.copy(in, folder.resolve("forms.schema.json"));
    }
  }

  private static void write(Path folder, String table, StructType schema) throws IOException {
    ObjectNode node = RowJson.JSON.createObjectNode();
    node.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    node.put("$id", "urn:jihe:schema:" + table);
    Dictionary.TableMeaning meaning = Dictionary.OWN.table(table);
    if (meaning != null) {
      node.put("title", meaning.chinese()).put("description", meaning.english());
    }
    node.setAll(struct(table, "", schema));
    node.put("type", "object"); // a line is there
    Files.writeString(
        folder.resolve(table + ".schema.json"),
        RowJson.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n");
  }

  private static ObjectNode struct(String table, String path, StructType struct) {
    ObjectNode node = orNull("object");
    ObjectNode properties = node.putObject("properties");
    for (StructField field : struct.fields()) {
      String of = path.isEmpty() ? field.name() : path + "." + field.name();
      ObjectNode one = value(table, of, field.dataType());
      Meaning meaning = Dictionary.OWN.column(table, of);
      if (meaning != null) {
        one.put("title", meaning.inChinese()).put("description", meaning.english());
      }
      properties.set(field.name(), one);
    }
    List.of(struct.fieldNames()).forEach(node.putArray("required")::add);
    return node.put("additionalProperties", false);
  }

  private static ObjectNode value(String table, String path, DataType type) {
    if (type instanceof StructType struct) {
      return struct(table, path, struct);
    }
    if (type instanceof ArrayType array) {
      ObjectNode node = orNull("array");
      node.set("items", value(table, path, array.elementType()));
      return node;
    }
    if (type instanceof MapType map) {
      ObjectNode node = orNull("object");
      node.set("additionalProperties", value(table, path, map.valueType()));
      return node;
    }
    return orNull(name(type));
  }

  private static String name(DataType type) {
    if (type instanceof BooleanType) {
      return "boolean";
    }
    if (type instanceof IntegerType || type instanceof LongType) {
      return "integer";
    }
    return type instanceof NumericType ? "number" : "string";
  }

  private static ObjectNode orNull(String type) {
    ObjectNode node = RowJson.JSON.createObjectNode();
    node.putArray("type").add(type).add("null");
    return node;
  }
}
