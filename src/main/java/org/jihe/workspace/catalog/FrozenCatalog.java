package org.jihe.workspace.catalog;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.StaticTableOperations;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.io.FileIO;

/** The tables as a catalog had them at one moment, for reading. */
public final class FrozenCatalog implements Catalog {

  private final Map<String, String> locations;
  private final FileIO files;
  private final Map<String, Table> loaded = new ConcurrentHashMap<>();

  /**
   * The tables with these metadata.
   *
   * @param locations address of each table's metadata, by the table's name
   */
  public FrozenCatalog(Map<String, String> locations, FileIO files) {
    this.locations = Map.copyOf(locations);
    this.files = files;
  }

  @Override
  public List<TableIdentifier> listTables(Namespace namespace) {
    return locations.keySet().stream().sorted().map(TableIdentifier::of).toList();
  }

  @Override
  public boolean tableExists(TableIdentifier table) {
    return locations.containsKey(table.name());
  }

  @Override
  public Table loadTable(TableIdentifier table) {
    String location = locations.get(table.name());
    if (location == null) {
      throw new NoSuchTableException("There is no table %s", table);
    }
    return loaded.computeIfAbsent(
        table.name(), name -> new BaseTable(new StaticTableOperations(location, files), name));
  }

  @Override
  public boolean dropTable(TableIdentifier table, boolean purge) {
    throw new UnsupportedOperationException("opened for reading");
  }

  @Override
  public void renameTable(TableIdentifier from, TableIdentifier to) {
    throw new UnsupportedOperationException("opened for reading");
  }
}
