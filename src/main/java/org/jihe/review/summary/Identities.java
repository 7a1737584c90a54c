package org.jihe.review.summary;

import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.jihe.message.JobException;
import org.jihe.rule.drl.RuleInfo;
import org.jihe.rule.engine.RuleSet;
import org.jihe.view.ReviewSummary.Accounting;
import org.jihe.view.ReviewSummary.RuleLine;
import org.jihe.workspace.Run;
import org.jihe.workspace.Workspace;
import org.jihe.workspace.WorkspaceTable;

/**
 * What must add up in every run, or the run is not committed: sources, forms, and the outcomes of
 * every rule.
 */
public final class Identities {

  private Identities() {}

  /**
   * Sources and forms found are all accounted for, and the tables hold the accepted forms.
   *
   * @param kept forms of the same departments and years that earlier runs left in force
   */
  public static void ofForms(Accounting accounting, long kept, long formsInTables)
      throws JobException {
    require(accounting.holds(), "sources and forms", accounting.toString());
    require(
        accounting.formsAccepted() + kept == formsInTables,
        "forms in the tables",
        accounting.formsAccepted() + kept + " in force, " + formsInTables + " in the tables");
  }

  /** The same, counting the tables' forms. */
  public static void ofForms(Workspace workspace, Run run, IngestResult read) throws JobException {
    Column wanted = functions.col("dossier").isin(read.dossiers().toArray());
    ofForms(
        read.accounting(0, Map.of()),
        read.resubmissions().kept(),
        workspace.read(run, WorkspaceTable.FORMS).filter(wanted).count());
  }

  /** Every form has exactly one outcome of the rule. */
  public static void ofOutcomes(RuleLine rule, long forms) throws JobException {
    ofOutcomes(
        rule.ruleId(),
        rule.fired() + rule.passed() + rule.waived() + rule.notApplicable() + rule.notEvaluated(),
        forms);
  }

  /** Every form of some dossiers has exactly one outcome of every rule in the tables. */
  public static void ofOutcomes(Workspace workspace, Run run, RuleSet rules, Set<String> dossiers)
      throws JobException {
    Column wanted = functions.col("dossier").isin(dossiers.toArray());
    long forms = workspace.read(run, WorkspaceTable.FORMS).filter(wanted).count();
    OutcomeCounts outcomes =
        OutcomeCounts.of(workspace.read(run, WorkspaceTable.OUTCOMES).filter(wanted));
    for (RuleInfo rule : rules.rules()) {
      ofOutcomes(rule.id(), outcomes.of(rule.id()), forms);
    }
  }

  private static void ofOutcomes(String rule, long outcomes, long forms) throws JobException {
    require(outcomes == forms, rule, outcomes + " outcomes of " + forms + " forms");
  }

  private static void require(boolean holds, String identity, String figures) throws JobException {
    if (!holds) {
      throw new JobException("accounting", Map.of("identity", identity, "figures", figures));
    }
  }
}
