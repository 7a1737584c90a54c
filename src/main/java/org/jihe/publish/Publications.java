package org.jihe.publish;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.jihe.publish.parquet.PartitionedTables;
import org.jihe.workspace.StoredRows;
import org.jihe.workspace.Together;
import org.jihe.workspace.WorkspaceTable;
import org.jspecify.annotations.Nullable;

/**
 * Writes every output, all or none: readers see the former outputs until the new ones are whole.
 */
public final class Publications {

  private static final List<Publication> ALL =
      List.of(
          CsvPublication.forms(),
          CsvPublication.indicators(),
          JsonPublication.forms(),
          CsvPublication.findings(),
          GroupedFindings.publication(),
          FindingList.publication(),
          JsonPublication.findings(),
          CsvPublication.scoreAudit(),
          JsonPublication.scoreAudit(),
          CsvPublication.flat(WorkspaceTable.DEPARTMENT_STATISTICS),
          JsonPublication.array(WorkspaceTable.DEPARTMENT_STATISTICS),
          CsvPublication.flat(WorkspaceTable.AGENCY_STATISTICS),
          JsonPublication.array(WorkspaceTable.AGENCY_STATISTICS),
          CsvPublication.flat(WorkspaceTable.ROLLUP_STATISTICS),
          JsonPublication.lines(WorkspaceTable.ROLLUP_STATISTICS),
          CsvPublication.flat(WorkspaceTable.COMPARISON),
          JsonPublication.lines(WorkspaceTable.COMPARISON),
          CsvPublication.flat(WorkspaceTable.OUTLIERS),
          JsonPublication.lines(WorkspaceTable.OUTLIERS),
          CsvPublication.flat(WorkspaceTable.COPIED_TEXTS),
          JsonPublication.lines(WorkspaceTable.COPIED_TEXTS),
          CsvPublication.flat(WorkspaceTable.INDICATOR_STATISTICS),
          JsonPublication.array(WorkspaceTable.INDICATOR_STATISTICS),
          CsvPublication.flat(WorkspaceTable.ATTENTION),
          JsonPublication.lines(WorkspaceTable.ATTENTION),
          CsvPublication.flat(WorkspaceTable.FORM_COPIES),
          JsonPublication.array(WorkspaceTable.FORM_COPIES),
          CsvPublication.versions(),
          JsonPublication.array(WorkspaceTable.FORM_VERSIONS),
          NamePublication.csv(),
          QuarantinePublication.csv(),
          QuarantinePublication.json());

  private Publications() {}

  /**
   * Writes the outputs into the folder {@code published} of a workspace.
   *
   * @param spark how Parquet is written
   * @return that folder; left as it is but for the name of the run where it holds the same already
   * @throws HeldPublicationException where the former outputs cannot be moved away; they stay
   */
  public static Path write(SparkSession spark, ReviewData data, Path workspace) throws IOException {
    try {
      return writeAll(spark, data, new Exchange(workspace));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static Path writeAll(SparkSession spark, ReviewData data, Exchange exchange)
      throws IOException {
    exchange.repair();
    Path published = exchange.published();
    Manifest present = Manifest.read(published);
    if (present != null && present.isOf(data.edition()) && present.describes(published)) {
      // The files are those of this run, too; the manifest alone is to say so.
      present.by(data.edition().run()).write(published);
      return published;
    }
    Path next = exchange.begin();
    try {
      ParquetPublication parquet = new ParquetPublication(spark, next);
      Together.run(
          () -> unchecked(() -> parquet.join(data)),
          () -> unchecked(() -> write(WorkspaceTable.FORMS, data, next, parquet)),
          () -> unchecked(() -> Workbooks.write(data, next, parquet)),
          () -> unchecked(() -> Report.write(data, next)),
          () -> unchecked(() -> partitioned(spark, data, next, published, present)),
          () -> unchecked(() -> writeAllButForms(data, next, parquet)));
      DictionaryFiles.write(next);
      JsonSchemas.write(next);
      Manifest.of(next, data.edition()).write(next);
    } catch (IOException | RuntimeException | Error e) { // Hadoop has an error for a full disk
      exchange.discard();
      throw e;
    }
    exchange.finish();
    return published;
  }

  private static void partitioned(
      SparkSession spark, ReviewData data, Path next, Path published, @Nullable Manifest former)
      throws IOException {
    PartitionedTables.write(
        spark,
        next,
        name -> former == null ? null : former.intact(published, name),
        new PartitionedTables.Contents(data.tables(), data.departments(), data.runs()));
  }

  private static void writeAllButForms(ReviewData data, Path folder, ParquetPublication parquet)
      throws IOException {
    for (WorkspaceTable table : WorkspaceTable.values()) {
      if (table != WorkspaceTable.FORMS) {
        write(table, data, folder, parquet);
      }
    }
  }

  /** A step that may fail to write. */
  @FunctionalInterface
  private interface Writing {
    void run() throws IOException;
  }

  private static void unchecked(Writing step) {
    try {
      step.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Hands the table's rows to all outputs that are made of them; the table is read once. */
  private static void write(
      WorkspaceTable table, ReviewData data, Path folder, ParquetPublication parquet)
      throws IOException {
    List<Publication> publications = ALL.stream().filter(one -> one.table() == table).toList();
    if (publications.isEmpty()) {
      return;
    }
    try (Closer sinks = new Closer()) {
      for (Publication publication : publications) {
        sinks.open.add(publication.opening().in(folder, data));
      }
      StoredRows rows = data.table(table);
      if (ParquetPublication.isWrittenByRow(table, rows)) {
        sinks.open.add(parquet.sink(table, data));
      }
      rows.forEach(
          (row, internal) -> {
            for (Publication.Sink sink : sinks.open) {
              sink.take(row, internal);
            }
          });
    }
  }

  /** Closes every output, whatever happens to the others. */
  private static final class Closer implements Closeable {

    final List<Publication.Sink> open = new ArrayList<>();

    @Override
    public void close() throws IOException {
      IOException failure = null;
      for (Publication.Sink sink : open) {
        try {
          sink.close();
        } catch (IOException e) {
          failure = e;
        }
      }
      if (failure != null) {
        throw failure;
      }
    }
  }
}
