package org.jihe.workspace.catalog;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.hadoop.HadoopCatalog;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.jihe.workspace.catalog.CatalogSettingException.Problem;
import org.jihe.workspace.file.WorkspaceFileIO;
import org.jihe.workspace.file.WorkspacePlaces;

/**
 * Where the catalog of a workspace is, which says what metadata of each table are in force: a file
 * in the workspace, unless a database or a service is named.
 *
 * <p>Credentials are no part of it: they come from the environment whenever the catalog is opened,
 * and are written nowhere.
 *
 * @param uri {@code jdbc:…}, {@code http(s)://…}, {@code hadoop:ADDRESS}; empty for the workspace's
 *     own file
 * @param name of the workspace in the catalog
 * @param home address of the folder of the tables
 */
public record CatalogSetting(String uri, String name, String home) {

  /** Environment variable: the catalog of workspaces that are new. */
  static final String VARIABLE = "JIHE_CATALOG";

  /** The file that says where a workspace's catalog is; there where it is not the usual one. */
  public static final String FILE = "catalog.properties";

  private static final String URI = "uri";
  private static final String NAME = "name";
  private static final String PLACE = "place";
  private static final String HOME = "tables";
  private static final String LOCAL_NAME = "jihe";
  private static final String HADOOP = "hadoop:";

  /** Stores whose rename copies or replaces: no commit of a hadoop catalog is safe on them. */
  private static final Set<String> WITHOUT_RENAME =
      Set.of("s3", "s3a", "s3n", "oss", "obs", "cos", "cosn", "gs");

  private static final Pattern CREDENTIALS =
      Pattern.compile(
          "(?<=://)[^/?#]*@|(?<=[?&;])(?:user|username|\\w*password|token)=[^?&;]*",
          Pattern.CASE_INSENSITIVE);

  /**
   * The setting of a workspace: what its file says; else, where it has no catalog of its own yet,
   * what the environment says.
   *
   * @throws CatalogSettingException where it cannot be used
   */
  public static CatalogSetting of(Path folder, Map<String, String> environment) throws IOException {
    String place = WorkspacePlaces.address(WorkspacePlaces.tables(folder));
    Path file = folder.resolve(FILE);
    Properties said = new Properties();
    if (Files.isRegularFile(file)) {
      try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        said.load(reader);
      }
    } else if (!Files.exists(LocalCatalog.file(folder))) {
      String usual = LocalCatalog.isTooDeep(folder) ? HADOOP : "";
      said.setProperty(URI, environment.getOrDefault(VARIABLE, usual));
    }
    String uri = said.getProperty(URI, "").strip();
    if (!uri.isEmpty() && !uri.equals(HADOOP) && !place.equals(said.getProperty(PLACE, place))) {
      // A copy is another workspace: it must not write to the rows of the original.
      throw new CatalogSettingException(Problem.MOVED, said.getProperty(PLACE));
    }
    CatalogSetting setting =
        new CatalogSetting(
            uri,
            uri.isEmpty() ? LOCAL_NAME : said.getProperty(NAME, place).strip(),
            said.getProperty(HOME, place).strip());
    setting.check();
    return setting;
  }

  private void check() throws CatalogSettingException {
    Matcher credentials = CREDENTIALS.matcher(uri);
    if (credentials.find()) {
      throw new CatalogSettingException(Problem.CREDENTIALS, credentials.replaceAll("***"));
    }
    if (!isLocal() && !isSql() && !isRest() && !isHadoop()) {
      throw new CatalogSettingException(Problem.UNKNOWN, uri);
    }
    if (isHadoop() && WITHOUT_RENAME.contains(scheme(warehouse()))) {
      throw new CatalogSettingException(Problem.HADOOP, uri);
    }
  }

  private static String scheme(String address) {
    int colon = address.indexOf(':');
    return colon < 0 ? "" : address.substring(0, colon).toLowerCase(Locale.ROOT);
  }

  /** True for the file in the workspace. */
  public boolean isLocal() {
    return uri.isEmpty();
  }

  private boolean isSql() {
    return uri.startsWith("jdbc:");
  }

  private boolean isRest() {
    return uri.startsWith("https://") || uri.startsWith("http://");
  }

  /** True for tables that are their own catalog. */
  public boolean isHadoop() {
    return uri.startsWith(HADOOP);
  }

  private String warehouse() {
    return isHadoop() && uri.length() > HADOOP.length() ? uri.substring(HADOOP.length()) : home;
  }

  /** Writes down where the catalog is, so that whoever opens the workspace finds it. */
  public void keep(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (isLocal() || Files.exists(file)) {
      return;
    }
    Properties said = new Properties();
    said.setProperty(URI, uri);
    said.setProperty(NAME, name);
    said.setProperty(PLACE, WorkspacePlaces.address(WorkspacePlaces.tables(folder)));
    Path coming = folder.resolve(FILE + ".coming");
    try (Writer writer = Files.newBufferedWriter(coming, StandardCharsets.UTF_8)) {
      said.store(writer, null);
    }
    Files.move(coming, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Opens the catalog for writing; whoever opens it closes it.
   *
   * @throws CatalogSettingException where the workspace has been moved where it cannot be opened
   */
  public Catalog open(Path folder, Configuration hadoop) throws CatalogSettingException {
    if (isLocal() && LocalCatalog.isTooDeep(folder)) {
      throw new CatalogSettingException(Problem.TOO_DEEP, LocalCatalog.file(folder).toString());
    }
    Map<String, String> properties = new HashMap<>();
    properties.put(CatalogProperties.FILE_IO_IMPL, WorkspaceFileIO.class.getName());
    Catalog catalog;
    if (isRest()) {
      // The service gives the tables their places, and writes metadata itself.
      properties.put(CatalogProperties.URI, uri);
      properties.putAll(CatalogCredentials.ofService(System.getenv()));
      catalog = new ServiceCatalog(name);
    } else if (isHadoop()) {
      properties.put(CatalogProperties.WAREHOUSE_LOCATION, warehouse());
      properties.put(WorkspaceFileIO.HOME, warehouse());
      catalog = new HadoopCatalog();
    } else {
      properties.put(CatalogProperties.WAREHOUSE_LOCATION, WorkspaceFileIO.TABLES);
      properties.put(WorkspaceFileIO.HOME, home);
      properties.put("jdbc.schema-version", "V1");
      properties.put(CatalogProperties.URI, isLocal() ? LocalCatalog.uri(folder) : uri);
      if (isLocal()) {
        properties.putAll(LocalCatalog.PROPERTIES);
      }
      catalog = isLocal() ? new JdbcCatalog() : new ServerCatalog();
    }
    CatalogUtil.configureHadoopConf(catalog, hadoop);
    catalog.initialize(name, properties);
    return catalog;
  }

  /** The files of the tables as addresses of their metadata lead to them. */
  public WorkspaceFileIO files(Configuration hadoop) {
    return WorkspaceFileIO.at(isRest() ? "" : warehouse(), hadoop);
  }
}
