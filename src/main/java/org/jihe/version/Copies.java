package org.jihe.version;

import java.io.Serializable;
import org.jihe.form.SelfEvaluation;
import org.jihe.form.Texts;
import org.jihe.layout.Position;
import org.jihe.table.AcceptedForm;

/** What the driver needs to know of forms: never their texts. */
public final class Copies {

  private Copies() {}

  /**
   * A form that a run met.
   *
   * @param place its first cell
   * @param ordinal its place in the source, counted from 1
   * @param modified when its file was last written, in milliseconds since 1970; 0 where unknown
   * @param key year, department, agency and project
   * @param named true where it prints year, department and project, so that another form of the
   *     same key can only be a version of it
   * @param contentHash digest of what it prints and where
   * @param printedHash digest of what it prints
   */
  public record Met(
      Position place,
      int ordinal,
      long modified,
      String key,
      boolean named,
      String dossier,
      String contentHash,
      String printedHash,
      int indicators,
      int guesses)
      implements Serializable {

    public static Met of(SelfEvaluation form, long modified) {
      AcceptedForm accepted = AcceptedForm.of(form);
      return new Met(
          form.origin(),
          form.ordinal(),
          modified,
          accepted.formId(),
          isNamed(form),
          accepted.dossier(),
          accepted.contentHash(),
          accepted.printedHash(),
          form.indicators().size(),
          form.recovery().guesses().size());
    }

    /** Name of the form among all that the run met. */
    public String id() {
      return Copies.id(place.file(), ordinal);
    }

    public String file() {
      return place.file();
    }
  }

  /**
   * A form that earlier runs left in force.
   *
   * @param formId its id
   */
  public record Stored(
      String formId, Position place, String dossier, String contentHash, String printedHash)
      implements Serializable {

    public String key() {
      return key(formId);
    }

    /** The key that an id with or without a number behind it was made of. */
    public static String key(String formId) {
      int number = formId.indexOf('-');
      return number < 0 ? formId : formId.substring(0, number);
    }

    public String file() {
      return place.file();
    }
  }

  /**
   * A line of the history: what printed something was replaced by what prints something else.
   *
   * @param by digest of what replaced it; empty where it was withdrawn
   */
  public record Past(String key, String file, String printedHash, String by)
      implements Serializable {}

  public static String id(String file, int ordinal) {
    return file + "#" + ordinal;
  }

  static boolean isNamed(SelfEvaluation form) {
    return form.year().value() != null
        && !Texts.normalised(form.supervisingDepartment().printed()).isEmpty()
        && !Texts.normalised(form.projectName().printed()).isEmpty();
  }
}
