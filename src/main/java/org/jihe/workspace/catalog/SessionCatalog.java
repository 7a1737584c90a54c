package org.jihe.workspace.catalog;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.jihe.workspace.file.WorkspaceFileIO;

/**
 * A workspace's catalog as Spark reaches it. Spark makes catalogs itself, by a class's name and
 * properties, and keeps them open for as long as it runs; here it is handed the one that is open,
 * with neither a connection nor credentials of its own.
 *
 * <p>Public for Iceberg, which makes it.
 */
public final class SessionCatalog implements Catalog {

  /** Property: which of the open catalogs it is. */
  public static final String KEY = "jihe.open";

  private static final Map<String, Catalog> OPEN = new ConcurrentHashMap<>();

  private Catalog catalog = new FrozenCatalog(Map.of(), new WorkspaceFileIO());

  /** Makes a catalog known, until it is taken back; gives the key. */
  public static String register(Catalog catalog) {
    String key = UUID.randomUUID().toString();
    OPEN.put(key, catalog);
    return key;
  }

  public static void takeBack(String key) {
    OPEN.remove(key);
  }

  @Override
  public void initialize(String name, Map<String, String> properties) {
    catalog = Objects.requireNonNull(OPEN.get(properties.get(KEY)), "the workspace is closed");
  }

  @Override
  public List<TableIdentifier> listTables(Namespace namespace) {
    return catalog.listTables(namespace);
  }

  @Override
  public boolean tableExists(TableIdentifier table) {
    return catalog.tableExists(table);
  }

  @Override
  public Table loadTable(TableIdentifier table) {
    return catalog.loadTable(table);
  }

  @Override
  public boolean dropTable(TableIdentifier table, boolean purge) {
    return catalog.dropTable(table, purge);
  }

  @Override
  public void renameTable(TableIdentifier from, TableIdentifier to) {
    catalog.renameTable(from, to);
  }
}
