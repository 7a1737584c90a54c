package org.jihe.template.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jihe.form.Reading;
import org.jihe.form.Texts;
import org.jihe.template.row.PrintedNumber;
import org.jihe.template.row.Token;

/**
 * Other ways to cut the texts of a row: two cells that are one, one cell that is two.
 *
 * @param tokens the texts after joining or separating
 * @param cost how unlikely the cut is before the columns are looked at
 */
record RowCut(List<Token> tokens, double cost) {

  private static final int FAR = 40;

  /** Texts at either end of a row that are read one by one where it has too many. */
  private static final int END = 12;

  /** Longer texts are one cell: what is glued is short. */
  private static final int LONGEST_GLUED = 400;

  private static final int LONGEST_NUMBERS = 16;
  private static final double JOIN = 1.6;
  private static final double JOIN_VALUE = 1.5;
  private static final double JOIN_NUMBER_TO_TEXT = 2;
  private static final double JOIN_BRACKET = -1;
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
  private static final String COMPARATORS = "<>≥≤≧≦=＝═＞＜";
  private static final String OPEN_BRACKETS = "(（[【";
  private static final String LEADING = COMPARATORS + "约";
  private static final Pattern TEXT_THEN_NUMBER =
      Pattern.compile("(.*[\\p{IsHan}%)）])(\\d+(?:\\.\\d+)?)");
  private static final Pattern NUMBER_THEN_TEXT =
      Pattern.compile("(\\d+(?:\\.\\d+)?)([\\p{IsHan}].{3,})");
  private static final Pattern TEXT_THEN_VALUE =
      Pattern.compile("([^\\d<>≥≤≧≦=＝═＞＜]*[\\p{IsHan}])(\\d.*)");

