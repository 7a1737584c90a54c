package org.jihe.version;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jihe.reading.InputFile;
import org.jihe.reading.InputFile.Origin;
import org.jihe.source.file.Format;

/**
 * Tells transcripts that are read beside the forms which they were taken from, in whichever folder
 * either stands. The form itself counts: its transcript is a copy, no second form, nor a later
 * version. A transcript that is named as a file, and those of forms that no other source gives, are
 * read like any other source.
 */
final class Transcribed {

  private static final String TRANSCRIPT = Format.JSON.id();

  private final Map<String, InputFile> fileOfName = new HashMap<>();

  /** What the other sources hold, in whichever folder. */
  private final Set<String> known = new HashSet<>();

  Transcribed(List<InputFile> files) {
    files.forEach(file -> fileOfName.put(file.name(), file));
  }

  /** Notes the forms of a source that is no transcript. */
  <F> void note(String source, String format, List<F> forms, Function<F, String> identity) {
    if (!format.equals(TRANSCRIPT)) {
      forms.forEach(form -> known.add(identity.apply(form)));
    }
  }

  /** The forms of a source without those that were taken from one that is noted. */
  <F> List<F> without(String source, String format, List<F> forms, Function<F, String> identity) {
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
