package org.jihe.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jihe.GoldenFile;
import org.jihe.form.Guess;
import org.jihe.form.SelfEvaluation;
import org.jihe.layout.Quarantined;
import org.jihe.transcript.Transcripts;
import org.junit.jupiter.api.Test;

/**
 * Files by other hands, held against what they really say. A wrong cell is silent unless a guess
 * names it, its row or its column.
 */
class CasesTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path FOLDER = Path.of("datasets/cases");
  private static final Set<String> HEAD =
      Set.of("year", "projectName", "supervisingDepartment", "implementingAgency");

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
      board.add(line(file, new Wanted(List.of(cells(told)), "")));
    }
    List<Map<String, String>> golden = new ArrayList<>();
    for (Path file : files(Path.of("datasets/transcripts/minhang-2022"))) {
      golden.add(inYuan(cells(JSON.readTree(file.toFile()))));
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
      return new Wanted(List.of(cells(JSON.readTree(file.toFile()))), "");
    }
    Map<String, String> cells = cells(plain);
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
      List<String> differing = differing(form, wanted);
      exact += differing.isEmpty() ? 1 : 0;
      flagged += form.recovery().guesses().isEmpty() ? 0 : 1;
      wrong += differing.size();
      silent += (int) differing.stream().filter(path -> !isTold(path, form)).count();
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

  /** The paths of the cells in which a form differs from the most similar one that is wanted. */
  private static List<String> differing(SelfEvaluation form, Wanted wanted) throws IOException {
    Map<String, String> seen = cells(JSON.readTree(Transcripts.write(form)));
    List<String> best = wanted.forms.isEmpty() ? List.of("form") : null;
    for (Map<String, String> cells : wanted.forms) {
      Map<String, String> held = wanted.forms.size() > 1 ? inYuan(seen) : seen;
      Set<String> paths = new TreeSet<>(cells.keySet());
      paths.addAll(held.keySet());
      paths.removeIf(
          path -> "ANY".equals(cells.get(path)) || Objects.equals(cells.get(path), held.get(path)));
      if (best == null || paths.size() < best.size()) {
        best = List.copyOf(paths);
      }
    }
    return best == null ? List.of() : best;
  }

  /** True where a guess names the cell, its row or its column. */
  private static boolean isTold(String path, SelfEvaluation form) {
    String column = path.substring(path.lastIndexOf('.') + 1);
    for (Guess guess : form.recovery().guesses()) {
      String subject = guess.subject();
      if (path.equals(subject)
          || path.startsWith(subject + ".")
          || (subject.equals("indicators[]." + column) && path.startsWith("indicators["))) {
        return true;
      }
    }
    return false;
  }

  /** The cells of a transcript in which something stands, without white space. */
  private static Map<String, String> cells(JsonNode transcript) {
    Map<String, String> cells = new TreeMap<>();
    ObjectNode kept = JSON.createObjectNode();
    transcript
        .properties()
        .forEach(
            each -> {
              String name = each.getKey();
              boolean part =
                  HEAD.contains(name)
                      || Set.of("title", "currencyUnit", "funding", "annualObjective")
                          .contains(name)
                      || Set.of("indicators", "total").contains(name);
              if (part) {
                kept.set(name, each.getValue());
              }
            });
    add("", kept, cells);
    return cells;
  }

  private static void add(String path, JsonNode node, Map<String, String> cells) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              each ->
                  add(
                      path.isEmpty() ? each.getKey() : path + "." + each.getKey(),
                      each.getValue(),
                      cells));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        add(path + "[" + i + "]", node.get(i), cells);
      }
    } else if (!node.isNull() && !node.asText().isBlank()) {
      cells.put(path, node.asText().replaceAll("\\s+", ""));
    }
  }

  /** The same form as another printer's head names it: its unit and title are left out. */
  private static Map<String, String> inYuan(Map<String, String> cells) {
    Map<String, String> yuan = new HashMap<>(cells);
    String unit = yuan.remove("currencyUnit");
    yuan.remove("title");
    yuan.remove("total.grade");
    yuan.replaceAll(
        (path, text) -> {
          boolean amount = path.startsWith("funding.") && !path.matches(".*(Score|score|Rate)");
          return amount && text.matches("[\\d.,]+") ? amount(text, "万元".equals(unit)) : text;
        });
    return yuan;
  }

  private static String amount(String text, boolean tenThousands) {
    BigDecimal number = new BigDecimal(text.replace(",", ""));
    return (tenThousands ? number.movePointRight(4) : number).stripTrailingZeros().toPlainString();
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
