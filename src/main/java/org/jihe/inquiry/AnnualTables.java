package org.jihe.inquiry;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.jihe.message.JobException;
import org.jihe.review.Workbench;
import org.jihe.statistic.rollup.Level;
import org.jihe.view.ComparisonLine;
import org.jihe.view.DepartmentTotal;
import org.jihe.view.OutlierLine;
import org.jihe.workspace.Run;
import org.jihe.workspace.Tables;
import org.jihe.workspace.WorkspaceTable;

/**
 * What the last run left of departments and forms held against each other. Read without Spark;
 * nothing in the workspace changes.
 *
 * @param comparison by year, measure and department
 * @param outliers by year, measure and how far they stand out
 * @param departments the departments' years
 * @param owners whose form each is
 */
public record AnnualTables(
    List<ComparisonLine> comparison,
    List<OutlierLine> outliers,
    List<DepartmentTotal> departments,
    Map<String, Owner> owners) {

  /** Verdicts that say that a department stands out. */
  private static final List<String> STANDING_OUT = List.of("high", "low");

  /** Whose form it is. */
  public record Owner(String department, int year) {}

  /**
   * Reads them.
   *
   * @throws JobException where there is no workspace, or it cannot be read
   */
  public static AnnualTables of(Path workspace) throws JobException {
    return Workbench.inForce(workspace, AnnualTables::read);
  }

  private static AnnualTables read(Tables tables, Run run) throws IOException {
    List<ComparisonLine> comparison =
        rows(tables, run, WorkspaceTable.COMPARISON).stream().map(AnnualTables::compared).toList();
    List<OutlierLine> outliers =
        rows(tables, run, WorkspaceTable.OUTLIERS).stream().map(AnnualTables::outlier).toList();
    List<DepartmentTotal> totals = new ArrayList<>();
    for (Row row : rows(tables, run, WorkspaceTable.ROLLUP_STATISTICS)) {
      if (row.getAs("level").equals(Level.DEPARTMENT.key())) {
        totals.add(total(row, comparison));
      }
    }
    Map<String, Owner> owners = new HashMap<>();
    if (run.has(WorkspaceTable.FORM_MEASURES)) {
      for (Row row :
          tables.rows(
              run,
              WorkspaceTable.FORM_MEASURES,
              List.of("formId", "departmentKey", "department", "year"))) {
        Integer year = row.getAs("year");
        String name = row.getAs("department");
        String key = row.getAs("departmentKey");
        if (year != null) {
          owners.put(row.getAs("formId"), new Owner(name == null ? key : name, year));
        }
      }
    }
    return new AnnualTables(comparison, outliers, totals, owners);
  }

  private static List<Row> rows(Tables tables, Run run, WorkspaceTable table) throws IOException {
    return run.has(table)
        ? tables.rows(run, table, List.of(table.schema().fieldNames()))
        : List.of();
  }

  private static ComparisonLine compared(Row row) {
    return new ComparisonLine(
        row.<Integer>getAs("year"),
        row.getAs("department"),
        row.getAs("measure"),
        row.<Long>getAs("n"),
        row.getAs("value"),
        row.getAs("lower95"),
        row.getAs("upper95"),
        row.getAs("districtValue"),
        row.getAs("limitLower95"),
        row.getAs("limitUpper95"),
        row.getAs("limitLower998"),
        row.getAs("limitUpper998"),
        row.getAs("z"),
        row.getAs("zAdjusted"),
        row.getAs("pAdjusted"),
        row.getAs("verdict"),
        row.getAs("rank"),
        row.getAs("rankLower"),
        row.getAs("rankUpper"),
        row.getAs("ranked"),
        row.getAs("adjustedLower95"),
        row.getAs("adjustedUpper95"),
        row.getAs("adjustedLower998"),
        row.getAs("adjustedUpper998"));
  }

  private static OutlierLine outlier(Row row) {
    return new OutlierLine(
        row.getAs("formId"),
        row.getAs("department"),
        row.<Integer>getAs("year"),
        row.getAs("project"),
        row.getAs("measure"),
        row.getAs("peerGroup"),
        row.<Long>getAs("peers"),
        row.<Double>getAs("value"),
        row.<Double>getAs("median"),
        row.<Double>getAs("mad"),
        row.<Double>getAs("robustZ"),
        row.<Double>getAs("fence"),
        row.<Double>getAs("pAdjusted"),
        row.getAs("sentence"),
        row.getAs("subject"),
        row.<Boolean>getAs("far"));
  }

  private static DepartmentTotal total(Row row, List<ComparisonLine> comparison) {
    String department = row.getAs("name");
    int year = row.<Integer>getAs("year");
    Map<String, String> verdicts = new TreeMap<>();
    boolean compared = false;
    for (ComparisonLine line : comparison) {
      if (line.year() == year && line.department().equals(department)) {
        boolean out = STANDING_OUT.contains(line.verdict());
        compared |= out || line.verdict().equals("within");
        if (out) {
          verdicts.put(line.measure(), line.verdict());
        }
      }
    }
    Row over = row.<String, Row>getJavaMap(row.fieldIndex("shares")).get("overclaimed");
    BigDecimal budget = row.getAs("finalBudget");
    BigDecimal spent = row.getAs("actualExpenditure");
    return new DepartmentTotal(
        department,
        year,
        row.<Long>getAs("forms"),
        row.<Long>getAs("cancelledForms"),
        budget,
        spent,
        row.getAs("executionRate"),
        row.getAs("scoreMean"),
        row.<Long>getAs("errors"),
        over == null ? 0 : over.<Long>getAs("hits"),
        verdicts,
        compared);
  }
}
