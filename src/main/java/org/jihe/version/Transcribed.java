package org.jihe.version;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jihe.form.SelfEvaluation;
import org.jihe.form.department.Departments;
import org.jihe.reading.InputFile;
import org.jihe.reading.InputFile.Origin;
import org.jihe.source.file.Format;

/**
 * Tells transcripts that are read beside the forms which they were taken from, in whichever folder
 * either stands. The form itself counts: its transcript is a copy, no second form, nor a later
 * version. A transcript that is named as a file, and those of forms that no other source gives, are
 * read like any other source.
 */
public final class Transcribed {

  private static final String TRANSCRIPT = Format.JSON.id();

  private final Map<String, InputFile> fileOfName = new HashMap<>();

  /** What the other sources hold, in whichever folder. */
  private final Set<String> known = new HashSet<>();

  public Transcribed(List<InputFile> files) {
    files.forEach(file -> fileOfName.put(file.name(), file));
  }

  /** What tells a form from others: its key where it prints one, else all that it prints. */
  public static String identity(SelfEvaluation form) {
    return MetForm.isNamed(form) ? form.key() : identity(MetForm.of(form, 0, Departments.NONE));
  }

  public static String identity(MetForm form) {
    return form.named() ? form.key() : form.printedHash();
  }

  /** Notes the forms of a source that is no transcript. */
  public <F> void note(String source, String format, List<F> forms, Function<F, String> identity) {
    if (!format.equals(TRANSCRIPT)) {
      forms.forEach(form -> known.add(identity.apply(form)));
    }
  }

  /** The forms of a source without those that were taken from one that is noted. */
  public <F> List<F> without(
      String source, String format, List<F> forms, Function<F, String> identity) {
    if (!format.equals(TRANSCRIPT) || known.isEmpty() || isNamed(source)) {
      return forms;
    }
    List<F> kept = new ArrayList<>();
    for (F form : forms) {
      if (!known.contains(identity.apply(form))) {
        kept.add(form);
      }
    }
    return kept;
  }

  private boolean isNamed(String source) {
    InputFile file = fileOfName.get(source); // a member of an archive is none of the files
    return file != null && file.origin() == Origin.NAMED;
  }
}
