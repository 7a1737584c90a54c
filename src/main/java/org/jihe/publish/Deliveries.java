package org.jihe.publish;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jihe.publish.letter.DistrictReport;
import org.jihe.publish.letter.LetterTemplate;
import org.jihe.publish.letter.Letters;
import org.jihe.publish.letter.Sender;
import org.jihe.publish.list.DepartmentList;
import org.jihe.publish.list.ListColumn;
import org.jihe.publish.workbook.ReturnList;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is sent: to every department a letter with its list, and the report on all of them. A
 * department at a time is in memory.
 */
public final class Deliveries {

  private Deliveries() {}

  /**
   * What was written.
   *
   * @param letters how many letters
   * @param lists how many lists
   * @param removed files of former letters and lists that nobody gets any more
   */
  public record Result(int letters, int lists, List<String> removed) {}

  /**
   * Writes into a folder; what an earlier call wrote there and this one does not goes.
   *
   * @param template the bureau's own letter, or null for the usual one
   * @param chosen which departments get letters; the report is on all of them
   */
  public static Result write(
      ReviewData data,
      Path folder,
      Sender sender,
      @Nullable LetterTemplate template,
      Predicate<DepartmentList> chosen)
      throws IOException {
    Files.createDirectories(folder);
    Path next = Files.createTempDirectory(folder, ".new");
    try {
      Result written = writeAll(data, next, sender, template, chosen);
      Set<String> names = new HashSet<>();
      for (Path file : entries(next)) {
        names.add(String.valueOf(file.getFileName()));
        Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
      List<String> removed = new ArrayList<>();
      for (Path file : entries(folder)) {
        String name = String.valueOf(file.getFileName());
        boolean own = name.startsWith(Letters.FILE) || name.startsWith(ListColumn.FILE);
        if (own && !names.contains(name)) {
          Files.delete(file);
          removed.add(name);
        }
      }
      return new Result(written.letters, written.lists, removed);
    } finally {
      for (Path left : entries(next)) {
        Files.deleteIfExists(left);
      }
      Files.deleteIfExists(next);
    }
  }

  private static List<Path> entries(Path folder) throws IOException {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(entries::add);
    }
    entries.sort(Comparator.naturalOrder());
    return entries;
  }

  private static Result writeAll(
      ReviewData data,
      Path folder,
      Sender sender,
      @Nullable LetterTemplate template,
      Predicate<DepartmentList> chosen)
      throws IOException {
    DepartmentLists lists = DepartmentLists.of(data);
    Letters letters = new Letters(folder, sender);
    ReturnList returned = new ReturnList(folder, sender.due());
    DistrictReport report = new DistrictReport();
    int[] counts = new int[2];
    lists.forEach(
        list -> {
          report.add(list);
          if (chosen.test(list)) {
            String letter = template == null ? letters.write(list) : letters.write(list, template);
            counts[0] += letter == null ? 0 : 1;
            counts[1] += returned.write(list) == null ? 0 : 1;
          }
        });
    report.write(folder, sender, lists.nobodys().size(), StandingOut.of(data));
    return new Result(counts[0], counts[1], List.of());
  }
}
