package org.jihe.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jihe.form.Guess;
import org.jihe.form.SelfEvaluation;
import org.jihe.transcript.Transcripts;

/**
 * The cells of a form held against what it really says. A wrong cell is silent unless a guess names
 * it, its row or its column.
 */
final class HeldCells {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> HEAD =
      Set.of("year", "projectName", "supervisingDepartment", "implementingAgency");

  private HeldCells() {}

  /** The paths of the cells in which a form differs from the most similar one that is wanted. */
  static List<String> differing(SelfEvaluation form, List<Map<String, String>> wanted)
      throws IOException {
    Map<String, String> seen = cells(JSON.readTree(Transcripts.write(form)));
    return differing(wanted.size() > 1 ? inYuan(seen) : seen, wanted);
  }

  /** The same among forms whose amounts are in yuan, however many. */
  static List<String> differingInYuan(SelfEvaluation form, List<Map<String, String>> wanted)
      throws IOException {
    return differing(inYuan(cells(JSON.readTree(Transcripts.write(form)))), wanted);
  }

  private static List<String> differing(
      Map<String, String> seen, List<Map<String, String>> wanted) {
    List<String> best = wanted.isEmpty() ? List.of("form") : null;
    for (Map<String, String> cells : wanted) {
      Set<String> paths = new TreeSet<>(cells.keySet());
      paths.addAll(seen.keySet());
      paths.removeIf(
          path -> "ANY".equals(cells.get(path)) || Objects.equals(cells.get(path), seen.get(path)));
      if (best == null || paths.size() < best.size()) {
        best = List.copyOf(paths);
      }
    }
    return best == null ? List.of() : best;
  }

  /** True where a guess names the cell, its row or its column. */
  static boolean isTold(String path, SelfEvaluation form) {
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

  /** The same, or true where a guess says of the whole form that its columns are inferred. */
  static boolean isToldOrInferred(String path, SelfEvaluation form) {
    return isTold(path, form)
        || form.recovery().guesses().stream().anyMatch(guess -> guess.subject().equals("form"));
  }

  /** The cells of a transcript in which something stands, without white space. */
  static Map<String, String> cells(JsonNode transcript) {
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
  static Map<String, String> inYuan(Map<String, String> cells) {
    Map<String, String> yuan = new HashMap<>(cells);
    String unit = yuan.remove("currencyUnit");
    yuan.remove("title");
    yuan.remove("total.grade");
    yuan.replaceAll(
        (path, text) -> {
          boolean amount = path.startsWith("funding.") && !path.matches(".*(Score|score|Rate)");
          return amount && text.matches("[\\d,]+(?:\\.\\d+)?")
              ? amount(text, "万元".equals(unit))
              : text;
        });
    return yuan;
  }

  private static String amount(String text, boolean tenThousands) {
    BigDecimal number = new BigDecimal(text.replace(",", ""));
    return (tenThousands ? number.movePointRight(4) : number).stripTrailingZeros().toPlainString();
  }
}
