package org.jihe.publish;

import org.jihe.layout.Position;

/** Where something is printed, as a text that editors and terminals can follow. */
public final class Places {

  private Places() {}

  /**
   * File, sheet or page, row and column, such as {@code forms.txt:128:8} or {@code
   * forms.xlsx#自评表:12:3}.
   */
  public static String of(Position position) {
    StringBuilder place = new StringBuilder(position.file());
    if (position.sheet() != null) {
      place.append('#').append(position.sheet());
    } else if (position.page() > 0) {
      place.append("#p").append(position.page());
    }
    return place
        .append(':')
        .append(position.row())
        .append(':')
        .append(position.column())
        .toString();
  }
}
