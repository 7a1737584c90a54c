package org.jihe.rule.fact.group;

import java.math.BigDecimal;
import java.util.List;
import org.jihe.form.measure.Figures;

/** Nearly the same text in several projects. */
public final class NearText extends GroupFact {

  /** What is nearly the same. */
  public enum Kind {
    PLANNED("PlannedObjectiveReused"),
    ACHIEVED("AchievementNearlyReused"),
    EXPLANATION("ExplanationNearlyReused");

    private final String rule;

    Kind(String rule) {
      this.rule = rule;
    }

    /** The threshold of this likeness. */
    String similarity() {
      return rule + ".similarity";
    }

    /** The threshold of length: shorter texts have little of their own. */
    String shortest() {
      return rule + ".shortest";
    }
  }

  private final Kind kind;
  private final BigDecimal similarity;
  private final int wordings;
  private final String subject;
  private final String text;
  private final int length;

  /**
   * @param wordings how many different texts there are, punctuation aside
   * @param subject path of the text in the first form
   * @param text the first form's text
   * @param length characters of the shortest text
   */
  NearText(
      GroupFacts facts,
      Kind kind,
      BigDecimal similarity,
      int wordings,
      String subject,
      String text,
      int length,
      List<ProjectDigest> members) {
    super(facts, members.get(0).formId() + subject, members);
    this.kind = kind;
    this.similarity = similarity;
    this.wordings = wordings;
    this.subject = subject;
    this.text = text;
    this.length = length;
  }

  public Kind kind() {
    return kind;
  }

  /** The least similarity by which a project came to the group, from 0 to 1. */
  public BigDecimal similarity() {
    return similarity;
  }

  /** The same in percent with two decimals. */
  public String similarityPercent() {
    return Figures.percent(similarity);
  }

  /** How many characters the shortest text has, white space not counted. */
  public int length() {
    return length;
  }

  /** How many different texts there are, punctuation aside; 1 where all are the same. */
  public int wordings() {
    return wordings;
  }

  /** Path of the text in the first form. */
  public String subject() {
    return subject;
  }

  /** The beginning of the text as the first form prints it. */
  public String text() {
    return ReusedText.shortened(text);
  }
}
