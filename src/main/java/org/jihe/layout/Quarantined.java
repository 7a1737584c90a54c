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
    /** The file grew, shrank or was written to while it was read. */
    CHANGED_WHILE_READ,
    /** The bytes are of no format that is understood. */
    UNKNOWN_FORMAT,
    /** The format is known, and its file is damaged or cut off. */
    DAMAGED,
    /** Protected by a password. */
    ENCRYPTED,
    /** A picture of a form, and no text recognition is installed. */
    SCANNED,
    /** A picture of a form, encoded in a way for which no decoder is installed. */
    PICTURE_ENCODING,
    /** Larger than the limit for one source. */
    TOO_LARGE,
    /** More cells, pages, members or depth than the limits allow. */
    LIMIT_EXCEEDED,
    /** Reading took longer than the limit for one source. */
    TIMED_OUT,
    /** Readable, but nothing in it is a form. */
    NO_FORM_FOUND,
    /** A form begins and its end is not there. */
    TRUNCATED,
    /** Several readings explain the form so differently that none can be taken. */
    AMBIGUOUS,
    /** A form whose cells could not be explained by any template. */
    UNRECOGNISED,
    /** A transcript that is not as its schema demands. */
    MALFORMED_TRANSCRIPT
  }
}
