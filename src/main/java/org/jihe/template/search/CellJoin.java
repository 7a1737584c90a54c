package org.jihe.template.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jihe.form.Reading;
import org.jihe.template.row.Token;

/** Joins neighbouring texts of a row that are one cell. */
final class CellJoin {

  private static final int FAR = 40;

  /** Texts at either end of a row that are read one by one where it has too many. */
  private static final int END = 12;

  private static final double JOIN = 1.6;
  private static final double JOIN_VALUE = 1.5;
  private static final double JOIN_NUMBER_TO_TEXT = 2;
  private static final double JOIN_BRACKET = -1;

  private CellJoin() {}

  /**
   * The texts, neighbours joined where they are more than a row can hold: first those that most
   * likely belong together.
   */
  static List<Token> atMost(int most, List<Token> tokens) {
    List<Token> fewer = tokens.size() > FAR ? middleJoined(tokens) : tokens;
    while (fewer.size() > most) {
      int best = 0;
      double least = cost(fewer, 0);
      for (int i = 1; i + 1 < fewer.size(); i++) {
        double cost = cost(fewer, i);
        best = cost < least ? i : best;
        least = Math.min(least, cost);
      }
      fewer = at(fewer, best).tokens();
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
  static double cost(List<Token> tokens, int at) {
    String left = tokens.get(at).text();
    String right = tokens.get(at + 1).text();
    boolean leftNumber = ValueText.isDigits(left);
    boolean rightNumber = ValueText.isDigits(right);
    if (leftNumber && rightNumber) {
      return JOIN;
    } else if (ValueText.isLeadingComparator(left)) {
      return JOIN - 1;
    } else if (ValueText.beginsWithComparator(right, 0)) {
      return JOIN + JOIN_VALUE;
    } else if (ValueText.beginsWithBracket(right, 0)) {
      return JOIN + JOIN_BRACKET;
    }
    return rightNumber || leftNumber ? JOIN + JOIN_NUMBER_TO_TEXT : JOIN;
  }

  /** A text joined with the next. */
  static RowCut at(List<Token> tokens, int at) {
    Token left = tokens.get(at);
    Token right = tokens.get(at + 1);
    boolean numbers = ValueText.isDigits(left.text()) && ValueText.isDigits(right.text());
    List<Token> pieces = new ArrayList<>(tokens.size());
    pieces.addAll(tokens.subList(0, at));
    pieces.add(numbers ? left.as(left.text() + right.text(), Reading.JOINED) : left.join(right));
    pieces.addAll(tokens.subList(at + 2, tokens.size()));
    return new RowCut(pieces, cost(tokens, at));
  }
}
