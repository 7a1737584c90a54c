package org.jihe.rule.answer;

/**
 * What an answer says of its target.
 *
 * @param verdict whether it says that the target was met
 * @param reason what decides it
 * @param evidence the words that decide it; empty where the whole text does
 */
public record Answer(Verdict verdict, Reason reason, String evidence) {

  /** What a verdict rests on. */
  public enum Reason {
    /** Two quantities of one unit. */
    QUANTITY,
    /** A target from one number to another. */
    RANGE,
    /** Several counts, part by part. */
    PARTS,
    /** A date or a length of time beside a deadline. */
    TIME,
    /** The target's own text. */
    REPEATED,
    /** A grade beside a grade. */
    GRADE,
    /** Words. */
    WORDS,
    /** A blank cell. */
    BLANK,
    /** Nothing that is understood. */
    UNKNOWN
  }

  static Answer of(Verdict verdict, Reason reason, String evidence) {
    return new Answer(verdict, reason, evidence);
  }

  static Answer unknown() {
    return new Answer(Verdict.UNDECIDED, Reason.UNKNOWN, "");
  }

  /** True where a range, parts, or a length of time beside another say that it was met. */
  public boolean metInNumbers() {
    return verdict == Verdict.MET
        && (reason == Reason.RANGE || reason == Reason.PARTS || reason == Reason.TIME);
  }

  /** True where words, a time, a range or parts say that the target was not met. */
  public boolean deniedInWords() {
    return verdict == Verdict.NOT_MET && reason != Reason.QUANTITY;
  }
}
