package org.jihe.form;

/** The fields of a record, one of them replaced. */
record Replaced<R>(
    R owner, Iterable<? extends FormColumn<R, ?>> columns, FormColumn<?, ?> which, Field<?> by)
    implements FieldSource {

  @Override
  public <T> Field<T> of(FormColumn<?, T> column) {
    if (column.equals(which)) {
      return column.type().cast(by);
    }
    for (FormColumn<R, ?> own : columns) {
      if (own.equals(column)) {
        return column.type().cast(own.of(owner));
      }
    }
    throw new IllegalArgumentException("no column " + column);
  }
}
