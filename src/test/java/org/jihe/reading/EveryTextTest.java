package org.jihe.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jihe.form.SelfEvaluation;
import org.jihe.form.Texts;
import org.jihe.layout.Document;
import org.jihe.source.Sources;
import org.jihe.source.file.Limits;
import org.jihe.source.file.RawFile;
import org.jihe.template.row.CellText;
import org.jihe.template.row.Labels;
import org.jihe.transcript.Transcripts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No text vanishes, in any format: what is printed is a label, or stands in the transcript. */
class EveryTextTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Labels that stand in parts, and lines that are page furniture. */
  private static final String NO_VALUE =
      "其中[:：]?|第?\\d+页?.*|Sheet\\d+|Page\\d+|.*\\d+/\\d+/\\d+,.*|http.*|\\(?20\\d\\d年?度?\\)?|.*\\(?单位[:：]?万?元\\)?";

  static Stream<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String folder : List.of("files", "torn/input", "producers")) {
      try (Stream<Path> all = Files.list(Path.of("datasets/cases").resolve(folder))) {
        all.sorted().forEach(files::add);
      }
    }
    return files.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void everyTextIsThere(Path file) throws IOException {
    StringBuilder there = new StringBuilder();
    boolean refused = false;
    for (FileReading reading : new FormReader().read(file)) {
      refused |= !reading.quarantined().isEmpty();
      for (SelfEvaluation form : reading.forms()) {
        strings(JSON.readTree(Transcripts.write(form)), there);
      }
    }
    if (refused) {
      return; // a person looks at the file
    }
    Set<String> labels = labels();
    List<String> vanished = new ArrayList<>();
    for (Sources.Reading reading :
        new Sources(Limits.STANDARD).read(new RawFile(file.toString(), Files.readAllBytes(file)))) {
      Document document = reading.document();
      assertThat(document).isNotNull();
      document.grids().stream()
          .flatMap(grid -> grid.rows().stream())
          .flatMap(List::stream)
          .map(cell -> Texts.folded(CellText.clean(cell.text())))
          .filter(text -> !isThere(text, there, labels))
          .forEach(vanished::add);
    }
    assertThat(vanished).as("texts of %s that stand nowhere", file).isEmpty();
  }

  private static boolean isThere(String text, CharSequence there, Set<String> labels) {
    if (Texts.isBlank(text) || there.toString().contains(text) || text.matches(NO_VALUE)) {
      return true;
    }
    String bare = Labels.bareKey(text);
    boolean label = labels.contains(Labels.key(text)) || labels.contains(bare) || bare.isEmpty();
    // A label with its value behind a colon, with its points, or torn by a break.
    return label
        || labels.stream().anyMatch(each -> each.contains(bare))
        || labels.stream()
            .anyMatch(each -> bare.length() == each.length() + 1 && bare.contains(each))
        || labels.stream()
            .filter(bare::startsWith)
            .anyMatch(each -> there.toString().contains(rest(bare, each)))
        || labels.stream().anyMatch(each -> bare.endsWith(each) && bare.startsWith("其中"));
  }

  private static String rest(String text, String label) {
    return text.substring(label.length()).replaceFirst("^[:：]", "");
  }

  private static Set<String> labels() throws IOException {
    Set<String> labels = new HashSet<>();
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/templates"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".json")).toList()) {
        StringBuilder all = new StringBuilder();
        strings(JSON.readTree(file.toFile()), all);
        all.toString().lines().filter(line -> line.length() > 1).forEach(labels::add);
      }
    }
    return labels;
  }

  private static void strings(JsonNode node, StringBuilder all) {
    if (node.isValueNode()) {
      all.append(Texts.folded(node.asText())).append('\n');
    }
    node.forEach(child -> strings(child, all));
  }
}
