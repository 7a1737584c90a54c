package org.jihe.form;

/** Where the fields of a record come from: a row of a table, a transcript, another record. */
public interface FieldSource {

  /** Nothing is printed anywhere. */
  FieldSource BLANK =
      new FieldSource() {
        @Override
        public <T> Field<T> of(FormColumn<?, T> column) {
          return Field.blank(null);
        }
      };

  /** The field of a column. */
  <T> Field<T> of(FormColumn<?, T> column);
}
