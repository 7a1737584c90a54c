package org.jihe.rule.judgement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Every topic with every answer of its block, once with full marks and once with points lost. */
final class AnswerEdits {

  private static final Path FOLDER = Path.of("src/test/resources/judgement");
  private static final String REASON = "评分小组从严掌握，酌情扣分；今后继续加强过程管理。";
  private static final String UNMET = "UnmetButFull";
  private static final String PARTIAL = "PartialAboveBand";
  private static final String DEDUCTED = "MetButDeducted";

  private AnswerEdits() {}

  static List<Edit> in(String file) throws IOException {
    List<Edit> edits = new ArrayList<>();
    List<String> topics = new ArrayList<>();
    String block = "";
    for (String line : Files.readAllLines(FOLDER.resolve(file))) {
      int space = line.indexOf(' ');
      String word = space < 0 ? line : line.substring(0, space);
      String rest = line.substring(space + 1);
      switch (word) {
        case "", "#" -> {}
        case "block" -> {
          block = rest;
          topics.clear();
        }
        case "topic" -> topics.add(rest);
        default -> {
          for (String topic : topics) {
            add(edits, block + " " + word, word, topic.split("\\|", -1), rest);
          }
        }
      }
    }
    return edits;
  }

  private static void add(
      List<Edit> edits, String title, String label, String[] topic, String answer) {
    int row = Integer.parseInt(topic[1]);
    Edit full = edit(title, topic, answer);
    Edit less =
        edit(title, topic, answer)
            .set(row, "score", "8")
            .set(row, "varianceExplanation", REASON)
            .quiet(UNMET);
    if (!label.equals("MET")) {
      less.quiet(DEDUCTED);
    } else if (topic[2].length() > 1 && answer.contains(topic[2])) {
      less.fires(DEDUCTED); // the rule is of answers that repeat their target, and of figures
    }
    switch (label) {
      case "MET", "UNCLEAR" -> {
        full.quiet(UNMET, PARTIAL, DEDUCTED).harmless();
        less.harmless();
      }
      case "NOT" -> full.eitherFires(UNMET, "QuantitativeOverscored").quiet(DEDUCTED);
      case "SHORT" -> full.eitherFires(UNMET, PARTIAL, "QuantitativeOverscored").quiet(DEDUCTED);
      default -> throw new IllegalArgumentException(label);
    }
    edits.add(full);
    edits.add(less);
  }

  private static Edit edit(String title, String[] topic, String answer) {
    int row = Integer.parseInt(topic[1]);
    return new Edit(title)
        .set(row, "name", topic[0])
        .set(row, "target", topic[2])
        .set(row, "actual", answer);
  }
}
