package org.jihe.rule.catalogue;

import java.util.ArrayList;
import java.util.List;

/**
 * A rule's document.
 *
 * @param id the rule's id in the first line
 * @param title the rule's Chinese name in the first line
 * @param summary the paragraph below the first line
 * @param headings the second-level headings that have text below them, in order
 */
public record RuleDocument(String id, String title, String summary, List<String> headings) {

  /** The headings of every rule's document, in this order. */
  public static final List<String> HEADINGS =
      List.of("查什么", "为什么", "依据", "何时报", "何时不报", "怎么改", "局限");

  public RuleDocument {
    headings = List.copyOf(headings);
  }

  public static RuleDocument parse(String markdown) {
    String id = "";
    String title = "";
    StringBuilder summary = new StringBuilder();
    List<String> headings = new ArrayList<>();
    String heading = "";
    for (String line : markdown.lines().map(String::strip).toList()) {
      if (line.startsWith("# ")) {
        String[] parts = line.substring(2).strip().split("\\s+", 2);
        id = parts[0];
        title = parts.length > 1 ? parts[1] : "";
      } else if (line.startsWith("## ")) {
        heading = line.substring(3).strip();
      } else if (!line.isEmpty() && heading.isEmpty()) {
        summary.append(line);
      } else if (!line.isEmpty() && !headings.contains(heading)) {
        headings.add(heading);
      }
    }
    return new RuleDocument(id, title, summary.toString(), headings);
  }

  /** The text below one of the {@link #HEADINGS}; empty where there is none. */
  public static String section(String markdown, String heading) {
    StringBuilder text = new StringBuilder();
    boolean within = false;
    for (String line : markdown.lines().map(String::strip).toList()) {
      if (line.startsWith("#")) {
        within = line.equals("## " + heading);
      } else if (within && !line.isEmpty()) {
        text.append(line);
      }
    }
    return text.toString();
  }
}
