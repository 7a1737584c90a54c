package org.jihe.review.reply;

import java.util.Map;
import java.util.TreeMap;

/**
 * Something that a person is to know of a list that was sent back.
 *
 * @param kind what it is
 * @param file the file
 * @param sheet the sheet; empty where the whole file is meant
 * @param row the row, counted from 1; 0 where it is no single one
 * @param facts values for the message's placeholders
 */
public record ReplyNotice(
    Kind kind, String file, String sheet, int row, Map<String, String> facts) {

  /** What there may be to know; each has a message in the bundles, {@code replies.KIND}. */
  public enum Kind {
    /** The file cannot be read. */
    UNREADABLE(true),
    /** No sheet of the file is such a list. */
    NO_LIST(true),
    /** A column that is needed is not there. */
    COLUMN_MISSING(true),
    /** Two columns have one name. */
    COLUMN_TWICE(true),
    /** Cells of the head are merged. */
    HEAD_MERGED(true),
    /** The column of the keys is gone, so the lines are matched by what they say. */
    KEYS_GONE(false),
    /** A column has another name by which it was known. */
    COLUMN_RENAMED(false),
    /** One reply was merged over several rows, and counts for each. */
    ROWS_MERGED(false),
    /** Cells were merged over columns: what stood in the others is gone. */
    COLUMNS_MERGED(true),
    /** The department in the file's name is none of the workspace. */
    DEPARTMENT_UNKNOWN(false),
    /** The line is about a finding that is not there any more; the reply is noted. */
    GONE(false),
    /** The line is about nothing that was ever found. */
    UNKNOWN(true),
    /** The line may be about several findings. */
    AMBIGUOUS(true),
    /** Two lines answer one finding differently. */
    CONFLICT(true),
    /** The state is none that there is. */
    STATE_UNKNOWN(true),
    /** The state, or the opinion, is the bureau's to set. */
    BUREAUS_OWN(true),
    /** Something is said, and the state left as it was. */
    STATE_LEFT(false),
    /** A reason is announced, and none is given. */
    REASON_MISSING(false),
    /** Nobody says who replied. */
    NOBODY(false),
    /** An earlier reply is followed by another one; both are kept. */
    REPLACED(false);

    private final boolean refused;

    Kind(boolean refused) {
      this.refused = refused;
    }

    /** True where something was not taken in. */
    public boolean refused() {
      return refused;
    }
  }

  public ReplyNotice {
    facts = new TreeMap<>(facts);
  }
}
