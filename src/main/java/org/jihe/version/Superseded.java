package org.jihe.version;

import java.io.Serializable;
import org.jihe.layout.Position;
import org.jspecify.annotations.Nullable;

/**
 * A form that is not in force any more.
 *
 * @param id of a form of this run its place in the sources, of a stored one its id
 * @param key what it is a version of
 * @param dossier key of its department and year
 * @param printedHash digest of what it prints
 * @param by digest of what replaced it; empty where nothing did
 * @param successor where that stands
 * @param why what tells that it is not in force
 */
public record Superseded(
    String id,
    String key,
    String dossier,
    String printedHash,
    String by,
    @Nullable Position successor,
    Why why)
    implements Serializable {

  /** Why a form is not in force. */
  public enum Why {
    /** A later run brought another version. */
    LATER_RUN,
    /** The name of another file of the run says that it is later. */
    LATER_BY_NAME,
    /** Another file of the run was written later. */
    LATER_BY_TIME,
    /** Its source no longer holds it, or is no longer there. */
    WITHDRAWN
  }
}
