package org.jihe.review;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jihe.form.FormKey;
import org.jihe.message.JobException;
import org.jihe.message.Language;
import org.jihe.message.Messages;
import org.jihe.publish.ChineseWords;
import org.jihe.publish.Edition;
import org.jihe.publish.ReviewData;
import org.jihe.publish.report.RuleLine;
import org.jihe.rule.catalogue.RuleCatalogue;
import org.jihe.rule.catalogue.RuleDocument;
import org.jihe.rule.cell.FormLabels;
import org.jihe.rule.engine.RuleSet;
import org.jihe.rule.folder.RuleException;
import org.jihe.workspace.Run;
import org.jihe.workspace.RunRecord;
import org.jihe.workspace.StoredRows;
import org.jihe.workspace.Workspace;
import org.jihe.workspace.WorkspaceTable;

/** What a run's outputs are made of. */
public final class Outputs {

  /** Rises with every change of what an output holds or how it is written. */
  private static final String FORMAT = "4";

  private Outputs() {}

  /** What the outputs of a run are made of, with the rules that it was checked by. */
  public static ReviewData of(Workspace workspace, Run run, RuleSet rules, ReviewRequest request)
      throws JobException {
    Map<WorkspaceTable, StoredRows> tables = new EnumMap<>(WorkspaceTable.class);
    for (WorkspaceTable table : WorkspaceTable.values()) {
      tables.put(table, workspace.stored(run, table));
    }
    Language language = request.language();
    Map<String, String> messages = rules.messages(language);
    Map<String, String> titles = new TreeMap<>();
    Map<String, ChineseWords.Advice> advice = new TreeMap<>();
    List<RuleLine> lines = new ArrayList<>();
    describe(request, rules, titles, advice, lines);
    ChineseWords chinese =
        new ChineseWords(
            titles,
            advice,
            rules.messages(Language.ZH),
            Messages.of(Language.ZH, "summary", "reasons"),
            FormLabels::name);
    String contents =
        FormKey.of(
            FORMAT,
            run.state(),
            language.code(),
            new TreeMap<>(messages).toString(),
            chinese.titles().toString(),
            chinese.advice().toString(),
            new TreeMap<>(chinese.messages()).toString());
    return new ReviewData(
        new Edition(run.id(), Workspace.schema(), Workspace.program(), contents),
        tables,
        messages,
        Messages.of(language, "reasons"),
        chinese,
        Quarantine.decisionsAndSources(workspace, run),
        KeptDepartments.of(workspace.folder(), run),
        lines,
        ReviewData.USUALLY_DUE,
        runs(workspace));
  }

  private static List<RunRecord> runs(Workspace workspace) throws JobException {
    return Workbench.reading(workspace.folder(), () -> workspace.tables().history());
  }

  /** The rules' Chinese names, and what stands behind them; the lists are readable without. */
  private static void describe(
      ReviewRequest request,
      RuleSet rules,
      Map<String, String> titles,
      Map<String, ChineseWords.Advice> advice,
      List<RuleLine> lines) {
    try {
      RuleCatalogue catalogue = RuleCatalogue.open(request.checking().rules());
      for (RuleCatalogue.Entry entry : catalogue.list()) {
        String id = entry.info().id();
        String document = String.valueOf(catalogue.show(id));
        String basis = RuleDocument.section(document, "依据");
        String remedy = RuleDocument.section(document, "怎么改");
        titles.put(id, entry.title());
        advice.put(id, new ChineseWords.Advice(basis, remedy));
        lines.add(
            new RuleLine(
                id,
                entry.info().family(),
                entry.info().severity().name(),
                entry.title(),
                entry.english(),
                basis,
                remedy,
                rules.messages(Language.ZH).getOrDefault(id, id),
                rules.messages(Language.EN).getOrDefault(id, id)));
      }
    } catch (RuleException e) {
      titles.clear();
      advice.clear();
      lines.clear();
    }
  }
}
