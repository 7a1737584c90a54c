package org.jihe.reading;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells the program's own folders from those of its users: by what is in them, since they may have
 * been copied, renamed, or made by another version. What the program wrote is no submission.
 */
public final class OwnOutput {

  /** What a path belongs to. */
  public enum Kind {
    WORKSPACE,
    PUBLICATION
  }

  /**
   * The program's own folder that a path is or lies in.
   *
   * @param folder the folder, absolute and without links
   */
  public record Place(Kind kind, Path folder) {}

  private static final String TABLES = "tables";
  private static final String METADATA = "metadata";
  private static final String LOCK = ".lock";

  /** Tables that are published, the names of their files without endings. */
  private static final Set<String> PUBLISHED =
      Set.of(
          "forms",
          "indicators",
          "findings",
          "findings_grouped",
          "score_audit",
          "department_statistics",
          "agency_statistics",
          "indicator_statistics",
          "rollup_statistics",
          "form_measures",
          "comparison",
          "outliers",
          "form_texts",
          "copied_texts",
          "attention",
          "form_copies",
          "form_versions",
          "quarantine",
          "outcomes",
          "sources",
          "rectification_ledger",
          "department_names");

  /** Files of publications that are no table. */
  private static final Set<String> BESIDE =
      Set.of(
          "manifest.json",
          "审核发现.csv",
          "整改台账.csv",
          "workbooks",
          "report",
          "parquet",
          "schema",
          "dictionary.csv",
          "dictionary.json",
          "dictionary.html");

  /** How the names of the lists that go to the departments begin. */
  private static final String RETURNED = "退回修改清单-";

  /** How the names of printed forms begin. */
  private static final String PRINTED = "审核打印-";

  /** By these a report is known. */
  private static final Set<String> REPORT = Set.of("index.html", "report.js", "data");

  private static final Set<String> ENDINGS = Set.of("csv", "json", "jsonl", "parquet");

  /** So many published tables make a publication; a folder of forms has none by these names. */
  private static final int FEWEST = 3;

  private OwnOutput() {}

  /** True for the folder of a workspace, or of a table that was taken out of one. */
  static boolean isWorkspace(Path folder) {
    return isTable(folder) || holdsTables(folder.resolve(TABLES)) || isNew(folder);
  }

  /** The same for a folder whose names are known already: most folders are not looked into. */
  static boolean isWorkspace(Path folder, Collection<String> names) {
    return (names.contains(TABLES) || names.contains(METADATA)) && isWorkspace(folder);
  }

  /** Iceberg keeps what it knows of a table in such files, whatever the catalog. */
  private static boolean isTable(Path folder) {
    return entries(folder.resolve(METADATA)).stream()
        .anyMatch(file -> name(file).endsWith(".metadata.json"));
  }

  /** Tables stand in the folder itself or, under a namespace, in one of its folders. */
  private static boolean holdsTables(Path folder) {
    for (Path entry : entries(folder)) {
      if (Files.isDirectory(entry)
          && (isTable(entry) || entries(entry).stream().anyMatch(OwnOutput::isTable))) {
        return true;
      }
    }
    return false;
  }

  /** A workspace that nothing has been committed to yet. */
  private static boolean isNew(Path folder) {
    return Files.isRegularFile(folder.resolve(LOCK))
        && Files.isDirectory(folder.resolve(TABLES))
        && entries(folder.resolve(TABLES)).stream().allMatch(Files::isDirectory);
  }

  /** True where these files of one folder are a report that was written to be sent. */
  static boolean isReport(Collection<String> names) {
    return names.containsAll(REPORT);
  }

  /** True for the name of forms that were printed with what was found in them. */
  static boolean isPrinted(String name) {
    return name.startsWith(PRINTED) && name.toLowerCase(Locale.ROOT).endsWith(".pdf");
  }

  /** True where these files of one folder make a publication. */
  public static boolean isPublication(Collection<String> names) {
    Set<String> tables = new HashSet<>();
    boolean own = false; // a name that no list of forms would bear
    for (String name : names) {
      if (isTableFile(name)) {
        String table = name.substring(0, name.lastIndexOf('.'));
        tables.add(table);
        own |= table.indexOf('_') > 0 || name.equals("findings.jsonl");
      }
    }
    return own && tables.size() >= FEWEST;
  }

  /** True for the name of a file of publications. */
  public static boolean isPublished(String name) {
    return BESIDE.contains(name) || isTableFile(name);
  }

  /** True for the name of a list that a department was sent, and sends back with its replies. */
  static boolean isReturnedList(String name) {
    return name.startsWith(RETURNED)
        && name.toLowerCase(Locale.ROOT).matches(".*\\.(xlsx|xls|ods)");
  }

  /** How many files something of a publication is. */
  static long files(Path published) {
    List<Path> within = entries(published);
    return Files.isDirectory(published) ? within.stream().mapToLong(OwnOutput::files).sum() : 1;
  }

  private static boolean isTableFile(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0
        && PUBLISHED.contains(name.substring(0, dot))
        && ENDINGS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
  }

  /**
   * The workspace or publication that a file or folder is, or lies in.
   *
   * @return null where it is neither; also for a folder that holds other files beside a publication
   */
  public static @Nullable Place of(Path path) {
    Path real;
    try {
      real = path.toRealPath();
    } catch (IOException e) {
      return null; // it is reported where it is read
    }
    for (Path folder = real; folder != null; folder = folder.getParent()) {
      if (isWorkspace(folder)) {
        return new Place(Kind.WORKSPACE, folder);
      }
    }
    boolean itself = Files.isDirectory(real);
    Path folder = itself ? real : real.getParent();
    if (folder == null || !(itself || isPublished(name(real)))) {
      return null;
    }
    List<String> names = entries(folder).stream().map(OwnOutput::name).toList();
    if (itself && isReport(names)) {
      return new Place(Kind.PUBLICATION, folder);
    }
    boolean own =
        !itself || names.stream().allMatch(name -> isPublished(name) || Inputs.isLeftBehind(name));
    return own && isPublication(names) ? new Place(Kind.PUBLICATION, folder) : null;
  }

  private static String name(Path path) {
    Path name = path.getFileName();
    return name == null ? "" : name.toString();
  }

  /** What stands in a folder; nothing where it is none or cannot be listed. */
  private static List<Path> entries(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      List<Path> entries = new ArrayList<>();
      stream.forEach(entries::add);
      return entries;
    } catch (IOException | DirectoryIteratorException e) {
      return List.of();
    }
  }
}
