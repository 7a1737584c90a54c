package org.jihe.version;

import java.io.Serializable;
import org.jihe.form.SelfEvaluation;
import org.jihe.form.Texts;
import org.jihe.form.department.Departments;
import org.jihe.layout.Position;
import org.jihe.table.AcceptedForm;

/**
 * What the driver needs to know of a form that a run met: never its texts.
 *
 * @param place its first cell
 * @param ordinal its place in the source, counted from 1
 * @param modified when its file was last written, in milliseconds since 1970; 0 where unknown
 * @param key year, department, agency and project
 * @param named true where it prints year, department and project, so that another form of the same
 *     key can only be a version of it
 * @param dossier key of its department and year
 * @param contentHash digest of what it prints and where
 * @param printedHash digest of what it prints
 */
public record MetForm(
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

  /** What is to be known of a form. */
  public static MetForm of(SelfEvaluation form, long modified, Departments departments) {
    AcceptedForm accepted = AcceptedForm.of(form, departments);
    return new MetForm(
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

  /** What tells a form from others: its key where it prints one, else all that it prints. */
  public String identity() {
    return named ? key : printedHash;
  }

  /** The same of a form. */
  public static String identity(SelfEvaluation form) {
    return isNamed(form) ? form.key() : of(form, 0, Departments.NONE).identity();
  }

  /** Name of the form among all that the run met. */
  public String id() {
    return id(place.file(), ordinal);
  }

  /** Name of a form among all that a run met. */
  public static String id(SelfEvaluation form) {
    return id(form.origin().file(), form.ordinal());
  }

  private static String id(String file, int ordinal) {
    return file + "#" + ordinal;
  }

  public String file() {
    return place.file();
  }

  static boolean isNamed(SelfEvaluation form) {
    return form.year().value() != null
        && !Texts.normalised(form.supervisingDepartment().printed()).isEmpty()
        && !Texts.normalised(form.projectName().printed()).isEmpty();
  }
}
