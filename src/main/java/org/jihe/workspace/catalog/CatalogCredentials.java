package org.jihe.workspace.catalog;

import java.util.HashMap;
import java.util.Map;

/** Who this process is to a catalog on a server: from the environment alone, and never shown. */
final class CatalogCredentials {

  private static final String USER = "JIHE_CATALOG_USER";
  private static final String PASSWORD = "JIHE_CATALOG_PASSWORD";
  private static final String TOKEN = "JIHE_CATALOG_TOKEN";

  private CatalogCredentials() {}

  /** As a database wants them. */
  static Map<String, String> ofDatabase(Map<String, String> environment) {
    return named(environment, Map.of(USER, "jdbc.user", PASSWORD, "jdbc.password"));
  }

  /** As a catalog service wants them. */
  static Map<String, String> ofService(Map<String, String> environment) {
    return named(environment, Map.of(TOKEN, "token"));
  }

  private static Map<String, String> named(
      Map<String, String> environment, Map<String, String> properties) {
    Map<String, String> named = new HashMap<>();
    properties.forEach(
        (variable, property) -> {
          String value = environment.get(variable);
          if (value != null) {
            named.put(property, value);
          }
        });
    return named;
  }
}
