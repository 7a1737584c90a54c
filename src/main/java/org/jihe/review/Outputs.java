package org.jihe.review;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jihe.form.FormKey;
import org.jihe.message.JobException;
import org.jihe.message.Language;
import org.jihe.message.Messages;
import org.jihe.publish.ChineseWords;
import org.jihe.publish.Edition;
import org.jihe.publish.ReviewData;
import org.jihe.publish.report.RuleLine;
import org.jihe.review.change.FindingChanges;
import org.jihe.rule.catalogue.RuleCatalogue;
import org.jihe.rule.catalogue.RuleDocument;
import org.jihe.rule.cell.FormLabels;
import org.jihe.rule.engine.RuleSet;
import org.jihe.rule.folder.RuleException;
import org.jihe.workspace.Run;
import org.jihe.workspace.RunRecord;
import org.jihe.workspace.StoredRows;
import org.jihe.workspace.Tables;
import org.jihe.workspace.Workspace;
import org.jihe.workspace.WorkspaceDamagedException;
import org.jihe.workspace.WorkspaceTable;
import org.jspecify.annotations.Nullable;

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
        since(workspace, run, messages),
        runs(workspace));
  }

  /** So many runs are looked back through for one that checked otherwise. */
  private static final int LOOKED_BACK = 10;

  /**
   * What became of findings since the last run before this one that checked otherwise. It is looked
   * for when it is asked for, and a department that was checked in the same way has no part in it.
   */
  private static ReviewData.Since since(
      Workspace workspace, Run run, Map<String, String> messages) {
    try {
      Run before = before(workspace.tables(), run);
      if (before == null) {
        return ReviewData.Since.NONE;
      }
      Set<String> changed = FindingChanges.dossiers(before, run);
      FindingChanges[] opened = new FindingChanges[1];
      return new ReviewData.Since(
          before.id(),
          dossier -> {
            if (!changed.contains(dossier)) {
              return null;
            }
            if (opened[0] == null) {
              opened[0] = FindingChanges.since(workspace, before, run, messages);
            }
            return opened[0].of(dossier);
          });
    } catch (WorkspaceDamagedException e) {
      return ReviewData.Since.NONE; // whoever needs the tables themselves says what is damaged
    }
  }

  private static @Nullable Run before(Tables tables, Run run) throws WorkspaceDamagedException {
    List<String> runs = new ArrayList<>(tables.runs());
    int place = runs.indexOf(run.id());
    List<String> earlier = place < 0 ? runs : runs.subList(0, place);
    for (int i = earlier.size() - 1; i >= Math.max(0, earlier.size() - LOOKED_BACK); i--) {
      Run one = tables.run(earlier.get(i));
      if (one == null || !tables.isKept(one) || one.checked().isEmpty()) {
        return null;
      }
      if (!FindingChanges.dossiers(one, run).isEmpty()) {
        return one;
      }
    }
    return null;
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
