package org.jihe.publish;

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
 */
public record ReviewData(Map<WorkspaceTable, Dataset<Row>> tables, Map<String, String> messages) {

  /** The rows of a table. */
  Dataset<Row> table(WorkspaceTable table) {
    Dataset<Row> rows = tables.get(table);
    if (rows == null) {
      throw new IllegalArgumentException("no table " + table);
    }
    return rows;
  }

  /** The finding in words. */
  String message(Finding finding) {
    String pattern = messages.getOrDefault(finding.ruleId(), finding.ruleId());
    return Messages.fill(pattern, finding.arguments());
  }
}
