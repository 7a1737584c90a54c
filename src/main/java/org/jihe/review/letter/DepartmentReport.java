package org.jihe.review.letter;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jihe.form.Texts;
import org.jihe.message.JobException;
import org.jihe.publish.Report;
import org.jihe.publish.ReviewData;
import org.jihe.publish.report.DossierName;
import org.jihe.publish.report.ReportFiles;
import org.jihe.review.Outputs;
import org.jihe.review.ReviewRequest;
import org.jihe.review.Workbench;
import org.jihe.rule.engine.RuleSet;
import org.jihe.rule.folder.RuleException;
import org.jspecify.annotations.Nullable;

/**
 * Writes the report on one department alone, to be sent to it; the tables stay as they are. Whose
 * it is must be beyond doubt, for with a name that two departments share the one would get to see
 * what the other one has sent.
 */
public final class DepartmentReport {

  private DepartmentReport() {}

  /**
   * What was written.
   *
   * @param folder where
   * @param department whose report it is; null where nothing was written
   * @param years the department's years, in order
   * @param candidates departments that the name may mean, where it is none's or several ones'
   */
  public record Result(
      String folder, @Nullable String department, List<Integer> years, List<String> candidates) {}

  /** A department with the keys of its years. */
  private record Owner(String name, TreeMap<String, DossierName> years) {}

  /**
   * Writes it; a report that stands in the folder already is replaced.
   *
   * @param folder a folder that is empty, is not there, or holds such a report and nothing else
   * @param department the department's name, or a part of it that no other one has
   * @param pictures of which sources pictures are taken
   * @throws JobException where the workspace cannot be read, or the folder cannot be written to
   */
  public static Result run(
      ReviewRequest request, Path folder, String department, Report.Pictures pictures)
      throws JobException, RuleException {
    RuleSet rules = request.rulesInForce();
    return Workbench.past(
        request.workspace(),
        "last",
        (spark, workspace, run) -> {
          ReviewData data = Outputs.of(workspace, run, rules, request);
          List<Owner> owners = owners(data);
          List<Owner> meant = meant(owners, Texts.normalised(department));
          if (meant.size() != 1) {
            List<String> names =
                (meant.isEmpty() ? owners : meant).stream().map(Owner::name).sorted().toList();
            return new Result(folder.toString(), null, List.of(), names);
          }
          Owner owner = meant.get(0);
          try {
            write(data, folder, owner, pictures);
          } catch (IOException e) {
            String detail = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new JobException(
                "letters.failed", Map.of("folder", folder.toString(), "detail", detail), e);
          }
          TreeSet<Integer> years = new TreeSet<>();
          owner.years.values().stream()
              .map(DossierName::year)
              .forEach(year -> years.addAll(year == null ? List.of() : List.of(year)));
          return new Result(folder.toString(), owner.name, List.copyOf(years), List.of());
        });
  }

  private static List<Owner> owners(ReviewData data) throws IOException {
    Map<String, Owner> owners = new TreeMap<>();
    Report.departments(data)
        .forEach(
            (dossier, name) -> {
              String printed = name.department();
              if (printed != null && !printed.isBlank()) {
                owners
                    .computeIfAbsent(
                        data.departments().identity(printed),
                        identity -> new Owner(printed, new TreeMap<>()))
                    .years
                    .put(dossier, name);
              }
            });
    return List.copyOf(owners.values());
  }

  /** Those of exactly this name; where there are none, those whose names contain it. */
  private static List<Owner> meant(List<Owner> owners, String wanted) {
    List<Owner> exact =
        owners.stream()
            .filter(
                owner ->
                    owner.years.values().stream()
                        .anyMatch(name -> Texts.normalised(name.department()).equals(wanted)))
            .toList();
    return !exact.isEmpty() || wanted.isEmpty()
        ? exact
        : owners.stream().filter(owner -> Texts.normalised(owner.name).contains(wanted)).toList();
  }

  private static void write(ReviewData data, Path folder, Owner owner, Report.Pictures pictures)
      throws IOException {
    Files.createDirectories(folder);
    Path next = Files.createTempDirectory(folder, ".new");
    try {
      Report.write(data, next, owner.years.keySet(), pictures);
      // What an earlier report held of another department must not stay.
      if (ReportFiles.isReport(folder)) {
        delete(folder.resolve("data"));
        delete(folder.resolve("pictures"));
      }
      try (Stream<Path> files = Files.list(next)) {
        for (Path file : files.toList()) {
          Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    } finally {
      delete(next);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
