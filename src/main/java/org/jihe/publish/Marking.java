package org.jihe.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jihe.layout.Position;
import org.jihe.publish.list.DepartmentList;
import org.jihe.publish.list.FileNames;
import org.jihe.publish.list.Item;
import org.jihe.publish.marked.MarkedCopies;
import org.jihe.workspace.WorkspaceTable;

/** Writes marked copies of the files that departments sent, in a folder for each. */
public final class Marking {

  private Marking() {}

  /** What was read. */
  private record Source(String sha256, String format) {}

  /**
   * Writes the copies of the files that something is about.
   *
   * @param chosen whose files are copied
   */
  public static List<MarkedCopies.Result> write(
      ReviewData data, Path folder, Predicate<DepartmentList> chosen) throws IOException {
    Map<String, Source> sources = new HashMap<>();
    data.table(WorkspaceTable.SOURCES)
        .forEach(
            (row, internal) -> {
              String sha256 = row.getAs("sha256");
              String format = row.getAs("format");
              sources.put(
                  row.getAs("file"),
                  new Source(sha256 == null ? "" : sha256, format == null ? "" : format));
            });
    List<MarkedCopies.Result> results = new ArrayList<>();
    FileNames folders = new FileNames();
    DepartmentLists.of(data)
        .forEach(
            list -> {
              Map<String, List<Item>> byFile = new TreeMap<>();
              for (Item item : list.items()) {
                Position cell = item.cell();
                if (cell != null && item.kind() == Item.Kind.FINDING) {
                  byFile.computeIfAbsent(cell.file(), file -> new ArrayList<>()).add(item);
                }
              }
              if (byFile.isEmpty() || !chosen.test(list)) {
                return;
              }
              String name = FileNames.safe(list.department()) + "-" + list.yearText();
              Path own = Files.createDirectories(folder.resolve(folders.free(name, "")));
              MarkedCopies copies = new MarkedCopies(own);
              for (Map.Entry<String, List<Item>> file : byFile.entrySet()) {
                Source source = sources.getOrDefault(file.getKey(), new Source("", ""));
                results.add(
                    copies.copy(file.getKey(), source.sha256, source.format, file.getValue()));
              }
              try (java.util.stream.Stream<Path> written = Files.list(own)) {
                if (written.findAny().isPresent()) {
                  return;
                }
              }
              Files.delete(own);
            });
    return results;
  }
}
