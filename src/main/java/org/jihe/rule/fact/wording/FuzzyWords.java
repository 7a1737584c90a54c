package org.jihe.rule.fact.wording;

import java.util.regex.Pattern;
import org.jihe.rule.jurisdiction.Parameters;
import org.jspecify.annotations.Nullable;

/** Fuzzy words (约, 左右, 据实 …) of a target, told from the same characters within other words. */
final class FuzzyWords {

  /** Where the characters are words of their own: 约 before a number, 左右 behind one. */
  private static final Pattern WITHIN_OTHERS =
      Pattern.compile(
          "约(?![\\d一二两三四五六七八九十百千万几占为合有].*|数)|(?<![\\d一二两三四五六七八九十百千万亿个%％‰次场人名元天日月年户件份套台项米里亩吨篇期]{1})(?:左右|上下)"
              + "|按实(?=[施名验物地战训践测])|(?<=[数证依根论事史单票])据实|(?<=[舒合温湿])适度|据实(?=[物践验体])");

  private FuzzyWords() {}

  /** The first fuzzy word; null where there is none. */
  static @Nullable String first(String text, Parameters words) {
    if (!words.mentions("fuzzyTarget", text)) {
      return null;
    }
    String kept = WITHIN_OTHERS.matcher(words.masked("notFuzzyTarget", text)).replaceAll("\0");
    return words.firstWord("fuzzyTarget", kept);
  }
}
