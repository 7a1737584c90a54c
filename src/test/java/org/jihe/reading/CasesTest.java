package org.jihe.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jihe.GoldenFile;
import org.jihe.form.SelfEvaluation;
import org.jihe.layout.Quarantined;
import org.junit.jupiter.api.Test;

/**
 * Files by other hands, held against what they really say. A wrong cell is silent unless a guess
 * names it, its row or its column.
 */
class CasesTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path FOLDER = Path.of("datasets/cases");

  /** What is held against a form: its cells by their paths. */
  private record Wanted(List<Map<String, String>> forms, String refusal) {}

  @Test
  void everyCaseIsReadAsTheScoreboardSays() throws IOException {
    List<String> board = new ArrayList<>();
    board.add("case                                         forms  exact flagged  wrong silent");
    JsonNode plain = JSON.readTree(FOLDER.resolve("expected/plain.json").toFile());
    for (JsonNode each : JSON.readTree(FOLDER.resolve("cases.json").toFile())) {
      Path file = FOLDER.resolve("files").resolve(each.get("file").asText());
      board.add(line(file, wanted(each, plain)));
    }
    for (Path file : files(FOLDER.resolve("torn/input"))) {
      String name = file.getFileName().toString().replace(".txt", ".json");
      JsonNode told = JSON.readTree(FOLDER.resolve("torn/expected").resolve(name).toFile());
      board.add(line(file, new Wanted(List.of(HeldCells.cells(told)), "")));
    }
    List<Map<String, String>> golden = new ArrayList<>();
    for (Path file : files(Path.of("datasets/transcripts/minhang-2022"))) {
      golden.add(HeldCells.inYuan(HeldCells.cells(JSON.readTree(file.toFile()))));
    }
    for (Path file : files(FOLDER.resolve("producers"))) {
      board.add(line(file, new Wanted(golden, "")));
    }
    GoldenFile.at("datasets/cases/scoreboard.txt").holds(String.join("\n", board) + "\n");
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  /** A case says what differs from the plain form, names a transcript, or tells a refusal. */
  private static Wanted wanted(JsonNode each, JsonNode plain) throws IOException {
    if (each.has("refusal")) {
      return new Wanted(List.of(), each.get("refusal").asText());
    }
    if (each.has("transcript")) {
      Path file = FOLDER.resolve("expected").resolve(each.get("transcript").asText());
      return new Wanted(List.of(HeldCells.cells(JSON.readTree(file.toFile()))), "");
    }
    Map<String, String> cells = HeldCells.cells(plain);
    each.get("expect")
        .properties()
        .forEach(
            change -> {
              if (change.getValue().isNull()) {
                cells.remove(path(change.getKey()));
              } else {
                cells.put(path(change.getKey()), change.getValue().asText());
              }
            });
    return new Wanted(List.of(cells), "");
  }

  private static String path(String key) {
    String path =
        key.replaceFirst("^F\\.", "funding.")
            .replaceFirst("^O\\.", "annualObjective.")
            .replaceFirst("^T\\.", "total.");
    return path.matches("I\\d+\\..*")
        ? "indicators[%d]%s"
            .formatted(
                Integer.parseInt(path.substring(1, path.indexOf('.'))) - 1,
                path.substring(path.indexOf('.')))
        : path;
  }

  private static String line(Path file, Wanted wanted) throws IOException {
    List<SelfEvaluation> forms = new ArrayList<>();
    List<Quarantined> refused = new ArrayList<>();
    for (FileReading reading : new FormReader().read(file)) {
      forms.addAll(reading.forms());
      refused.addAll(reading.quarantined());
    }
    int exact = 0;
    int flagged = 0;
    int wrong = 0;
    int silent = 0;
    for (SelfEvaluation form : forms) {
      List<String> differing = HeldCells.differing(form, wanted.forms);
      exact += differing.isEmpty() ? 1 : 0;
      flagged += form.recovery().guesses().isEmpty() ? 0 : 1;
      wrong += differing.size();
      silent += (int) differing.stream().filter(path -> !HeldCells.isTold(path, form)).count();
    }
    StringBuilder line =
        new StringBuilder(
            "%-44s %5d %6d %7d %6d %6d"
                .formatted(file.getFileName(), forms.size(), exact, flagged, wrong, silent));
    refused.forEach(each -> line.append("  ").append(each.reason()));
    if (!wanted.refusal.isEmpty()
        && refused.stream().noneMatch(each -> each.reason().name().equals(wanted.refusal))) {
      line.append("  (not ").append(wanted.refusal).append(')');
    }
    return line.toString();
  }

  @Test
  void theScoreboardNamesEveryFile() throws IOException {
    String board = Files.readString(FOLDER.resolve("scoreboard.txt"));
    for (String folder : List.of("files", "torn/input", "producers")) {
      for (Path file : files(FOLDER.resolve(folder))) {
        assertThat(board).contains(file.getFileName().toString());
      }
    }
  }
}
