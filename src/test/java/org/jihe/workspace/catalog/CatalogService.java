package org.jihe.workspace.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.NoSuchNamespaceException;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.apache.iceberg.rest.CatalogHandlers;
import org.apache.iceberg.rest.RESTCatalogProperties.SnapshotMode;
import org.apache.iceberg.rest.RESTSerializers;
import org.apache.iceberg.rest.requests.CreateNamespaceRequest;
import org.apache.iceberg.rest.requests.CreateTableRequest;
import org.apache.iceberg.rest.requests.RegisterTableRequest;
import org.apache.iceberg.rest.requests.UpdateTableRequest;
import org.apache.iceberg.rest.responses.ConfigResponse;
import org.apache.iceberg.rest.responses.ErrorResponse;
import org.apache.iceberg.shaded.com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import org.apache.iceberg.shaded.com.fasterxml.jackson.annotation.PropertyAccessor;
import org.apache.iceberg.shaded.com.fasterxml.jackson.databind.DeserializationFeature;
import org.apache.iceberg.shaded.com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.iceberg.shaded.com.fasterxml.jackson.databind.PropertyNamingStrategies;
import org.jspecify.annotations.Nullable;

/**
 * A catalog service as Iceberg specifies it, as far as the program asks one: over a database in a
 * folder, with tables at places that it chooses, for whoever has the token.
 */
public final class CatalogService implements Closeable {

  private static final ObjectMapper JSON = new ObjectMapper();

  static {
    JSON.setVisibility(PropertyAccessor.FIELD, Visibility.ANY);
    JSON.configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
    JSON.setPropertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE);
    RESTSerializers.registerAll(JSON);
  }

  private final JdbcCatalog catalog = new JdbcCatalog();
  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private final HttpServer server;
  private final String token;

  /** Starts it on a port that is free. */
  public CatalogService(Path folder, String token) throws IOException {
    this.token = token;
    CatalogUtil.configureHadoopConf(catalog, new org.apache.hadoop.conf.Configuration());
    catalog.initialize(
        "service",
        Map.of(
            CatalogProperties.URI,
            "jdbc:sqlite:" + folder.resolve("service.db"),
            CatalogProperties.WAREHOUSE_LOCATION,
            folder.resolve("warehouse").toString(),
            "jdbc.schema-version",
            "V1"));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Its address. */
  public String uri() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      List<String> path =
          Stream.of(exchange.getRequestURI().getRawPath().split("/"))
              .filter(part -> !part.isEmpty())
              .map(part -> URLDecoder.decode(part, UTF_8))
              .toList();
      int code = 200;
      Object answer;
      try {
        if (!("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
          code = 401;
          answer = error(code, new SecurityException("no token"));
        } else {
          synchronized (catalog) {
            answer = route(exchange.getRequestMethod(), path, body);
          }
        }
      } catch (NoSuchTableException | NoSuchNamespaceException e) {
        code = 404;
        answer = error(code, e);
      } catch (CommitFailedException | AlreadyExistsException e) {
        code = 409;
        answer = error(code, e);
      } catch (RuntimeException e) {
        code = 500;
        answer = error(code, e);
      }
      boolean silent = answer == null || exchange.getRequestMethod().equals("HEAD");
      byte[] bytes = silent ? new byte[0] : JSON.writeValueAsBytes(answer);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(silent && code == 200 ? 204 : code, silent ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static ErrorResponse error(int code, RuntimeException failure) {
    return ErrorResponse.builder()
        .responseCode(code)
        .withType(failure.getClass().getSimpleName())
        .withMessage(String.valueOf(failure.getMessage()))
        .build();
  }

  /** Paths are {@code v1/config} and {@code v1/namespaces/NAME/tables/NAME}. */
  private @Nullable Object route(String method, List<String> path, byte[] body) throws IOException {
    if (path.equals(List.of("v1", "config"))) {
      return ConfigResponse.builder().build();
    }
    boolean posts = method.equals("POST");
    if (path.size() == 2) {
      return CatalogHandlers.createNamespace(catalog, read(body, CreateNamespaceRequest.class));
    }
    Namespace namespace = Namespace.of(path.get(2));
    if (path.size() == 3) {
      return CatalogHandlers.loadNamespace(catalog, namespace);
    }
    if (path.get(3).equals("register")) {
      return CatalogHandlers.registerTable(
          catalog, namespace, read(body, RegisterTableRequest.class));
    }
    if (path.size() == 4) {
      return posts
          ? CatalogHandlers.createTable(catalog, namespace, read(body, CreateTableRequest.class))
          : CatalogHandlers.listTables(catalog, namespace);
    }
    TableIdentifier table = TableIdentifier.of(namespace, path.get(4));
    if (method.equals("DELETE")) {
      CatalogHandlers.dropTable(catalog, table);
      return null;
    }
    return posts
        ? CatalogHandlers.updateTable(catalog, table, read(body, UpdateTableRequest.class))
        : CatalogHandlers.loadTable(catalog, table, SnapshotMode.ALL);
  }

  private static <T> T read(byte[] body, Class<T> type) throws IOException {
    return Objects.requireNonNull(JSON.readValue(body, type));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    catalog.close();
  }
}
