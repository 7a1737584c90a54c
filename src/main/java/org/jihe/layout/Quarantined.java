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
 * @param dismissed who has looked at it and found nothing to do; null where it waits for a person
 */
public record Quarantined(
    String file,
    @Nullable Position place,
    Reason reason,
    String detail,
    String excerpt,
    @Nullable Dismissal dismissed)
    implements Serializable {

  /**
   * That a person has looked at an entry, and it waits no more.
   *
   * @param by who
   * @param on the day, as in 2026-11-30
   * @param text why
   */
  public record Dismissal(String by, String on, String text) implements Serializable {}

  /** An entry that waits for a person. */
  public Quarantined(
      String file, @Nullable Position place, Reason reason, String detail, String excerpt) {
    this(file, place, reason, detail, excerpt, null);
  }

  /** The same entry after somebody has looked at it. */
  public Quarantined dismissedBy(Dismissal dismissal) {
    return new Quarantined(file, place, reason, detail, excerpt, dismissal);
  }

  /** True where nobody has dismissed it. */
  public boolean isWaiting() {
    return dismissed == null;
  }

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
    /** A table of the same trade that is no self-evaluation of a project; the detail names it. */
    OTHER_FORM,
    /** A form on a sheet that the workbook hides, beside forms on sheets that it shows. */
    HIDDEN_SHEET,
    /** A transcript that is not as its schema demands. */
    MALFORMED_TRANSCRIPT
  }
}
