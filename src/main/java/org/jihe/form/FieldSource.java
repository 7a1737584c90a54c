package org.jihe.form;

/** Where the fields of a record come from: a row of a table, a transcript, another record. */
public interface FieldSource {

  /** The field of a column. */
  <T> Field<T> of(FormColumn<?, T> column);
}
