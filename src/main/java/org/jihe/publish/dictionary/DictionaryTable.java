package org.jihe.publish.dictionary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jihe.publish.parquet.PartitionedTables;
import org.jihe.table.Dictionary;
import org.jihe.table.Dictionary.Meaning;
import org.jihe.table.Dictionary.TableMeaning;
import org.jihe.table.Dictionary.Unit;
import org.jihe.workspace.WorkspaceTable;

/**
 * A published table with what it and its columns mean.
 *
 * @param columns those that have parts come before their parts
 */
public record DictionaryTable(String name, TableMeaning meaning, List<Column> columns) {

  /**
   * A column, or a part of one.
   *
   * @param path names with points between; behind a list stands {@code []}, behind a map {@code {}}
   * @param type as Spark and most engines call it
   * @param unit in the workspace's tables, CSV and JSON
   * @param parquetUnit in {@code parquet/}, where all ratios are shares
   * @param key true where rows are known by it
   */
  public record Column(
      String path, String type, Meaning meaning, Unit unit, Unit parquetUnit, boolean key) {}

  /**
   * Every table.
   *
   * @param made those that are made while publishing, by name
   */
  public static List<DictionaryTable> all(Map<String, StructType> made) {
    List<DictionaryTable> all = new ArrayList<>();
    for (WorkspaceTable table : WorkspaceTable.values()) {
      StructType schema = table.schema();
      if (table.isByDossier()) {
        schema = schema.add("fiscalYear", DataTypes.IntegerType);
        schema = schema.add("departmentId", DataTypes.StringType);
      }
      all.add(of(table.tableName(), schema));
    }
    all.add(of("dossiers", PartitionedTables.dossiers()));
    all.add(of("runs", PartitionedTables.runs()));
    made.forEach((name, schema) -> all.add(of(name, schema)));
    return all;
  }

  private static DictionaryTable of(String name, StructType schema) {
    TableMeaning meaning = Dictionary.OWN.table(name);
    if (meaning == null) {
      throw new IllegalStateException("nothing says what table " + name + " holds");
    }
    List<Column> columns = new ArrayList<>();
    new Walk(name, meaning.key(), columns).parts("", "", schema, false);
    return new DictionaryTable(name, meaning, columns);
  }

  /** Goes down into the columns that have parts. */
  private record Walk(String table, List<String> keys, List<Column> columns) {

    private void parts(String path, String shown, StructType struct, boolean percent) {
      for (StructField field : struct.fields()) {
        String point = path.isEmpty() ? "" : ".";
        column(
            path + point + field.name(), shown + point + field.name(), field.dataType(), percent);
      }
    }

    private void column(String path, String shown, DataType type, boolean percentAbove) {
      Meaning meaning = Dictionary.OWN.column(table, path);
      if (meaning == null) {
        throw new IllegalStateException("nothing says what " + table + "." + path + " holds");
      }
      DataType inner = type;
      String mark = "";
      if (type instanceof ArrayType array) {
        inner = array.elementType();
        mark = "[]";
      } else if (type instanceof MapType map) {
        inner = map.valueType();
        mark = "{}";
      }
      boolean percent = percentAbove || meaning.unit() == Unit.PERCENT;
      Unit unit = percent && isNumber(inner) ? Unit.PERCENT : meaning.unit();
      columns.add(
          new Column(
              shown,
              type(type),
              meaning,
              inner instanceof StructType ? Unit.NONE : unit,
              inner instanceof StructType ? Unit.NONE : unit == Unit.PERCENT ? Unit.SHARE : unit,
              keys.contains(path)));
      if (inner instanceof StructType struct) {
        parts(path, shown + mark, struct, percent);
      }
    }

    private static boolean isNumber(DataType type) {
      return type.typeName().startsWith("decimal") || type.equals(DataTypes.DoubleType);
    }

    private static String type(DataType type) {
      if (type instanceof StructType) {
        return "struct";
      }
      if (type instanceof ArrayType array) {
        return "array<" + type(array.elementType()) + ">";
      }
      if (type instanceof MapType map) {
        return "map<string," + type(map.valueType()) + ">";
      }
      return type.catalogString();
    }
  }
}
