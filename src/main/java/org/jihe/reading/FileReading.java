package org.jihe.reading;

import java.io.Serializable;
import java.util.List;
import org.jihe.form.SelfEvaluation;
import org.jihe.layout.Quarantined;
import org.jihe.layout.Quarantined.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What one source gave: a file, or a member of an archive.
 *
 * @param file path of the source as the user gave it; a member's stands behind {@code !/}
 * @param sha256 digest of its bytes in hexadecimal, for a member of those of its archive and of its
 *     name; empty where it could not be read
 * @param bytes size of the file, for a member that of its archive
 * @param modified when the file was last written, in milliseconds since 1970; 0 where unknown
 * @param format short name of its format, or empty
 * @param encoding its character encoding, or empty
 * @param forms the forms in printed order
 * @param quarantined what could not be read
 * @param layouts the rows of the forms as printed, of those whose source has rows
 */
public record FileReading(
    String file,
    String sha256,
    long bytes,
    long modified,
    String format,
    String encoding,
    List<SelfEvaluation> forms,
    List<Quarantined> quarantined,
    List<KeptLayout> layouts)
    implements FormSource<SelfEvaluation, FileReading>, Serializable {

  /** Between an archive's name and its member's. */
  static final String MEMBER = "!/";

  public FileReading {
    forms = List.copyOf(forms);
    quarantined = List.copyOf(quarantined);
    layouts = List.copyOf(layouts);
  }

  /** Of a source whose forms have no rows, or which has none. */
  FileReading(
      String file,
      String sha256,
      long bytes,
      long modified,
      String format,
      String encoding,
      List<SelfEvaluation> forms,
      List<Quarantined> quarantined) {
    this(file, sha256, bytes, modified, format, encoding, forms, quarantined, List.of());
  }

  /** The file that holds the source: an archive for its members, else the source itself. */
  public static String container(String file) {
    int member = file.indexOf(MEMBER);
    return member < 0 ? file : file.substring(0, member);
  }

  @Override
  public FileReading with(List<SelfEvaluation> some) {
    return new FileReading(
        file, sha256, bytes, modified, format, encoding, some, quarantined, layouts);
  }

  /** The rows of one of the forms; null where its source has none. */
  public byte @Nullable [] layoutOf(SelfEvaluation form) {
    for (KeptLayout layout : layouts) {
      if (layout.origin().equals(form.origin())) {
        return layout.bytes();
      }
    }
    return null;
  }

  @Override
  public boolean holdsNoForm() {
    return forms.isEmpty()
        && quarantined.stream()
            .allMatch(
                entry ->
                    entry.place() == null
                        && (entry.reason() == Reason.NO_FORM_FOUND
                            || entry.reason() == Reason.UNKNOWN_FORMAT
                            || entry.reason() == Reason.EMPTY));
  }
}
