package org.jihe.table;

import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jihe.table.Dictionary.Meaning;

/** Columns that say what they mean, for whoever looks at the tables with another program. */
public final class CommentedColumns {

  private CommentedColumns() {}

  /** The same columns and parts of columns, each with its meaning in Chinese and its unit. */
  public static StructType of(String table, StructType columns) {
    return parts(table, "", columns);
  }

  private static StructType parts(String table, String path, StructType struct) {
    StructField[] fields = struct.fields().clone();
    for (int i = 0; i < fields.length; i++) {
      String of = path.isEmpty() ? fields[i].name() : path + "." + fields[i].name();
      StructField field =
          DataTypes.createStructField(
              fields[i].name(), type(table, of, fields[i].dataType()), fields[i].nullable());
      Meaning meaning = Dictionary.OWN.column(table, of);
      fields[i] = meaning == null ? field : field.withComment(meaning.inChinese());
    }
    return new StructType(fields);
  }

  private static DataType type(String table, String path, DataType type) {
    if (type instanceof StructType struct) {
      return parts(table, path, struct);
    }
    if (type instanceof ArrayType array) {
      return DataTypes.createArrayType(
          type(table, path, array.elementType()), array.containsNull());
    }
    if (type instanceof MapType map) {
      return DataTypes.createMapType(
          map.keyType(), type(table, path, map.valueType()), map.valueContainsNull());
    }
    return type;
  }
}
