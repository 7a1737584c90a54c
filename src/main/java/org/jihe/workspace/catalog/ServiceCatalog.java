package org.jihe.workspace.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.rest.RESTCatalog;
import org.jihe.form.FormKey;

/**
 * A catalog that a service keeps for many. Such a service knows no table without a namespace: those
 * of a workspace stand in one of their own, which is made with the first table.
 */
final class ServiceCatalog extends RESTCatalog {

  private final Namespace namespace;

  /**
   * @param workspace what tells the workspace from others
   */
  ServiceCatalog(String workspace) {
    namespace = Namespace.of("jihe_" + FormKey.of(workspace));
  }

  private TableIdentifier own(TableIdentifier table) {
    return TableIdentifier.of(namespace, table.name());
  }

  @Override
  public List<TableIdentifier> listTables(Namespace all) {
    return namespaceExists(namespace)
        ? super.listTables(namespace).stream()
            .map(table -> TableIdentifier.of(table.name()))
            .toList()
        : List.of();
  }

  @Override
  public boolean tableExists(TableIdentifier table) {
    return super.tableExists(own(table));
  }

  @Override
  public Table loadTable(TableIdentifier table) {
    return super.loadTable(own(table));
  }

  @Override
  public Table createTable(
      TableIdentifier table, Schema schema, PartitionSpec spec, Map<String, String> properties) {
    makeNamespace();
    return super.createTable(own(table), schema, spec, new HashMap<>(properties));
  }

  @Override
  public Table registerTable(TableIdentifier table, String metadata) {
    makeNamespace();
    return super.registerTable(own(table), metadata);
  }

  @Override
  public boolean dropTable(TableIdentifier table, boolean purge) {
    return super.dropTable(own(table), purge);
  }

  @Override
  public void renameTable(TableIdentifier from, TableIdentifier to) {
    super.renameTable(own(from), own(to));
  }

  private void makeNamespace() {
    if (!namespaceExists(namespace)) {
      try {
        createNamespace(namespace, new HashMap<>()); // it asks for null in it
      } catch (AlreadyExistsException e) {
        // Made by another in the same moment.
      }
    }
  }
}
