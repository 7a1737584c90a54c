package org.jihe.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.iceberg.Table;
import org.apache.iceberg.UpdateProperties;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.io.FileIO;
import org.jihe.workspace.catalog.FrozenCatalog;
import org.jihe.workspace.catalog.TableTimes;
import org.jihe.workspace.file.WorkspaceFileIO;
import org.jspecify.annotations.Nullable;

/**
 * Tables as version 0.1 kept them, without a catalog: of the metadata files of a table, which are
 * numbered, the last is in force. They are read as they are; who writes takes them over first.
 */
final class OldLayout {

  private static final Pattern NUMBERED =
      Pattern.compile("v(\\d{1,9})(?:\\.gz)?\\.metadata\\.json(?:\\.gz)?");

  private static final String HINT = "version-hint.text";

  private OldLayout() {}

  /**
   * The address of each table's metadata; none where the tables are laid out otherwise.
   *
   * @param home the folder of the tables
   */
  static Map<String, String> locations(Path home) throws IOException {
    Map<String, String> locations = new TreeMap<>();
    for (Path table : entries(home)) {
      String last = last(entries(table.resolve("metadata")));
      if (last != null) {
        String name = name(table);
        locations.put(name, WorkspaceFileIO.TABLES + "/" + name + "/metadata/" + last);
      }
    }
    return locations;
  }

  private static @Nullable String last(List<Path> files) {
    String last = null;
    int highest = -1;
    for (Path file : files) {
      Matcher numbered = NUMBERED.matcher(name(file));
      if (numbered.matches() && Integer.parseInt(numbered.group(1)) > highest) {
        highest = Integer.parseInt(numbered.group(1));
        last = name(file);
      }
    }
    return last;
  }

  /**
   * Makes the tables those of a catalog, with all that they hold. The table of runs comes last, and
   * with it all: whoever reads, or is killed, before that finds the workspace as it was.
   *
   * @param found as {@link #locations} gives them
   */
  static void takeOver(Map<String, String> found, FileIO files, Catalog catalog) {
    Map<String, Table> tables = new HashMap<>();
    FrozenCatalog before = new FrozenCatalog(found, files);
    for (WorkspaceTable table : WorkspaceTable.values()) {
      if (found.containsKey(table.tableName())) {
        Table old = before.loadTable(TableIdentifier.of(table.tableName()));
        Tables.requireColumns(table, old);
        tables.put(table.tableName(), old);
      }
    }
    for (String name : tables.keySet()) {
      register(name, found.get(name), catalog);
    }
    register(Tables.RUNS, found.get(Tables.RUNS), catalog);
  }

  private static void register(String name, @Nullable String location, Catalog catalog) {
    TableIdentifier table = TableIdentifier.of(name);
    if (catalog.tableExists(table)) {
      catalog.dropTable(table, false); // by a process that was killed over it
    }
    if (location != null) {
      catalog.registerTable(table, location);
    }
  }

  /**
   * Does what is left to do once the tables are those of a catalog: what is written from now on
   * bears addresses within the workspace, and earlier versions of the program, which know nothing
   * of the catalog, do not find the runs any more and refuse.
   */
  static void finish(Path home, Catalog catalog, Instant now) throws IOException {
    List<Path> runs = entries(home.resolve(Tables.RUNS).resolve("metadata"));
    if (last(runs) == null) {
      return;
    }
    for (TableIdentifier each : catalog.listTables(Namespace.empty())) {
      Table table = catalog.loadTable(each);
      String here = WorkspaceFileIO.TABLES + "/" + each.name();
      if (!table.location().equals(here)) {
        TableTimes.settle(table, now);
        table.updateLocation().setLocation(here).commit();
      }
      if (each.name().equals(Tables.RUNS)) {
        UpdateProperties properties = table.updateProperties();
        WorkspaceSchema.properties().forEach(properties::set);
        properties.commit();
      }
    }
    for (Path file : runs) {
      String name = name(file);
      if (name.equals(HINT) || NUMBERED.matcher(name).matches()) {
        Files.deleteIfExists(file);
        Files.deleteIfExists(file.resolveSibling("." + name + ".crc"));
      }
    }
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  private static List<Path> entries(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
