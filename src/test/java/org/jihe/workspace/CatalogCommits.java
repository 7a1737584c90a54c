package org.jihe.workspace;

import java.nio.file.Path;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.types.Types;
import org.jihe.workspace.catalog.CatalogSetting;
import org.jihe.workspace.file.LocalFiles;

/** A process of {@link CatalogRaceTest}: commits one file after the other to one table. */
final class CatalogCommits {

  static final TableIdentifier TABLE = TableIdentifier.of("race");

  private CatalogCommits() {}

  /** Folder of the workspace, name of the process, number of commits. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    Catalog catalog = open(folder);
    Table table = catalog.loadTable(TABLE);
    int count = Integer.parseInt(arguments[2]);
    for (int number = 0; number < count; number++) {
      table
          .newFastAppend()
          .appendFile(
              DataFiles.builder(PartitionSpec.unpartitioned())
                  .withPath(table.location() + "/data/" + arguments[1] + "-" + number + ".parquet")
                  .withFileSizeInBytes(1)
                  .withRecordCount(1)
                  .build())
          .commit();
      System.out.println(number);
    }
    Tables.close(catalog);
    System.exit(0);
  }

  static Catalog open(Path folder) throws Exception {
    Configuration hadoop = new Configuration();
    hadoop.set(LocalFiles.SETTING, LocalFiles.class.getName());
    return CatalogSetting.of(folder, System.getenv()).open(folder, hadoop);
  }

  static void create(Catalog catalog) {
    catalog.createTable(
        TABLE,
        new Schema(Types.NestedField.optional(1, "n", Types.IntegerType.get())),
        PartitionSpec.unpartitioned(),
        Map.of("commit.retry.num-retries", "1000", "commit.retry.min-wait-ms", "5"));
  }
}
