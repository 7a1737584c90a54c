package org.jihe.publish.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jihe.workspace.WorkspaceTable;
import org.junit.jupiter.api.Test;

/** Rates become shares wherever they stand; nothing else changes. */
class SharesTest {

  private static StructType struct(StructField... fields) {
    return new StructType(fields);
  }

  private static StructField field(String name, org.apache.spark.sql.types.DataType type) {
    return DataTypes.createStructField(name, type, true);
  }

  private static final org.apache.spark.sql.types.DecimalType DECIMAL =
      DataTypes.createDecimalType(38, 10);

  private static final StructType PRINTED =
      struct(field("printed", DataTypes.StringType), field("value", DECIMAL));

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }

  @Test
  void aRateInsideOfAListIsAShare() {
    StructType row =
        struct(
            field("formId", DataTypes.StringType),
            field(
                "funding",
                DataTypes.createArrayType(
                    struct(field("finalBudget", PRINTED), field("executionRate", PRINTED)))));
    Shares shares = new Shares("forms", row);
    assertThat(shares.areNeeded()).isTrue();
    Row funding =
        RowFactory.create(
            RowFactory.create("100", number("100")), RowFactory.create("98.3%", number("98.3")));
    Row empty = RowFactory.create(null, RowFactory.create("", null));
    InternalRow of = shares.of(RowFactory.create("a", new Row[] {funding, empty}));
    InternalRow first = of.getArray(1).getStruct(0, 2);
    assertThat(first.getStruct(0, 2).getDecimal(1, 38, 10).toJavaBigDecimal())
        .isEqualByComparingTo("100");
    assertThat(first.getStruct(1, 2).getUTF8String(0)).hasToString("98.3%");
    assertThat(first.getStruct(1, 2).getDecimal(1, 38, 10).toJavaBigDecimal())
        .isEqualByComparingTo("0.983");
    assertThat(of.getArray(1).getStruct(1, 2).getStruct(1, 2).isNullAt(1)).isTrue();
  }

  @Test
  void whatIsAShareAlreadyStays() {
    assertThat(
            new Shares("rollup_statistics", WorkspaceTable.ROLLUP_STATISTICS.schema()).areNeeded())
        .isFalse();
    assertThat(new Shares("findings", WorkspaceTable.FINDINGS.schema()).areNeeded()).isFalse();
    assertThat(
            new Shares("agency_statistics", WorkspaceTable.AGENCY_STATISTICS.schema()).areNeeded())
        .isTrue();
  }
}
