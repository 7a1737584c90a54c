package org.jihe;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares transcripts cell by cell. White space has no meaning; {@code *} accepts any reading. */
public final class Cells {

  private static final Set<String> NO_CELLS =
      Set.of("form", "source", "template", "notes", "confidence", "guesses");

  private Cells() {}

  /** A cell that is not what it should be; the texts are null where nothing is printed. */
  public record Difference(String path, String expected, String actual) {
    @Override
    public String toString() {
      return path + ": " + expected + " ≠ " + actual;
    }
  }

  /** Path and text of every cell; the length of a list is a cell of its own. */
  public static Map<String, String> of(JsonNode transcript) {
    Map<String, String> cells = new LinkedHashMap<>();
    transcript
        .properties()
        .forEach(
            entry -> {
              if (!NO_CELLS.contains(entry.getKey())) {
                flatten(entry.getKey(), entry.getValue(), cells);
              }
            });
    return cells;
  }

  private static void flatten(String path, JsonNode node, Map<String, String> cells) {
    if (node.isObject()) {
      node.properties()
          .forEach(entry -> flatten(path + "." + entry.getKey(), entry.getValue(), cells));
    } else if (node.isArray()) {
      cells.put(path + "#", String.valueOf(node.size()));
      for (int i = 0; i < node.size(); i++) {
        flatten(path + "[" + i + "]", node.get(i), cells);
      }
    } else {
      cells.put(path, node.isNull() ? null : tight(node.asText()));
    }
  }

  private static String tight(String text) {
    String tight = Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("\\s+", "");
    return tight.isEmpty() ? null : tight;
  }

  /** Every cell in which the two differ. */
  public static List<Difference> differences(JsonNode expected, JsonNode actual) {
    Map<String, String> wanted = of(expected);
    Map<String, String> found = of(actual);
    Set<String> paths = new LinkedHashSet<>(wanted.keySet());
    paths.addAll(found.keySet());
    List<Difference> differences = new ArrayList<>();
    for (String path : paths) {
      String want = wanted.get(path);
      String have = found.get(path);
      if (!"*".equals(want) && !java.util.Objects.equals(want, have)) {
        differences.add(new Difference(path, want, have));
      }
    }
    return differences;
  }
}
