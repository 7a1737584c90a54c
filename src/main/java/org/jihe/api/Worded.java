package org.jihe.api;

import java.util.Iterator;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jihe.message.Messages;

/** Rows of findings with their messages behind them. */
final class Worded {

  private Worded() {}

  static StructType schema(StructType findings) {
    return findings.add("message", DataTypes.StringType);
  }

  /** The rows with the messages of a set of patterns by rule id. */
  static Iterator<Row> rows(Iterator<Row> findings, Map<String, String> patterns) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return findings.hasNext();
      }

      @Override
      public Row next() {
        return worded(findings.next(), patterns);
      }
    };
  }

  private static Row worded(Row finding, Map<String, String> patterns) {
    String rule = finding.getAs("ruleId");
    Map<String, String> arguments = finding.getJavaMap(finding.fieldIndex("arguments"));
    Object[] values = new Object[finding.size() + 1];
    for (int i = 0; i < finding.size(); i++) {
      values[i] = finding.get(i);
    }
    values[finding.size()] = Messages.fill(patterns.getOrDefault(rule, rule), arguments);
    return RowFactory.create(values);
  }
}