  /**
   * Every way to join two neighbours or to separate one text that costs no more than a limit.
   *
   * @param values texts that are known to stand as whole values
   */
  static List<RowCut> of(List<Token> tokens, KnownValues values, double limit) {
    List<RowCut> all = new ArrayList<>();
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (joinCost(tokens, i) <= limit) {
        all.add(joined(tokens, i));
      }
    }
    for (int i = 0; i < tokens.size(); i++) {
      new Cuts(tokens, i, values, limit, all).add();
    }
    return all;
  }

  /**
   * The texts, neighbours joined where they are more than a row can hold: first those that most
   * likely belong together.
   */
  static List<Token> atMost(int most, List<Token> tokens) {
    List<Token> fewer = tokens.size() > FAR ? middleJoined(tokens) : tokens;
    while (fewer.size() > most) {
      int best = 0;
      double least = joinCost(fewer, 0);
      for (int i = 1; i + 1 < fewer.size(); i++) {
        double cost = joinCost(fewer, i);
        best = cost < least ? i : best;
        least = Math.min(least, cost);
      }
      fewer = joined(fewer, best).tokens;
    }
    return fewer;
  }

  /** No row has so many cells; what stands between its ends is one text. */
  private static List<Token> middleJoined(List<Token> tokens) {
    List<Token> middle = tokens.subList(END, tokens.size() - END);
    String text = middle.stream().map(Token::text).collect(Collectors.joining(" "));
    List<Token> fewer = new ArrayList<>(tokens.subList(0, END));
    fewer.add(middle.get(0).as(text, Reading.JOINED));
    fewer.addAll(tokens.subList(tokens.size() - END, tokens.size()));
    return fewer;
  }

  /** What it costs to join a text with the next. */
  private static double joinCost(List<Token> tokens, int at) {
    String left = tokens.get(at).text();
    String right = tokens.get(at + 1).text();
    boolean leftNumber = isDigits(left);
    boolean rightNumber = isDigits(right);
    if (leftNumber && rightNumber) {
      return JOIN;
    } else if (isLeadingComparator(left)) {
      return JOIN - 1;
    } else if (beginsWithComparator(right, 0)) {
      return JOIN + JOIN_VALUE;
    } else if (OPEN_BRACKETS.indexOf(right.charAt(0)) >= 0) {
      return JOIN + JOIN_BRACKET;
    }
    return rightNumber || leftNumber ? JOIN + JOIN_NUMBER_TO_TEXT : JOIN;
  }

  private static RowCut joined(List<Token> tokens, int at) {
    Token left = tokens.get(at);
    Token right = tokens.get(at + 1);
    boolean numbers = isDigits(left.text()) && isDigits(right.text());
    List<Token> pieces = new ArrayList<>(tokens.size());
    pieces.addAll(tokens.subList(0, at));
    pieces.add(numbers ? left.as(left.text() + right.text(), Reading.JOINED) : left.join(right));
    pieces.addAll(tokens.subList(at + 2, tokens.size()));
    return new RowCut(pieces, joinCost(tokens, at));
  }

  /** The ways to separate one text of a row. */
  private record Cuts(
      List<Token> tokens, int at, KnownValues values, double limit, List<RowCut> all) {

    void add() {
      String text = tokens.get(at).text();
      if (text.length() > LONGEST_GLUED) {
        return;
      }
      atSpaces(text);
      for (int i = 1; i < text.length(); i++) {
        if (beginsWithComparator(text, i) && Character.isIdeographic(text.codePointBefore(i))) {
          cut(text, i, BEFORE_COMPARATOR);
        }
      }
      if (GLUED_NUMBERS <= limit && text.length() <= LONGEST_NUMBERS && isDigits(text)) {
        for (int i = 1; i < text.length(); i++) {
          if (PrintedNumber.is(text.substring(0, i)) && PrintedNumber.is(text.substring(i))) {
            cut(text, i, GLUED_NUMBERS);
          }
        }
      }
      int percent = text.indexOf('%');
      if (percent > 0
          && percent + 1 < text.length()
          && text.charAt(percent + 1) != ' '
          && OPEN_BRACKETS.indexOf(text.charAt(percent + 1)) < 0) {
        cut(text, percent + 1, AFTER_PERCENT);
      }
      inHalves(text);
      if (BEFORE_VALUE <= limit) {
        beforeValue(text);
      }
      if (isDigit(text.charAt(text.length() - 1))) {
        byPattern(TEXT_THEN_NUMBER, text, TEXT_AND_NUMBER);
      }
      if (isDigit(text.charAt(0))) {
        byPattern(NUMBER_THEN_TEXT, text, TEXT_AND_NUMBER);
      } else if (holdsDigit(text)) {
        byPattern(TEXT_THEN_VALUE, text, TEXT_AND_VALUE);
      }
      if (at + 1 < tokens.size()) {
        String next = tokens.get(at + 1).text();
        if (next.length() >= 2 && text.length() > next.length() + 1 && text.endsWith(next)) {
          cut(text, text.length() - next.length(), BEFORE_NEXT);
        }
      }
    }

    private void atSpaces(String text) {
      for (int space = text.indexOf(' '); space > 0; space = text.indexOf(' ', space + 1)) {
        String right = text.substring(space + 1);
        if (OPEN_BRACKETS.indexOf(right.charAt(0)) < 0) {
          boolean room =
              at + 1 == tokens.size() || tokens.get(at + 1).column() > tokens.get(at).column() + 1;
          boolean number = beginsWithComparator(right, 0) || isDigits(right);
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
        cut(tight, half, isDigits(text) ? GLUED_NUMBERS : TWICE);
      }
    }

    /**
     * A value that is known from elsewhere stands at the end, with or without a note in brackets.
     */
    private void beforeValue(String text) {
      if (values.texts().isEmpty()) {
        return;
      }
      char last = text.charAt(text.length() - 1);
      Matcher note = last == ')' || last == '）' ? NOTE.matcher(text) : null;
      String body =
          note != null && note.matches() ? text.substring(0, note.start(1)).strip() : text;
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

  private static boolean beginsWithComparator(String text, int from) {
    return COMPARATORS.indexOf(text.charAt(from)) >= 0;
  }

  /** True for comparators alone, which belong to the value behind them. */
  private static boolean isLeadingComparator(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (LEADING.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean holdsDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Digits, points and commas, perhaps with a sign % behind them. */
  private static boolean isDigits(String text) {
    int end = text.endsWith("%") ? text.length() - 1 : text.length();
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (!isDigit(c) && c != '.' && c != ',') {
        return false;
      }
    }
    return end > 0;
  }
}
