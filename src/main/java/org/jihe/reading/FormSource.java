package org.jihe.reading;

import java.util.List;
import org.jihe.layout.Quarantined;

/**
 * One source of the inputs, however much is known of its forms.
 *
 * @param <F> its forms
 * @param <S> its own type
 */
public interface FormSource<F, S extends FormSource<F, S>> {

  /** Its name, as {@link FileReading#file()}. */
  String file();

  /** Short name of its format, or empty. */
  String format();

  /** True where nothing says that this was ever meant to be a form. */
  boolean holdsNoForm();

  /** The forms that it holds. */
  List<F> forms();

  /** What of it waits for a person. */
  List<Quarantined> quarantined();

  /** The same with some of its forms alone. */
  S with(List<F> some);
}
