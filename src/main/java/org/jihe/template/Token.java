package org.jihe.template;

import org.jihe.form.Reading;
import org.jihe.layout.Position;

/**
 * A printed text on its way to a field.
 *
 * @param text the text, markup removed and white space collapsed, never empty
 * @param key the text as labels are compared
 * @param position cell of its first part
 * @param reading how it was got so far
 */
record Token(String text, String key, Position position, Reading reading) {

  /** A text with its key. */
  static Token of(String text, Position position, Reading reading) {
    return new Token(text, Labels.key(text), position, reading);
  }

  int column() {
    return position.column();
  }

  Token as(String newText, Reading newReading) {
    return Token.of(newText, position, newReading);
  }

  /**
   * This text followed by another part of the same cell; Chinese and digits join without a space.
   */
  Token join(Token next) {
    int last = text.codePointBefore(text.length());
    int first = next.text.codePointAt(0);
    boolean word =
        last < 128 && first < 128 && Character.isLetter(last) && Character.isLetter(first);
    return Token.of(text + (word ? " " : "") + next.text, position, Reading.JOINED);
  }
}
