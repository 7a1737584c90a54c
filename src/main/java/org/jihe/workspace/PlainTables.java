package org.jihe.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.HasTableOperations;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.SortOrder;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableMetadataParser;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.hadoop.HadoopCatalog;
import org.jihe.workspace.file.OwnHadoop;
import org.jihe.workspace.file.WorkspaceFileIO;
import org.jihe.workspace.file.WorkspacePlaces;

/**
 * The tables of a workspace for other programs that read Iceberg: in a folder that is a catalog of
 * its own (type {@code hadoop}), with the addresses of this machine. The data stay where they are;
 * what a later run writes is seen when the tables are written out again.
 */
public final class PlainTables implements AutoCloseable {

  private static final int FORMAT = 2;

  private final HadoopCatalog catalog;
  private final Path folder;

  private PlainTables(HadoopCatalog catalog, Path folder) {
    this.catalog = catalog;
    this.folder = folder;
  }

  /**
   * Writes the tables as a run left them; each is renewed in one commit.
   *
   * @param folder of the catalog, made where there is none
   * @return the names of the tables
   */
  public static List<String> write(Tables tables, Run run, Path folder) throws IOException {
    Files.createDirectories(folder);
    HadoopCatalog catalog = new HadoopCatalog();
    catalog.setConf(OwnHadoop.configuration());
    catalog.initialize(
        "plain", Map.of(CatalogProperties.WAREHOUSE_LOCATION, WorkspacePlaces.address(folder)));
    List<String> names = new ArrayList<>();
    try (PlainTables plain = new PlainTables(catalog, folder)) {
      for (WorkspaceTable table : WorkspaceTable.values()) {
        if (run.snapshots.containsKey(table.tableName())) {
          plain.write(tables.load(table.tableName()), table, tables.files(run, table));
          names.add(table.tableName());
        }
      }
    }
    return names;
  }

  private void write(Table source, WorkspaceTable name, List<DataFile> files) throws IOException {
    WorkspaceFileIO io = (WorkspaceFileIO) source.io();
    Table plain = renewed(source, TableIdentifier.of(name.tableName()));
    OverwriteFiles overwrite = plain.newOverwrite().overwriteByRowFilter(Expressions.alwaysTrue());
    PartitionSpec spec = plain.spec();
    for (DataFile file : files) {
      overwrite.addFile(
          DataFiles.builder(spec).copy(file).withPath(io.resolved(file.location())).build());
    }
    overwrite.commit();
  }

  /** The table that is there already where it still has the same columns and the same place. */
  private Table renewed(Table source, TableIdentifier name) throws IOException {
    String place = WorkspacePlaces.address(folder) + "/" + name.name();
    if (catalog.tableExists(name)) {
      Table there = catalog.loadTable(name);
      if (there.schema().sameSchema(source.schema()) && there.location().equals(place)) {
        return there;
      }
      catalog.dropTable(name, false);
    }
    // The columns keep their numbers, by which Parquet files know them.
    TableMetadata of = ((HasTableOperations) source).operations().current();
    TableMetadata empty =
        TableMetadata.buildFromEmpty(FORMAT)
            .assignUUID()
            .setLocation(place)
            .setCurrentSchema(of.schema(), of.lastColumnId())
            .setDefaultPartitionSpec(of.spec())
            .setDefaultSortOrder(SortOrder.unsorted())
            .build();
    Path described = Files.createTempFile(folder, ".table", ".metadata.json");
    try {
      Files.writeString(described, TableMetadataParser.toJson(empty));
      return catalog.registerTable(name, WorkspacePlaces.address(described));
    } finally {
      Files.deleteIfExists(described);
    }
  }

  @Override
  public void close() throws IOException {
    catalog.close();
  }
}
