package org.jihe.workspace.catalog;

import java.util.HashMap;
import java.util.Map;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.apache.iceberg.jdbc.JdbcClientPool;

/**
 * A catalog in a database on a server. Only its connections know the credentials: a catalog's
 * properties are handed on to whatever reads files, on other machines, too.
 */
final class ServerCatalog extends JdbcCatalog {

  ServerCatalog() {
    super(null, ServerCatalog::connections, true);
  }

  private static JdbcClientPool connections(Map<String, String> properties) {
    Map<String, String> all = new HashMap<>(properties);
    all.putAll(CatalogCredentials.ofDatabase(System.getenv()));
    return new JdbcClientPool(properties.get(CatalogProperties.URI), all);
  }
}
