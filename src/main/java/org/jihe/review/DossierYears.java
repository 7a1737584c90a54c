package org.jihe.review;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jihe.form.department.Departments;
import org.jihe.workspace.PartitionFiles;
import org.jihe.workspace.PartitionFiles.Stored;
import org.jihe.workspace.Run;
import org.jihe.workspace.TaskPacking;
import org.jihe.workspace.Workspace;
import org.jihe.workspace.WorkspaceTable;
import org.jspecify.annotations.Nullable;

/**
 * Which department and year a dossier is, and which dossier is that of the year before.
 *
 * @param before key of the year before, by dossier, whether there are forms of it or not
 * @param years the years that forms are of
 */
record DossierYears(Map<String, String> before, Set<Integer> years) {

  private static final List<String> COLUMNS =
      List.of("dossier", "year.value", "supervisingDepartment.printed");

  /** The department and year of a dossier, as one of its forms prints them. */
  private record Printed(String dossier, int year, @Nullable String department)
      implements Serializable {}

  /** Looks at a form of every dossier; those that print no year are left out. */
  static DossierYears of(
      SparkSession spark, Workspace workspace, Run run, Departments departments) {
    Map<String, String> before = new TreeMap<>();
    Set<Integer> years = new TreeSet<>();
    for (Printed one : printed(spark, workspace, run)) {
      before.put(one.dossier, departments.dossier(one.year - 1, one.department));
      years.add(one.year);
    }
    return new DossierYears(before, years);
  }

  private static List<Printed> printed(SparkSession spark, Workspace workspace, Run run) {
    List<Stored> files = new ArrayList<>();
    // All forms of a dossier are of one department and year, so one of its files will do.
    workspace.filesByKey(run, WorkspaceTable.FORMS).values().forEach(of -> files.add(of.get(0)));
    if (files.isEmpty()) {
      return List.of();
    }
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Broadcast<PartitionFiles> forms =
        context.broadcast(workspace.partitionFiles(WorkspaceTable.FORMS));
    List<List<Stored>> tasks = TaskPacking.of(context, files, Stored::bytes);
    return context
        .parallelize(tasks, tasks.size())
        .flatMap(
            share -> {
              List<Printed> found = new ArrayList<>();
              share.forEach(file -> forms.value().read(file, COLUMNS, row -> add(found, row)));
              return found.iterator();
            })
        .collect();
  }

  private static void add(List<Printed> found, Row row) {
    String dossier = row.getAs("dossier");
    boolean isFirst = found.isEmpty() || !found.get(found.size() - 1).dossier.equals(dossier);
    Integer year = row.<Row>getAs("year").getAs("value");
    if (isFirst && year != null) {
      String department = row.<Row>getAs("supervisingDepartment").getAs("printed");
      found.add(new Printed(dossier, year, department));
    }
  }
}
