package org.jihe.view;

import java.util.Objects;
import org.jihe.layout.Position;
import org.jihe.message.Messages;
import org.jihe.message.Visible;
import org.jspecify.annotations.Nullable;

/** Where something is printed, as a text that editors, terminals and spreadsheets can follow. */
public final class Places {

  private Places() {}

  /**
   * File, sheet or page, and cell: {@code forms.txt:128:8}, {@code forms.xlsx#自评表!F12}, {@code
   * forms.pdf#p3:12:4}.
   */
  public static String of(Position position) {
    String separator = position.sheet() != null ? "!" : ":";
    return leaf(position) + separator + within(position);
  }

  /** A finding's place for people: a path that is no single cell has a name of its own. */
  public static String named(String place, Messages messages) {
    return Objects.requireNonNullElse(messages.find("place." + place), place);
  }

  /** File and sheet or page. */
  static String leaf(Position position) {
    String file = Visible.name(position.file());
    if (position.sheet() != null) {
      return file + "#" + Visible.name(position.sheet());
    }
    return position.page() > 0 ? file + "#p" + position.page() : file;
  }

  /** The cell on its sheet or page: an address where it is a sheet, else row and column. */
  static String within(Position position) {
    return position.sheet() != null ? position.address() : position.row() + ":" + position.column();
  }

  /** The cell's address in a spreadsheet; null elsewhere. */
  public static @Nullable String address(@Nullable Position position) {
    return position == null || position.sheet() == null ? null : position.address();
  }

  /** The rectangle on the page, or null where there is none. */
  public static @Nullable String box(@Nullable Position position) {
    return position == null || position.box() == null ? null : String.valueOf(position.box());
  }
}
