package org.jihe.publish.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jihe.publish.list.FileNames;

/** The forms of a written report as PDF, each on a page of its own; large departments in parts. */
public final class PrintedForms {

  /** How the names of the files begin. */
  public static final String FILE = "审核打印-";

  /** Pieces of forms that are printed into one file. */
  private static final int A_FILE = 4;

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Path report;
  private final List<Printable> departments;

  /**
   * A department and year that can be printed.
   *
   * @param key its key
   * @param department its name; empty where nobody prints one
   * @param year its year; empty where it cannot be read
   * @param forms how many forms there are
   */
  public record Printable(String key, String department, String year, int forms) {}

  private PrintedForms(Path report, List<Printable> departments) {
    this.report = report;
    this.departments = departments;
  }

  /**
   * The forms of the report that stands in a folder.
   *
   * @throws IOException where none does that can be read
   */
  public static PrintedForms of(Path report) throws IOException {
    String script = Files.readString(report.resolve("data/index.js"));
    JsonNode index =
        ScriptFile.JSON.readTree(
            script.substring(script.indexOf(',') + 1, script.lastIndexOf(')')));
    List<Printable> departments = new ArrayList<>();
    for (JsonNode one : index.get("departments")) {
      if (one.get("forms").asInt() > 0) {
        departments.add(
            new Printable(
                one.get("key").asText(),
                one.get("department").asText(""),
                one.get("year").asText(""),
                one.get("forms").asInt()));
      }
    }
    return new PrintedForms(report, departments);
  }

  /** What can be printed. */
  public List<Printable> departments() {
    return departments;
  }

  /**
   * Prints some of them.
   *
   * @param folder where the files are written
   * @return the files
   */
  public List<Path> print(Chromium browser, List<Printable> chosen, Path folder)
      throws IOException {
    Files.createDirectories(folder);
    FileNames names = new FileNames();
    List<Path> written = new ArrayList<>();
    for (Printable one : chosen) {
      String year = one.year.isEmpty() ? "年度不明" : one.year;
      String name = FILE + FileNames.safe(one.department) + "-" + year;
      int pieces = (one.forms + DossierPieces.A_PIECE - 1) / DossierPieces.A_PIECE;
      for (int from = 0; from < pieces; from += A_FILE) {
        String part = pieces <= A_FILE ? "" : "-" + (from / A_FILE + 1);
        Path file = folder.resolve(names.free(name + part, ".pdf"));
        Files.deleteIfExists(file);
        int to = Math.min(from + A_FILE, pieces);
        browser.print(
            report.resolve("index.html"),
            "#/print/" + one.key + "/" + from + "/" + to,
            file,
            PATIENCE);
        written.add(file);
      }
    }
    return written;
  }
}
