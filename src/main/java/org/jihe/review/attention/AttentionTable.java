package org.jihe.review.attention;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_max;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jihe.finding.Attention;
import org.jihe.form.FormKind;
import org.jihe.table.AttentionCodec;
import org.jihe.table.Decimals;
import org.jihe.table.Schemas;
import org.jihe.workspace.Run;
import org.jihe.workspace.Workspace;
import org.jihe.workspace.WorkspaceTable;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code attention}. A form without amounts counts as the median of all projects of the
 * workspace, so it is written when all forms are known, and again when the median has moved.
 */
public final class AttentionTable {

  private AttentionTable() {}

  /**
   * Renews the rows of some dossiers.
   *
   * @param due the dossiers whose rows are replaced
   * @param counts what tasks have written of them; what is settled here is counted there
   */
  public static void write(
      Workspace workspace, Run run, Set<String> due, AttentionCounts counts, Scales scales) {
    Map<String, List<Attention>> open = marked(workspace, run, due);
    workspace.replaceFiles(run, WorkspaceTable.ATTENTION, counts.files(), due);
    open.putAll(counts.unsettled());
    if (open.isEmpty()) {
      return;
    }
    BigDecimal median = median(workspace, run);
    List<Row> rows = new ArrayList<>();
    Set<String> changed = new TreeSet<>();
    open.forEach(
        (dossier, before) -> {
          List<Attention> settled = settled(before, median, scales);
          if (!settled.equals(before) || due.contains(dossier)) {
            changed.add(dossier);
            settled.forEach(one -> rows.add(AttentionCodec.toRow(one)));
          }
          settled.stream().filter(counts::counts).forEach(counts::count);
        });
    workspace.replace(run, WorkspaceTable.ATTENTION, rows, changed);
  }

  private static List<Attention> settled(
      Collection<Attention> rows, @Nullable BigDecimal median, Scales scales) {
    return rows.stream()
        .map(
            one ->
                one.money().isMedian()
                    ? Weighing.withMedian(
                        one, median, scales.priorities().of(one.jurisdiction(), one.year()))
                    : one)
        .sorted(Weighing.FIRST)
        .toList();
  }

  /** The rows of the other dossiers in which some form counts as the median of before. */
  private static Map<String, List<Attention>> marked(
      Workspace workspace, Run run, Set<String> due) {
    Map<String, List<Attention>> marked = new TreeMap<>();
    if (due.containsAll(run.aggregated().keySet())) {
      return marked;
    }
    List<String> dossiers =
        workspace
            .read(run, WorkspaceTable.ATTENTION)
            .filter(col("amountIsMedian").and(functions.not(col("dossier").isin(due.toArray()))))
            .select("dossier")
            .distinct()
            .collectAsList()
            .stream()
            .map(row -> row.getString(0))
            .toList();
    if (!dossiers.isEmpty()) {
      workspace
          .read(run, WorkspaceTable.ATTENTION)
          .filter(col("dossier").isin(dossiers.toArray()))
          .collectAsList()
          .stream()
          .map(AttentionCodec::fromRow)
          .sorted(Weighing.FIRST)
          .forEach(one -> marked.computeIfAbsent(one.dossier(), id -> new ArrayList<>()).add(one));
    }
    return marked;
  }

  /** The median of the projects' largest amounts; null where no project has any. */
  private static @Nullable BigDecimal median(Workspace workspace, Run run) {
    Column total = col("funding").getItem(0);
    Column amount =
        array_max(
            array(
                total.getField("originalBudget").getField("value"),
                total.getField("finalBudget").getField("value"),
                total.getField("actualExpenditure").getField("value")));
    Column kind = coalesce(col(Schemas.FORM_KIND), lit(FormKind.PROJECT.key()));
    Row row =
        workspace
            .read(run, WorkspaceTable.FORMS)
            .filter(kind.equalTo(FormKind.PROJECT.key()))
            .select(amount.cast("double").as("amount"))
            .selectExpr("percentile(amount, 0.5)")
            .first();
    return row.isNullAt(0)
        ? null
        : Objects.requireNonNull(Decimals.plain(BigDecimal.valueOf(row.getDouble(0))));
  }
}
