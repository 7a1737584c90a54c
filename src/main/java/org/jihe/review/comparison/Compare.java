package org.jihe.review.comparison;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.jihe.message.Language;
import org.jihe.message.Messages;
import org.jihe.rule.engine.RuleSet;
import org.jihe.rule.fact.group.RegistryLists;
import org.jihe.statistic.ComparisonCodec;
import org.jihe.statistic.CopiedTextCodec;
import org.jihe.statistic.FormMeasuresCodec;
import org.jihe.statistic.OutlierCodec;
import org.jihe.statistic.RollupCodec;
import org.jihe.statistic.comparison.Comparison;
import org.jihe.statistic.measure.FormMeasures;
import org.jihe.statistic.outlier.Likenesses;
import org.jihe.statistic.outlier.Outlier;
import org.jihe.statistic.outlier.OutlierSearch;
import org.jihe.statistic.rollup.Rollup;
import org.jihe.view.CopiedTextSentence;
import org.jihe.view.OutlierText;
import org.jihe.workspace.Run;
import org.jihe.workspace.Together;
import org.jihe.workspace.Workspace;
import org.jihe.workspace.WorkspaceTable;

/**
 * Holds departments and forms against each other: the tables {@code comparison}, {@code outliers},
 * {@code copied_texts} and {@code rollup_statistics}. All departments of a year bear on each, so
 * they are made anew as a whole, of the measures of the forms that are in the tables already.
 */
public final class Compare {

  /** Forms that a department must have to be compared and ranked. */
  public static final int FEWEST = 10;

  private Compare() {}

  /**
   * Renews the comparison where statistics were renewed.
   *
   * @param lists the bureau's lists in force
   * @param renewed the dossiers whose statistics were
   */
  public static void after(
      Workspace workspace, Run run, RuleSet rules, RegistryLists lists, Set<String> renewed) {
    if (!renewed.isEmpty()) {
      write(workspace, run, rules, lists, measures(workspace, run));
    }
  }

  /** In one order, however many files and tasks there were: sums are the same to the last digit. */
  private static List<FormMeasures> measures(Workspace workspace, Run run) {
    List<FormMeasures> forms = new ArrayList<>();
    try {
      workspace
          .stored(run, WorkspaceTable.FORM_MEASURES)
          .forEach((row, internal) -> forms.add(FormMeasuresCodec.fromRow(row)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    forms.sort(
        Comparator.comparing((FormMeasures one) -> one.place().dossier())
            .thenComparing(one -> one.place().formId()));
    return forms;
  }

  private static void write(
      Workspace workspace, Run run, RuleSet rules, RegistryLists lists, List<FormMeasures> forms) {
    Rollup rollup = new Rollup();
    Comparison comparison = new Comparison(FEWEST);
    OutlierSearch search = new OutlierSearch(new Likenesses());
    for (FormMeasures form : forms) {
      comparison.add(form);
      search.add(form);
      rollup.add(form);
    }
    CoveredProjects.of(forms, lists).addTo(rollup);
    List<Row> totals = rollup.done().stream().map(line -> RollupCodec.toRow(line, FEWEST)).toList();
    OutlierText text =
        new OutlierText(Messages.of(Language.ZH, "comparison"), rules.jurisdictionNames());
    List<Row> compared = comparison.done().stream().map(ComparisonCodec::toRow).toList();
    List<Row> outliers = new ArrayList<>();
    for (Outlier one : search.done()) {
      outliers.add(OutlierCodec.toRow(one, text.sentence(one)));
    }
    CopiedTextSentence copied = new CopiedTextSentence(Messages.of(Language.ZH, "comparison"));
    List<Row> copies =
        Copies.of(workspace, run).stream()
            .map(one -> CopiedTextCodec.toRow(one, copied.of(one)))
            .toList();
    Together.run(
        () -> workspace.rewrite(run, WorkspaceTable.ROLLUP_STATISTICS, totals),
        () -> workspace.rewrite(run, WorkspaceTable.COMPARISON, compared),
        () -> workspace.rewrite(run, WorkspaceTable.OUTLIERS, outliers),
        () -> workspace.rewrite(run, WorkspaceTable.COPIED_TEXTS, copies));
  }
}
