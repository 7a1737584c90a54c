package org.jihe.layout;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Something that could not be read and waits for a person: a whole source or one form of it.
 *
 * @param file path of the source as the user gave it
 * @param place first cell of what could not be read, or null where the whole source is meant
 * @param reason why
 * @param detail what was met, for the message: a count, an encoding, the system's own words; may be
 *     empty
 * @param excerpt the beginning of what stands there, at most 200 characters; may be empty
 */
public record Quarantined(
    String file, @Nullable Position place, Reason reason, String detail, String excerpt)
    implements Serializable {

  /** Why something is in quarantine; each has a message and a remedy in the bundles. */
  public enum Reason {
    /** The path names nothing. */
    MISSING,
    /** The file has no content, or white space alone. */
    EMPTY,
    /** The operating system refuses to read it. */
    UNREADABLE,
    /**
     * The bytes are no text in any encoding that is understood, or no format that is understood.
     */
    UNKNOWN_FORMAT,
    /** Larger than the limit for one source. */
    TOO_LARGE,
    /** Readable, but nothing in it is a form. */
    NO_FORM_FOUND,
    /** A form begins and its end is not there. */
    TRUNCATED,
    /** A form whose cells could not be explained by any template. */
    UNRECOGNISED
  }
}
