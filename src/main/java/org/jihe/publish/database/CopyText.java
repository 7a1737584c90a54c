package org.jihe.publish.database;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jihe.table.Decimals;
import org.jspecify.annotations.Nullable;

/** Rows of a table in the text form of COPY: whatever a text holds, it stays one value. */
final class CopyText<T> {

  private static final char UNKNOWN = '\ufffd';

  private final StringBuilder rows = new StringBuilder();
  private final String load;
  private final StarTable<T> table;
  private final List<StarColumn<T>> columns;

  /** Rows of a load. */
  CopyText(long load, StarTable<T> table) {
    this.load = Long.toString(load);
    this.table = table;
    this.columns = table.columns();
  }

  StarTable<T> table() {
    return table;
  }

  /** Adds the row that is made of something. */
  void add(T of) {
    rows.append(load);
    for (StarColumn<T> column : columns) {
      rows.append('\t');
      value(column.value().apply(of));
    }
    rows.append('\n');
  }

  /** How many characters there are. */
  int length() {
    return rows.length();
  }

  /** All rows; there are none afterwards. */
  byte[] take() {
    byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
    rows.setLength(0);
    return bytes;
  }

  private void value(@Nullable Object value) {
    if (value == null) {
      rows.append("\\N");
    } else if (value instanceof BigDecimal number) {
      rows.append(Objects.requireNonNull(Decimals.plain(number)).toPlainString());
    } else if (value instanceof Boolean is) {
      rows.append(is ? 't' : 'f');
    } else if (value instanceof Number || value instanceof Instant) {
      rows.append(value);
    } else {
      text(value.toString());
    }
  }

  private void text(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> rows.append("\\\\");
        case '\n' -> rows.append("\\n");
        case '\r' -> rows.append("\\r");
        case '\t' -> rows.append("\\t");
        case '\0' -> rows.append(UNKNOWN); // the one character that no text of the database holds
        default -> rows.append(isHalf(text, i, c) ? UNKNOWN : c);
      }
    }
  }

  /** Half a pair is no character, and no UTF-8 either. */
  private static boolean isHalf(String text, int i, char c) {
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }
}
