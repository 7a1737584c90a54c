package org.jihe.template;

import org.jihe.form.Reading;
import org.jihe.layout.Position;

/**
 * A printed text on its way to a field.
 *
 * @param text the text, markup removed and white space collapsed, never empty
 * @param position cell of its first part
 * @param reading how it was got so far
 */
record Token(String text, Position position, Reading reading) {

  /** The text as labels are compared. */
  String key() {
    return Labels.key(text);
  }

  int column() {
    return position.column();
  }

  Token as(String newText, Reading newReading) {
    return new Token(newText, position, newReading);
  }

  /**
   * This text followed by another part of the same cell; Chinese and digits join without a space.
   */
  Token join(Token next) {
    int last = text.codePointBefore(text.length());
    int first = next.text.codePointAt(0);
    boolean word =
        last < 128 && first < 128 && Character.isLetter(last) && Character.isLetter(first);
    return new Token(text + (word ? " " : "") + next.text, position, Reading.JOINED);
  }
}
