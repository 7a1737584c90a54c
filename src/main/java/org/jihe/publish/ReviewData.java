package org.jihe.publish;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jihe.finding.Finding;
import org.jihe.message.Messages;
import org.jihe.table.WorkspaceTable;

/**
 * What is published: the tables of a workspace as one run left them.
 *
 * @param tables the tables by name
 * @param messages message patterns of the rules by rule id, in the language of the reader
 * @param texts the program's own texts in that language, with the bundle {@code reasons}
 */
public record ReviewData(
    Map<WorkspaceTable, Contents> tables, Map<String, String> messages, Messages texts) {

  /**
   * What one table holds.
   *
   * @param rows its rows
   * @param files addresses of the Parquet files that hold these rows and no others
   */
  public record Contents(Dataset<Row> rows, List<String> files) {}

  /** The rows of a table. */
  Dataset<Row> table(WorkspaceTable table) {
    return contents(table).rows();
  }

  /** The rows of a table and the files that they stand in. */
  Contents contents(WorkspaceTable table) {
    Contents contents = tables.get(table);
    if (contents == null) {
      throw new IllegalArgumentException("no table " + table);
    }
    return contents;
  }

  /** The finding in words. */
  String message(Finding finding) {
    String pattern = messages.getOrDefault(finding.ruleId(), finding.ruleId());
    return Messages.fill(pattern, finding.arguments());
  }
}
