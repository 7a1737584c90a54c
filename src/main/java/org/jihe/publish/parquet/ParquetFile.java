package org.jihe.publish.parquet;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.task.TaskAttemptContextImpl;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.datasources.OutputWriter;
import org.apache.spark.sql.execution.datasources.OutputWriterFactory;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.sql.types.StructType;
import org.jihe.workspace.file.WorkspacePlaces;
import scala.collection.immutable.Map;
import scala.collection.immutable.Map.Map1;

/** A file as Spark writes it, without a job of Spark's: whoever has the rows hands them on. */
public final class ParquetFile implements Closeable {

  /** As the tables themselves are written. */
  private static final Map<String, String> ZSTD = new Map1<>("compression", "zstd");

  private static final String TIMES = "spark.sql.parquet.outputTimestampType";

  private final Path target;
  private final OutputWriter writer;

  /**
   * Begins a file.
   *
   * @param spark how Parquet is written
   */
  public ParquetFile(SparkSession spark, StructType schema, Path target) throws IOException {
    this.target = target;
    Configuration hadoop =
        ((org.apache.spark.sql.classic.SparkSession) spark).sessionState().newHadoopConf();
    Job job = Job.getInstance(hadoop);
    TaskAttemptContext task =
        new TaskAttemptContextImpl(job.getConfiguration(), new TaskAttemptID());
    OutputWriterFactory files = new ParquetFileFormat().prepareWrite(spark, job, ZSTD, schema);
    // As in the tables; what Spark writes unless it is told otherwise is in no standard any more.
    job.getConfiguration().set(TIMES, "TIMESTAMP_MICROS");
    this.writer = files.newInstance(WorkspacePlaces.address(target), schema, task);
  }

  /** Adds a row. */
  public void write(InternalRow row) {
    writer.write(row);
  }

  @Override
  public void close() throws IOException {
    writer.close();
    Files.deleteIfExists(target.resolveSibling("." + target.getFileName() + ".crc"));
  }
}
