package org.jihe.form;

import java.io.Serializable;
import java.util.List;

/**
 * How a form was got from its cells.
 *
 * @param template id of the template declaration that explains it best
 * @param confidence from 0 to 1: 1 where every cell stood where the template expects it and the
 *     form's own arithmetic agrees
 * @param guesses the choices that a person must look at
 */
public record Recovery(String template, double confidence, List<Guess> guesses)
    implements Serializable {

  public Recovery {
    guesses = List.copyOf(guesses);
  }

  /**
   * True where what may stand at a place was not read, since a label of the form is not known: the
   * place is not blank.
   *
   * @param path text of the path of a field
   */
  public boolean leavesUnread(String path) {
    for (Guess guess : guesses) {
      if (guess.reason().isUnread()) {
        FormPath subject = FormPath.find(guess.subject());
        int row = FormPath.rowOf(path);
        boolean here = subject != null && subject.holds(path);
        boolean every = row >= 0 && guess.subject().equals(path.replaceFirst("\\[\\d+]", "[]"));
        if (here || every) {
          return true;
        }
      }
    }
    return false;
  }

  /** True where a person must compare the reading with the source. */
  public boolean needsPerson() {
    return !guesses.isEmpty();
  }
}
