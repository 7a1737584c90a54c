package org.jihe.finding;

import java.io.Serializable;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

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
 * @param about what the finding was when it was replied to
 */
public record Reply(
    String fingerprint,
    State state,
    String text,
    String by,
    Instant when,
    String file,
    int row,
    About about)
    implements Serializable {

  /** A reply of which nobody noted what it is about. */
  public Reply(
      String fingerprint, State state, String text, String by, Instant when, String file, int row) {
    this(fingerprint, state, text, by, when, file, row, About.NOTHING);
  }

  /**
   * What a finding was when it was replied to: it may be gone later.
   *
   * @param dossier key of the department and year; may be empty
   * @param project the project; may be empty
   * @param place where it stood; may be empty
   * @param problem the finding in words; may be empty
   * @param extras what stood in the department's own columns, by their heads
   */
  public record About(
      String dossier, String project, String place, String problem, Map<String, String> extras)
      implements Serializable {

    /** Nobody noted it. */
    public static final About NOTHING = new About("", "", "", "", Map.of());

    public About {
      extras = Collections.unmodifiableMap(new LinkedHashMap<>(extras));
    }
  }

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
