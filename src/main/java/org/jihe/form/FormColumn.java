package org.jihe.form;

import java.util.function.Function;

/**
 * One of the values that every record of a kind has: every indicator its score, every funding row
 * its budget, every form its title. {@link FormFields} lists them all.
 *
 * @param name as transcripts, tables and paths call it
 * @param type what its text means
 * @param getter the field of a record
 */
public record FormColumn<R, T>(String name, ValueType<T> type, Function<R, Field<T>> getter) {

  /** The record's field. */
  public Field<T> of(R owner) {
    return getter.apply(owner);
  }

  @Override
  public String toString() {
    return name;
  }
}
