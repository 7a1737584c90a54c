package org.jihe.workspace;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Table;
import org.apache.iceberg.UpdateSchema;
import org.apache.iceberg.spark.SparkSchemaUtil;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.jihe.table.FormCodec;
import org.jihe.table.FormsOf01;
import org.jihe.table.Schemas;
import org.jihe.workspace.PartitionFiles.Stored;

/**
 * Writes the forms that version 0.1 left with today's columns, as a run of its own: it counts when
 * it is committed, and whoever is killed before leaves the forms as they were. Earlier runs keep
 * the columns that they were written with.
 */
final class FormsMigration {

  /** Name of the run's job. */
  static final String JOB = "migrate";

  private FormsMigration() {}

  /** Where the forms of a dossier are. */
  private record Dossier(String key, List<Stored> files) implements Serializable {

    private long bytes() {
      return files.stream().mapToLong(Stored::bytes).sum();
    }
  }

  /** True where the forms in force have the columns of version 0.1. */
  static boolean isDue(Tables tables) throws WorkspaceDamagedException {
    Run last = tables.last();
    return last != null
        && last.snapshots.containsKey(WorkspaceTable.FORMS.tableName())
        && FormsOf01.are(tables.reader(last, WorkspaceTable.FORMS).columns());
  }

  /** Writes all forms anew. */
  static void run(Workspace workspace, SparkSession spark) throws WorkspaceDamagedException {
    Run run = workspace.begin(JOB);
    Map<String, List<Stored>> files = workspace.filesByKey(run, WorkspaceTable.FORMS);
    PartitionFiles before = workspace.tables().reader(run, WorkspaceTable.FORMS);
    alter(workspace.tables().load(WorkspaceTable.FORMS.tableName()));
    List<DataFile> written =
        write(
            JavaSparkContext.fromSparkContext(spark.sparkContext()),
            before,
            workspace.partitionFiles(WorkspaceTable.FORMS),
            files);
    workspace.replaceFiles(run, WorkspaceTable.FORMS, written, files.keySet());
    workspace.commit(run);
  }

  static void alter(Table forms) {
    UpdateSchema columns = forms.updateSchema();
    for (String name : FormsOf01.gone()) {
      if (forms.schema().findField(name) != null) {
        columns.deleteColumn(name);
      }
    }
    for (StructField column : Schemas.FORMS.fields()) {
      if (forms.schema().findField(column.name()) == null) {
        columns.addColumn(
            column.name(), SparkSchemaUtil.convert(Schemas.FORMS).findType(column.name()));
      }
    }
    columns.commit();
  }

  private static List<DataFile> write(
      JavaSparkContext context,
      PartitionFiles before,
      PartitionFiles after,
      Map<String, List<Stored>> files) {
    Broadcast<PartitionFiles> from = context.broadcast(before);
    Broadcast<PartitionFiles> to = context.broadcast(after);
    List<Dossier> dossiers = new ArrayList<>();
    files.forEach((key, of) -> dossiers.add(new Dossier(key, of)));
    List<List<Dossier>> tasks = TaskPacking.of(context, dossiers, Dossier::bytes);
    return context
        .parallelize(tasks, Math.max(1, tasks.size()))
        .flatMap(
            share -> {
              List<DataFile> written = new ArrayList<>();
              for (Dossier dossier : share) {
                written.addAll(write(from.value(), to.value(), dossier));
              }
              return written.iterator();
            })
        .collect();
  }

  private static List<DataFile> write(
      PartitionFiles before, PartitionFiles after, Dossier dossier) {
    try (PartitionFiles.Writer rows = after.write(dossier.key)) {
      for (Stored file : dossier.files) {
        before.read(file, row -> rows.add(FormCodec.toRow(FormCodec.fromRow(row))));
      }
      return rows.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
