package org.jihe.table;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * The values of a row by their place in it, whether the row is one that programs work with or one
 * in Spark's own form. What a check reads a hundred thousand times comes in Spark's own form: to
 * make it into the other costs as much again as to read it.
 */
interface StoredValues {

  /** Values of a row. */
  static StoredValues of(Row row) {
    return new OfRow(row);
  }

  /** Values of a row in Spark's own form. */
  static StoredValues of(InternalRow row) {
    return new OfInternal(row);
  }

  @Nullable String text(int at);

  int number(int at);

  double real(int at);

  byte[] bytes(int at);

  boolean isNull(int at);

  /** A struct of so many values. */
  StoredValues struct(int at, int size);

  /** A list of structs of so many values each. */
  List<StoredValues> structs(int at, int size);

  /** Of a row that programs work with. */
  record OfRow(Row row) implements StoredValues {

    @Override
    public @Nullable String text(int at) {
      return row.getString(at);
    }

    @Override
    public int number(int at) {
      return row.getInt(at);
    }

    @Override
    public double real(int at) {
      return row.getDouble(at);
    }

    @Override
    public byte[] bytes(int at) {
      return row.getAs(at);
    }

    @Override
    public boolean isNull(int at) {
      return row.isNullAt(at);
    }

    @Override
    public StoredValues struct(int at, int size) {
      return new OfRow(row.getStruct(at));
    }

    @Override
    public List<StoredValues> structs(int at, int size) {
      return row.<Row>getList(at).stream().<StoredValues>map(OfRow::new).toList();
    }
  }

  /** Of a row in Spark's own form. */
  record OfInternal(InternalRow row) implements StoredValues {

    @Override
    public @Nullable String text(int at) {
      if (row.isNullAt(at)) {
        return null;
      }
      UTF8String text = row.getUTF8String(at);
      return text.toString();
    }

    @Override
    public int number(int at) {
      return row.getInt(at);
    }

    @Override
    public double real(int at) {
      return row.getDouble(at);
    }

    @Override
    public byte[] bytes(int at) {
      return row.getBinary(at);
    }

    @Override
    public boolean isNull(int at) {
      return row.isNullAt(at);
    }

    @Override
    public StoredValues struct(int at, int size) {
      return new OfInternal(row.getStruct(at, size));
    }

    @Override
    public List<StoredValues> structs(int at, int size) {
      ArrayData array = row.getArray(at);
      List<StoredValues> structs = new ArrayList<>(array.numElements());
      for (int i = 0; i < array.numElements(); i++) {
        structs.add(new OfInternal(array.getStruct(i, size)));
      }
      return structs;
    }
  }
}
