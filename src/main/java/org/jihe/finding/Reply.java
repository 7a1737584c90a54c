package org.jihe.finding;

import java.io.Serializable;
import java.time.Instant;

/**
 * What a department replies to a finding.
 *
 * @param fingerprint the finding's
 * @param state how far the matter is
 * @param text the department's words; may be empty
 * @param by who replied
 * @param when the moment
 * @param file the file that brought the reply; empty where it came without one
 * @param row the row of that file, counted from 1; 0 without one
 */
public record Reply(
    String fingerprint, State state, String text, String by, Instant when, String file, int row)
    implements Serializable {

  /** How far the matter of a finding is. */
  public enum State {
    /** The department is yet to reply. */
    AWAITED("待反馈"),
    /** What was found is put right. */
    RECTIFIED("已整改"),
    /** The department says why it stays. */
    EXPLAINED("说明理由"),
    /** The bureau does not accept the reply. */
    NOT_ACCEPTED("不予采纳"),
    /** The matter is closed. */
    CLOSED("已销号");

    private final String label;

    State(String label) {
      this.label = label;
    }

    /** The state's Chinese name, as it stands in the files that go to and fro. */
    public String label() {
      return label;
    }
  }
}
