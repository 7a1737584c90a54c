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

  /** True where a person must compare the reading with the source. */
  public boolean needsPerson() {
    return !guesses.isEmpty();
  }
}
