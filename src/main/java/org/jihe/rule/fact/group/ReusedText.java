package org.jihe.rule.fact.group;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The same text, or the same name, in several projects. */
public final class ReusedText extends GroupFact {

  /** What is the same. */
  public enum Kind {
    ACHIEVED,
    EXPLANATION,
    PROJECT_NAME
  }

  /** Characters of a text that a message shows. */
  private static final int SHOWN = 60;

  private final Kind kind;
  private final String text;
  private final String subject;

  ReusedText(
      GroupFacts facts,
      Kind kind,
      String key,
      String text,
      String subject,
      List<ProjectDigest> in) {
    super(facts, key, in);
    this.kind = kind;
    this.text = text;
    this.subject = subject;
  }

  public Kind kind() {
    return kind;
  }

  /** The beginning of the text as the first form prints it. */
  public String text() {
    return shortened(text);
  }

  /** Path of the text in the first form. */
  public String subject() {
    return subject;
  }

  static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= SHOWN
        ? text
        : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
  }

  /** One line of what a group is divided into. */
  static String counts(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .limit(8)
        .map(one -> "“" + one.getKey() + "”×" + one.getValue())
        .collect(Collectors.joining("、", "", counts.size() > 8 ? "…" : ""));
  }
}
