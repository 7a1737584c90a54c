package org.jihe.template.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jihe.form.Reading;
import org.jihe.template.row.PrintedNumber;
import org.jihe.template.row.Token;

/**
 * The ways to separate one text of a row that is two cells.
 *
 * @param at index of the text
 * @param values texts that are known to stand as whole values
 * @param limit what a way may cost
 * @param all takes the ways
 */
record CellSplit(List<Token> tokens, int at, KnownValues values, double limit, List<RowCut> all) {

  /** Longer texts are one cell: what is glued is short. */
  private static final int LONGEST_GLUED = 400;

  private static final int LONGEST_NUMBERS = 16;
  private static final double GLUED_NUMBERS = 2;
  private static final double BEFORE_VALUE = 0.5;
  private static final double BEFORE_COMPARATOR = 0.8;
  private static final double AFTER_PERCENT = 0.8;
  private static final double BEFORE_NEXT = 0.8;
  private static final double TEXT_AND_NUMBER = 1.2;
  private static final double TEXT_AND_VALUE = 1.6;
  private static final double VALUE_AFTER_SPACE = 0.4;
  private static final double TEXT_AFTER_SPACE = 1;

  /** A space where the cell to the right is empty is more likely the border of two cells. */
  private static final double VALUE_WITH_ROOM = 0.05;

  private static final double TEXT_WITH_ROOM = 0.5;

  /** Target and actual value are often the same, and no value is written twice in one cell. */
  private static final double TWICE = -0.5;

  private static final Pattern NOTE = Pattern.compile(".*?([(（][^()（）]*[)）])");
  private static final Pattern TEXT_THEN_NUMBER =
      Pattern.compile("(.*[\\p{IsHan}%)）])(\\d+(?:\\.\\d+)?)");
  private static final Pattern NUMBER_THEN_TEXT =
      Pattern.compile("(\\d+(?:\\.\\d+)?)([\\p{IsHan}].{3,})");
  private static final Pattern TEXT_THEN_VALUE =
      Pattern.compile("([^\\d<>≥≤≧≦=＝═＞＜]*[\\p{IsHan}])(\\d.*)");

  /** Adds every such way. */
  void addAll() {
    String text = tokens.get(at).text();
    if (text.length() > LONGEST_GLUED) {
      return;
    }
    atSpaces(text);
    beforeComparators(text);
    betweenNumbers(text);
    behindPercent(text);
    inHalves(text);
    if (BEFORE_VALUE <= limit) {
      beforeValue(text);
    }
    byPatterns(text);
    beforeNext(text);
  }

  private void beforeComparators(String text) {
    for (int i = 1; i < text.length(); i++) {
      if (ValueText.beginsWithComparator(text, i)
          && Character.isIdeographic(text.codePointBefore(i))) {
        cut(text, i, BEFORE_COMPARATOR);
      }
    }
  }

  private void betweenNumbers(String text) {
    if (GLUED_NUMBERS > limit || text.length() > LONGEST_NUMBERS || !ValueText.isDigits(text)) {
      return;
    }
    for (int i = 1; i < text.length(); i++) {
      if (PrintedNumber.is(text.substring(0, i)) && PrintedNumber.is(text.substring(i))) {
        cut(text, i, GLUED_NUMBERS);
      }
    }
  }

  private void behindPercent(String text) {
    int next = text.indexOf('%') + 1;
    boolean glued = next > 1 && next < text.length() && text.charAt(next) != ' ';
    if (glued && !ValueText.beginsWithBracket(text, next)) {
      cut(text, next, AFTER_PERCENT);
    }
  }

  private void byPatterns(String text) {
    if (ValueText.isDigit(text.charAt(text.length() - 1))) {
      byPattern(TEXT_THEN_NUMBER, text, TEXT_AND_NUMBER);
    }
    if (ValueText.isDigit(text.charAt(0))) {
      byPattern(NUMBER_THEN_TEXT, text, TEXT_AND_NUMBER);
    } else if (ValueText.holdsDigit(text)) {
      byPattern(TEXT_THEN_VALUE, text, TEXT_AND_VALUE);
    }
  }

  /** The next cell is often printed twice: at the end of this one as well. */
  private void beforeNext(String text) {
    String next = at + 1 < tokens.size() ? tokens.get(at + 1).text() : "";
    if (next.length() >= 2 && text.length() > next.length() + 1 && text.endsWith(next)) {
      cut(text, text.length() - next.length(), BEFORE_NEXT);
    }
  }

  private void atSpaces(String text) {
    for (int space = text.indexOf(' '); space > 0; space = text.indexOf(' ', space + 1)) {
      String right = text.substring(space + 1);
      if (!ValueText.beginsWithBracket(right, 0)) {
        boolean room =
            at + 1 == tokens.size() || tokens.get(at + 1).column() > tokens.get(at).column() + 1;
        boolean number = ValueText.beginsWithComparator(right, 0) || ValueText.isDigits(right);
        double cost =
            number || values.contains(right)
                ? (room ? VALUE_WITH_ROOM : VALUE_AFTER_SPACE)
                : (room ? TEXT_WITH_ROOM : TEXT_AFTER_SPACE);
        cut(text.substring(0, space), right, cost);
      }
    }
  }

  private void inHalves(String text) {
    String tight = text.indexOf(' ') < 0 ? text : text.replace(" ", "");
    int half = tight.length() / 2;
    if (half > 0 && tight.length() % 2 == 0 && tight.regionMatches(0, tight, half, half)) {
      cut(tight, half, ValueText.isDigits(text) ? GLUED_NUMBERS : TWICE);
    }
  }

  /** A value that is known from elsewhere stands at the end, with or without a note in brackets. */
  private void beforeValue(String text) {
    if (values.texts().isEmpty()) {
      return;
    }
    char last = text.charAt(text.length() - 1);
    Matcher note = last == ')' || last == '）' ? NOTE.matcher(text) : null;
    String body = note != null && note.matches() ? text.substring(0, note.start(1)).strip() : text;
    int first = Math.max(2, Math.min(body.length(), text.length()) - values.longest());
    for (int start = first; start < body.length(); start++) {
      if (values.contains(body.substring(start))
          || (note != null && values.contains(text.substring(start)))) {
        cut(text, start, BEFORE_VALUE);
        return;
      }
    }
  }

  private void byPattern(Pattern pattern, String text, double cost) {
    if (cost <= limit) {
      Matcher matcher = pattern.matcher(text);
      if (matcher.matches()) {
        cut(matcher.group(1), matcher.group(2), cost);
      }
    }
  }

  private void cut(String text, int end, double cost) {
    if (cost <= limit) {
      cut(text.substring(0, end), text.substring(end), cost);
    }
  }

  private void cut(String left, String right, double cost) {
    String before = left.strip();
    String after = right.strip();
    if (cost > limit || before.isEmpty() || after.isEmpty()) {
      return;
    }
    Token token = tokens.get(at);
    List<Token> pieces = new ArrayList<>(tokens.size() + 1);
    pieces.addAll(tokens.subList(0, at));
    pieces.add(token.as(before, Reading.SEPARATED));
    pieces.add(token.as(after, Reading.SEPARATED).oneRight());
    pieces.addAll(tokens.subList(at + 1, tokens.size()));
    all.add(new RowCut(pieces, cost));
  }
}
