package org.jihe.rule.answer;

import java.util.regex.Pattern;
import org.jihe.form.Indicator;
import org.jihe.form.Texts;
import org.jspecify.annotations.Nullable;

/** Whether an answer is the text of its target, or contains it. */
public final class Repetition {

  private static final String NEGATIONS = "不未没无非";
  private static final String NUMERALS = "零〇一二两三四五六七八九十百千万亿";
  private static final String MEASURED = "度率难";
  private static final Pattern BEFORE =
      Pattern.compile("(?:突破|超过|超出|原定|(?<!按)计划|未达|未达到|不足|低于|不到|少于|距|离|差)$");
  private static final Pattern OF_TWO =
      Pattern.compile("(?<!\\d)/(?!\\d{2})|或者?(?![\\p{IsHan}]*以[上下])");
  private static final int SHORTEST_CONTAINED = 2;

  private Repetition() {}

  /** True where it is the target's text or contains it, not negated and not within a number. */
  public static boolean in(Indicator indicator) {
    return of(indicator.target().printed(), indicator.actual().printed());
  }

  static boolean of(@Nullable String targetText, @Nullable String actualText) {
    String target = kept(targetText);
    String actual = kept(actualText);
    if (target.isEmpty() || actual.isEmpty()) {
      return false;
    }
    if (target.equals(actual)) {
      return true;
    }
    int at = target.length() < SHORTEST_CONTAINED ? -1 : actual.indexOf(target);
    return at >= 0
        && !insideNumber(actual, at, target)
        && !isNegated(actual, at)
        && !isMeasured(actual, at + target.length())
        && !isOneOfTwo(actualText);
  }

  /** 良好/一般 leaves open which, and 4次/月 is not 4次. */
  private static boolean isOneOfTwo(@Nullable String printed) {
    return printed != null && OF_TWO.matcher(Texts.folded(printed)).find();
  }

  private static boolean isNegated(String actual, int at) {
    return at > 0
        && (NEGATIONS.indexOf(actual.charAt(at - 1)) >= 0
            || BEFORE.matcher(actual.substring(0, at)).find());
  }

  /** 完成度不足六成 does not say 完成: it tells how far. */
  private static boolean isMeasured(String actual, int end) {
    return end < actual.length() && MEASURED.indexOf(actual.charAt(end)) >= 0;
  }

  /** 30天 does not stand in 130天, nor 三个 in 十三个. */
  private static boolean insideNumber(String actual, int at, String target) {
    int end = at + target.length();
    boolean before = at > 0 && goOn(actual.charAt(at - 1), target.charAt(0));
    boolean after =
        end < actual.length() && goOn(target.charAt(target.length() - 1), actual.charAt(end));
    return before || after;
  }

  private static boolean goOn(char one, char next) {
    return (isDigit(one) && isDigit(next))
        || (NUMERALS.indexOf(one) >= 0 && NUMERALS.indexOf(next) >= 0);
  }

  private static boolean isDigit(char c) {
    return (c >= '0' && c <= '9') || c == '.';
  }

  /** Letters and digits, and the points between digits: 1.5小时 is not 15小时. */
  private static String kept(@Nullable String printed) {
    String text = Texts.folded(printed);
    if (text.indexOf('.') < 0) {
      return Texts.normalised(text);
    }
    StringBuilder kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean point =
          c == '.'
              && i > 0
              && Character.isDigit(text.charAt(i - 1))
              && i + 1 < text.length()
              && Character.isDigit(text.charAt(i + 1));
      if (point || Character.isLetterOrDigit(c)) {
        kept.append(c);
      }
    }
    return kept.toString();
  }
}
