package org.jihe.template.row;

import java.lang.Character.UnicodeScript;
import java.util.regex.Pattern;
import org.jihe.layout.PrintedCharacters;

/** The text of a cell without what the extraction added to it. */
public final class CellText {

  private static final Pattern PARAGRAPH = Pattern.compile("(?i)</?p(?:\\s[^>]*)?/?>|<br\\s*/?>");
  private static final Pattern SPACE = Pattern.compile("[\\s\\u3000\\u00a0\\u200b\\ufeff]+");

  private static final String CLOSING = "，。；：、！？）】》”";
  private static final String OPENING = "，。；：、！？（【《“";

  private CellText() {}

  /** Paragraph tags removed, white space collapsed; spaces stay. */
  public static String clean(String printed) {
    if (isClean(printed)) {
      return printed;
    }
    String shown = PrintedCharacters.of(printed);
    String text = shown.indexOf('<') < 0 ? shown : PARAGRAPH.matcher(shown).replaceAll(" ");
    return SPACE.matcher(text.replace("&nbsp;", " ")).replaceAll(" ").strip();
  }

  /** True where {@link #clean} takes marks of a markup language out of a text. */
  public static boolean hasMarkup(String printed) {
    return printed.contains("&nbsp;")
        || (printed.indexOf('<') >= 0 && PARAGRAPH.matcher(printed).find());
  }

  /** True where {@link #clean} puts other characters for some, or takes out what shows nothing. */
  public static boolean hasOtherCharacters(String printed) {
    return !PrintedCharacters.of(printed).equals(printed);
  }

  /** True where there is nothing to do, as with most cells. */
  private static boolean isClean(String printed) {
    boolean space = true;
    for (int i = 0; i < printed.length(); i++) {
      char c = printed.charAt(i);
      if (c == ' ') {
        if (space) {
          return false;
        }
        space = true;
      } else if (c < ' ' || c == '<' || c == '&' || mayBeSpace(c)) {
        return false;
      } else {
        space = false;
      }
    }
    return printed.isEmpty() || !space;
  }

  private static boolean mayBeSpace(char c) {
    return c == '\u3000'
        || (c >= '\u007f' && c <= '\u00ad')
        || (c >= '\u1680' && c <= '\u180f')
        || (c >= '\u2000' && c <= '\u200d')
        || (c >= '\u2028' && c <= '\u202f')
        || (c >= '\u205f' && c <= '\u206f')
        || (c >= '\u2e80' && c <= '\u2fd5')
        || (c >= '\uf0a3' && c <= '\uf0fe')
        || (c >= '\ufb00' && c <= '\ufb06')
        || c == '\ufeff';
  }

  /**
   * The text as it goes into a field: a line break inside Chinese text leaves a space that was
   * never printed.
   */
  public static String joined(String text) {
    int space = text.indexOf(' ');
    if (space < 0) {
      return text;
    }
    StringBuilder joined = new StringBuilder(text.length());
    int from = 0;
    for (; space >= 0; space = text.indexOf(' ', space + 1)) {
      if (isInsideChinese(text, space)) {
        joined.append(text, from, space);
        from = space + 1;
      }
    }
    return from == 0 ? text : joined.append(text, from, text.length()).toString();
  }

  private static boolean isInsideChinese(String text, int space) {
    if (space == 0 || space + 1 == text.length()) {
      return false;
    }
    int before = text.codePointBefore(space);
    int after = text.codePointAt(space + 1);
    return (isHan(before) || CLOSING.indexOf(before) >= 0)
        && (isHan(after) || OPENING.indexOf(after) >= 0);
  }

  private static boolean isHan(int character) {
    boolean common = character >= 0x4E00 && character <= 0x9FA5;
    return common
        || (character > 0x2E00 && Character.UnicodeScript.of(character) == UnicodeScript.HAN);
  }
}
