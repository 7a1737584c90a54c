package org.jihe.template.search;

import java.util.List;
import org.jihe.template.row.PrintedRow;
import org.jihe.template.row.Token;
import org.jspecify.annotations.Nullable;

/**
 * A row of the indicator table after its labels have been taken off.
 *
 * @param row where it stands; its tokens are what is left without the labels
 * @param category the category label that is printed on it, or null
 * @param aspect the aspect label that is printed on it, or null
 */
record LabelledRow(PrintedRow row, @Nullable Label category, @Nullable Label aspect) {

  /**
   * A printed label.
   *
   * @param name the name that the template gives to what it means
   * @param token the label as printed
   */
  record Label(String name, Token token) {}

  List<Token> tokens() {
    return row.tokens();
  }
}
