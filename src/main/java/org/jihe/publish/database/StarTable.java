package org.jihe.publish.database;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jihe.table.Dictionary;
import org.jspecify.annotations.Nullable;

/**
 * A table of the star schema. Its rows are kept under the number of the load that brought them, in
 * {@code stored_NAME}; the view of its own name shows those of the load in force.
 *
 * @param <T> what a row is made of
 */
final class StarTable<T> {

  private static final String STORED = "stored_";

  private final String name;
  private final String meaning;
  private final String source;
  private final List<StarColumn<T>> columns = new ArrayList<>();

  /**
   * A table without columns.
   *
   * @param meaning in Chinese
   * @param source the workspace's table whose columns mean the same
   */
  StarTable(String name, String meaning, String source) {
    this.name = name;
    this.meaning = meaning;
    this.source = source;
  }

  /** Adds a column that means what a column of the source does. */
  StarTable<T> with(
      String column, ColumnType type, String path, Function<T, @Nullable Object> value) {
    Dictionary.Meaning said = Dictionary.OWN.column(source, path);
    if (said == null) {
      throw new IllegalArgumentException("nothing says what " + source + "." + path + " means");
    }
    return saying(column, type, said.inChinese(), value);
  }

  /** Adds a column of the feed's own. */
  StarTable<T> saying(
      String column, ColumnType type, String chinese, Function<T, @Nullable Object> value) {
    columns.add(new StarColumn<>(column, type, chinese, value));
    return this;
  }

  /** Name of the view. */
  String name() {
    return name;
  }

  /** Name of the table that holds the rows of all loads. */
  String stored() {
    return STORED + name;
  }

  /** What it holds, in Chinese. */
  String meaning() {
    return meaning;
  }

  List<StarColumn<T>> columns() {
    return List.copyOf(columns);
  }

  /** The statement by which rows come. */
  String copy(FeedAddress to) {
    StringBuilder sql =
        new StringBuilder("COPY ")
            .append(to.quotedSchema())
            .append('.')
            .append(FeedAddress.quoted(stored()))
            .append(" (load_no");
    columns.forEach(column -> sql.append(", ").append(FeedAddress.quoted(column.name())));
    return sql.append(") FROM STDIN WITH (FORMAT text, ENCODING 'UTF8')").toString();
  }
}
