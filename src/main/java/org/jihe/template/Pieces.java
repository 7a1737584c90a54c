package org.jihe.template;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jihe.form.Numbers;
import org.jihe.form.Reading;

/**
 * Other ways to cut the texts of a row: two cells that are one, one cell that is two.
 *
 * @param tokens the texts after joining or separating
 * @param cost how unlikely the cut is before the columns are looked at
 */
record Pieces(List<Token> tokens, double cost) {

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
  private static final Pattern LEADING_COMPARATOR = Pattern.compile("[<>≥≤≧≦=＝═＞＜约]+");
  private static final Pattern TEXT_THEN_NUMBER =
      Pattern.compile("(.*[\\p{IsHan}%)）])(\\d+(?:\\.\\d+)?)");
  private static final Pattern NUMBER_THEN_TEXT =
      Pattern.compile("(\\d+(?:\\.\\d+)?)([\\p{IsHan}].{3,})");
  private static final Pattern TEXT_THEN_VALUE =
      Pattern.compile("([^\\d<>≥≤≧≦=＝═＞＜]*[\\p{IsHan}])(\\d.*)");
  private static final Pattern DIGITS = Pattern.compile("[\\d.,]+%?");

  /**
   * Every way to join two neighbours or to separate one text.
   *
   * @param values texts that are known to stand as whole values
   */
  static List<Pieces> of(List<Token> tokens, KnownValues values) {
    List<Pieces> all = new ArrayList<>();
    for (int i = 0; i + 1 < tokens.size(); i++) {
      all.add(joined(tokens, i));
    }
    for (int i = 0; i < tokens.size(); i++) {
      separated(tokens, i, values, all);
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
      Pieces best = joined(fewer, 0);
      for (int i = 1; i + 1 < fewer.size(); i++) {
        Pieces next = joined(fewer, i);
        best = next.cost < best.cost ? next : best;
      }
      fewer = best.tokens;
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

  private static Pieces joined(List<Token> tokens, int at) {
    String left = tokens.get(at).text();
    String right = tokens.get(at + 1).text();
    boolean leftNumber = isDigits(left);
    boolean rightNumber = isDigits(right);
    double cost = JOIN;
    Token token;
    if (leftNumber && rightNumber) {
      token = tokens.get(at).as(left + right, Reading.JOINED);
    } else {
      token = tokens.get(at).join(tokens.get(at + 1));
      if (LEADING_COMPARATOR.matcher(left).matches()) {
        cost -= 1;
      } else if (beginsWithComparator(right, 0)) {
        cost += JOIN_VALUE;
      } else if (OPEN_BRACKETS.indexOf(right.charAt(0)) >= 0) {
        cost += JOIN_BRACKET;
      } else if (rightNumber || leftNumber) {
        cost += JOIN_NUMBER_TO_TEXT;
      }
    }
    List<Token> pieces = new ArrayList<>(tokens.subList(0, at));
    pieces.add(token);
    pieces.addAll(tokens.subList(at + 2, tokens.size()));
    return new Pieces(pieces, cost);
  }

  private static void separated(List<Token> tokens, int at, KnownValues values, List<Pieces> all) {
    String text = tokens.get(at).text();
    if (text.length() > LONGEST_GLUED) {
      return;
    }
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
        cut(tokens, at, text.substring(0, space), right, cost, all);
      }
    }
    for (int i = 1; i < text.length(); i++) {
      if (beginsWithComparator(text, i) && Character.isIdeographic(text.codePointBefore(i))) {
        cut(tokens, at, text.substring(0, i), text.substring(i), 0.8, all);
      }
    }
    if (text.length() <= LONGEST_NUMBERS && isDigits(text)) {
      for (int i = 1; i < text.length(); i++) {
        String left = text.substring(0, i);
        String right = text.substring(i);
        if (isPrintedNumber(left) && isPrintedNumber(right)) {
          cut(tokens, at, left, right, GLUED_NUMBERS, all);
        }
      }
    }
    int percent = text.indexOf('%');
    if (percent > 0 && percent + 1 < text.length() && text.charAt(percent + 1) != ' ') {
      String right = text.substring(percent + 1);
      if (OPEN_BRACKETS.indexOf(right.charAt(0)) < 0) {
        cut(tokens, at, text.substring(0, percent + 1), right, 0.8, all);
      }
    }
    String tight = text.replace(" ", "");
    int half = tight.length() / 2;
    if (half > 0 && tight.length() % 2 == 0 && tight.endsWith(tight.substring(0, half))) {
      boolean number = isDigits(text);
      cut(
          tokens,
          at,
          tight.substring(0, half),
          tight.substring(half),
          number ? GLUED_NUMBERS : TWICE,
          all);
    }
    beforeValue(text, tokens, at, values, all);
    if (isDigit(text.charAt(text.length() - 1))) {
      byPattern(TEXT_THEN_NUMBER, tokens, at, 1.2, all);
    }
    if (isDigit(text.charAt(0))) {
      byPattern(NUMBER_THEN_TEXT, tokens, at, 1.2, all);
    } else if (holdsDigit(text)) {
      byPattern(TEXT_THEN_VALUE, tokens, at, 1.6, all);
    }
    if (at + 1 < tokens.size()) {
      String next = tokens.get(at + 1).text();
      if (next.length() >= 2 && text.length() > next.length() + 1 && text.endsWith(next)) {
        cut(tokens, at, text.substring(0, text.length() - next.length()), next, 0.8, all);
      }
    }
  }

  /** A value that is known from elsewhere stands at the end, with or without a note in brackets. */
  private static void beforeValue(
      String text, List<Token> tokens, int at, KnownValues values, List<Pieces> all) {
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
        cut(tokens, at, text.substring(0, start), text.substring(start), BEFORE_VALUE, all);
        return;
      }
    }
  }

  private static boolean beginsWithComparator(String text, int from) {
    return COMPARATORS.indexOf(text.charAt(from)) >= 0;
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

  private static boolean isDigits(String text) {
    return (isDigit(text.charAt(0)) || text.charAt(0) == '.' || text.charAt(0) == ',')
        && DIGITS.matcher(text).matches();
  }

  private static void byPattern(
      Pattern pattern, List<Token> tokens, int at, double cost, List<Pieces> all) {
    Matcher matcher = pattern.matcher(tokens.get(at).text());
    if (matcher.matches()) {
      cut(tokens, at, matcher.group(1), matcher.group(2), cost, all);
    }
  }

  private static void cut(
      List<Token> tokens, int at, String left, String right, double cost, List<Pieces> all) {
    String before = left.strip();
    String after = right.strip();
    if (before.isEmpty() || after.isEmpty()) {
      return;
    }
    List<Token> pieces = new ArrayList<>(tokens.subList(0, at));
    pieces.add(tokens.get(at).as(before, Reading.SEPARATED));
    pieces.add(tokens.get(at).as(after, Reading.SEPARATED).oneRight());
    pieces.addAll(tokens.subList(at + 1, tokens.size()));
    all.add(new Pieces(pieces, cost));
  }

  /** True for a number as a form would print it: no needless zero in front. */
  static boolean isPrintedNumber(String text) {
    String digits = text.endsWith("%") ? text.substring(0, text.length() - 1) : text;
    return Numbers.points(digits) != null
        && !digits.startsWith(".")
        && !(digits.length() > 1 && digits.charAt(0) == '0' && digits.charAt(1) != '.');
  }
}
