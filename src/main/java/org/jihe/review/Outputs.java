package org.jihe.review;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jihe.form.FormKey;
import org.jihe.message.JobException;
import org.jihe.message.Language;
import org.jihe.message.Messages;
import org.jihe.publish.ChineseWords;
import org.jihe.publish.Edition;
import org.jihe.publish.ReviewData;
import org.jihe.rule.catalogue.RuleCatalogue;
import org.jihe.rule.cell.FormLabels;
import org.jihe.rule.engine.RuleSet;
import org.jihe.rule.folder.RuleException;
import org.jihe.workspace.Run;
import org.jihe.workspace.StoredRows;
import org.jihe.workspace.Workspace;
import org.jihe.workspace.WorkspaceTable;

/** What a run's outputs are made of. */
final class Outputs {

  /** Rises with every change of what an output holds or how it is written. */
  private static final String FORMAT = "3";

  private Outputs() {}

  static ReviewData of(Workspace workspace, Run run, RuleSet rules, ReviewRequest request)
      throws JobException {
    Map<WorkspaceTable, StoredRows> tables = new EnumMap<>(WorkspaceTable.class);
    for (WorkspaceTable table : WorkspaceTable.values()) {
      tables.put(table, workspace.stored(run, table));
    }
    Language language = request.language();
    Map<String, String> messages = rules.messages(language);
    ChineseWords chinese =
        new ChineseWords(
            titles(request),
            rules.messages(Language.ZH),
            Messages.of(Language.ZH, "summary"),
            FormLabels::name);
    String contents =
        FormKey.of(
            FORMAT,
            run.state(),
            language.code(),
            new TreeMap<>(messages).toString(),
            new TreeMap<>(chinese.titles()).toString(),
            new TreeMap<>(chinese.messages()).toString());
    return new ReviewData(
        new Edition(run.id(), Workspace.schema(), Workspace.program(), contents),
        tables,
        messages,
        Messages.of(language, "reasons"),
        chinese,
        Quarantine.decisionsAndSources(workspace, run),
        KeptDepartments.of(workspace.folder(), run));
  }

  /** The rules' Chinese names; the lists are readable without them. */
  private static Map<String, String> titles(ReviewRequest request) {
    Map<String, String> titles = new TreeMap<>();
    try {
      RuleCatalogue.open(request.checking().rules())
          .list()
          .forEach(entry -> titles.put(entry.info().id(), entry.title()));
    } catch (RuleException e) {
      titles.clear();
    }
    return titles;
  }
}
