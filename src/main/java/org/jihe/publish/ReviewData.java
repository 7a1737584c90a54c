package org.jihe.publish;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jihe.finding.Finding;
import org.jihe.form.department.Departments;
import org.jihe.message.Messages;
import org.jihe.publish.report.RuleLine;
import org.jihe.table.Dismissals;
import org.jihe.view.FindingChange.Department;
import org.jihe.workspace.RunRecord;
import org.jihe.workspace.StoredRows;
import org.jihe.workspace.WorkspaceTable;
import org.jspecify.annotations.Nullable;

/**
 * What is published: the tables of a workspace as one run left them.
 *
 * @param edition which run's they are
 * @param tables the tables by name
 * @param messages message patterns of the rules by rule id, in the language of the reader
 * @param texts the program's own texts in that language, with the bundle {@code reasons}
 * @param chinese what stands in Chinese whatever the language of the reader is
 * @param dismissals what people have decided on entries of the quarantine
 * @param departments which names are one department
 * @param rules the rules that may have found something; none where they cannot be read any more
 * @param due until when departments are to answer, in Chinese words
 * @param since what became of the findings since the run before
 * @param runs of the workspace, the one whose the tables are among them
 */
public record ReviewData(
    Edition edition,
    Map<WorkspaceTable, StoredRows> tables,
    Map<String, String> messages,
    Messages texts,
    ChineseWords chinese,
    Dismissals dismissals,
    Departments departments,
    List<RuleLine> rules,
    String due,
    Since since,
    List<RunRecord> runs) {

  /** Tells what became of the findings of a department and year. */
  @FunctionalInterface
  public interface Changes {

    /** What became of them; null where the run before was no other one. */
    @Nullable Department of(String dossier) throws IOException;
  }

  /**
   * What became of findings since an earlier run.
   *
   * @param run its id; empty where there is none
   */
  public record Since(String run, Changes changes) {

    /** There is nothing to compare with. */
    public static final Since NONE = new Since("", dossier -> null);
  }

  /** Where the bureau sets no day. */
  public static final String USUALLY_DUE = "收到清单之日起15个工作日内";

  /** The rows of a table. */
  StoredRows table(WorkspaceTable table) {
    StoredRows rows = tables.get(table);
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
